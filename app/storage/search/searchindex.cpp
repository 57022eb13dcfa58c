// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/search/searchindex.h"

#include "app/storage/database.h"
#include "app/storage/ingest/texts.h"

namespace aside {

namespace {

constexpr std::string_view insertText = R"sql(
    INSERT OR REPLACE INTO message_fts (rowid, subject, text, people) VALUES (?1, ?2, ?3, ?4)
)sql";

constexpr std::string_view deleteText = R"sql(
    DELETE FROM message_fts WHERE rowid = ?1
)sql";

constexpr std::string_view deleteEverything = R"sql(
    INSERT INTO message_fts (message_fts) VALUES ('delete-all')
)sql";

// What ingest indexes, from the tables: the author, the customer, and whether the message answered is here as
// well.
constexpr std::string_view selectTexts = R"sql(
    SELECT m.id, m.subject, b.text,
           concat_ws(' ', m.author, a.shown, p.name, h.shown),
           EXISTS (SELECT 1 FROM thread_node AS n JOIN thread_node AS parent ON parent.key = n.parent
                   WHERE n.key = m.node_key AND parent.message_id > 0)
    FROM message AS m
    JOIN message_body AS b ON b.message_id = m.id
    JOIN conversation AS c ON c.id = m.conversation_id
    LEFT JOIN handle AS a ON a.id = m.handle_id
    LEFT JOIN handle AS h ON h.id = c.handle_id
    LEFT JOIN person AS p ON p.id = coalesce(h.own_person_id, h.person_id)
    ORDER BY m.id
)sql";

Result<void> indexEverything(Database &db)
{
    auto messages = db.prepare(selectTexts);
    if (!messages) {
        return std::unexpected(messages.error());
    }
    for (;;) {
        const auto row = messages->step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return {};
        }
        const auto text = messages->text(2);
        const bool answersOneHere = messages->integer(4) != 0;
        const auto indexed = indexMessage(db, MessageId{messages->integer(0)}, messages->text(1),
                                          answersOneHere ? withoutQuotes(text) : text, messages->text(3));
        if (!indexed) {
            return indexed;
        }
    }
}

} // namespace

Result<void> indexMessage(Database &db, MessageId id, const QString &subject, const QString &text,
                          const QString &people)
{
    return db.prepare(insertText).and_then([&](Statement insert) {
        return insert.bind(1, id.value).bind(2, subject).bind(3, text).bind(4, people).run();
    });
}

Result<void> unindexMessage(Database &db, MessageId id)
{
    return db.prepare(deleteText).and_then([&](Statement remove) { return remove.bind(1, id.value).run(); });
}

Result<void> rebuildIndex(Database &db)
{
    auto transaction = Transaction::begin(db);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    return db.prepare(deleteEverything)
        .and_then([](Statement remove) { return remove.run(); })
        .and_then([&] { return indexEverything(db); })
        .and_then([&] { return transaction->commit(); });
}

} // namespace aside
