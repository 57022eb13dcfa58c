// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/core/id.h"
#include "models/domain/conversation.h"

#include <QHash>
#include <QSet>
#include <QString>

namespace aside {

/// The summary columns of a conversation, as a batch changes them.
struct ConversationSummary {
    ConversationState state = ConversationState::Open;
    qint64 handle = 0;
    Instant firstAt{};
    Instant lastAt{};
    Direction lastDirection = Direction::Incoming;
    qint64 messages = 0;
    qint64 unread = 0;
    qint64 attachments = 0;
    QString subject;
    QString preview;
    Instant snoozedUntil{};
    Instant answeredAt{}; ///< our last message; 0: none
    Instant waitingSince{}; ///< the first incoming message after it; 0: none, or closed
    Instant heardAt{}; ///< the customer's last message

    bool operator==(const ConversationSummary &) const = default;
};

/// What one message adds to its conversation's summary.
struct MessageSummary {
    Direction direction = Direction::Incoming;
    bool isRead = false;
    Instant sentAt{};
    qint64 customer = 0; ///< handle id, 0: not known from this message
    qint64 attachments = 0;
    QString subject;
    QString preview;
};

/// Keeps the summaries a batch touches in memory and writes each once, so that a batch costs one read and one
/// write a conversation. Inside the caller's transaction.
class ConversationCache
{
public:
    explicit ConversationCache(Database &db);

    [[nodiscard]] Result<ConversationId> create(Channel channel, Audience audience, Instant at);
    [[nodiscard]] Result<void> add(ConversationId id, const MessageSummary &message);
    /// Moves everything of one conversation into another and leaves an alias.
    [[nodiscard]] Result<void> merge(ConversationId from, ConversationId into);
    /// Computes a summary anew from its messages, after a split. Answers with the number of messages left.
    [[nodiscard]] Result<qint64> recompute(ConversationId id);
    /// Announces a conversation that was changed elsewhere.
    void touch(ConversationId id) { m_touched.insert(id); }
    /// Writes what changed.
    [[nodiscard]] Result<void> flush();

    [[nodiscard]] QList<ConversationId> touched() const { return m_touched.values(); }
    /// The conversations made and not merged away again.
    [[nodiscard]] qint64 created() const { return m_created.size(); }

private:
    [[nodiscard]] Result<ConversationSummary *> load(ConversationId id);
    [[nodiscard]] Result<void> noteWaiting(ConversationId id, ConversationSummary &summary,
                                           const MessageSummary &message);
    [[nodiscard]] Result<void> recomputeWaiting(ConversationId id, ConversationSummary &summary);

    Database &m_db;
    QHash<ConversationId, ConversationSummary> m_summaries;
    QSet<ConversationId> m_touched;
    QSet<ConversationId> m_created;
};

} // namespace aside
