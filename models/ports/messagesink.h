// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/incoming.h"

#include <QFuture>

namespace aside {

/// The one way in: whatever brings messages hands them over here.
class MessageSink
{
public:
    MessageSink() = default;
    virtual ~MessageSink() = default;
    MessageSink(const MessageSink &) = delete;
    MessageSink &operator=(const MessageSink &) = delete;

    /// Applies a batch and its cursor in one transaction: all or nothing. Any thread may call.
    [[nodiscard]] virtual QFuture<Result<ApplyReport>> apply(IncomingBatch batch) = 0;
    /// What was done here and the account's server does not know yet, the oldest first. It survives a
    /// restart.
    [[nodiscard]] virtual QFuture<Result<QList<ServerChange>>> pendingChanges(AccountId account, int most)
    {
        Q_UNUSED(account)
        Q_UNUSED(most)
        return QtFuture::makeReadyValueFuture(Result<QList<ServerChange>>());
    }
    /// The server knows them.
    // NOLINTNEXTLINE(performance-unnecessary-value-param): those that answer later keep their own
    [[nodiscard]] virtual QFuture<Result<void>> endChanges(QList<qint64> ids)
    {
        Q_UNUSED(ids)
        return QtFuture::makeReadyValueFuture(Result<void>());
    }
    /// The cursor stored for a source; empty where there is none.
    [[nodiscard]] virtual QFuture<Result<QByteArray>> cursor(QString source) = 0;
};

} // namespace aside
