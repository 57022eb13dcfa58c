// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <string_view>

struct sqlite3_stmt;

namespace aside {

class Database;

struct FinalizeStatement {
    void operator()(sqlite3_stmt *statement) const;
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// A prepared statement in use: bind from 1, step, read columns from 0. Owned by the Database's cache; resets
/// itself when it goes. The first error in a chain of binds is kept and answered by step().
class Statement
{
public:
    Statement(Database &db, sqlite3_stmt *statement);
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement();

    Statement &bind(int index, qint64 value);
    Statement &bind(int index, int value) { return bind(index, qint64{value}); }
    Statement &bind(int index, const QString &text);
    Statement &bind(int index, const QByteArray &blob);
    Statement &bindUtf8(int index, std::string_view text);
    Statement &bindNull(int index);

    /// True: a row is there to read. False: done.
    [[nodiscard]] Result<bool> step();
    /// For statements that answer with nothing.
    [[nodiscard]] Result<void> run();
    /// Ready to bind and step again.
    void reset();

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    Database *m_db;
    sqlite3_stmt *m_statement;
    int m_bindError = 0;
};

} // namespace aside
