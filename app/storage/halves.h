// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/domain/outboxitem.h"
#include "models/outbox/outboxmachine.h"

namespace aside {

// What depends on an item of the outbox: the half that leaves after it, and the move to private that both
// belong to. Inside the caller's transaction.

/// Whether the item has to wait for the half that comes before it.
[[nodiscard]] Result<bool> awaitsItsHalf(Database &db, const OutboxItem &item);
/// The operator sends it without the other half.
[[nodiscard]] Result<void> sendAlone(Database &db, OutboxId id);
/// An item reached another state: what waited for it goes on, and its move has come further.
[[nodiscard]] Result<void> followItem(Database &db, OutboxId id, OutboxState reached, Instant now);

} // namespace aside
