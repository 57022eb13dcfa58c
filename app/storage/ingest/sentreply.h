// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/core/id.h"

namespace aside {

/// What was sent becomes a message of its conversation, under the id that the channel gave it: so the copy
/// that the channel may bring later is known already, and where none ever comes nothing is missing. Mail is
/// left alone, whose copies are filed at the server. Again, or for what is not sent: nothing. Inside the
/// caller's transaction.
[[nodiscard]] Result<void> keepSentReply(Database &db, OutboxId id, Instant now);

} // namespace aside
