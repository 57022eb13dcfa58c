// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/checkprofile.h"
#include "models/core/error.h"

#include <QString>

namespace aside {

/// Reads PROFILE/check.toml; a missing file gives what is delivered. A team folder that is written as a
/// relative path lies below the profile. Errc::BadSettings, with the line in its detail, where the file is no
/// TOML or a value makes no sense: it stays as it is.
[[nodiscard]] Result<CheckProfile> readCheckFile(const QString &directory);

/// Writes the file in one go. Keys it does not know stay; a file that cannot be understood is answered with
/// Errc::BadSettings and not touched. The dictionary has files of its own.
[[nodiscard]] Result<void> writeCheckFile(const QString &directory, const CheckProfile &profile);

} // namespace aside
