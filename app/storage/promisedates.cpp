// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/promisedates.h"

#include "app/storage/conversations.h"
#include "app/storage/promises.h"
#include "app/storage/rows.h"
#include "models/domain/addressing.h"

#include <array>
#include <utility>

namespace aside {

namespace {

// As many as an operator looks back on; older dates were seen long ago.
constexpr std::string_view selectSent = R"sql(
    SELECT o.id, o.conversation_id, o.text, CASE o.attempt_at WHEN 0 THEN o.created_at ELSE o.attempt_at END,
           o.addressing
    FROM outbox o WHERE o.conversation_id = ?1 AND o.state = 3
      AND NOT EXISTS (SELECT 1 FROM promise_answer a WHERE a.outbox_id = o.id AND a.place < 0)
    ORDER BY o.id DESC LIMIT 20
)sql";
constexpr std::string_view selectDecided
    = "SELECT place FROM promise_answer WHERE outbox_id = ?1 ORDER BY place";
constexpr std::string_view selectReply = "SELECT conversation_id, state = 3 FROM outbox WHERE id = ?1";
constexpr std::string_view insertPromise = R"sql(
    INSERT INTO promise (conversation_id, due_at, words, made_at, outbox_id) VALUES (?1, ?2, ?3, ?4, ?5)
)sql";
constexpr std::string_view insertAnswer = R"sql(
    INSERT OR IGNORE INTO promise_answer (outbox_id, place, promise_id, answered_at) VALUES (?1, ?2, ?3, ?4)
)sql";
constexpr std::string_view updateMoved = R"sql(
    UPDATE promise SET kept_at = ?3, ended_as = 1, moved_to = ?2
    WHERE id = ?1 AND kept_at = 0 AND id <> ?2
      AND conversation_id = (SELECT n.conversation_id FROM promise n WHERE n.id = ?2)
)sql";

// What the reply moved goes back to its date, and moves again where the reply is sent again.
constexpr std::string_view openMoved = R"sql(
    UPDATE promise SET kept_at = 0, ended_as = 0 WHERE kept_at > 0 AND ended_as = 1
      AND moved_to IN (SELECT n.id FROM promise n WHERE n.outbox_id = ?1 AND n.kept_at = 0) AND ?2 > 0
)sql";
constexpr std::string_view undoGiven
    = "UPDATE promise SET kept_at = ?2, ended_as = 2 WHERE outbox_id = ?1 AND kept_at = 0";
constexpr std::string_view openGiven
    = "UPDATE promise SET kept_at = 0, ended_as = 0 WHERE outbox_id = ?1 AND ended_as = 2 AND ?2 > 0";
constexpr std::string_view moveAgain = R"sql(
    UPDATE promise SET kept_at = ?2, ended_as = 1 WHERE kept_at = 0
      AND moved_to IN (SELECT n.id FROM promise n WHERE n.outbox_id = ?1 AND n.kept_at = 0)
)sql";
static_assert(std::to_underlying(PromiseEnd::Moved) == 1 && std::to_underlying(PromiseEnd::Undone) == 2);
static_assert(std::to_underlying(OutboxState::Sent) == 3);

/// A row of the outbox where dates are looked for.
struct SentRow {
    SentReply reply;
    bool isPassedOn = false;
};

SentRow readSent(const Statement &row)
{
    return {.reply = {.id = OutboxId{row.integer(0)},
                      .conversation = ConversationId{row.integer(1)},
                      .text = row.text(2),
                      .sentAt = fromMillis(row.integer(3))},
            .isPassedOn = Addressing::parse(row.text(4)).forwarded.isValid()};
}

Result<QList<qsizetype>> decidedIn(Database &db, OutboxId reply)
{
    return db.prepare(selectDecided).and_then([&](Statement select) {
        select.bind(1, reply.value);
        return allRows(std::move(select),
                       [](const Statement &row) { return static_cast<qsizetype>(row.integer(0)); });
    });
}

/// Where a reply lies, and whether it is sent.
struct ReplyPlace {
    ConversationId conversation;
    bool isSent = false;
};

Result<ReplyPlace> placeOf(Database &db, OutboxId reply)
{
    return db.prepare(selectReply).and_then([&](Statement select) -> Result<ReplyPlace> {
        const Result<bool> row = select.bind(1, reply.value).step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return fail(Errc::NotFound, QStringLiteral("no outbox item %1").arg(reply.value));
        }
        return ReplyPlace{.conversation = ConversationId{select.integer(0)},
                          .isSent = select.integer(1) != 0};
    });
}

