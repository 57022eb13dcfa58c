// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/promises.h"

#include "app/storage/conversations.h"
#include "app/storage/rows.h"

#include <utility>

namespace aside {

namespace {

constexpr std::string_view insertPromise
    = "INSERT INTO promise (conversation_id, due_at, words, made_at) VALUES (?1, ?2, ?3, ?4)";
constexpr std::string_view updateKept = "UPDATE promise SET kept_at = ?2 WHERE id = ?1 AND kept_at = 0";
constexpr std::string_view updateReminded
    = "UPDATE promise SET reminded = ?2 WHERE id = ?1 AND kept_at = 0 AND reminded < ?2";
constexpr std::string_view selectPromise = R"sql(
    SELECT id, conversation_id, due_at, words, made_at, kept_at, ended_as, outbox_id, moved_to, reminded
    FROM promise WHERE id = ?1
)sql";
constexpr std::string_view selectOfConversation = R"sql(
    SELECT id, conversation_id, due_at, words, made_at, kept_at, ended_as, outbox_id, moved_to, reminded
    FROM promise WHERE conversation_id = ?1
    ORDER BY kept_at > 0, CASE kept_at WHEN 0 THEN due_at ELSE -kept_at END, id
)sql";
constexpr std::string_view selectToPerson = R"sql(
    SELECT q.id, q.conversation_id, q.due_at, q.words, q.made_at, q.kept_at, q.ended_as, q.outbox_id, q.moved_to,
           q.reminded
    FROM handle h CROSS JOIN conversation c ON c.handle_id = h.id CROSS JOIN promise q ON q.conversation_id = c.id
    WHERE h.person_id = ?1
    ORDER BY q.kept_at > 0, CASE q.kept_at WHEN 0 THEN q.due_at ELSE -q.kept_at END, q.id
)sql";
// ?1 is 1 for those that have ended as well.
constexpr std::string_view selectList = R"sql(
    SELECT id, conversation_id, due_at, words, made_at, kept_at, ended_as, outbox_id, moved_to, reminded
    FROM promise WHERE ?1 OR kept_at = 0
    ORDER BY kept_at > 0, CASE kept_at WHEN 0 THEN due_at ELSE -kept_at END, id
)sql";

Promise readPromise(const Statement &row)
{
    return {.id = PromiseId{row.integer(0)},
            .conversation = ConversationId{row.integer(1)},
            .dueAt = fromMillis(row.integer(2)),
            .words = row.text(3),
            .madeAt = fromMillis(row.integer(4)),
            .keptAt = fromMillis(row.integer(5)),
            .end = static_cast<PromiseEnd>(row.integer(6)),
            .reply = OutboxId{row.integer(7)},
            .movedTo = PromiseId{row.integer(8)},
            .reminded = static_cast<PromiseReminder>(row.integer(9))};
}

Result<QList<Promise>> promisesBy(Database &db, std::string_view sql, qint64 id)
{
    return db.prepare(sql).and_then([&](Statement select) {
        select.bind(1, id);
        return allRows(std::move(select), readPromise);
    });
}

} // namespace

Result<Promise> promiseRow(Database &db, PromiseId id)
{
    return db.prepare(selectPromise).and_then([&](Statement select) -> Result<Promise> {
        const Result<bool> row = select.bind(1, id.value).step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return fail(Errc::NotFound, QStringLiteral("no promise %1").arg(id.value));
        }
        return readPromise(select);
    });
}

Result<Promise> addPromise(Database &db, ConversationId asked, Instant dueAt, const QString &words,
                           Instant now)
{
    if (dueAt <= Instant{}) {
        return fail(Errc::InvalidInput, QStringLiteral("a promise without a date"));
    }
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    const Result<ConversationId> id = currentConversation(db, asked);
    if (!transaction || !id) {
        return std::unexpected(!transaction ? transaction.error() : id.error());
    }
    return db.prepare(insertPromise)
        .and_then([&](Statement insert) {
            insert.bind(1, id->value).bind(2, toMillis(dueAt));
            return insert.bind(3, words).bind(4, toMillis(now)).run();
        })
        .and_then([&] { return promiseRow(db, PromiseId{db.lastInsertId()}); })
        .and_then([&](const Promise &made) { return transaction->commit().transform([&] { return made; }); });
}

Result<Promise> keepPromise(Database &db, PromiseId id, Instant now)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    return db.prepare(updateKept)
        .and_then([&](Statement update) { return update.bind(1, id.value).bind(2, toMillis(now)).run(); })
        .and_then([&] { return promiseRow(db, id); })
        .and_then([&](const Promise &kept) { return transaction->commit().transform([&] { return kept; }); });
}

Result<QList<Promise>> promisesOf(Database &db, ConversationId id)
{
    return promisesBy(db, selectOfConversation, currentConversation(db, id).value_or(id).value);
}

Result<QList<Promise>> promisesTo(Database &db, PersonId id)
{
    return promisesBy(db, selectToPerson, id.value);
}

Result<QList<Promise>> promiseList(Database &db, PromiseScope scope)
{
    return promisesBy(db, selectList, scope == PromiseScope::All ? 1 : 0);
}

Result<bool> noteReminder(Database &db, PromiseId id, PromiseReminder reminder)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    return db.prepare(updateReminded)
        .and_then([&](Statement update) {
            return update.bind(1, id.value).bind(2, std::to_underlying(reminder)).run();
        })
        .and_then([&] {
            const bool isNew = db.changes() > 0;
            return transaction->commit().transform([&] { return isNew; });
        });
}

} // namespace aside
