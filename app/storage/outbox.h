// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/domain/outboxitem.h"

#include <QList>

#include <chrono>

namespace aside {

// Each is one synced transaction. See models/ports/outboxstore.h for the contracts.

[[nodiscard]] Result<OutboxItem> holdReply(Database &db, ConversationId id, const QString &text,
                                           std::chrono::milliseconds undoWindow, Instant now);
[[nodiscard]] Result<OutboxItem> withdrawReply(Database &db, OutboxId id, Instant now);
[[nodiscard]] Result<OutboxItem> releaseReply(Database &db, OutboxId id, Instant now);
[[nodiscard]] Result<QList<OutboxItem>> queueDueReplies(Database &db, Instant now);
[[nodiscard]] Result<QList<OutboxItem>> outboxItems(Database &db);

} // namespace aside
