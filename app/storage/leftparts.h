// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/id.h"
#include "models/domain/incoming.h"
#include "models/ports/leftparts.h"

namespace aside {

// Synchronous; see models/ports/leftparts.h for the contracts.

/// Inside the caller's transaction.
[[nodiscard]] Result<void> storeLeftPart(Database &db, AttachmentId id, const ServerPart &part);
/// Whether the letters are one although they came in different ways, the one whole and the other in parts:
/// the sizes of what is not here do not tell, and where a text was cut neither does it, but for its
/// beginning.
[[nodiscard]] Result<bool> isSameInParts(Database &db, MessageId id, const IncomingMessage &message);
[[nodiscard]] Result<LeftPart> leftPart(Database &db, AttachmentId id);
/// Its bytes are in the blob store, and synced. Answers with its conversation.
[[nodiscard]] Result<ConversationId> keepLeftPart(Database &db, AttachmentId id, const QByteArray &sha256,
                                                  qint64 size);

} // namespace aside
