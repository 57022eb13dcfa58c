// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/profileupgrade.h"

#include "app/platform/systemclock.h"
#include "app/profileentrance.h"
#include "app/storage/upgrade.h"

#include <utility>

namespace aside {

ProfileUpgrade::ProfileUpgrade(QString directory, ProfileLock lock, Secret key)
    : m_directory(std::move(directory))
    , m_lock(std::move(lock))
    , m_key(std::move(key))
{
}

Result<ProfileUpgrade> ProfileUpgrade::prepare(const ProfileOptions &options)
{
    if (const Result<void> ready = prepareProfileDirectory(options); !ready) {
        return std::unexpected(ready.error());
    }
    Result<ProfileLock> lock = ProfileLock::acquire(options.directory);
    if (!lock) {
        return std::unexpected(lock.error());
    }
    return profileKey(options).transform(
        [&](const Secret &key) { return ProfileUpgrade(options.directory, std::move(*lock), key); });
}

Result<void> ProfileUpgrade::run(const UpgradeWatch &watch) const
{
    const SystemClock clock;
    return Database::open(m_directory + QStringLiteral("/aside.db"),
                          {.access = Access::ReadWrite, .key = m_key})
        .and_then([&](Database db) {
            return upgradeDatabase(db, {.key = m_key, .directory = m_directory + QStringLiteral("/backups")},
                                   clock.now(), watch);
        });
}

} // namespace aside
