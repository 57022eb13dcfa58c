// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/ingest/threading.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

namespace aside {

namespace {

NodeKey hashed(char kind, Channel channel, const QString &id)
{
    QCryptographicHash hash(QCryptographicHash::Blake2s_128);
    const std::array<char, 2> prefix{kind, static_cast<char>(std::to_underlying(channel))};
    hash.addData(QByteArrayView(prefix.data(), prefix.size()));
    hash.addData(id.toUtf8());
    return hash.result();
}

constexpr std::string_view findNode
    = "SELECT parent, message_id, conversation_id FROM thread_node WHERE key = ?1";
constexpr std::string_view insertNode
    = "INSERT INTO thread_node (key, parent, message_id, conversation_id) VALUES (?1, ?2, ?3, ?4)";
constexpr std::string_view updateParent = "UPDATE thread_node SET parent = ?2 WHERE key = ?1";
constexpr std::string_view updateMessage = "UPDATE thread_node SET message_id = ?2 WHERE key = ?1";
constexpr std::string_view updateConversation = "UPDATE thread_node SET conversation_id = ?2 WHERE key = ?1";
constexpr std::string_view moveMessage = "UPDATE message SET conversation_id = ?2 WHERE id = ?1";
constexpr std::string_view nodesOfConversation
    = "SELECT key, parent, message_id FROM thread_node WHERE conversation_id = ?1";
constexpr std::string_view mergeNodes
    = "UPDATE thread_node SET conversation_id = ?2 WHERE conversation_id = ?1";

/// The node and everything below it.
QList<ThreadNode> subtree(const QList<ThreadNode> &nodes, const NodeKey &root)
{
    QMultiHash<NodeKey, const ThreadNode *> children;
    QList<ThreadNode> found;
    for (const ThreadNode &node : nodes) {
        children.insert(node.parent, &node);
        if (node.key == root) {
            found.append(node);
        }
    }
    for (qsizetype next = 0; next < found.size(); ++next) {
        for (auto [child, end] = std::as_const(children).equal_range(found.at(next).key); child != end;
             ++child) {
            found.append(**child);
        }
    }
    return found;
}

} // namespace

NodeKey nodeKey(Channel channel, const QString &remoteId)
{
    return hashed('m', channel, remoteId);
}

NodeKey conversationNodeKey(Channel channel, const QString &conversationKey)
{
    return hashed('c', channel, conversationKey);
}

ThreadForest::ThreadForest(Database &db)
    : m_db(db)
{
}

Result<std::optional<ThreadNode>> ThreadForest::find(const NodeKey &key)
{
    Result<Statement> select = m_db.prepare(findNode);
    if (!select) {
        return std::unexpected(select.error());
    }
    const Result<bool> row = select->bind(1, key).step();
    if (!row) {
        return std::unexpected(row.error());
    }
    if (!*row) {
        return std::nullopt;
    }
    return ThreadNode{.key = key,
                      .parent = select->isNull(0) ? NodeKey() : select->blob(0),
                      .message = MessageId{select->integer(1)},
                      .conversation = ConversationId{select->integer(2)}};
}

Result<ConversationId> ThreadForest::nearest(const NodeKey &key, const QList<NodeKey> &ancestors,
                                             const QList<NodeKey> &answers)
{
    QList<NodeKey> candidates{key};
    std::ranges::copy(ancestors.rbegin(), ancestors.rend(), std::back_inserter(candidates));
    candidates.append(answers);
    for (const NodeKey &candidate : std::as_const(candidates)) {
        const Result<std::optional<ThreadNode>> node = find(candidate);
        if (!node) {
            return std::unexpected(node.error());
        }
        if (*node) {
            return (*node)->conversation;
        }
    }
    return ConversationId{};
}

Result<ThreadNode> ThreadForest::link(const NodeKey &key, const QList<NodeKey> &ancestors,
                                      const QList<NodeKey> &answers, ConversationId conversation)
{
    Result<ThreadNode> own = findOrMake(key, conversation);
    if (!own) {
        return own;
    }
    if (!ancestors.isEmpty()) {
        const Result<ThreadNode> parent = findOrMake(ancestors.constLast(), conversation);
        if (!parent) {
            return parent;
        }
        const Result<void> linked = own->parent.isEmpty()
            ? join(*parent, *own)
            : (own->parent == parent->key ? Result<void>{} : reparent(*own, *parent));
        if (!linked) {
            return std::unexpected(linked.error());
        }
        if (const Result<void> chained = linkAncestors(ancestors); !chained) {
            return std::unexpected(chained.error());
        }
    }
    for (const NodeKey &answer : answers) {
        const Result<ThreadNode> parent = findOrMake(key, conversation);
        if (!parent) {
            return parent;
        }
        // Not `conversation`: an earlier link may have merged that one away.
        const Result<ThreadNode> child = findOrMake(answer, parent->conversation);
        if (!child) {
            return child;
        }
        if (const Result<void> joined = join(*parent, *child); !joined) {
            return std::unexpected(joined.error());
        }
    }
    return findOrMake(key, conversation);
}

Result<void> ThreadForest::linkAncestors(const QList<NodeKey> &ancestors)
{
    for (qsizetype i = ancestors.size() - 1; i > 0; --i) {
        const Result<std::optional<ThreadNode>> child = find(ancestors.at(i));
        if (!child) {
            return std::unexpected(child.error());
        }
        if (!*child || !(*child)->parent.isEmpty()) {
            continue; // linked already, and so is everything above: make no placeholder nobody hangs on
        }
        const Result<ThreadNode> parent = findOrMake(ancestors.at(i - 1), (*child)->conversation);
        if (!parent) {
            return std::unexpected(parent.error());
        }
        if (const Result<void> joined = join(*parent, **child); !joined) {
            return joined;
        }
    }
    return {};
}

Result<ThreadNode> ThreadForest::findOrMake(const NodeKey &key, ConversationId conversation)
{
    const Result<std::optional<ThreadNode>> found = find(key);
    if (!found) {
        return std::unexpected(found.error());
    }
    if (*found) {
        return **found;
    }
    // Alone in its own tree for a moment: the caller links it before anybody looks.
    const ThreadNode node{.key = key, .parent = {}, .message = {}, .conversation = conversation};
    return insert(node).transform([&] { return node; });
}

Result<void> ThreadForest::insert(const ThreadNode &node)
{
    return m_db.prepare(insertNode).and_then([&](Statement insert) {
        insert.bind(1, node.key);
        if (node.parent.isEmpty()) {
            insert.bindNull(2);
        } else {
            insert.bind(2, node.parent);
        }
        if (node.message.isValid()) {
            insert.bind(3, node.message.value);
        } else {
            insert.bindNull(3);
        }
        return insert.bind(4, node.conversation.value).run();
    });
}

Result<void> ThreadForest::join(const ThreadNode &parent, const ThreadNode &child)
{
    if (!child.parent.isEmpty() || parent.key == child.key) {
        return {};
    }
    if (parent.conversation == child.conversation) {
        // Both in one conversation: only a loop if the child is above the parent.
        NodeKey above = parent.key;
        QSet<NodeKey> seen;
        while (!above.isEmpty() && !seen.contains(above)) {
            if (above == child.key) {
                return {};
            }
            seen.insert(above);
            const Result<std::optional<ThreadNode>> node = find(above);
            if (!node) {
                return std::unexpected(node.error());
            }
            above = *node ? (*node)->parent : NodeKey();
        }
        return setParent(child.key, parent.key);
    }
    return setParent(child.key, parent.key).and_then([&] {
        return merge(parent.conversation, child.conversation);
    });
}

Result<void> ThreadForest::reparent(const ThreadNode &node, const ThreadNode &parent)
{
    const Result<QList<ThreadNode>> nodes = nodesOf(node.conversation);
    if (!nodes) {
        return std::unexpected(nodes.error());
    }
    const QList<ThreadNode> below = subtree(*nodes, node.key);
    const auto isParent = [&](const ThreadNode &one) {
        return one.key == parent.key;
    };
    if (std::ranges::any_of(below, isParent)) {
        return {}; // it would be its own ancestor: the link that is there stays
    }
    if (parent.conversation != node.conversation) {
        for (const ThreadNode &moved : below) {
            const Result<void> done = moveNode(moved.key, parent.conversation, moved.message);
            if (!done) {
                return done;
            }
        }
        m_splits.append(node.conversation);
        m_splits.append(parent.conversation);
    }
    return setParent(node.key, parent.key);
}

Result<void> ThreadForest::setParent(const NodeKey &key, const NodeKey &parent)
{
    return m_db.prepare(updateParent).and_then([&](Statement update) {
        return update.bind(1, key).bind(2, parent).run();
    });
}

Result<void> ThreadForest::moveNode(const NodeKey &key, ConversationId to, MessageId message)
{
    return m_db.prepare(updateConversation)
        .and_then([&](Statement update) { return update.bind(1, key).bind(2, to.value).run(); })
        .and_then([&] { return m_db.prepare(moveMessage); })
        .and_then([&](Statement update) { return update.bind(1, message.value).bind(2, to.value).run(); });
}

Result<QList<ThreadNode>> ThreadForest::nodesOf(ConversationId conversation)
{
    Result<Statement> select = m_db.prepare(nodesOfConversation);
    if (!select) {
        return std::unexpected(select.error());
    }
    select->bind(1, conversation.value);
    QList<ThreadNode> nodes;
    while (true) {
        const Result<bool> row = select->step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return nodes;
        }
        nodes.append({.key = select->blob(0),
                      .parent = select->isNull(1) ? NodeKey() : select->blob(1),
                      .message = MessageId{select->integer(2)},
                      .conversation = conversation});
    }
}

