// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/profilechecks.h"

#include "app/platform/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace aside {

namespace {

CheckResult checkSettings(const QString &directory)
{
    const Result<Settings> settings = readSettings(directory);
    return {.check = Check::Settings,
            .health = settings ? Health::Ok : Health::Broken,
            .count = settings ? 0 : 1,
            .detail = settings ? QString() : settings.error().detail};
}

CheckResult checkKey(const QString &directory)
{
    QFile file(directory + QStringLiteral("/key"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {.check = Check::Key,
                .health = Health::Broken,
                .count = 1,
                .detail = QStringLiteral("no key file")};
    }
    const QByteArray place = file.read(8);
    if (place.startsWith("keychain")) {
        return {.check = Check::Key,
                .health = Health::Ok,
                .count = 0,
                .detail = QStringLiteral("in the keychain")};
    }
    const bool plain = place.startsWith("none");
    return {.check = Check::Key,
            .health = Health::Warning,
            .count = 1,
            .detail = plain
                ? QStringLiteral("the profile is not encrypted")
                : QStringLiteral("the key lies in a file beside the database, not in the keychain")};
}

CheckResult checkTemplates(const QString &directory, Repair repair)
{
    const QFileInfo info(directory + QStringLiteral("/templates"));
    CheckResult result{.check = Check::Templates, .health = Health::Ok, .count = 0, .detail = {}};
    if (info.exists() && !info.isDir()) {
        return {.check = Check::Templates,
                .health = Health::Broken,
                .count = 1,
                .detail = QStringLiteral("templates is a file; move it away")};
    }
    if (info.exists() && !info.isReadable()) {
        return {.check = Check::Templates,
                .health = Health::Broken,
                .count = 1,
                .detail = QStringLiteral("templates cannot be read")};
    }
    if (!info.exists() && repair == Repair::Yes && QDir().mkpath(info.filePath())) {
        result.health = Health::Repaired;
        result.count = 1;
    }
    return result;
}

CheckResult checkPermissions(const QString &directory, Repair repair)
{
    constexpr QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
        | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    CheckResult result{.check = Check::Permissions, .health = Health::Ok, .count = 0, .detail = {}};
    const QStringList ours{directory, directory + QStringLiteral("/key")};
    for (const QString &path : ours) {
        const QFileDevice::Permissions now = QFile::permissions(path);
        if (!(now & others)) {
            continue;
        }
        ++result.count;
        const bool mended = repair == Repair::Yes && QFile::setPermissions(path, now & ~others);
        result.health = mended && result.health != Health::Warning ? Health::Repaired : Health::Warning;
        result.detail = QStringLiteral("others on this machine could read the profile");
    }
    return result;
}

} // namespace

QList<CheckResult> examineDirectory(const QString &directory, Repair repair)
{
    return {checkSettings(directory), checkKey(directory), checkTemplates(directory, repair),
            checkPermissions(directory, repair)};
}

} // namespace aside
