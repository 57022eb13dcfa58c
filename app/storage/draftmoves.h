// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/domain/draft.h"

namespace aside {

// What DraftStore says of append() and move().

[[nodiscard]] Result<Draft> appendToDraft(Database &db, ConversationId id, DraftKind kind,
                                          const QString &text, Instant now);
[[nodiscard]] Result<Draft> moveDraft(Database &db, ConversationId id, DraftKind from, Instant now);

} // namespace aside
