// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/preferences.h"

#include <QString>
#include <QStringList>

namespace aside {

/// What PROFILE/settings.toml holds.
struct Settings {
    QStringList ownAddresses; ///< [mail] own_addresses
    Preferences preferences = {};

    bool operator==(const Settings &) const = default;
};

/// Reads the settings; a missing file gives the defaults. Errc::BadSettings where it is not TOML or a value
/// is of the wrong kind: the file stays as it is.
[[nodiscard]] Result<Settings> readSettings(const QString &directory);

// Both write the whole file in one go. Keys they do not know stay, and a file that cannot be understood is
// answered with Errc::BadSettings and not touched. Any thread may call.
[[nodiscard]] Result<void> writeOwnAddresses(const QString &directory, const QStringList &addresses);
[[nodiscard]] Result<void> writePreferences(const QString &directory, const Preferences &preferences);

/// Moves a file that cannot be understood to settings.toml.broken-N, so that a new one can be written.
[[nodiscard]] Result<void> setAsideBrokenSettings(const QString &directory);

} // namespace aside
