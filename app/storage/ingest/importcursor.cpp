// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/ingest/importcursor.h"

namespace aside {

namespace {

constexpr std::string_view upsertCursor = R"sql(
    INSERT INTO import_cursor (source, cursor, updated_at) VALUES (?1, ?2, ?3)
    ON CONFLICT (source) DO UPDATE SET cursor = excluded.cursor, updated_at = excluded.updated_at
)sql";
constexpr std::string_view deleteCursor = "DELETE FROM import_cursor WHERE source = ?1";
constexpr std::string_view selectCursor = "SELECT cursor FROM import_cursor WHERE source = ?1";

} // namespace

Result<QByteArray> importCursor(Database &db, const QString &source)
{
    return db.prepare(selectCursor).and_then([&](Statement select) {
        return select.bind(1, source).step().transform(
            [&](bool row) { return row ? select.blob(0) : QByteArray(); });
    });
}

Result<void> keepImportCursor(Database &db, const QString &source, const QByteArray &cursor, Instant now)
{
    if (cursor.isEmpty()) {
        return db.prepare(deleteCursor).and_then([&](Statement drop) { return drop.bind(1, source).run(); });
    }
    return db.prepare(upsertCursor).and_then([&](Statement upsert) {
        return upsert.bind(1, source).bind(2, cursor).bind(3, toMillis(now)).run();
    });
}

} // namespace aside
