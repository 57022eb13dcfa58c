// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/settings.h"

#include <QFile>
#include <QSaveFile>

#include <sstream>
#include <string>
#include <toml++/toml.hpp>

namespace aside {

namespace {

QString pathOf(const QString &directory)
{
    return directory + QStringLiteral("/settings.toml");
}

Result<toml::table> readTable(const QString &directory)
{
    QFile file(pathOf(directory));
    if (!file.exists()) {
        return toml::table{};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Errc::NoPermission, QStringLiteral("settings.toml cannot be read"));
    }
    const QByteArray text = file.readAll();
    try {
        return toml::parse(std::string_view(text.constData(), static_cast<size_t>(text.size())));
    } catch (const toml::parse_error &error) {
        return fail(Errc::BadSettings,
                    QStringLiteral("line %1: %2")
                        .arg(error.source().begin.line)
                        .arg(QString::fromUtf8(error.description().data(),
                                               static_cast<qsizetype>(error.description().size()))));
    }
}

} // namespace

Result<Settings> readSettings(const QString &directory)
{
    const Result<toml::table> table = readTable(directory);
    if (!table) {
        return std::unexpected(table.error());
    }
    Settings settings;
    const toml::node_view own = (*table)["mail"]["own_addresses"];
    if (!own) {
        return settings;
    }
    const toml::array *list = own.as_array();
    if (list == nullptr) {
        return fail(Errc::BadSettings, QStringLiteral("mail.own_addresses is not a list"));
    }
    for (const toml::node &entry : *list) {
        const std::optional<std::string> address = entry.value<std::string>();
        if (!address) {
            return fail(Errc::BadSettings,
                        QStringLiteral("mail.own_addresses holds something that is no text"));
        }
        settings.ownAddresses.append(QString::fromStdString(*address));
    }
    return settings;
}

Result<void> writeSettings(const QString &directory, const Settings &settings)
{
    Result<toml::table> table = readTable(directory);
    if (!table) {
        return std::unexpected(table.error());
    }
    toml::array own;
    for (const QString &address : settings.ownAddresses) {
        own.push_back(address.toStdString());
    }
    if (!(*table)["mail"].is_table()) {
        table->insert_or_assign("mail", toml::table{});
    }
    (*table)["mail"].as_table()->insert_or_assign("own_addresses", std::move(own));
    std::ostringstream out;
    out << *table << '\n';
    const QByteArray text = QByteArray::fromStdString(out.str());
    QSaveFile file(pathOf(directory));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return fail(Errc::ReadOnly, QStringLiteral("settings.toml cannot be written"));
    }
    return {};
}

} // namespace aside
