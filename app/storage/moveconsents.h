// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/core/id.h"
#include "models/privacy/privatetalk.h"

namespace aside {

// What a move to private needs of the ledger before it starts. Errc::ConsentMissing where it is not there.

/// The customer of the conversation said yes to a call.
[[nodiscard]] Result<void> requireCall(Database &db, ConversationId id, Instant now);
/// The private half may be written, as the dispatcher will ask again when it leaves.
[[nodiscard]] Result<void> requireWriting(Database &db, OutboxId item, Instant now);

// What a move asks for stands in the ledger from the transaction that starts it, and no longer than the move.

/// What the order asks for is "asked", with the question as evidence.
[[nodiscard]] Result<void> recordAsked(Database &db, const MoveOrder &order, ConversationId home,
                                       Instant now);
/// What was asked did not leave.
[[nodiscard]] Result<void> takeBackAsked(Database &db, PrivateMoveId id, Instant now);

} // namespace aside
