// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/promise.h"

#include <QFuture>
#include <QList>

namespace aside {

/// Keeps the dates given to customers. A future that reports success means: on the disk, synced. Any thread
/// may call.
class PromiseStore
{
public:
    PromiseStore() = default;
    virtual ~PromiseStore() = default;
    PromiseStore(const PromiseStore &) = delete;
    PromiseStore &operator=(const PromiseStore &) = delete;

    /// Errc::NotFound where there is no such conversation, Errc::InvalidInput where there is no date.
    [[nodiscard]] virtual QFuture<Result<Promise>> addPromise(ConversationId id, Instant dueAt, QString words)
        = 0;
    /// Errc::NotFound where there is none; one that is kept already stays as it is.
    [[nodiscard]] virtual QFuture<Result<Promise>> keepPromise(PromiseId id) = 0;
    /// Open ones by their date, then the kept, latest first.
    [[nodiscard]] virtual QFuture<Result<QList<Promise>>> promises(ConversationId id) = 0;
};

} // namespace aside
