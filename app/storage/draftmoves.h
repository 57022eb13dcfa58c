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

/// Says whom the reply goes to, in a synced transaction.
[[nodiscard]] Result<Draft> addressDraft(Database &db, ConversationId id, const Addressing &addressing,
                                         Instant now);
/// Lays the files of a message with the reply, in a synced transaction. Errc::TooLarge where that would be
/// more than mostAttached.
[[nodiscard]] Result<Draft> attachFilesOf(Database &db, ConversationId id, MessageId message, Instant now);

} // namespace aside
