// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/domain/triage.h"

namespace aside {

// Inside the caller's transaction. What changes is added to the receipt, or to the list of what changed back.

[[nodiscard]] Result<void> markRead(Database &db, ConversationId id, TriageReceipt &receipt);
[[nodiscard]] Result<void> markUnread(Database &db, ConversationId id, TriageReceipt &receipt);
enum class ReadMark : quint8 { Unread = 0, Read = 1 };

/// Marks one incoming message. Answers with its conversation, none where nothing changed.
[[nodiscard]] Result<ConversationId> markMessage(Database &db, MessageId id, ReadMark mark);
[[nodiscard]] Result<void> revertMarks(Database &db, const Triage &triage, const TriageChange &change,
                                       QList<ConversationId> &reverted);

} // namespace aside
