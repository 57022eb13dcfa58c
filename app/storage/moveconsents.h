// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/core/id.h"

namespace aside {

// What a move to private needs of the ledger before it starts. Errc::ConsentMissing where it is not there.

/// The customer of the conversation said yes to a call.
[[nodiscard]] Result<void> requireCall(Database &db, ConversationId id, Instant now);
/// The private half may be written, as the dispatcher will ask again when it leaves.
[[nodiscard]] Result<void> requireWriting(Database &db, OutboxId item, Instant now);

} // namespace aside
