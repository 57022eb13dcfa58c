// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"

#include <QList>
#include <QString>

namespace aside {

/// "ASID" in PRAGMA application_id: tells our file from any other SQLite file.
constexpr qint64 applicationId = 0x41534944;

/// One numbered file of resources/sql. Never edited once released; a test keeps the checksums.
struct Migration {
    int version = 0;
    QString name;
    QByteArray script;
};

/// All migrations of this build, in order.
[[nodiscard]] Result<QList<Migration>> migrations();
/// The version this build writes.
[[nodiscard]] int latestVersion();
/// PRAGMA user_version; 0 for an empty file. Errc::NotADatabase where it is somebody else's.
[[nodiscard]] Result<int> databaseVersion(Database &db);

/// Brings the schema to the latest version (or to `target`, for tests), all steps in one transaction that
/// also sets user_version. Registers the tokenizer first. Errc::DatabaseNewer where the file is ahead of us.
[[nodiscard]] Result<void> migrate(Database &db);
[[nodiscard]] Result<void> migrateTo(Database &db, int target);

} // namespace aside
