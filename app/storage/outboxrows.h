// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/domain/outboxitem.h"
#include "models/outbox/outboxmachine.h"
#include "models/ports/outboxstore.h"

#include <QList>

namespace aside {

// Rows of the outbox, shared by the operator's and the dispatcher's side. Writes belong into the caller's
// transaction.

[[nodiscard]] Result<OutboxItem> loadItem(Database &db, OutboxId id);
[[nodiscard]] Result<QList<OutboxItem>> outboxItems(Database &db);
[[nodiscard]] Result<QList<OutboxStep>> outboxHistory(Database &db, OutboxId id);
[[nodiscard]] Result<OutboxFreeze> outboxFreeze(Database &db);

/// Moves an item on and writes its history. Errc::Conflict where the event is not allowed there.
[[nodiscard]] Result<void> advance(Database &db, const OutboxItem &item, OutboxEvent event, Instant now,
                                   const QString &words = {});
/// What is to be done yet about the copy of an item that was sent, as its history says.
[[nodiscard]] Result<SentCopy> sentCopy(Database &db, OutboxId id);
[[nodiscard]] Result<void> writeStep(Database &db, OutboxId id, const OutboxStep &step);

/// The newest message of the conversation, in the order they came: what its author can have seen.
[[nodiscard]] Result<MessageId> threadVersion(Database &db, ConversationId id);
/// Whether the customer wrote into the item's conversation since its author saw it.
[[nodiscard]] Result<bool> hasThreadMoved(Database &db, const OutboxItem &item);

/// Gives an item the account that replies go through, and its wire id. Without one that fits it stays so.
[[nodiscard]] Result<void> assignAccount(Database &db, OutboxId id);

/// The ids that `sql` answers with.
[[nodiscard]] Result<QList<OutboxId>> outboxIds(Database &db, std::string_view sql);
[[nodiscard]] Result<QList<OutboxId>> outboxIds(Database &db, std::string_view sql, Instant now);

} // namespace aside
