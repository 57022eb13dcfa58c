// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/privacy/arrival.h"

#include <QList>

namespace aside {

// See models/ports/movestore.h for the contracts.

[[nodiscard]] Result<QList<ArrivalProposal>> arrivalsIn(Database &db, ConversationId talk);
[[nodiscard]] Result<QList<ArrivalProposal>> expectedIn(Database &db, ConversationId talk);
/// One synced transaction.
[[nodiscard]] Result<void> rejectArrival(Database &db, PrivateMoveId id, ConversationId talk, Instant now);

} // namespace aside
