// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/outboxitem.h"

#include <QFuture>
#include <QList>

#include <chrono>

namespace aside {

/// Keeps the outbox. A future that reports success means: on the disk, synced. Any thread may call.
class OutboxStore
{
public:
    OutboxStore() = default;
    virtual ~OutboxStore() = default;
    OutboxStore(const OutboxStore &) = delete;
    OutboxStore &operator=(const OutboxStore &) = delete;

    /// Moves the reply draft of the conversation into the outbox as Held, in one transaction: the text is
    /// and its attachments are never in both places and never in neither. Errc::Empty where there is neither.
    [[nodiscard]] virtual QFuture<Result<OutboxItem>> hold(ConversationId id, QString text,
                                                           std::chrono::milliseconds undoWindow)
        = 0;
    /// Takes a held or queued item back: its text becomes the reply draft again (before a newer draft text,
    /// if there is one) and its attachments lie with it. Errc::Conflict where it is past that.
    [[nodiscard]] virtual QFuture<Result<OutboxItem>> withdraw(OutboxId id) = 0;
    /// Ends the undo window of a held item: it is queued at once. Errc::Conflict where it is past that.
    [[nodiscard]] virtual QFuture<Result<OutboxItem>> release(OutboxId id) = 0;
    /// Queues what is held and whose undo window has ended; answers with the items that moved.
    [[nodiscard]] virtual QFuture<Result<QList<OutboxItem>>> queueDue() = 0;
    /// All but the withdrawn, newest first.
    [[nodiscard]] virtual QFuture<Result<QList<OutboxItem>>> items() = 0;
};

} // namespace aside
