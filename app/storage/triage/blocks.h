// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/domain/triage.h"

namespace aside {

// Inside the caller's transaction. What changes is added to the receipt, or to the list of what changed back.

/// Block and Unblock: the handle of the conversation's customer, and all conversations of it.
[[nodiscard]] Result<void> changeBlock(Database &db, ConversationId id, TriageReceipt &receipt);
[[nodiscard]] Result<void> revertBlock(Database &db, const Triage &triage, HandleId handle,
                                       QList<ConversationId> &reverted);

} // namespace aside
