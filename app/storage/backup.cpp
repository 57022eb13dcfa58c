// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/backup.h"

#include "app/storage/migrations.h"
#include "app/storage/search/tokenizer.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTimeZone>

#include <sqlite3.h>

#include <algorithm>

namespace aside {

namespace {

constexpr qsizetype backupsKept = 3;
constexpr int pagesAtOnce = 256;

/// Part by part. Nobody else writes, so no part has to be copied twice.
Result<void> copyPages(Database &from, Database &into, const CopyWatch &watch)
{
    sqlite3_backup *backup = sqlite3_backup_init(into.handle(), "main", from.handle(), "main");
    if (backup == nullptr) {
        return std::unexpected(into.lastError());
    }
    int copied = SQLITE_OK;
    while (copied == SQLITE_OK) {
        copied = sqlite3_backup_step(backup, pagesAtOnce);
        const int pages = std::max(1, sqlite3_backup_pagecount(backup));
        const qint64 done = pages - sqlite3_backup_remaining(backup);
        if (copied == SQLITE_OK && watch && watch(static_cast<int>(100 * done / pages)) == Continue::No) {
            copied = SQLITE_INTERRUPT;
        }
    }
    sqlite3_backup_finish(backup);
    if (copied == SQLITE_INTERRUPT) {
        return fail(Errc::Cancelled);
    }
    if (copied != SQLITE_DONE) {
        return std::unexpected(into.lastError());
    }
    return {};
}

Result<void> copyTo(const QString &path, Database &db, const Secret &key, const CopyWatch &watch)
{
    return Database::open(path, {.access = Access::ReadWrite, .key = key}).and_then([&](Database copy) {
        return copyPages(db, copy, watch);
    });
}

} // namespace

void dropOldBackups(const QString &directory)
{
    const QDir folder(directory);
    const QStringList names = folder.entryList({QStringLiteral("aside-v*.db")}, QDir::Files, QDir::Time);
    for (qsizetype i = backupsKept; i < names.size(); ++i) {
        QFile::remove(folder.filePath(names.at(i)));
    }
}

Result<QString> backUp(Database &db, const BackupPlace &place, Instant now, const CopyWatch &watch)
{
    const Result<int> version = databaseVersion(db);
    if (!version) {
        return std::unexpected(version.error());
    }
    QDir folder(place.directory);
    if (!folder.mkpath(QStringLiteral("."))) {
        return fail(Errc::ReadOnly, QStringLiteral("cannot make the backup folder"));
    }
    const QString stamp = QDateTime::fromMSecsSinceEpoch(toMillis(now), QTimeZone::UTC)
                              .toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString path = folder.filePath(QStringLiteral("aside-v%1-%2.db").arg(*version).arg(stamp));
    const QString temporary = path + QStringLiteral(".part");
    QFile::remove(temporary);
    if (const Result<void> copied = copyTo(temporary, db, place.key, watch); !copied) {
        for (const QString &rest : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
            QFile::remove(temporary + rest);
        }
        return std::unexpected(copied.error());
    }
    if (!QFile::rename(temporary, path)) {
        return fail(Errc::Io, QStringLiteral("cannot name the backup"));
    }
    return path;
}

Result<void> checkIntegrity(Database &db)
{
    // The search index is checked too, and cannot be opened without its tokenizer.
    return registerTokenizer(db)
        .and_then([&] { return db.prepare("PRAGMA quick_check(1)"); })
        .and_then([](Statement check) -> Result<void> {
            const Result<bool> row = check.step();
            if (!row) {
                return std::unexpected(row.error());
            }
            if (!*row || check.text(0) != u"ok") {
                return fail(Errc::DatabaseCorrupt, *row ? check.text(0) : QStringLiteral("no answer"));
            }
            return {};
        });
}

} // namespace aside
