// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/domain/outboxitem.h"
#include "models/ports/promisestore.h"

#include <QList>

namespace aside {

// Dates in sent replies. See models/ports/promisestore.h for the contracts.

[[nodiscard]] Result<QList<SentReply>> sentReplies(Database &db, ConversationId id);
[[nodiscard]] Result<Promise> acceptDate(Database &db, const AcceptedDate &date, Instant now);
/// Answers with the conversation of the reply.
[[nodiscard]] Result<ConversationId> dismissDate(Database &db, OutboxId reply, qsizetype place, Instant now);

/// A reply was sent, or what was sent did not arrive after all: the promises it gives follow. Inside the
/// caller's transaction.
[[nodiscard]] Result<void> followReply(Database &db, OutboxId reply, OutboxState reached, Instant now);

} // namespace aside
