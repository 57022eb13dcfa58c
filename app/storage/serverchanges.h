// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/core/id.h"
#include "models/domain/serverplace.h"
#include "models/domain/triage.h"

#include <QList>

namespace aside {

// What was done here and is to be done at the servers where the messages lie, and the other way round. All
// but the last two inside the caller's transaction.

/// Messages that lie on no server, or are there as they are to be, are left out.
[[nodiscard]] Result<void> wantMark(Database &db, MessageId id, ServerMark mark, bool isSet);
/// What triage did to messages and conversations.
[[nodiscard]] Result<void> wantTriaged(Database &db, const TriageReceipt &receipt);
/// What taking it back did to them.
[[nodiscard]] Result<void> wantReverted(Database &db, const TriageReceipt &receipt);
/// Of the message that a reply to this conversation answers: the customer's last that its author had seen.
[[nodiscard]] Result<void> wantAnswered(Database &db, ConversationId id, MessageId seen);

/// What became of messages at the server. Answers with their conversations.
[[nodiscard]] Result<QList<ConversationId>> applyNews(Database &db, AccountId account, const FolderNews &news,
                                                      Instant now);
/// A message that was known is found to be read at its server. Answers with its conversation, none where
/// nothing changed.
[[nodiscard]] Result<ConversationId> takeReadMark(Database &db, MessageId id, bool isRead);

/// The oldest first, marks before moves.
[[nodiscard]] Result<QList<ServerChange>> pendingChanges(Database &db, AccountId account, int most);
/// They are done.
[[nodiscard]] Result<void> endChanges(Database &db, const QList<qint64> &ids);

} // namespace aside
