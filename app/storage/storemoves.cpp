// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/arrivals.h"
#include "app/storage/closings.h"
#include "app/storage/moves.h"
#include "app/storage/storewrite.h"

namespace aside {

namespace {

ChangeSet bothTalks(const Result<PrivateMove> &move)
{
    ChangeSet changes{.conversations = {move->conversation}, .outboxChanged = true};
    if (move->talk.isValid()) {
        changes.conversations.append(move->talk);
    }
    return changes;
}

} // namespace

QFuture<Result<PrivateMove>> SqliteStores::start(MoveOrder order)
{
    return write(
        [order = std::move(order), now = m_clock.now()](Database &db) { return startMove(db, order, now); },
        bothTalks);
}

QFuture<Result<QList<PrivateMove>>> SqliteStores::movesOf(ConversationId id)
{
    return m_reader->run([id](Database &db) { return aside::movesOf(db, id); });
}

QFuture<Result<QList<PrivateMove>>> SqliteStores::awaited()
{
    return m_reader->run([](Database &db) { return awaitedMoves(db); });
}

QFuture<Result<QList<ArrivalProposal>>> SqliteStores::arrivals(ConversationId talk)
{
    return m_reader->run([talk](Database &db) { return arrivalsIn(db, talk); });
}

QFuture<Result<QList<ArrivalProposal>>> SqliteStores::expected(ConversationId talk)
{
    return m_reader->run([talk](Database &db) { return expectedIn(db, talk); });
}

QFuture<Result<void>> SqliteStores::rejectArrival(PrivateMoveId id, ConversationId talk)
{
    return write(
        [id, talk, now = m_clock.now()](Database &db) { return aside::rejectArrival(db, id, talk, now); },
        [talk](const Result<void> &) { return ChangeSet{.conversations = {talk}}; });
}

QFuture<Result<PrivateMove>> SqliteStores::confirmArrival(PrivateMoveId id, ConversationId talk,
                                                          SendTerms terms)
{
    return write([id, talk, terms = std::move(terms), now = m_clock.now()](
                     Database &db) { return aside::confirmArrival(db, id, talk, terms, now); },
                 bothTalks);
}

QFuture<Result<PrivateMove>> SqliteStores::takeBack(PrivateMoveId id)
{
    return write([id, now = m_clock.now()](Database &db) { return takeBackMove(db, id, now); }, bothTalks);
}

QFuture<Result<PrivateMove>> SqliteStores::resolve(ConversationId id, QString what, QString by)
{
    return write([id, made = Resolution{.what = std::move(what), .at = m_clock.now(), .by = std::move(by)}](
                     Database &db) { return recordResolution(db, id, made); },
                 bothTalks);
}

QFuture<Result<int>> SqliteStores::approaches(ConversationId id)
{
    return m_reader->run([id](Database &db) { return approachesIn(db, id); });
}

} // namespace aside
