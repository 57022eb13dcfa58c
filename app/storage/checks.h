// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/ports/checkstore.h"

namespace aside {

// Synchronous; see models/ports/checkstore.h for the contracts.

[[nodiscard]] Result<DraftChecks> draftChecks(Database &db, ConversationId id);
[[nodiscard]] Result<DraftChecks> checksOfReply(Database &db, OutboxId id);
[[nodiscard]] Result<void> giveReason(Database &db, ConversationId id, const GivenReason &reason,
                                      Instant now);
[[nodiscard]] Result<void> switchRule(Database &db, ConversationId id, const QString &rule, RuleSwitch to);
[[nodiscard]] Result<QStringList> recentReasons(Database &db, const QString &rule, int limit);
[[nodiscard]] Result<void> useTemplate(Database &db, ConversationId id, const QString &templateId,
                                       const QString &rendered, Instant now);
[[nodiscard]] Result<QHash<QString, TemplateStatistics>> templateStatistics(Database &db,
                                                                            std::chrono::days span);

// Inside the caller's transaction.

/// What lies with the draft leaves with the reply, which says `text`.
[[nodiscard]] Result<void> sendChecks(Database &db, ConversationId from, OutboxId to, const QString &text);
/// What is known to go with the reply beside that.
[[nodiscard]] Result<void> addChecks(Database &db, OutboxId to, const DraftChecks &checks, Instant now);
/// What went with the reply lies with the draft again.
[[nodiscard]] Result<void> returnChecks(Database &db, OutboxId from, ConversationId to);
/// When two conversations become one.
[[nodiscard]] Result<void> mergeChecks(Database &db, ConversationId from, ConversationId into);

} // namespace aside
