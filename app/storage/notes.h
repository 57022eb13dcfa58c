// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/domain/draft.h"

namespace aside {

// Each is one synced transaction. See models/ports/draftstore.h for the contracts.

[[nodiscard]] Result<Note> addNote(Database &db, ConversationId id, const QString &text, Instant now);
[[nodiscard]] Result<Note> takeBackNote(Database &db, MessageId id, Instant now);

} // namespace aside
