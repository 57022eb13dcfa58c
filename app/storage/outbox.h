// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "app/storage/outboxrows.h"
#include "models/core/clock.h"
#include "models/domain/outboxitem.h"
#include "models/ports/outboxstore.h"

#include <QList>

namespace aside {

// Each write is one synced transaction. See models/ports/outboxstore.h for the contracts.

[[nodiscard]] Result<OutboxItem> holdReply(Database &db, ConversationId id, const QString &text,
                                           const SendTerms &terms, Instant now);
[[nodiscard]] Result<OutboxItem> withdrawReply(Database &db, OutboxId id, Instant now);
[[nodiscard]] Result<OutboxItem> releaseReply(Database &db, OutboxId id, Instant now);
[[nodiscard]] Result<OutboxItem> sendReplyAnyway(Database &db, OutboxId id, MessageId seen, Instant now);
[[nodiscard]] Result<OutboxItem> scheduleReply(Database &db, OutboxId id, Instant at, Instant now);
[[nodiscard]] Result<OutboxItem> settleReply(Database &db, OutboxId id, Settlement settlement, Instant now);

/// A reply that is to be held.
struct HeldReply {
    ConversationId conversation;
    QString text;
    SendTerms terms{};
    OutboxId after{}; ///< the half that leaves before it
};
/// The id of what is held now. Its history begins, it has its account. Inside the caller's transaction.
[[nodiscard]] Result<OutboxId> writeHeld(Database &db, const HeldReply &reply, Instant now);
/// As withdrawReply, inside the caller's transaction.
[[nodiscard]] Result<void> takeBack(Database &db, const OutboxItem &item, Instant now);

/// What a freeze changed.
struct FreezeReport {
    OutboxFreeze freeze;
    QList<OutboxItem> moved;
};
[[nodiscard]] Result<FreezeReport> setOutboxFreeze(Database &db, FreezeSwitch to, Instant now);
[[nodiscard]] Result<QList<OutboxItem>> queueDueReplies(Database &db, Instant now);

} // namespace aside
