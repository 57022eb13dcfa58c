// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/statement.h"
#include "models/core/error.h"
#include "models/core/secret.h"

#include <QString>

#include <memory>
#include <string_view>
#include <unordered_map>

struct sqlite3;

namespace aside {

/// What a connection may do.
enum class Access { ReadWrite, ReadOnly };

/// One SQLite (SQLCipher) connection: RAII over the C API, https://sqlite.org/c3ref/intro.html.
/// Belongs to the thread that uses it. Statements are prepared once and cached.
class Database
{
public:
    struct Options {
        Access access = Access::ReadWrite;
        Secret key; ///< 32 raw bytes; empty: not encrypted
    };

    /// Opens or creates. Errc::NotADatabase where the file is not ours or the key does not fit.
    [[nodiscard]] static Result<Database> open(const QString &path, const Options &options);
    /// A private database in memory, for tests.
    [[nodiscard]] static Result<Database> openInMemory();

    Database(Database &&) noexcept;
    Database &operator=(Database &&) noexcept;
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    /// The cached statement for this text, reset and ready to bind. Valid until the next prepare() of the
    /// same text.
    [[nodiscard]] Result<Statement> prepare(std::string_view sql);
    /// Runs a script of statements that answer with nothing.
    [[nodiscard]] Result<void> execute(std::string_view script);

    [[nodiscard]] qint64 lastInsertId() const;
    [[nodiscard]] qint64 changes() const;
    /// The error SQLite reports now, as ours.
    [[nodiscard]] Error lastError() const;
    [[nodiscard]] sqlite3 *handle() const { return m_handle.get(); }

    /// Test seam: the next `after` write statements succeed, the one after them fails as a full disk would.
    /// -1: off.
    void failWriteAfter(int after) { m_failAfter = after; }
    [[nodiscard]] bool takeInjectedFailure();

private:
    [[nodiscard]] static Result<Database> openNamed(const QByteArray &name, const Options &options);
    struct Close {
        void operator()(sqlite3 *handle) const;
    };

    explicit Database(sqlite3 *handle);

    std::unique_ptr<sqlite3, Close> m_handle;
    std::unordered_map<std::string_view, StatementHandle> m_statements;
    int m_failAfter = -1;
};

/// How sure a commit must be: Cached survives a crash of the program, Synced a power cut as well.
enum class Durability { Cached, Synced };

/// Rolls back unless committed. BEGIN IMMEDIATE.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(Database &db, Durability durability = Durability::Cached);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction();

    [[nodiscard]] Result<void> commit();

private:
    Transaction(Database &db, Durability durability);

    Database *m_db;
    Durability m_durability;
};

} // namespace aside