Result<void> ThreadForest::merge(ConversationId a, ConversationId b)
{
    const Merge merge{.from = std::max(a, b), .into = std::min(a, b)};
    return m_db.prepare(mergeNodes)
        .and_then([&](Statement update) {
            return update.bind(1, merge.from.value).bind(2, merge.into.value).run();
        })
        .transform([&] {
            m_merges.append(merge);
            std::ranges::replace(m_splits, merge.from, merge.into);
        });
}

Result<ThreadNode> ThreadForest::placeIn(ConversationId conversation, const NodeKey &key,
                                         const NodeKey &parent)
{
    const Result<std::optional<ThreadNode>> known = find(key);
    if (!known) {
        return std::unexpected(known.error());
    }
    const ThreadNode node{.key = key, .parent = parent, .message = {}, .conversation = conversation};
    if (*known) { // only spoken of so far
        return moveNode(key, conversation, MessageId{})
            .and_then([&] { return parent.isEmpty() ? Result<void>{} : setParent(key, parent); })
            .transform([&] { return node; });
    }
    return insert(node).transform([&] { return node; });
}

Result<void> ThreadForest::setMessage(const NodeKey &key, MessageId message)
{
    return m_db.prepare(updateMessage).and_then([&](Statement update) {
        return update.bind(1, key).bind(2, message.value).run();
    });
}

QList<Merge> ThreadForest::takeMerges()
{
    return std::exchange(m_merges, {});
}

QList<ConversationId> ThreadForest::takeSplits()
{
    return std::exchange(m_splits, {});
}

} // namespace aside
