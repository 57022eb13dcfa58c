// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/domain/outboxitem.h"

namespace aside {

// Replies that the operator posts by hand. Each write is one synced transaction; see
// models/ports/outboxstore.h for the contracts.

[[nodiscard]] Result<OutboxItem> takeToPost(Database &db, OutboxId id, Instant now);
[[nodiscard]] Result<OutboxItem> notePosted(Database &db, OutboxId id, const PostProof &proof, Instant now);

/// What waits in Queued on a channel that programs cannot write to.
[[nodiscard]] Result<QList<OutboxId>> repliesToHandOver(Database &db);

} // namespace aside
