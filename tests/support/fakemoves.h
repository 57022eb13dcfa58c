// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/movestore.h"

#include <optional>
#include <utility>

namespace aside::test {

/// Remembers what was ordered, and answers as the test says.
class FakeMoves final : public MoveStore
{
public:
    QList<MoveOrder> orders;
    QStringList resolved;
    QList<PrivateMove> known;
    std::optional<Error> failure;
    int remembered = 0; ///< approaches

    [[nodiscard]] QFuture<Result<PrivateMove>> start(MoveOrder order) override
    {
        orders.append(order);
        return answer();
    }
    [[nodiscard]] QFuture<Result<QList<PrivateMove>>> movesOf(ConversationId) override
    {
        return QtFuture::makeReadyValueFuture(Result<QList<PrivateMove>>(known));
    }
    [[nodiscard]] QFuture<Result<QList<PrivateMove>>> awaited() override { return none(); }
    [[nodiscard]] QFuture<Result<QList<ArrivalProposal>>> arrivals(ConversationId) override
    {
        return QtFuture::makeReadyValueFuture(Result<QList<ArrivalProposal>>(QList<ArrivalProposal>()));
    }
    [[nodiscard]] QFuture<Result<QList<ArrivalProposal>>> expected(ConversationId) override
    {
        return QtFuture::makeReadyValueFuture(Result<QList<ArrivalProposal>>(QList<ArrivalProposal>()));
    }
    [[nodiscard]] QFuture<Result<void>> rejectArrival(PrivateMoveId, ConversationId) override
    {
        return QtFuture::makeReadyValueFuture(Result<void>());
    }
    [[nodiscard]] QFuture<Result<PrivateMove>> confirmArrival(PrivateMoveId, ConversationId,
                                                              SendTerms) override
    {
        return answer();
    }
    [[nodiscard]] QFuture<Result<PrivateMove>> takeBack(PrivateMoveId) override { return answer(); }
    [[nodiscard]] QFuture<Result<PrivateMove>> resolve(ConversationId, QString what, QString) override
    {
        resolved.append(what);
        return answer();
    }
    [[nodiscard]] QFuture<Result<int>> approaches(ConversationId) override
    {
        return QtFuture::makeReadyValueFuture(Result<int>(remembered));
    }

private:
    [[nodiscard]] QFuture<Result<PrivateMove>> answer() const
    {
        if (failure) {
            return QtFuture::makeReadyValueFuture(Result<PrivateMove>(std::unexpected(*failure)));
        }
        return QtFuture::makeReadyValueFuture(Result<PrivateMove>(std::in_place));
    }
    static QFuture<Result<QList<PrivateMove>>> none()
    {
        return QtFuture::makeReadyValueFuture(Result<QList<PrivateMove>>(QList<PrivateMove>()));
    }
};

} // namespace aside::test
