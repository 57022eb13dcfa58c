// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/profileentrance.h"

#include "app/platform/keystore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <optional>

namespace aside {

namespace {

using namespace std::chrono_literals;

// A keyring that is asked to unlock waits for a person; one that nobody answers for must not hold us up for
// ever.
constexpr std::chrono::milliseconds patienceForNewKey = 3s;
constexpr std::chrono::milliseconds patienceForOldKey = 60s;

} // namespace

Result<void> prepareProfileDirectory(const ProfileOptions &options)
{
    const QFileInfo info(options.directory);
    if (info.exists() && !info.isDir()) {
        return fail(Errc::NotADirectory, QStringLiteral("the profile is not a folder"));
    }
    if (info.exists() && !info.isReadable()) {
        return fail(Errc::NoPermission, QStringLiteral("the profile cannot be read"));
    }
    if (options.access == ProfileAccess::ReadOnly) {
        const bool there = QFile::exists(options.directory + QStringLiteral("/aside.db"));
        return there ? Result<void>{} : fail(Errc::NotFound, QStringLiteral("there is no profile yet"));
    }
    if (!info.exists()) {
        if (!QDir().mkpath(options.directory)) {
            return fail(Errc::ReadOnly, QStringLiteral("the profile folder cannot be made"));
        }
        QFile::setPermissions(options.directory,
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }
    return {};
}

Result<Secret> profileKey(const ProfileOptions &options)
{
    const QString path = options.directory + QStringLiteral("/aside.db");
    const bool isNew = QFileInfo(path).size() == 0;
    const KeyStore keys(options.directory, isNew ? patienceForNewKey : patienceForOldKey);
    Result<std::optional<ProfileKey>> found = keys.find();
    if (!found) {
        return std::unexpected(found.error());
    }
    if (*found) {
        return std::move((*found)->key);
    }
    if (!isNew) {
        return fail(Errc::KeyMissing, QStringLiteral("PROFILE/key is gone"));
    }
    if (options.access == ProfileAccess::ReadOnly) {
        return fail(Errc::NotFound, QStringLiteral("the profile is still empty"));
    }
    Result<ProfileKey> made = options.encryption == Encryption::Plain ? keys.createPlain() : keys.create();
    return std::move(made).transform([](ProfileKey key) { return std::move(key.key); });
}

} // namespace aside
