// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/movestore.h"

namespace aside::test {

/// Nothing was ever moved to private, and nothing will be.
class NoMoves final : public MoveStore
{
public:
    QFuture<Result<PrivateMove>> start(MoveOrder) override { return none(); }
    QFuture<Result<QList<PrivateMove>>> movesOf(ConversationId) override { return noMoves(); }
    QFuture<Result<QList<PrivateMove>>> awaited() override { return noMoves(); }
    QFuture<Result<QList<ArrivalProposal>>> arrivals(ConversationId) override
    {
        return QtFuture::makeReadyValueFuture(Result<QList<ArrivalProposal>>(QList<ArrivalProposal>()));
    }
    QFuture<Result<QList<ArrivalProposal>>> expected(ConversationId) override
    {
        return QtFuture::makeReadyValueFuture(Result<QList<ArrivalProposal>>(QList<ArrivalProposal>()));
    }
    QFuture<Result<void>> rejectArrival(PrivateMoveId, ConversationId) override
    {
        return QtFuture::makeReadyValueFuture(Result<void>());
    }
    QFuture<Result<PrivateMove>> confirmArrival(PrivateMoveId, ConversationId, SendTerms) override
    {
        return none();
    }
    QFuture<Result<PrivateMove>> takeBack(PrivateMoveId) override { return none(); }
    QFuture<Result<PrivateMove>> resolve(ConversationId, QString, QString) override { return none(); }
    QFuture<Result<int>> approaches(ConversationId) override
    {
        return QtFuture::makeReadyValueFuture(Result<int>(0));
    }

private:
    static QFuture<Result<PrivateMove>> none()
    {
        return QtFuture::makeReadyValueFuture(Result<PrivateMove>(fail(Errc::NotFound)));
    }
    static QFuture<Result<QList<PrivateMove>>> noMoves()
    {
        return QtFuture::makeReadyValueFuture(Result<QList<PrivateMove>>(QList<PrivateMove>()));
    }
};

} // namespace aside::test
