// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/halves.h"

#include "app/storage/closings.h"
#include "app/storage/moveconsents.h"
#include "app/storage/outboxrows.h"
#include "app/storage/rows.h"
#include "models/privacy/movestate.h"

#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectState = "SELECT state FROM outbox WHERE id = ?1";
constexpr std::string_view dropAfter = "UPDATE outbox SET after_outbox_id = NULL WHERE id = ?1";
constexpr std::string_view selectWaiting
    = "SELECT id FROM outbox WHERE after_outbox_id = ?1 AND state = 0 AND hold_reason = 6 ORDER BY id";
static_assert(std::to_underlying(HoldReason::OtherHalf) == 6);
constexpr std::string_view selectMoves = R"sql(
    SELECT v.id, v.way, v.state, v.private_conversation_id IS NOT NULL, a.state, b.state
    FROM private_move v LEFT JOIN outbox a ON a.id = v.public_outbox_id LEFT JOIN outbox b ON b.id = v.private_outbox_id
    WHERE v.public_outbox_id = ?1 OR v.private_outbox_id = ?1
)sql";
constexpr std::string_view updateMove
    = "UPDATE private_move SET state = ?2, ended_at = CASE WHEN ?2 < 2 THEN 0 ELSE ?3 END WHERE id = ?1";
static_assert(std::to_underlying(MoveState::Joined) == 2);

/// A move as it was until now.
struct MoveRow {
    qint64 id = 0;
    MoveProgress progress;
};

std::optional<OutboxState> itemState(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(static_cast<OutboxState>(row.integer(column)));
}

MoveRow readMove(const Statement &row)
{
    return {.id = row.integer(0),
            .progress = {.way = static_cast<MoveWay>(row.integer(1)),
                         .state = static_cast<MoveState>(row.integer(2)),
                         .hasTalk = row.integer(3) != 0,
                         .publicItem = itemState(row, 4),
                         .privateItem = itemState(row, 5)}};
}

Result<void> releaseWaiting(Database &db, OutboxId id, Instant now)
{
    const Result<QList<OutboxId>> waiting = db.prepare(selectWaiting).and_then([&](Statement select) {
        select.bind(1, id.value);
        return allRows(std::move(select), [](const Statement &row) { return OutboxId{row.integer(0)}; });
    });
    if (!waiting) {
        return std::unexpected(waiting.error());
    }
    for (const OutboxId one : *waiting) {
        const Result<void> moved = loadItem(db, one).and_then(
            [&](const OutboxItem &item) { return advance(db, item, OutboxEvent::HalfSent, now); });
        if (!moved) {
            return moved;
        }
    }
    return {};
}

/// Nothing was asked where the question did not leave.
bool isUnasked(const MoveProgress &progress, MoveState reached)
{
    const bool isClosing = progress.way == MoveWay::ClosePublic;
    return reached == MoveState::TakenBack
        || (isClosing && reached == MoveState::Answered && progress.privateItem == OutboxState::Withdrawn);
}

Result<void> settleMoves(Database &db, OutboxId id, Instant now)
{
    const Result<QList<MoveRow>> moves = db.prepare(selectMoves).and_then([&](Statement select) {
        select.bind(1, id.value);
        return allRows(std::move(select), readMove);
    });
    if (!moves) {
        return std::unexpected(moves.error());
    }
    for (const auto &[move, progress] : *moves) {
        const MoveState reached = moveStateOf(progress);
        if (reached == progress.state) {
            continue;
        }
        const Result<void> written = db.prepare(updateMove)
                                         .and_then([&](Statement update) {
                                             return update.bind(1, move)
                                                 .bind(2, std::to_underlying(reached))
                                                 .bind(3, toMillis(now))
                                                 .run();
                                         })
                                         .and_then([&] {
                                             return isUnasked(progress, reached)
                                                 ? takeBackAsked(db, PrivateMoveId{move}, now)
                                                 : Result<void>();
                                         });
        if (!written) {
            return written;
        }
    }
    return {};
}

} // namespace

Result<bool> awaitsItsHalf(Database &db, const OutboxItem &item)
{
    if (!item.after.isValid()) {
        return false;
    }
    return db.prepare(selectState).and_then([&](Statement select) {
        return select.bind(1, item.after.value).step().transform([&](bool row) {
            return !row || static_cast<OutboxState>(select.integer(0)) != OutboxState::Sent;
        });
    });
}

Result<void> sendAlone(Database &db, OutboxId id)
{
    return db.prepare(dropAfter).and_then([&](Statement update) { return update.bind(1, id.value).run(); });
}

Result<void> followItem(Database &db, OutboxId id, OutboxState reached, Instant now)
{
    const Result<void> released = reached == OutboxState::Sent ? releaseWaiting(db, id, now) : Result<void>();
    const Result<void> settled = released.and_then([&] { return settleMoves(db, id, now); });
    return reached == OutboxState::Sent ? settled.and_then([&] { return closeWhatEnded(db, id); }) : settled;
}

} // namespace aside
