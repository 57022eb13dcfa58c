// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/database.h"

#include "models/core/logging.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

#include <utility>

namespace aside {

namespace {

Errc codeOf(int sqlite)
{
    switch (sqlite & 0xff) {
    case SQLITE_FULL:
        return Errc::DiskFull;
    case SQLITE_READONLY:
        return Errc::ReadOnly;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return Errc::NoPermission;
    case SQLITE_CORRUPT:
        return Errc::DatabaseCorrupt;
    case SQLITE_NOTADB:
        return Errc::NotADatabase;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Errc::ProfileInUse;
    case SQLITE_IOERR:
        return Errc::Io;
    case SQLITE_INTERRUPT:
        return Errc::Cancelled;
    case SQLITE_TOOBIG:
        return Errc::TooLarge;
    default:
        return Errc::Internal;
    }
}

Error errorOf(sqlite3 *handle)
{
    const int code = sqlite3_extended_errcode(handle);
    return {.code = codeOf(code),
            .detail
            = QStringLiteral("SQLite %1: %2").arg(code).arg(QString::fromUtf8(sqlite3_errmsg(handle))),
            .retryAfter = {}};
}

Result<void> applyKey(Database &db, const Secret &key)
{
    if (key.isEmpty()) {
        return {};
    }
    // A raw key of 32 bytes skips the key derivation: https://www.zetetic.net/sqlcipher/sqlcipher-api/#key
    const QByteArray pragma = "x'" + key.bytes().toHex() + "'";
    if (sqlite3_key(db.handle(), pragma.constData(), static_cast<int>(pragma.size())) != SQLITE_OK) {
        return std::unexpected(db.lastError());
    }
    return {};
}

constexpr std::string_view readWriteSetup = R"sql(
    PRAGMA foreign_keys = ON;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA cache_size = -32000;
    PRAGMA temp_store = MEMORY;
    PRAGMA trusted_schema = OFF;
    PRAGMA journal_size_limit = 67108864;
)sql";

constexpr std::string_view readOnlySetup = R"sql(
    PRAGMA query_only = ON;
    PRAGMA cache_size = -32000;
    PRAGMA temp_store = MEMORY;
    PRAGMA trusted_schema = OFF;
)sql";

constexpr int busyMilliseconds = 5000;

/// A reader wants to make the log's two files, which a read-only disk refuses. Where the log is not there,
/// nothing can be in it, and SQLite may read the file without: https://www.sqlite.org/wal.html#readonly
bool canDoWithoutLog(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() && !QFile::exists(path + QStringLiteral("-wal"))
        && !QFileInfo(file.path()).isWritable();
}

} // namespace

void Database::Close::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

Database::Database(sqlite3 *handle)
    : m_handle(handle)
{
}

Database::Database(Database &&) noexcept = default;

Database &Database::operator=(Database &&other) noexcept
{
    if (this != &other) {
        m_statements = std::move(other.m_statements); // statements go before their connection
        m_handle = std::move(other.m_handle);
        m_failAfter = other.m_failAfter;
    }
    return *this;
}

Database::~Database()
{
    m_statements.clear();
}

Result<Database> Database::open(const QString &path, const Options &options)
{
    Result<Database> db = openNamed(QFile::encodeName(path), options);
    if (!db && options.access == Access::ReadOnly && db.error().code == Errc::NoPermission
        && canDoWithoutLog(path)) {
        return openNamed(QUrl::fromLocalFile(path).toEncoded() + "?immutable=1", options);
    }
    return db;
}

Result<Database> Database::openNamed(const QByteArray &name, const Options &options)
{
    const bool writes = options.access == Access::ReadWrite;
    const int flags = (writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY)
        | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI;
    sqlite3 *handle = nullptr;
    const int opened = sqlite3_open_v2(name.constData(), &handle, flags, nullptr);
    Database db(handle);
    if (handle == nullptr) {
        return fail(Errc::Internal, QStringLiteral("no memory for a connection"));
    }
    if (opened != SQLITE_OK) {
        return std::unexpected(db.lastError());
    }
    sqlite3_busy_timeout(handle, busyMilliseconds);
    const Result<void> ready
        = applyKey(db, options.key)
              .and_then([&] { return db.execute("SELECT count(*) FROM sqlite_schema;"); })
              .and_then([&] { return db.execute(writes ? readWriteSetup : readOnlySetup); });
    if (!ready) {
        return std::unexpected(ready.error());
    }
    return db;
}

Result<Database> Database::openInMemory()
{
    return open(QStringLiteral(":memory:"), Options{});
}

Result<Statement> Database::prepare(std::string_view sql)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        sqlite3_stmt *prepared = nullptr;
        const int code = sqlite3_prepare_v3(m_handle.get(), sql.data(), static_cast<int>(sql.size()),
                                            SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
        if (code != SQLITE_OK) {
            return std::unexpected(lastError());
        }
        // SQL is a constant of the program (style: named constants), so the view stays valid as a key.
        found = m_statements.emplace(sql, StatementHandle(prepared)).first;
    }
    sqlite3_reset(found->second.get());
    return Statement(*this, found->second.get());
}

Result<void> Database::execute(std::string_view script)
{
    if (takeInjectedFailure()) {
        return fail(Errc::DiskFull, QStringLiteral("injected"));
    }
    const QByteArray text(script.data(), static_cast<qsizetype>(script.size()));
    if (sqlite3_exec(m_handle.get(), text.constData(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        return std::unexpected(lastError());
    }
    return {};
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle.get());
}

qint64 Database::changes() const
{
    return sqlite3_changes64(m_handle.get());
}

Error Database::lastError() const
{
    return errorOf(m_handle.get());
}

bool Database::takeInjectedFailure()
{
    if (m_failAfter < 0) {
        return false;
    }
    return m_failAfter-- == 0;
}

Transaction::Transaction(Database &db, Durability durability)
    : m_db(&db)
    , m_durability(durability)
{
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_db(std::exchange(other.m_db, nullptr))
    , m_durability(other.m_durability)
{
}

Result<Transaction> Transaction::begin(Database &db, Durability durability)
{
    if (durability == Durability::Synced) {
        if (const Result<void> synced = db.execute("PRAGMA synchronous = FULL;"); !synced) {
            return std::unexpected(synced.error());
        }
    }
    Transaction transaction(db, durability);
    if (const Result<void> begun = db.execute("BEGIN IMMEDIATE;"); !begun) {
        return std::unexpected(begun.error());
    }
    return transaction;
}

Transaction::~Transaction()
{
    if (m_db == nullptr) {
        return;
    }
    // Straight to SQLite: neither an injected failure nor a missing transaction may keep us from ending it.
    if (sqlite3_get_autocommit(m_db->handle()) == 0) {
        sqlite3_exec(m_db->handle(), "ROLLBACK;", nullptr, nullptr, nullptr);
    }
    if (m_durability == Durability::Synced) {
        sqlite3_exec(m_db->handle(), "PRAGMA synchronous = NORMAL;", nullptr, nullptr, nullptr);
    }
}

Result<void> Transaction::commit()
{
    return m_db->execute("COMMIT;");
}

} // namespace aside
