// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/migrations.h"

#include "app/storage/replyclock.h"
#include "app/storage/search/tokenizer.h"
#include "models/core/logging.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <iterator>

namespace aside {

namespace {

Result<qint64> pragma(Database &db, std::string_view sql)
{
    Result<Statement> statement = db.prepare(sql);
    if (!statement) {
        return std::unexpected(statement.error());
    }
    const Result<bool> row = statement->step();
    if (!row) {
        return std::unexpected(row.error());
    }
    return *row ? statement->integer(0) : 0;
}

Result<void> applyMigration(Database &db, const Migration &migration)
{
    // PRAGMA takes no bound values; both are numbers of our own.
    const QByteArray mark = QByteArrayLiteral("PRAGMA user_version = ")
        + QByteArray::number(migration.version)
        + "; PRAGMA application_id = " + QByteArray::number(applicationId) + ";";
    return db
        .execute(std::string_view(migration.script.constData(), static_cast<size_t>(migration.script.size())))
        .and_then(
            [&] { return db.execute(std::string_view(mark.constData(), static_cast<size_t>(mark.size()))); });
}

/// In one transaction: a profile that comes from afar is never left halfway.
Result<void> applyAll(Database &db, const QList<Migration> &pending)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    for (const Migration &migration : pending) {
        if (const Result<void> applied = applyMigration(db, migration); !applied) {
            return applied;
        }
    }
    return transaction->commit();
}

} // namespace

Result<QList<Migration>> migrations()
{
    QList<Migration> all;
    const QDir folder(QStringLiteral(":/aside/sql"));
    for (const QString &name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        const int version = QStringView(name).left(4).toInt();
        if (!file.open(QIODevice::ReadOnly) || version != all.size() + 1) {
            return fail(Errc::Internal, QStringLiteral("migration %1 is out of order").arg(name));
        }
        all.append({.version = version, .name = name, .script = file.readAll()});
    }
    return all;
}

int latestVersion()
{
    const Result<QList<Migration>> all = migrations();
    return all ? static_cast<int>(all->size()) : 0;
}

Result<int> databaseVersion(Database &db)
{
    const Result<qint64> id = pragma(db, "PRAGMA application_id");
    const Result<qint64> version = pragma(db, "PRAGMA user_version");
    const Result<qint64> tables = pragma(db, "SELECT count(*) FROM sqlite_schema");
    if (!id || !version || !tables) {
        return std::unexpected(!id ? id.error() : (!version ? version.error() : tables.error()));
    }
    if (*tables == 0) {
        return 0;
    }
    if (*id != applicationId) {
        return fail(Errc::NotADatabase, QStringLiteral("application_id is %1").arg(*id));
    }
    return static_cast<int>(*version);
}

Result<void> migrate(Database &db)
{
    return migrateTo(db, latestVersion());
}

Result<void> migrateTo(Database &db, int target)
{
    const Result<void> registered
        = registerTokenizer(db).and_then([&] { return registerReplyClock(db, {}); });
    if (!registered) {
        return registered;
    }
    const Result<int> version = databaseVersion(db);
    if (!version) {
        return std::unexpected(version.error());
    }
    const Result<QList<Migration>> all = migrations();
    if (!all) {
        return std::unexpected(all.error());
    }
    if (*version > all->size()) {
        return fail(Errc::DatabaseNewer,
                    QStringLiteral("version %1, we know %2").arg(*version).arg(all->size()));
    }
    QList<Migration> pending;
    std::ranges::copy_if(*all, std::back_inserter(pending), [&](const Migration &migration) {
        return migration.version > *version && migration.version <= target;
    });
    if (pending.isEmpty()) {
        return {};
    }
    return applyAll(db, pending).transform([&] {
        qCInfo(logStorage) << "schema is now at version" << pending.constLast().version;
    });
}

} // namespace aside
