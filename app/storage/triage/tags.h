// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/domain/triage.h"

namespace aside {

// Inside the caller's transaction. What changes is added to the receipt, or to the list of what changed back.

[[nodiscard]] Result<void> addTag(Database &db, ConversationId id, TriageReceipt &receipt);
[[nodiscard]] Result<void> removeTag(Database &db, ConversationId id, TriageReceipt &receipt);
[[nodiscard]] Result<void> revertTag(Database &db, const Triage &triage, const TriageChange &change,
                                     QList<ConversationId> &reverted);

} // namespace aside
