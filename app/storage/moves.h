// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/privacy/privatetalk.h"

#include <QList>

namespace aside {

// See models/ports/movestore.h for the contracts. Each write is one synced transaction.

[[nodiscard]] Result<PrivateMove> startMove(Database &db, const MoveOrder &order, Instant now);
[[nodiscard]] Result<PrivateMove> confirmArrival(Database &db, PrivateMoveId id, ConversationId talk,
                                                 const SendTerms &terms, Instant now);
[[nodiscard]] Result<PrivateMove> takeBackMove(Database &db, PrivateMoveId id, Instant now);

[[nodiscard]] Result<PrivateMove> loadMove(Database &db, PrivateMoveId id);
[[nodiscard]] Result<QList<PrivateMove>> movesOf(Database &db, ConversationId id);
[[nodiscard]] Result<QList<PrivateMove>> awaitedMoves(Database &db);
[[nodiscard]] Result<int> approachesIn(Database &db, ConversationId id);
/// Whether a move of the public conversation has not come to its end.
[[nodiscard]] Result<bool> isMoveUnderWay(Database &db, ConversationId id);

} // namespace aside