/// False where the date was decided on before.
Result<bool> decide(Database &db, const AcceptedDate &date, PromiseId promise, Instant now)
{
    return db.prepare(insertAnswer).and_then([&](Statement insert) {
        insert.bind(1, date.reply.value).bind(2, qint64{date.place});
        if (promise.isValid()) {
            insert.bind(3, promise.value);
        } else {
            insert.bindNull(3);
        }
        return insert.bind(4, toMillis(now)).run().transform([&] { return db.changes() > 0; });
    });
}

Result<PromiseId> give(Database &db, const AcceptedDate &date, ConversationId in, Instant now)
{
    return db.prepare(insertPromise).and_then([&](Statement insert) {
        insert.bind(1, in.value).bind(2, toMillis(date.dueAt)).bind(3, date.words);
        return insert.bind(4, toMillis(now)).bind(5, date.reply.value).run().transform([&] {
            return PromiseId{db.lastInsertId()};
        });
    });
}

Result<void> moveTo(Database &db, PromiseId old, PromiseId made, Instant now)
{
    if (!old.isValid()) {
        return {};
    }
    return db.prepare(updateMoved).and_then([&](Statement update) {
        return update.bind(1, old.value).bind(2, made.value).bind(3, toMillis(now)).run();
    });
}

Result<PromiseId> giveOnce(Database &db, const AcceptedDate &date, ConversationId in, Instant now)
{
    const Result<PromiseId> made = give(db, date, in, now);
    const Result<bool> isNew = made ? decide(db, date, *made, now) : std::unexpected(made.error());
    if (!isNew) {
        return std::unexpected(isNew.error());
    }
    if (!*isNew) {
        return fail(Errc::Conflict, QStringLiteral("the date was decided on"));
    }
    return moveTo(db, date.instead, *made, now).transform([&] { return *made; });
}

} // namespace

Result<QList<SentReply>> sentReplies(Database &db, ConversationId id)
{
    const qint64 current = currentConversation(db, id).value_or(id).value;
    Result<QList<SentRow>> rows = db.prepare(selectSent).and_then([&](Statement select) {
        select.bind(1, current);
        return allRows(std::move(select), readSent);
    });
    if (!rows) {
        return std::unexpected(rows.error());
    }
    QList<SentReply> replies;
    for (SentRow &row : *rows) {
        Result<QList<qsizetype>> decided = decidedIn(db, row.reply.id);
        if (!decided) {
            return std::unexpected(decided.error());
        }
        row.reply.decided = std::move(*decided);
        if (!row.isPassedOn) {
            replies.prepend(row.reply);
        }
    }
    return replies;
}

Result<Promise> acceptDate(Database &db, const AcceptedDate &date, Instant now)
{
    if (date.dueAt <= Instant{} || date.place < 0) {
        return fail(Errc::InvalidInput, QStringLiteral("a promise without a date"));
    }
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    const Result<ReplyPlace> reply = placeOf(db, date.reply);
    if (!transaction || !reply) {
        return std::unexpected(!transaction ? transaction.error() : reply.error());
    }
    if (!reply->isSent) {
        return fail(Errc::Conflict, QStringLiteral("the reply is not sent"));
    }
    return giveOnce(db, date, reply->conversation, now)
        .and_then([&](PromiseId made) { return promiseRow(db, made); })
        .and_then([&](const Promise &made) { return transaction->commit().transform([&] { return made; }); });
}

Result<ConversationId> dismissDate(Database &db, OutboxId reply, qsizetype place, Instant now)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    const Result<ReplyPlace> found = placeOf(db, reply);
    if (!transaction || !found) {
        return std::unexpected(!transaction ? transaction.error() : found.error());
    }
    return decide(db, {.reply = reply, .place = place}, {}, now)
        .and_then([&](bool) { return transaction->commit(); })
        .transform([&] { return found->conversation; });
}

Result<void> followReply(Database &db, OutboxId reply, OutboxState reached, Instant now)
{
    const auto steps
        = reached == OutboxState::Sent ? std::array{openGiven, moveAgain} : std::array{openMoved, undoGiven};
    for (const std::string_view step : steps) {
        const Result<void> done = db.prepare(step).and_then(
            [&](Statement update) { return update.bind(1, reply.value).bind(2, toMillis(now)).run(); });
        if (!done) {
            return done;
        }
    }
    return {};
}

} // namespace aside
