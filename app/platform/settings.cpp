// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/settings.h"

#include "app/platform/countryholidays.h"
#include "app/platform/preferencestoml.h"

#include <QFile>
#include <QMutex>
#include <QSaveFile>

#include <functional>
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

Result<QStringList> ownAddressesFrom(const toml::table &table)
{
    QStringList addresses;
    const toml::node_view own = table["mail"]["own_addresses"];
    if (!own) {
        return addresses;
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
        addresses.append(QString::fromStdString(*address));
    }
    return addresses;
}

Result<Settings> settingsFrom(const toml::table &table)
{
    const Result<QStringList> own = ownAddressesFrom(table);
    if (!own) {
        return std::unexpected(own.error());
    }
    return preferencesFrom(table).transform([&own](const Preferences &preferences) {
        return Settings{.ownAddresses = *own, .preferences = preferences};
    });
}

/// The window saves on a thread of its own while an import remembers addresses.
QMutex &writing()
{
    static QMutex mutex;
    return mutex;
}

Result<void> change(const QString &directory, const std::function<void(toml::table &)> &edit)
{
    const QMutexLocker lock(&writing());
    Result<toml::table> table = readTable(directory);
    if (!table) {
        return std::unexpected(table.error());
    }
    if (const Result<Settings> understood = settingsFrom(*table); !understood) {
        return std::unexpected(understood.error());
    }
    edit(*table);
    std::ostringstream out;
    out << *table << '\n';
    const QByteArray text = QByteArray::fromStdString(out.str());
    QSaveFile file(pathOf(directory));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return fail(Errc::ReadOnly, QStringLiteral("settings.toml cannot be written"));
    }
    return {};
}

} // namespace

Result<Settings> readSettings(const QString &directory)
{
    const Result<toml::table> table = readTable(directory);
    return (table ? settingsFrom(*table) : std::unexpected(table.error())).transform([](Settings settings) {
        WorkingHours &hours = settings.preferences.workingHours;
        hours = withHolidays(hours, CountryHolidays(), QDate::currentDate());
        return settings;
    });
}

Result<void> writeOwnAddresses(const QString &directory, const QStringList &addresses)
{
    return change(directory, [&addresses](toml::table &table) {
        toml::array own;
        for (const QString &address : addresses) {
            own.push_back(address.toStdString());
        }
        if (!table["mail"].is_table()) {
            table.insert_or_assign("mail", toml::table{});
        }
        table["mail"].as_table()->insert_or_assign("own_addresses", std::move(own));
    });
}

Result<void> writePreferences(const QString &directory, const Preferences &preferences)
{
    return change(directory, [&preferences](toml::table &table) { putPreferences(table, preferences); });
}

Result<void> setAsideBrokenSettings(const QString &directory)
{
    const QMutexLocker lock(&writing());
    constexpr int mostCopies = 1000;
    for (int number = 1; number <= mostCopies; ++number) {
        const QString copy = QStringLiteral("%1.broken-%2").arg(pathOf(directory)).arg(number);
        if (!QFile::exists(copy)) {
            const bool isMoved = QFile::rename(pathOf(directory), copy);
            return isMoved ? Result<void>()
                           : fail(Errc::ReadOnly, QStringLiteral("settings.toml cannot be moved"));
        }
    }
    return fail(Errc::Conflict, QStringLiteral("too many broken copies of settings.toml"));
}

} // namespace aside
