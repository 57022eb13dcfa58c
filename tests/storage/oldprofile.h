// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/secret.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <string_view>

namespace aside::test {

// A database of an earlier version, and what is looked at in it.

inline const Secret key(QByteArray(32, 'k'));

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline qint64 number(Database &db, std::string_view sql)
{
    auto select = db.prepare(sql);
    return select && select->step().value_or(false) ? select->integer(0) : -1;
}

/// Six conversations as version 1 knew them: their messages are (direction, time).
inline constexpr std::string_view threadsOfVersionOne = R"sql(
    INSERT INTO person (id, name) VALUES (1, 'Anna');
    INSERT INTO handle (id, person_id, channel, address, shown) VALUES (1, 1, 1, 'anna@example.org', 'anna@example.org');
    INSERT INTO conversation (id, channel, audience, state, handle_id, first_at, last_at, last_direction, message_count,
                              unread_count, attachment_count, subject, preview)
    SELECT value, 1, 0, value = 4, 1, 100, 400, 0, 1, 0, 0, 'A subject', '' FROM json_each('[1, 2, 3, 4, 5, 6]');
    INSERT INTO message (conversation_id, direction, is_read, sent_at, attachment_count, node_key, digest, remote_id,
                         subject, author)
    SELECT value ->> 0, value ->> 1, 1, value ->> 2, 0, x'00', x'00', '', '', ''
    FROM json_each('[[1, 0, 100], [1, 1, 300], [1, 0, 200], [2, 0, 100], [2, 1, 200], [2, 0, 400], [2, 0, 300],
                     [3, 0, 100], [4, 0, 100], [5, 0, 0], [6, 0, 100]]');
)sql";

inline Result<Database> openFile(const QString &path)
{
    return Database::open(path, {.access = Access::ReadWrite, .key = key});
}

} // namespace aside::test
