// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/conversation.h"

#include <QFuture>
#include <QList>
#include <QString>

namespace aside {

/// One message that matches.
struct SearchHit {
    ConversationId conversation;
    MessageId message;
    QString snippet; ///< words around the first match, plain text

    bool operator==(const SearchHit &) const = default;
};

/// Searches the messages of the profile. Any thread may call; any text is a valid query.
class SearchIndex
{
public:
    SearchIndex() = default;
    virtual ~SearchIndex() = default;
    SearchIndex(const SearchIndex &) = delete;
    SearchIndex &operator=(const SearchIndex &) = delete;

    /// The newest hits first, at most `limit` messages (0: all). An empty query has no hits.
    [[nodiscard]] virtual QFuture<Result<QList<SearchHit>>> search(QString query, int limit) = 0;
    /// The conversations of the hits, newest hit first, each once, at most `limit`.
    [[nodiscard]] virtual QFuture<Result<QList<ConversationId>>> searchConversations(QString query, int limit)
        = 0;
};

} // namespace aside
