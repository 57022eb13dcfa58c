// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/backup.h"

#include "app/storage/search/tokenizer.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTimeZone>

#include <sqlite3.h>

namespace aside {

namespace {

constexpr qsizetype backupsKept = 3;

Result<void> copyPages(Database &from, Database &into)
{
    sqlite3_backup *backup = sqlite3_backup_init(into.handle(), "main", from.handle(), "main");
    if (backup == nullptr) {
        return std::unexpected(into.lastError());
    }
    const int copied = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (copied != SQLITE_DONE) {
        return std::unexpected(into.lastError());
    }
    return {};
}

void dropOldest(const QDir &folder)
{
    const QStringList names = folder.entryList({QStringLiteral("aside-v*.db")}, QDir::Files, QDir::Time);
    for (qsizetype i = backupsKept; i < names.size(); ++i) {
        QFile::remove(folder.filePath(names.at(i)));
    }
}

} // namespace

Result<QString> backUp(Database &db, const Secret &key, const QString &directory, int version, Instant now)
{
    QDir folder(directory);
    if (!folder.mkpath(QStringLiteral("."))) {
        return fail(Errc::ReadOnly, QStringLiteral("cannot make the backup folder"));
    }
    const QString stamp = QDateTime::fromMSecsSinceEpoch(toMillis(now), QTimeZone::UTC)
                              .toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString path = folder.filePath(QStringLiteral("aside-v%1-%2.db").arg(version).arg(stamp));
    const QString temporary = path + QStringLiteral(".part");
    QFile::remove(temporary);
    {
        Result<Database> copy = Database::open(temporary, {.access = Access::ReadWrite, .key = key});
        if (!copy) {
            return std::unexpected(copy.error());
        }
        const Result<void> copied = copyPages(db, *copy);
        if (!copied) {
            QFile::remove(temporary);
            return std::unexpected(copied.error());
        }
    }
    if (!QFile::rename(temporary, path)) {
        return fail(Errc::Io, QStringLiteral("cannot name the backup"));
    }
    dropOldest(folder);
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
