// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/secret.h"

#include <QString>

#include <chrono>
#include <optional>

namespace aside {

/// Where the key of a profile lies.
enum class KeyPlace {
    None, ///< the profile is not encrypted
    Keychain, ///< in the system's keychain
    File, ///< in PROFILE/key with rights 0600: no keychain answered. `doctor` warns
};

struct ProfileKey {
    KeyPlace place = KeyPlace::None;
    Secret key; ///< 32 bytes; empty for None
};

/// Finds or makes the key of a profile. PROFILE/key says where it lies: "keychain UUID", "raw HEX" or "none".
/// A key that was in the keychain is never replaced by a new one: that would make the cache unreadable.
/// Blocks for at most `patience`; call it before the window is shown.
class KeyStore
{
public:
    KeyStore(QString directory, std::chrono::milliseconds patience);

    /// Nothing where the profile has no key file yet.
    [[nodiscard]] Result<std::optional<ProfileKey>> find() const;
    /// Makes a random key and puts it into the keychain, else into the file.
    [[nodiscard]] Result<ProfileKey> create() const;
    /// Writes down that the profile is meant to be plain.
    [[nodiscard]] Result<ProfileKey> createPlain() const;

private:
    [[nodiscard]] Result<void> writePlace(const QByteArray &line) const;

    QString m_directory;
    std::chrono::milliseconds m_patience;
};

} // namespace aside
