// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QString>

#include <memory>

class QLockFile;

namespace aside {

/// Holds PROFILE/lock while it lives, so that only one program writes a profile. A kernel lock (flock) where
/// there is one: it goes with the process, however that ends, and a stale file means nothing.
class ProfileLock
{
public:
    /// Errc::ProfileInUse where another program holds it.
    [[nodiscard]] static Result<ProfileLock> acquire(const QString &directory);
    ProfileLock(ProfileLock &&other) noexcept;
    ProfileLock &operator=(ProfileLock &&other) noexcept;
    ProfileLock(const ProfileLock &) = delete;
    ProfileLock &operator=(const ProfileLock &) = delete;
    ~ProfileLock();

private:
    ProfileLock();

    int m_descriptor = -1;
    std::unique_ptr<QLockFile> m_file; ///< where the system has no flock
};

} // namespace aside
