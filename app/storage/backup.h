// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"

#include <QString>

#include <functional>

namespace aside {

/// Where copies of a database are kept, and under which key: its own.
struct BackupPlace {
    Secret key;
    QString directory;
};

enum class Continue : quint8 { No, Yes };
/// Hears how many per cent are copied, and says whether to go on.
using CopyWatch = std::function<Continue(int percent)>;

/// Copies the open database as aside-vVERSION-TIME.db and answers with the file's path. Errc::Cancelled where
/// the watch says so; then there is no copy.
[[nodiscard]] Result<QString> backUp(Database &db, const BackupPlace &place, Instant now,
                                     const CopyWatch &watch = {});
/// Keeps the newest three.
void dropOldBackups(const QString &directory);

/// PRAGMA integrity_check in its quick form; Errc::DatabaseCorrupt where it finds anything.
[[nodiscard]] Result<void> checkIntegrity(Database &db);

} // namespace aside
