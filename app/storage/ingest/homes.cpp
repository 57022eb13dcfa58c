// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/ingest/homes.h"

#include "app/storage/ingest/conversationcache.h"
#include "app/storage/leftparts.h"
#include "models/domain/channelcapabilities.h"

#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectDigest = "SELECT digest FROM message WHERE id = ?1";
// A talk that we began: the channel names it only now that something comes out of it.
constexpr std::string_view selectBegun = R"sql(
    SELECT c.id FROM handle h JOIN conversation c ON c.handle_id = h.id
    WHERE h.channel = ?1 AND h.address = ?2 AND c.audience = 0
      AND coalesce(c.account_id, 0) IN (0, ?3)
      AND EXISTS (SELECT 1 FROM outbox o WHERE o.conversation_id = c.id AND o.state <> 6)
      AND NOT EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = c.id AND m.direction = 0)
    ORDER BY c.id DESC LIMIT 1
)sql";

} // namespace

Result<MessageId> MessageHomes::knownAs(const IncomingMessage &message, const QByteArray &digest,
                                        NodeKey &key)
{
    MessageId last;
    for (int attempt = 0; attempt < 2; ++attempt) {
        const Result<std::optional<ThreadNode>> node = m_forest.find(key);
        if (!node) {
            return std::unexpected(node.error());
        }
        if (!*node || !(*node)->message.isValid()) {
            return MessageId{};
        }
        last = (*node)->message;
        const Result<QByteArray> known
            = m_db.prepare(selectDigest).and_then([&](Statement select) -> Result<QByteArray> {
                  return select.bind(1, (*node)->message.value).step().transform([&](bool row) {
                      return row ? select.blob(0) : QByteArray();
                  });
              });
        if (!known) {
            return std::unexpected(known.error());
        }
        if (*known == digest || message.channel != Channel::Email) {
            return last;
        }
        const Result<bool> isSame = isSameInParts(m_db, last, message);
        if (!isSame || *isSame) {
            return isSame ? Result<MessageId>(last) : std::unexpected(isSame.error());
        }
        key = nodeKey(message.channel, message.remoteId + u'\n' + QString::fromLatin1(digest.toHex()));
    }
    return last;
}

Result<ThreadNode> MessageHomes::place(const IncomingMessage &message, const NodeKey &key)
{
    Result<ThreadNode> node
        = !message.conversationKey.isEmpty() ? placeByKey(message, key) : placeByAncestors(message, key);
    if (!node) {
        return node;
    }
    return settle(node->conversation).transform([&] { return *node; });
}

Result<ThreadNode> MessageHomes::placeByAncestors(const IncomingMessage &message, const NodeKey &key)
{
    QList<NodeKey> ancestors;
    for (const QString &reference : message.references) {
        const NodeKey ancestor = nodeKey(message.channel, reference);
        if (ancestor != key && !ancestors.contains(ancestor)) {
            ancestors.append(ancestor);
        }
    }
    QList<NodeKey> answers;
    for (const QString &answer : message.answers) {
        answers.append(nodeKey(message.channel, answer));
    }
    return m_forest.place(key, ancestors, answers, [&] {
        return m_conversations.create(message.channel, message.audience, message.sentAt);
    });
}

Result<ThreadNode> MessageHomes::placeByKey(const IncomingMessage &message, const NodeKey &key)
{
    const NodeKey root = conversationNodeKey(message.channel, message.conversationKey);
    const Result<std::optional<ThreadNode>> known = m_forest.find(root);
    if (!known) {
        return std::unexpected(known.error());
    }
    ConversationId conversation = *known ? (*known)->conversation : ConversationId{};
    if (!conversation.isValid()) {
        const Result<ConversationId> begun = begunByUs(message);
        const Result<ConversationId> made = !begun || begun->isValid()
            ? begun
            : m_conversations.create(message.channel, message.audience, message.sentAt);
        if (!made) {
            return std::unexpected(made.error());
        }
        conversation = *made;
        const Result<void> inserted
            = m_forest.insert({.key = root, .parent = {}, .message = {}, .conversation = conversation});
        if (!inserted) {
            return std::unexpected(inserted.error());
        }
    }
    const NodeKey parent
        = message.references.isEmpty() ? NodeKey() : nodeKey(message.channel, message.references.constLast());
    return m_forest.placeIn(conversation, key, parent);
}

Result<ConversationId> MessageHomes::begunByUs(const IncomingMessage &message)
{
    const bool isIncoming = message.direction == Direction::Incoming;
    const QString &customer
        = message.personHandle.isEmpty() && isIncoming ? message.authorHandle : message.personHandle;
    if (message.audience != Audience::Private || !capabilitiesOf(message.channel).hasOneTalk
        || customer.isEmpty()) {
        return ConversationId{};
    }
    return m_db.prepare(selectBegun).and_then([&](Statement select) {
        select.bind(1, std::to_underlying(message.channel)).bind(2, customer.toCaseFolded());
        return select.bind(3, m_account.value).step().transform([&](bool row) {
            return ConversationId{row ? select.integer(0) : 0};
        });
    });
}

Result<void> MessageHomes::settle(ConversationId &conversation)
{
    for (const Merge &merge : m_forest.takeMerges()) {
        if (const Result<void> merged = m_conversations.merge(merge.from, merge.into); !merged) {
            return merged;
        }
        if (conversation == merge.from) {
            conversation = merge.into;
        }
    }
    const QList<ConversationId> splits = m_forest.takeSplits();
    for (qsizetype i = 0; i + 1 < splits.size(); i += 2) {
        const Result<void> settled = settleSplit(splits.at(i), splits.at(i + 1), conversation);
        if (!settled) {
            return settled;
        }
    }
    return {};
}

Result<void> MessageHomes::settleSplit(ConversationId from, ConversationId to, ConversationId &conversation)
{
    const Result<qint64> left = m_conversations.recompute(from);
    const Result<qint64> grown = m_conversations.recompute(to);
    if (!left || !grown) {
        return std::unexpected(!left ? left.error() : grown.error());
    }
    if (*left > 0 || from == to) {
        return {};
    }
    if (conversation == from) {
        conversation = to;
    }
    return m_conversations.merge(from, to);
}

} // namespace aside
