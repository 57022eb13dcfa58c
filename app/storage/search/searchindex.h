// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/search/tokenizer.h"
#include "models/core/id.h"
#include "models/ports/searchindex.h"
#include "models/search/searchquery.h"

#include <QList>
#include <QString>

namespace aside {

class Database;

/// Puts a message into the index, or again after a change. Part of the caller's transaction. `people`: names
/// and addresses of whoever it is from.
[[nodiscard]] Result<void> indexMessage(Database &db, MessageId id, const QString &subject,
                                        const QString &text, const QString &people);
[[nodiscard]] Result<void> unindexMessage(Database &db, MessageId id);
/// Makes the index anew from the messages, in a transaction of its own.
[[nodiscard]] Result<void> rebuildIndex(Database &db);

/// The hits among the newest messages that match, latest sent first, at most `limit` (0: all of them).
[[nodiscard]] Result<QList<SearchHit>> search(Database &db, const SearchQuery &query, int limit);
/// Their conversations, the one with the latest hit first, each once, at most `limit` (0: all).
[[nodiscard]] Result<QList<ConversationId>> searchConversations(Database &db, const SearchQuery &query,
                                                                int limit);

} // namespace aside
