// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QString>
#include <QStringList>

namespace aside {

/// What PROFILE/settings.toml holds.
struct Settings {
    QStringList ownAddresses; ///< [mail] own_addresses

    bool operator==(const Settings &) const = default;
};

/// Reads the settings; a missing file gives the defaults. Errc::BadSettings where it is not TOML or a value
/// is of the wrong kind: the file stays as it is.
[[nodiscard]] Result<Settings> readSettings(const QString &directory);
/// Writes them in one go; keys it does not know stay.
[[nodiscard]] Result<void> writeSettings(const QString &directory, const Settings &settings);

} // namespace aside
