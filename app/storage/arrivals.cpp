// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/arrivals.h"

#include "app/storage/conversations.h"
#include "app/storage/moves.h"
#include "app/storage/rows.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectTalk = R"sql(
    SELECT c.channel, c.audience, coalesce(h.shown, ''), coalesce(h.person_id, 0)
    FROM conversation c LEFT JOIN handle h ON h.id = c.handle_id WHERE c.id = ?1
)sql";
constexpr std::string_view selectJoined
    = "SELECT 1 FROM private_move WHERE private_conversation_id = ?1 AND state IN (0, 2) LIMIT 1";
constexpr std::string_view selectRejected = "SELECT move_id FROM rejected_arrival WHERE conversation_id = ?1";
// Whoever comes says so soon; later words are looked at no more.
constexpr std::string_view selectWords = R"sql(
    SELECT m.sent_at, b.text FROM message m JOIN message_body b ON b.message_id = m.id
    WHERE m.conversation_id = ?1 AND m.direction = 0 AND m.sent_at >= ?2 ORDER BY m.sent_at, m.id LIMIT 20
)sql";
constexpr std::string_view selectPublic = R"sql(
    SELECT coalesce(p.name, ''), c.subject, coalesce(h.person_id, 0), coalesce(h.shown, '')
    FROM conversation c LEFT JOIN handle h ON h.id = c.handle_id LEFT JOIN person p ON p.id = h.person_id
    WHERE c.id = ?1
)sql";
constexpr std::string_view insertRejected = R"sql(
    INSERT OR IGNORE INTO rejected_arrival (move_id, conversation_id, rejected_at) VALUES (?1, ?2, ?3)
)sql";

struct Talk {
    ConversationId id;
    Arrival arrival;
    PersonId person;
};

Result<Talk> talkOf(Database &db, ConversationId asked)
{
    const Result<ConversationId> id = currentConversation(db, asked);
    if (!id) {
        return std::unexpected(id.error());
    }
    return db.prepare(selectTalk).and_then([&](Statement select) -> Result<Talk> {
        const Result<bool> row = select.bind(1, id->value).step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return fail(Errc::NotFound, QStringLiteral("no conversation %1").arg(asked.value));
        }
        return Talk{.id = *id,
                    .arrival = {.channel = static_cast<Channel>(select.integer(0)),
                                .audience = static_cast<Audience>(select.integer(1)),
                                .handle = select.text(2),
                                .firstText = {}},
                    .person = PersonId{select.integer(3)}};
    });
}

Result<bool> isJoined(Database &db, ConversationId talk)
{
    return db.prepare(selectJoined).and_then([&](Statement select) {
        return select.bind(1, talk.value).step();
    });
}

Result<QList<PrivateMoveId>> rejectedOf(Database &db, ConversationId talk)
{
    return db.prepare(selectRejected).and_then([&](Statement select) {
        select.bind(1, talk.value);
        return allRows(std::move(select), [](const Statement &row) { return PrivateMoveId{row.integer(0)}; });
    });
}

/// What they wrote since the first of these moves began, each as if the talk had begun with it: who wrote to
/// us a year ago comes by the link as well.
Result<QList<Arrival>> wordsOf(Database &db, const Talk &talk, const QList<PrivateMove> &moves)
{
    const Instant from = std::ranges::min(moves, {}, &PrivateMove::startedAt).startedAt;
    return db.prepare(selectWords).and_then([&](Statement select) {
        select.bind(1, talk.id.value).bind(2, toMillis(from - clockAllowance));
        return allRows(std::move(select), [&](const Statement &row) {
            Arrival arrival = talk.arrival;
            arrival.at = fromMillis(row.integer(0));
            arrival.firstText = row.text(1);
            return arrival;
        });
    });
}

/// Each move once, with its surest sign.
QList<ArrivalCandidate> candidatesOf(const QList<Arrival> &words, const QList<PrivateMove> &moves)
{
    QList<ArrivalCandidate> all;
    for (const Arrival &said : words) {
        const QList<ArrivalCandidate> found = arrivalCandidates(said, moves);
        for (const ArrivalCandidate &one : found) {
            const auto known = std::ranges::find(all, one.move, &ArrivalCandidate::move);
            if (known == all.end()) {
                all.append(one);
            } else {
                known->sign = std::min(known->sign, one.sign);
            }
        }
    }
    std::ranges::stable_sort(all, {}, &ArrivalCandidate::sign);
    return all;
}

