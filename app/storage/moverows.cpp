// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Moves to private as they are read.

#include "app/storage/conversations.h"
#include "app/storage/moves.h"
#include "app/storage/rows.h"

namespace aside {

namespace {

// A half is stopped where it was refused, is uncertain, or is held for more than a time or its other half.
// The same columns three times, because SQL is a constant.
constexpr std::string_view selectMove = R"sql(
    SELECT v.id, conversation_id, coalesce(private_conversation_id, 0), way, state, is_approach, started_at, started_by,
           coalesce(public_outbox_id, 0), coalesce(private_outbox_id, 0), private_channel, private_handle,
           private_text, payload, ended_at, latest.what, latest.recorded_at, latest.recorded_by,
           EXISTS (SELECT 1 FROM outbox o WHERE o.id IN (public_outbox_id, private_outbox_id)
                   AND (o.state IN (4, 5) OR (o.state = 0 AND o.hold_reason IN (2, 3, 5, 7))))
    FROM private_move v LEFT JOIN resolution latest
         ON latest.id = (SELECT max(r.id) FROM resolution r WHERE r.move_id = v.id)
    WHERE v.id = ?1
)sql";
constexpr std::string_view selectMovesOf = R"sql(
    SELECT v.id, conversation_id, coalesce(private_conversation_id, 0), way, state, is_approach, started_at, started_by,
           coalesce(public_outbox_id, 0), coalesce(private_outbox_id, 0), private_channel, private_handle,
           private_text, payload, ended_at, latest.what, latest.recorded_at, latest.recorded_by,
           EXISTS (SELECT 1 FROM outbox o WHERE o.id IN (public_outbox_id, private_outbox_id)
                   AND (o.state IN (4, 5) OR (o.state = 0 AND o.hold_reason IN (2, 3, 5, 7))))
    FROM private_move v LEFT JOIN resolution latest
         ON latest.id = (SELECT max(r.id) FROM resolution r WHERE r.move_id = v.id)
    WHERE conversation_id = ?1 OR private_conversation_id = ?1 ORDER BY v.id DESC
)sql";
constexpr std::string_view selectAwaited = R"sql(
    SELECT v.id, conversation_id, coalesce(private_conversation_id, 0), way, state, is_approach, started_at, started_by,
           coalesce(public_outbox_id, 0), coalesce(private_outbox_id, 0), private_channel, private_handle,
           private_text, payload, ended_at, latest.what, latest.recorded_at, latest.recorded_by,
           EXISTS (SELECT 1 FROM outbox o WHERE o.id IN (public_outbox_id, private_outbox_id)
                   AND (o.state IN (4, 5) OR (o.state = 0 AND o.hold_reason IN (2, 3, 5, 7))))
    FROM private_move v LEFT JOIN resolution latest
         ON latest.id = (SELECT max(r.id) FROM resolution r WHERE r.move_id = v.id)
    WHERE state = 1 ORDER BY v.id
)sql";
constexpr std::string_view selectUnderWay
    = "SELECT 1 FROM private_move WHERE conversation_id = ?1 AND state IN (0, 1) LIMIT 1";
// An answer is what the person wrote in the public talk, or anywhere in private, after the attempt.
constexpr std::string_view countApproaches = R"sql(
    SELECT count(*) FROM private_move v
    WHERE v.conversation_id = ?1 AND v.is_approach AND v.state <> 3 AND NOT EXISTS (
        SELECT 1 FROM message m WHERE m.direction = 0 AND m.sent_at > v.started_at AND (
            m.conversation_id = v.conversation_id OR m.conversation_id = v.private_conversation_id
            OR m.conversation_id IN (
                SELECT c.id FROM conversation p JOIN handle a ON a.id = p.handle_id
                JOIN handle b ON b.person_id = a.person_id JOIN conversation c ON c.handle_id = b.id
                WHERE p.id = v.conversation_id AND c.audience = 0)))
)sql";

std::optional<Resolution> readResolution(const Statement &row)
{
    if (row.isNull(15)) {
        return std::nullopt;
    }
    return Resolution{.what = row.text(15), .at = fromMillis(row.integer(16)), .by = row.text(17)};
}

PrivateMove readMove(const Statement &row)
{
    return {.id = PrivateMoveId{row.integer(0)},
            .conversation = ConversationId{row.integer(1)},
            .talk = ConversationId{row.integer(2)},
            .way = static_cast<MoveWay>(row.integer(3)),
            .state = static_cast<MoveState>(row.integer(4)),
            .isApproach = row.integer(5) != 0,
            .startedAt = fromMillis(row.integer(6)),
            .startedBy = row.text(7),
            .publicItem = OutboxId{row.integer(8)},
            .privateItem = OutboxId{row.integer(9)},
            .channel = static_cast<Channel>(row.integer(10)),
            .handle = row.text(11),
            .waitingText = row.text(12),
            .payload = row.text(13),
            .endedAt = fromMillis(row.integer(14)),
            .resolution = readResolution(row),
            .isStopped = row.integer(18) != 0};
}

} // namespace

Result<PrivateMove> loadMove(Database &db, PrivateMoveId id)
{
    return db.prepare(selectMove).and_then([&](Statement select) -> Result<PrivateMove> {
        const Result<bool> row = select.bind(1, id.value).step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return fail(Errc::NotFound, QStringLiteral("no move %1").arg(id.value));
        }
        return readMove(select);
    });
}

Result<QList<PrivateMove>> movesOf(Database &db, ConversationId asked)
{
    const ConversationId id = currentConversation(db, asked).value_or(asked);
    return db.prepare(selectMovesOf).and_then([&](Statement select) {
        select.bind(1, id.value);
        return allRows(std::move(select), readMove);
    });
}

Result<QList<PrivateMove>> awaitedMoves(Database &db)
{
    return db.prepare(selectAwaited).and_then([](Statement select) {
        return allRows(std::move(select), readMove);
    });
}

Result<bool> isMoveUnderWay(Database &db, ConversationId id)
{
    return db.prepare(selectUnderWay).and_then([&](Statement select) {
        return select.bind(1, id.value).step();
    });
}

Result<int> approachesIn(Database &db, ConversationId asked)
{
    const ConversationId id = currentConversation(db, asked).value_or(asked);
    return db.prepare(countApproaches).and_then([&](Statement select) {
        return select.bind(1, id.value).step().transform([&](bool) {
            return static_cast<int>(select.integer(0));
        });
    });
}

} // namespace aside
