// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/closings.h"

#include "app/storage/conversations.h"
#include "app/storage/moves.h"
#include "app/storage/rows.h"
#include "app/storage/triage/states.h"
#include "models/privacy/closing.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr std::string_view insertResolution
    = "INSERT INTO resolution (move_id, what, recorded_at, recorded_by) VALUES (?1, ?2, ?3, ?4)";
// Where the public line was left out, the request is all that there is to send.
constexpr std::string_view selectEnded = R"sql(
    SELECT conversation_id FROM private_move
    WHERE way = 9 AND (public_outbox_id = ?1 OR (public_outbox_id IS NULL AND private_outbox_id = ?1))
)sql";
static_assert(std::to_underlying(MoveWay::ClosePublic) == 9);

Result<ClosingStory> storyOf(Database &db, ConversationId home)
{
    return movesOf(db, home).transform([home](QList<PrivateMove> moves) {
        moves.removeIf([home](const PrivateMove &move) { return move.conversation != home; });
        return closingStory(moves);
    });
}

/// The public side of the conversation; itself where it was never moved.
Result<ConversationId> publicSideOf(Database &db, ConversationId asked)
{
    return currentConversation(db, asked).and_then([&](ConversationId id) {
        return movesOf(db, id).transform([id](const QList<PrivateMove> &moves) {
            const auto found = std::ranges::find_if(moves, [](const PrivateMove &move) {
                return endsInPublic(move.way) && move.state != MoveState::TakenBack;
            });
            return found == moves.cend() ? id : found->conversation;
        });
    });
}

Result<PrivateMoveId> resolvable(Database &db, ConversationId home)
{
    return storyOf(db, home).and_then([](const ClosingStory &story) -> Result<PrivateMoveId> {
        if (story.state != ClosingState::Unsolved && story.state != ClosingState::Due) {
            return fail(Errc::Conflict, QStringLiteral("nothing there that could be solved"));
        }
        return story.move.id;
    });
}

} // namespace

Result<PrivateMove> recordResolution(Database &db, ConversationId id, const Resolution &made)
{
    const QString what = made.what.trimmed();
    if (what.isEmpty()) {
        return fail(Errc::Empty, QStringLiteral("a resolution without words"));
    }
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const Result<PrivateMoveId> move
        = publicSideOf(db, id).and_then([&](ConversationId home) { return resolvable(db, home); });
    if (!move) {
        return std::unexpected(move.error());
    }
    return db.prepare(insertResolution)
        .and_then([&](Statement insert) {
            insert.bind(1, move->value).bind(2, what).bind(3, toMillis(made.at));
            return insert.bind(4, made.by).run();
        })
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return loadMove(db, *move); });
}

Result<PrivateMove> requireSolved(Database &db, ConversationId home)
{
    return storyOf(db, home).and_then([](const ClosingStory &story) -> Result<PrivateMove> {
        if (story.state != ClosingState::Due) {
            return fail(Errc::Conflict, QStringLiteral("nothing there that is solved and not closed"));
        }
        return story.move;
    });
}

Result<void> closeWhatEnded(Database &db, OutboxId sent)
{
    const Result<QList<ConversationId>> ended = db.prepare(selectEnded).and_then([&](Statement select) {
        select.bind(1, sent.value);
        return allRows(std::move(select),
                       [](const Statement &row) { return ConversationId{row.integer(0)}; });
    });
    if (!ended) {
        return std::unexpected(ended.error());
    }
    for (const ConversationId one : *ended) {
        TriageReceipt receipt{.triage = {.kind = Triage::Kind::Close}};
        if (const Result<void> closed = changeState(db, one, receipt); !closed) {
            return closed;
        }
    }
    return {};
}

} // namespace aside
