// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/statement.h"

#include "app/storage/database.h"

#include <sqlite3.h>

#include <utility>

namespace aside {

void FinalizeStatement::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement::Statement(Database &db, sqlite3_stmt *statement)
    : m_db(&db)
    , m_statement(statement)
{
}

Statement::Statement(Statement &&other) noexcept
    : m_db(other.m_db)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_bindError(other.m_bindError)
{
}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_db, other.m_db);
    std::swap(m_statement, other.m_statement);
    std::swap(m_bindError, other.m_bindError);
    return *this;
}

Statement::~Statement()
{
    reset();
}

Statement &Statement::bind(int index, qint64 value)
{
    m_bindError |= sqlite3_bind_int64(m_statement, index, value);
    return *this;
}

Statement &Statement::bind(int index, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return bindUtf8(index, std::string_view(utf8.constData(), static_cast<size_t>(utf8.size())));
}

Statement &Statement::bindUtf8(int index, std::string_view text)
{
    // An empty view may hold a null pointer, which SQLite would store as NULL.
    m_bindError |= sqlite3_bind_text64(m_statement, index, text.empty() ? "" : text.data(), text.size(),
                                       SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement &Statement::bind(int index, const QByteArray &blob)
{
    m_bindError |= sqlite3_bind_blob64(m_statement, index, blob.isNull() ? "" : blob.constData(),
                                       static_cast<sqlite3_uint64>(blob.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bindNull(int index)
{
    m_bindError |= sqlite3_bind_null(m_statement, index);
    return *this;
}

Result<bool> Statement::step()
{
    if (m_bindError != SQLITE_OK) {
        return fail(Errc::TooLarge, QStringLiteral("bind failed with %1").arg(m_bindError));
    }
    if (sqlite3_stmt_readonly(m_statement) == 0 && m_db->takeInjectedFailure()) {
        return fail(Errc::DiskFull, QStringLiteral("injected"));
    }
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return std::unexpected(m_db->lastError());
    }
}

Result<void> Statement::run()
{
    const Result<bool> stepped = step();
    reset();
    if (!stepped) {
        return std::unexpected(stepped.error());
    }
    return {};
}

void Statement::reset()
{
    if (m_statement != nullptr) {
        sqlite3_reset(m_statement);
        m_bindError = SQLITE_OK;
    }
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *bytes = sqlite3_column_blob(m_statement, column);
    return QString::fromUtf8(static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::blob(int column) const
{
    const auto *bytes = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement, column)};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

} // namespace aside
