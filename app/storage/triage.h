// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/domain/triage.h"

namespace aside {

// Each is one transaction; see models/ports/conversationstore.h for the contracts.

[[nodiscard]] Result<TriageReceipt> triageConversations(Database &db, const Triage &triage,
                                                        const QList<ConversationId> &ids, Instant now);
/// Answers with the conversations that were changed back.
[[nodiscard]] Result<QList<ConversationId>> revertTriage(Database &db, const TriageReceipt &receipt);
[[nodiscard]] Result<WakeReport> wakeDueConversations(Database &db, Instant now);

} // namespace aside
