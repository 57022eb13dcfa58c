// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"

#include <QString>

namespace aside {

/// Copies the open database into `directory` as aside-vVERSION-TIME.db, under the same key, and keeps the
/// newest three. Answers with the file's path.
[[nodiscard]] Result<QString> backUp(Database &db, const Secret &key, const QString &directory, int version,
                                     Instant now);

/// PRAGMA integrity_check in its quick form; Errc::DatabaseCorrupt where it finds anything.
[[nodiscard]] Result<void> checkIntegrity(Database &db);

} // namespace aside
