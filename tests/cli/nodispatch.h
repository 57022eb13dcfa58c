// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/dispatchstore.h"

namespace aside::test {

/// Nothing was on its way, and nothing can be sent.
class NoDispatch final : public DispatchStore
{
public:
    QFuture<Result<QList<OutboxItem>>> recover() override
    {
        return QtFuture::makeReadyValueFuture(Result<QList<OutboxItem>>(QList<OutboxItem>()));
    }
    QFuture<Result<OutgoingMessage>> outgoing(OutboxId) override
    {
        return QtFuture::makeReadyValueFuture(Result<OutgoingMessage>(fail(Errc::NotFound)));
    }
    QFuture<Result<OutboxItem>> begin(OutboxId) override { return none(); }
    QFuture<Result<OutboxItem>> finish(OutboxId, SendOutcome, Instant) override { return none(); }
    QFuture<Result<OutboxItem>> noteLook(OutboxId, Reconciliation) override { return none(); }
    QFuture<Result<OutboxItem>> noteCopy(OutboxId, CopyFiling) override { return none(); }

private:
    static QFuture<Result<OutboxItem>> none()
    {
        return QtFuture::makeReadyValueFuture(Result<OutboxItem>(fail(Errc::NotFound)));
    }
};

} // namespace aside::test
