// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/domain/listquery.h"

namespace aside {

/// The ids of a list, in its order.
[[nodiscard]] Result<QList<ConversationId>> conversationIds(Database &db, const ListQuery &query);
[[nodiscard]] Result<InboxCounts> inboxCounts(Database &db);

} // namespace aside
