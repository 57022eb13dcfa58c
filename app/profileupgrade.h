// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/platform/profilelock.h"
#include "app/profile.h"
#include "models/core/secret.h"

namespace aside {

/// Brings a profile of an earlier version to this one, which takes minutes where it is big. Holds the lock of
/// the profile as long as it lives.
class ProfileUpgrade
{
public:
    /// On the main thread: it may have to ask the keychain.
    [[nodiscard]] static Result<ProfileUpgrade> prepare(const ProfileOptions &options);
    /// On any thread. Unless it succeeds, the profile is what it was.
    [[nodiscard]] Result<void> run(const UpgradeWatch &watch) const;

private:
    ProfileUpgrade(QString directory, ProfileLock lock, Secret key);

    QString m_directory;
    ProfileLock m_lock;
    Secret m_key;
};

} // namespace aside
