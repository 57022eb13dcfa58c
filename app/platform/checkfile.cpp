// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/checkfile.h"

#include "app/platform/checktoml.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <sstream>
#include <string_view>
#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 1024 * 1024;

QString pathOf(const QString &directory)
{
    return directory + u"/check.toml"_s;
}

Result<toml::table> readTable(const QString &directory)
{
    QFile file(pathOf(directory));
    if (!file.exists()) {
        return toml::table{};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Errc::NoPermission, u"check.toml cannot be read"_s);
    }
    if (file.size() > largestFile) {
        return fail(Errc::BadSettings, u"line 1: check.toml is too large"_s);
    }
    const auto text = file.readAll();
    try {
        return toml::parse(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    } catch (const toml::parse_error &error) {
        return fail(Errc::BadSettings,
                    u"line %1: %2"_s.arg(error.source().begin.line)
                        .arg(QString::fromUtf8(error.description().data(),
                                               static_cast<qsizetype>(error.description().size()))));
    }
}

QString resolved(const QString &directory, const QString &folder)
{
    return folder.isEmpty() ? folder : QDir::cleanPath(QDir(directory).absoluteFilePath(folder));
}

} // namespace

Result<CheckProfile> readCheckFile(const QString &directory)
{
    return readTable(directory).and_then(&checkProfileFrom).transform([&](CheckProfile profile) {
        profile.teamFolder = resolved(directory, profile.teamFolder);
        return profile;
    });
}

Result<void> writeCheckFile(const QString &directory, const CheckProfile &profile)
{
    auto table = readTable(directory);
    if (!table) {
        return std::unexpected(table.error());
    }
    const auto known = checkProfileFrom(*table);
    if (!known) {
        return std::unexpected(known.error());
    }
    auto written = profile;
    if (resolved(directory, known->teamFolder) == profile.teamFolder) {
        written.teamFolder = known->teamFolder; // as the person wrote it
    }
    putCheckProfile(*table, written);
    std::ostringstream out;
    out << *table << '\n';
    const auto text = QByteArray::fromStdString(out.str());
    QSaveFile file(pathOf(directory));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return fail(Errc::ReadOnly, u"check.toml cannot be written"_s);
    }
    return {};
}

} // namespace aside
