// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/privacy/arrival.h"
#include "models/privacy/privatetalk.h"

#include <QFuture>
#include <QList>

namespace aside {

/// Carries out moves to private, and remembers them. A future that reports success means: on the disk,
/// synced. Any thread may call.
class MoveStore
{
public:
    MoveStore() = default;
    virtual ~MoveStore() = default;
    MoveStore(const MoveStore &) = delete;
    MoveStore &operator=(const MoveStore &) = delete;

    /// Both halves in one transaction: what leaves now is held in the outbox (its second half waits for the
    /// first), what waits for the person is kept, and the attempt counts. Errc::NotFound where the
    /// conversation is gone, Errc::Conflict where another move of it is on its way, Errc::Empty where a half
    /// has no text, Errc::ConsentMissing where a consent is lacking that the way needs. A public side is
    /// closed the same way: Errc::Conflict where nothing is recorded as solved, or it is closed; the
    /// conversation is closed once its line has left.
    [[nodiscard]] virtual QFuture<Result<PrivateMove>> start(MoveOrder order) = 0;
    /// All moves of a conversation, whichever half it is, the newest first.
    [[nodiscard]] virtual QFuture<Result<QList<PrivateMove>>> movesOf(ConversationId id) = 0;
    /// Moves that wait for the person, the oldest first.
    [[nodiscard]] virtual QFuture<Result<QList<PrivateMove>>> awaited() = 0;
    /// Whom that waits this private conversation may be from, the surest first; nobody of whom an operator
    /// said that it is not them. Empty for a talk that belongs to a move already.
    [[nodiscard]] virtual QFuture<Result<QList<ArrivalProposal>>> arrivals(ConversationId talk) = 0;
    /// Everybody who is waited for, for an operator who knows better than the signs: who is proposed first,
    /// then those who were to come by the talk's channel, those whom somebody said no of last. Empty for a
    /// talk that is public or belongs to a move already.
    [[nodiscard]] virtual QFuture<Result<QList<ArrivalProposal>>> expected(ConversationId talk) = 0;
    /// It is not them: the move waits on, and this talk is not proposed for it again.
    [[nodiscard]] virtual QFuture<Result<void>> rejectArrival(PrivateMoveId id, ConversationId talk) = 0;
    /// They came, and the operator says that it is them: both talks are linked, and the half that waited is
    /// held in the outbox. Errc::Conflict where the move does not wait, or the talk is not private.
    [[nodiscard]] virtual QFuture<Result<PrivateMove>> confirmArrival(PrivateMoveId id, ConversationId talk,
                                                                      SendTerms terms)
        = 0;
    /// Takes back what has not left: its text is the reply draft of its talk again. The half that waits for
    /// the person stays with the move. Errc::Conflict where nothing can be taken back any more.
    [[nodiscard]] virtual QFuture<Result<PrivateMove>> takeBack(PrivateMoveId id) = 0;
    /// Adds what was done to the record of the move that the conversation, public or private, belongs to.
    /// Errc::Conflict where it belongs to none that came through, Errc::Empty without words.
    [[nodiscard]] virtual QFuture<Result<PrivateMove>> resolve(ConversationId id, QString what, QString by)
        = 0;
    /// How often this person was asked into private because of this conversation, and did not answer since:
    /// neither in it nor in private. What was taken back does not count.
    [[nodiscard]] virtual QFuture<Result<int>> approaches(ConversationId id) = 0;
};

} // namespace aside
