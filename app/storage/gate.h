// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/outbox/outboxmachine.h"

namespace aside {

/// Why this item must not leave now, in the order of weight; Start where nothing is against it. Asked in the
/// transaction in which it would leave.
[[nodiscard]] Result<OutboxEvent> gate(Database &db, const OutboxItem &item, Instant now);

} // namespace aside
