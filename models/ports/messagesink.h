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
    /// The cursor stored for a source; empty where there is none.
    [[nodiscard]] virtual QFuture<Result<QByteArray>> cursor(QString source) = 0;
};

} // namespace aside
