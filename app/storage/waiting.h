// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/core/id.h"

namespace aside {

/// A message's time for the columns where 0 means "none".
[[nodiscard]] Instant countedTime(Instant at);
/// When the first incoming message after our last one (0: we wrote none) was sent; 0 where there is none.
[[nodiscard]] Result<Instant> firstUnanswered(Database &db, ConversationId id, Instant answeredAt);

} // namespace aside
