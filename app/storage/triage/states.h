// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/domain/triage.h"

namespace aside {

// Inside the caller's transaction. What changes is added to the receipt, or to the list of what changed back.

/// Close, Reopen, SnoozeUntil, SnoozeUntilReply, Wake.
[[nodiscard]] Result<void> changeState(Database &db, ConversationId id, TriageReceipt &receipt);
[[nodiscard]] Result<void> revertState(Database &db, const Triage &triage, const TriageChange &change,
                                       QList<ConversationId> &reverted);

} // namespace aside
