// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/domain/draft.h"

#include <QList>

namespace aside {

// Each opens its own synced transaction unless it says otherwise.

[[nodiscard]] Result<Draft> loadDraft(Database &db, ConversationId id, DraftKind kind);
[[nodiscard]] Result<Draft> saveDraft(Database &db, ConversationId id, DraftKind kind, const QString &text,
                                      Instant now);
[[nodiscard]] Result<QList<Draft>> draftVersions(Database &db, ConversationId id, DraftKind kind);

/// An earlier text before a newer one, each whole and none twice.
[[nodiscard]] QString joined(const QString &earlier, const QString &newer);

/// As saveDraft, inside the caller's transaction.
[[nodiscard]] Result<Draft> writeDraft(Database &db, ConversationId id, DraftKind kind, const QString &text,
                                       Instant now);
/// Whom the reply goes to; inside the caller's transaction.
[[nodiscard]] Result<Draft> writeAddressing(Database &db, ConversationId id, const Addressing &addressing,
                                            Instant now);
/// The draft with a row of its own, so that something can lie with it; inside the caller's transaction.
[[nodiscard]] Result<Draft> ensureDraft(Database &db, ConversationId id, DraftKind kind, Instant now);
/// The drafts of a conversation that was merged into another, inside the caller's transaction: where both
/// have one, the texts are joined, and every version stays browsable.
[[nodiscard]] Result<void> mergeDrafts(Database &db, ConversationId from, ConversationId into);

} // namespace aside