Result<ArrivalProposal> proposalOf(Database &db, const ArrivalCandidate &candidate, const Talk &talk)
{
    const Result<PrivateMove> move = loadMove(db, candidate.move);
    if (!move) {
        return std::unexpected(move.error());
    }
    return db.prepare(selectPublic).and_then([&](Statement select) {
        return select.bind(1, move->conversation.value).step().transform([&](bool) {
            const QString name = select.text(0);
            return ArrivalProposal{.move = *move,
                                   .sign = candidate.sign,
                                   .personName = name.isEmpty() ? select.text(3) : name,
                                   .subject = select.text(1),
                                   .person = PersonId{select.integer(2)},
                                   .talkPerson = talk.person};
        });
    });
}

/// Whoever is waited for, and of whom somebody said no.
struct Waiting {
    QList<PrivateMove> moves;
    QList<PrivateMoveId> rejected;
};

/// Nobody for a talk that is public, or that belongs to a move.
Result<Waiting> waitingFor(Database &db, const Talk &talk)
{
    const Result<bool> joined = isJoined(db, talk.id);
    if (!joined) {
        return std::unexpected(joined.error());
    }
    if (*joined || talk.arrival.audience != Audience::Private) {
        return Waiting();
    }
    return awaitedMoves(db).and_then([&](const QList<PrivateMove> &moves) {
        return rejectedOf(db, talk.id).transform([&](const QList<PrivateMoveId> &rejected) {
            return Waiting{.moves = moves, .rejected = rejected};
        });
    });
}

/// Those of its channel that a sign points at, nobody of whom somebody said no.
Result<QList<ArrivalCandidate>> signsOf(Database &db, const Talk &talk, const Waiting &waiting)
{
    QList<PrivateMove> moves = waiting.moves;
    moves.removeIf([&](const PrivateMove &move) {
        return move.channel != talk.arrival.channel || waiting.rejected.contains(move.id);
    });
    if (moves.isEmpty()) {
        return QList<ArrivalCandidate>();
    }
    return wordsOf(db, talk, moves).transform([&](const QList<Arrival> &words) {
        return candidatesOf(words, moves);
    });
}

Result<QList<ArrivalProposal>> proposalsOf(Database &db, const QList<ArrivalCandidate> &candidates,
                                           const Talk &talk)
{
    QList<ArrivalProposal> proposals;
    for (const ArrivalCandidate &candidate : candidates) {
        const Result<ArrivalProposal> proposal = proposalOf(db, candidate, talk);
        if (!proposal) {
            return std::unexpected(proposal.error());
        }
        proposals.append(*proposal);
    }
    return proposals;
}

/// Those whom no sign points at behind the others.
QList<ArrivalCandidate> everybody(QList<ArrivalCandidate> candidates, const Waiting &waiting, Channel channel)
{
    QList<PrivateMove> others = waiting.moves;
    others.removeIf([&](const PrivateMove &move) {
        return std::ranges::contains(candidates, move.id, &ArrivalCandidate::move);
    });
    std::ranges::stable_sort(others, {}, [&](const PrivateMove &move) {
        return std::pair(waiting.rejected.contains(move.id), move.channel != channel);
    });
    for (const PrivateMove &move : std::as_const(others)) {
        candidates.append({.move = move.id, .conversation = move.conversation, .sign = ArrivalSign::Nothing});
    }
    return candidates;
}

} // namespace

Result<QList<ArrivalProposal>> arrivalsIn(Database &db, ConversationId asked)
{
    return talkOf(db, asked).and_then([&](const Talk &talk) {
        return waitingFor(db, talk)
            .and_then([&](const Waiting &waiting) { return signsOf(db, talk, waiting); })
            .and_then([&](const QList<ArrivalCandidate> &found) { return proposalsOf(db, found, talk); });
    });
}

Result<QList<ArrivalProposal>> expectedIn(Database &db, ConversationId asked)
{
    return talkOf(db, asked).and_then([&](const Talk &talk) {
        return waitingFor(db, talk).and_then([&](const Waiting &waiting) {
            return signsOf(db, talk, waiting).and_then([&](const QList<ArrivalCandidate> &found) {
                return proposalsOf(db, everybody(found, waiting, talk.arrival.channel), talk);
            });
        });
    });
}

Result<void> rejectArrival(Database &db, PrivateMoveId id, ConversationId talk, Instant now)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    return loadMove(db, id)
        .and_then([&](const PrivateMove &) { return talkOf(db, talk); })
        .and_then([&](const Talk &known) {
            return db.prepare(insertRejected).and_then([&](Statement insert) {
                return insert.bind(1, id.value).bind(2, known.id.value).bind(3, toMillis(now)).run();
            });
        })
        .and_then([&] { return transaction->commit(); });
}

} // namespace aside
