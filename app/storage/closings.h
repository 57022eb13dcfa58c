// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/privacy/privatetalk.h"

namespace aside {

// How what was public ends in public.

/// See MoveStore::resolve(). One synced transaction.
[[nodiscard]] Result<PrivateMove> recordResolution(Database &db, ConversationId id, const Resolution &made);

// Inside the caller's transaction.

/// The move of this public conversation whose end nobody can read yet. Errc::Conflict where there is none.
[[nodiscard]] Result<PrivateMove> requireSolved(Database &db, ConversationId home);
/// Where the item was the line that ends a public conversation, that conversation is closed.
[[nodiscard]] Result<void> closeWhatEnded(Database &db, OutboxId sent);

} // namespace aside
