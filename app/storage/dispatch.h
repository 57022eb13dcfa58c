// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/blobs.h"
#include "app/storage/outboxrows.h"
#include "models/domain/incoming.h"
#include "models/domain/outgoing.h"

namespace aside {

// Each write is one synced transaction. See models/ports/dispatchstore.h for the contracts.

[[nodiscard]] Result<QList<OutboxItem>> recoverSending(Database &db, Instant now);
[[nodiscard]] Result<OutgoingMessage> outgoingMessage(Database &db, const BlobStore &blobs, OutboxId id);
[[nodiscard]] Result<OutboxItem> beginSending(Database &db, OutboxId id, Instant now);
[[nodiscard]] Result<OutboxItem> finishSending(Database &db, OutboxId id, const SendOutcome &outcome,
                                               Instant next, Instant now);
[[nodiscard]] Result<OutboxItem> noteLook(Database &db, OutboxId id, const Reconciliation &found,
                                          Instant now);

[[nodiscard]] Result<OutboxItem> noteCopy(Database &db, OutboxId id, const CopyFiling &filing, Instant now);

/// A report came that what we sent did not arrive; inside the caller's transaction. Where the outcome of the
/// attempt is not written yet, the report counts once it is. Answers with the conversation of what was meant;
/// none where it is nothing of ours.
[[nodiscard]] Result<ConversationId> noteBounce(Database &db, const DeliveryFailure &failure, Instant now);

} // namespace aside
