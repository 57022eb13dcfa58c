// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/backup.h"
#include "models/domain/upgrade.h"

namespace aside {

/// Whether the database was made by an earlier version. Errc::NotADatabase where it is somebody else's.
[[nodiscard]] Result<bool> needsUpgrade(Database &db);

/// Checks the file, keeps a copy, and brings the schema to this version, all of it or nothing: where it fails
/// or is stopped (Errc::Cancelled), the database is what it was, and so are the copies that were kept
/// earlier. An empty file gets its schema; one of this version stays as it is.
[[nodiscard]] Result<void> upgradeDatabase(Database &db, const BackupPlace &place, Instant now,
                                           const UpgradeWatch &watch = {});

} // namespace aside
