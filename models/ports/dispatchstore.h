// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/outboxitem.h"
#include "models/domain/outgoing.h"

#include <QFuture>
#include <QList>

namespace aside {

/// The dispatcher's side of the outbox. A future that reports success means: on the disk, synced; so what is
/// to be persisted before something irreversible has been when its future says so. Any thread may call.
class DispatchStore
{
public:
    DispatchStore() = default;
    virtual ~DispatchStore() = default;
    DispatchStore(const DispatchStore &) = delete;
    DispatchStore &operator=(const DispatchStore &) = delete;

    /// What was being sent when the program ended is uncertain; answers with those. Called once, before
    /// anything is sent.
    [[nodiscard]] virtual QFuture<Result<QList<OutboxItem>>> recover() = 0;
    /// What to send, or to look for, with the bytes of its files.
    [[nodiscard]] virtual QFuture<Result<OutgoingMessage>> outgoing(OutboxId id) = 0;
    /// An attempt begins. In one transaction: a public item is held where everything public is, a
    /// private one that the person does not allow (see mayWrite()) and one whose thread moved on are held for
    /// that, else it is Sending; the answer says which. Errc::Conflict where it
    /// is not queued any more, has no account, or an earlier reply to the conversation has not ended.
    [[nodiscard]] virtual QFuture<Result<OutboxItem>> begin(OutboxId id) = 0;
    /// The attempt ended so. `next` counts where it is to be tried again. An answer that comes after the item
    /// was given up as uncertain is evidence.
    [[nodiscard]] virtual QFuture<Result<OutboxItem>> finish(OutboxId id, SendOutcome outcome, Instant next)
        = 0;
    /// A look at the server ended so; what was found is sent.
    [[nodiscard]] virtual QFuture<Result<OutboxItem>> noteLook(OutboxId id, Reconciliation found) = 0;
    /// The copy of what was sent is filed, or could not be filed this time.
    [[nodiscard]] virtual QFuture<Result<OutboxItem>> noteCopy(OutboxId id, CopyFiling filing) = 0;
};

} // namespace aside
