// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/id.h"
#include "models/domain/channel.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace aside {

/// The key of an id on a channel: 16 bytes, so that an attacker cannot make two ids meet.
using NodeKey = QByteArray;

[[nodiscard]] NodeKey nodeKey(Channel channel, const QString &remoteId);
/// The key of a conversation the channel itself names.
[[nodiscard]] NodeKey conversationNodeKey(Channel channel, const QString &conversationKey);

/// One row of thread_node.
struct ThreadNode {
    NodeKey key;
    NodeKey parent; ///< empty: a root
    MessageId message;
    ConversationId conversation;

    bool operator==(const ThreadNode &) const = default;
};

/// Two conversations turned out to be one: everything of `from` belongs to `into` now.
struct Merge {
    ConversationId from;
    ConversationId into;

    bool operator==(const Merge &) const = default;
};

/// The forest behind conversations: RFC 5256, REFERENCES, steps 1 to 3, without joining by subject. One tree
/// is one conversation, so a link between two trees merges conversations, and a link within one would be a
/// loop. Works inside the caller's transaction; late arrivals relink.
class ThreadForest
{
public:
    explicit ThreadForest(Database &db);

    [[nodiscard]] Result<std::optional<ThreadNode>> find(const NodeKey &key);

    /// Finds or makes the place of a message with these ancestors (oldest first) and known answers. `fresh`
    /// makes a new conversation where the message is linked to none. Reports merges through merges().
    template <typename MakeConversation>
    [[nodiscard]] Result<ThreadNode> place(const NodeKey &key, const QList<NodeKey> &ancestors,
                                           const QList<NodeKey> &answers, MakeConversation fresh)
    {
        const Result<ConversationId> near = nearest(key, ancestors, answers);
        if (!near) {
            return std::unexpected(near.error());
        }
        ConversationId conversation = *near;
        if (!conversation.isValid()) {
            const Result<ConversationId> made = fresh();
            if (!made) {
                return std::unexpected(made.error());
            }
            conversation = *made;
        }
        return link(key, ancestors, answers, conversation);
    }

    /// Puts a message into a conversation the channel names; the parent is only what it answers.
    [[nodiscard]] Result<ThreadNode> placeIn(ConversationId conversation, const NodeKey &key,
                                             const NodeKey &parent);

    [[nodiscard]] Result<void> setMessage(const NodeKey &key, MessageId message);
    [[nodiscard]] Result<void> insert(const ThreadNode &node);

    /// The merges since the last call, in order. The nodes are merged already; the caller moves the rest.
    [[nodiscard]] QList<Merge> takeMerges();
    /// Messages that moved to another conversation because their own References say so (a split), since the
    /// last call.
    [[nodiscard]] QList<ConversationId> takeSplits();

private:
    [[nodiscard]] Result<ConversationId> nearest(const NodeKey &key, const QList<NodeKey> &ancestors,
                                                 const QList<NodeKey> &answers);
    [[nodiscard]] Result<ThreadNode> link(const NodeKey &key, const QList<NodeKey> &ancestors,
                                          const QList<NodeKey> &answers, ConversationId conversation);
    [[nodiscard]] Result<ThreadNode> findOrMake(const NodeKey &key, ConversationId conversation);
    [[nodiscard]] Result<void> linkAncestors(const QList<NodeKey> &ancestors);
    [[nodiscard]] Result<void> join(const ThreadNode &parent, const ThreadNode &child);
    [[nodiscard]] Result<void> reparent(const ThreadNode &node, const ThreadNode &parent);
    [[nodiscard]] Result<void> setParent(const NodeKey &key, const NodeKey &parent);
    [[nodiscard]] Result<void> moveNode(const NodeKey &key, ConversationId to, MessageId message);
    [[nodiscard]] Result<QList<ThreadNode>> nodesOf(ConversationId conversation);
    [[nodiscard]] Result<void> merge(ConversationId a, ConversationId b);

    Database &m_db;
    QList<Merge> m_merges;
    QList<ConversationId> m_splits;
};

} // namespace aside
