// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/ingest/ingest.h"

#include "app/storage/ingest/attachments.h"
#include "app/storage/ingest/conversationcache.h"
#include "app/storage/ingest/importcursor.h"
#include "app/storage/ingest/serversword.h"
#include "app/storage/ingest/texts.h"
#include "app/storage/ingest/threading.h"
#include "app/storage/leftparts.h"
#include "app/storage/search/searchindex.h"

#include <QSet>

#include <utility>

namespace aside {

namespace {

constexpr std::string_view insertMessage = R"sql(
    INSERT INTO message (conversation_id, direction, is_read, sent_at, handle_id, attachment_count, node_key, digest,
                         remote_id, subject, author)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
)sql";
constexpr std::string_view insertBody
    = "INSERT INTO message_body (message_id, text, html) VALUES (?1, ?2, ?3)";
constexpr std::string_view selectDigest = "SELECT digest FROM message WHERE id = ?1";
constexpr std::string_view claimConversation
    = "UPDATE conversation SET account_id = ?2 WHERE id = ?1 AND account_id IS NULL";

constexpr int htmlCompression = 1; // HTML of mail shrinks to a third at the lowest level

/// One batch on its way in; lives as long as its transaction.
class BatchWriter
{
public:
    BatchWriter(Database &db, const BlobStore &blobs, Handles &handles, AccountId account)
        : m_db(db)
        , m_blobs(blobs)
        , m_handles(handles)
        , m_forest(db)
        , m_conversations(db)
        , m_servers(db, account)
    {
    }

    Result<void> add(const IncomingMessage &message);
    Result<void> finish(const IncomingBatch &batch, Instant now);
    [[nodiscard]] Applied applied() const;

private:
    Result<MessageId> knownAs(const IncomingMessage &message, const QByteArray &digest, NodeKey &key);
    Result<ThreadNode> place(const IncomingMessage &message, const NodeKey &key);
    Result<ThreadNode> placeByKey(const IncomingMessage &message, const NodeKey &key);
    Result<void> settleForest(ConversationId &conversation);
    Result<void> settleSplit(ConversationId from, ConversationId to, ConversationId &conversation);
    Result<MessageId> store(const IncomingMessage &message, const ThreadNode &node, const QByteArray &digest);
    Result<void> index(const IncomingMessage &message, const ThreadNode &node, MessageId id);
    Result<void> summarise(const IncomingMessage &message, ConversationId conversation);
    Result<void> claim(AccountId account);
    Result<void> settleServers(const QList<FolderNews> &news, Instant now);

    Database &m_db;
    const BlobStore &m_blobs;
    Handles &m_handles;
    ThreadForest m_forest;
    ConversationCache m_conversations;
    ServersWord m_servers;
    ApplyReport m_report;
    QSet<ConversationId> m_homes; ///< of the messages that came
    bool m_wroteBlobs = false;
};

Result<void> BatchWriter::add(const IncomingMessage &message)
{
    const QByteArray digest = digestOf(message);
    NodeKey key = nodeKey(message.channel, message.remoteId);
    const Result<MessageId> known = knownAs(message, digest, key);
    if (!known) {
        return std::unexpected(known.error());
    }
    if (known->isValid()) {
        ++m_report.duplicates;
        return m_servers.takeKnown(message, *known);
    }
    Result<ThreadNode> node = place(message, key);
    if (!node) {
        return std::unexpected(node.error());
    }
    if (const Result<void> settled = settleForest(node->conversation); !settled) {
        return settled;
    }
    const Result<MessageId> id = store(message, *node, digest);
    if (!id) {
        return std::unexpected(id.error());
    }
    ++m_report.imported;
    m_homes.insert(node->conversation);
    m_wroteBlobs = m_wroteBlobs || bringBytes(message.attachments);
    return m_forest.setMessage(key, *id)
        .and_then([&] { return storeAttachments(m_db, m_blobs, message.attachments, *id); })
        .and_then([&] { return m_servers.takeNew(message, *id); })
        .and_then([&] { return index(message, *node, *id); })
        .and_then([&] { return summarise(message, node->conversation); });
}

/// What the message is here already; none where it is new. A mail that borrows the id of another is no
/// duplicate: it gets a key of its own.
Result<MessageId> BatchWriter::knownAs(const IncomingMessage &message, const QByteArray &digest, NodeKey &key)
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

Result<ThreadNode> BatchWriter::place(const IncomingMessage &message, const NodeKey &key)
{
    if (!message.conversationKey.isEmpty()) {
        return placeByKey(message, key);
    }
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

Result<ThreadNode> BatchWriter::placeByKey(const IncomingMessage &message, const NodeKey &key)
{
    const NodeKey root = conversationNodeKey(message.channel, message.conversationKey);
    const Result<std::optional<ThreadNode>> known = m_forest.find(root);
    if (!known) {
        return std::unexpected(known.error());
    }
    ConversationId conversation = *known ? (*known)->conversation : ConversationId{};
    if (!conversation.isValid()) {
        const Result<ConversationId> made
            = m_conversations.create(message.channel, message.audience, message.sentAt);
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

Result<void> BatchWriter::settleForest(ConversationId &conversation)
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

Result<void> BatchWriter::settleSplit(ConversationId from, ConversationId to, ConversationId &conversation)
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

Result<MessageId> BatchWriter::store(const IncomingMessage &message, const ThreadNode &node,
                                     const QByteArray &digest)
{
    const Result<qint64> author = m_handles.idFor(message.channel, message.authorHandle, message.authorName);
    if (!author) {
        return std::unexpected(author.error());
    }
    const Result<QList<ConversationId>> widened = m_handles.noteReach(*author, message.reach);
    if (!widened) {
        return std::unexpected(widened.error());
    }
    for (const ConversationId id : *widened) {
        m_conversations.touch(id);
    }
    const bool read = message.isRead || message.direction != Direction::Incoming;
    const Result<void> inserted = m_db.prepare(insertMessage).and_then([&](Statement insert) {
        insert.bind(1, node.conversation.value)
            .bind(2, std::to_underlying(message.direction))
            .bind(3, read ? 1 : 0);
        insert.bind(4, toMillis(message.sentAt));
        if (*author != 0) {
            insert.bind(5, *author);
        } else {
            insert.bindNull(5);
        }
        insert.bind(6, static_cast<qint64>(message.attachments.size())).bind(7, node.key).bind(8, digest);
        return insert.bind(9, message.remoteId).bind(10, message.subject).bind(11, message.authorName).run();
    });
    if (!inserted) {
        return std::unexpected(inserted.error());
    }
    const MessageId id{m_db.lastInsertId()};
    return m_db.prepare(insertBody)
        .and_then([&](Statement insert) {
            insert.bind(1, id.value).bind(2, message.text);
            if (message.html.isEmpty()) {
                insert.bindNull(3);
            } else {
                insert.bind(3, qCompress(message.html.toUtf8(), htmlCompression));
            }
            return insert.run();
        })
        .transform([&] { return id; });
}

Result<void> BatchWriter::index(const IncomingMessage &message, const ThreadNode &node, MessageId id)
{
    bool parentIsHere = false;
    if (!node.parent.isEmpty() || !message.references.isEmpty()) {
        const NodeKey parentKey = !message.references.isEmpty()
            ? nodeKey(message.channel, message.references.constLast())
            : node.parent;
        const Result<std::optional<ThreadNode>> parent = m_forest.find(parentKey);
        if (!parent) {
            return std::unexpected(parent.error());
        }
        parentIsHere = *parent && (*parent)->message.isValid();
    }
    const QString people = message.authorName + u' ' + message.authorHandle + u' ' + message.personName + u' '
        + message.personHandle;
    return indexMessage(m_db, id, message.subject, parentIsHere ? withoutQuotes(message.text) : message.text,
                        people);
}

Result<void> BatchWriter::summarise(const IncomingMessage &message, ConversationId conversation)
{
    const bool incoming = message.direction == Direction::Incoming;
    const bool named = !message.personHandle.isEmpty() || !message.personName.isEmpty();
    const QString &handle = named ? message.personHandle : message.authorHandle;
    const QString &name = named ? message.personName : message.authorName;
    const Result<qint64> customer
        = named || incoming ? m_handles.idFor(message.channel, handle, name) : Result<qint64>(0);
    if (!customer) {
        return std::unexpected(customer.error());
    }
    return m_conversations.add(conversation,
                               {.direction = message.direction,
                                .isRead = message.isRead,
                                .sentAt = message.sentAt,
                                .customer = *customer,
                                .attachments = message.attachments.size(),
                                .subject = conversationSubject(message.subject),
                                .preview = previewOf(message.text)});
}

/// Replies go back through the account by which a conversation came first.
Result<void> BatchWriter::claim(AccountId account)
{
    if (!account.isValid()) {
        return {};
    }
    for (const ConversationId id : std::as_const(m_homes)) {
        const Result<void> claimed = m_db.prepare(claimConversation).and_then([&](Statement update) {
            return update.bind(1, id.value).bind(2, account.value).run();
        });
        if (!claimed) {
            return claimed;
        }
    }
    return {};
}

Result<void> BatchWriter::settleServers(const QList<FolderNews> &news, Instant now)
{
    return m_servers.finish(news, now).transform([&](const QList<ConversationId> &touched) {
        for (const ConversationId id : touched) {
            m_conversations.touch(id);
        }
    });
}

Result<void> BatchWriter::finish(const IncomingBatch &batch, Instant now)
{
    const Result<void> settled
        = m_conversations.flush().and_then([&] { return claim(batch.account); }).and_then([&] {
              return settleServers(batch.news, now);
          });
    if (!settled) {
        return settled;
    }
    if (m_wroteBlobs) {
        if (const Result<void> synced = m_blobs.sync(); !synced) {
            return synced;
        }
    }
    return batch.source.isEmpty() ? Result<void>() : keepImportCursor(m_db, batch.source, batch.cursor, now);
}

Applied BatchWriter::applied() const
{
    Applied applied{.report = m_report,
                    .changes = {.conversations = m_conversations.touched(),
                                .outboxChanged = m_servers.hasChangedOutbox()}};
    applied.report.conversations = m_conversations.created();
    return applied;
}

} // namespace

Ingest::Ingest(Database &db, const BlobStore &blobs)
    : m_db(db)
    , m_blobs(blobs)
    , m_handles(db)
{
}

Result<Applied> Ingest::apply(const IncomingBatch &batch, Instant now)
{
    Result<Transaction> transaction = Transaction::begin(m_db);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    BatchWriter writer(m_db, m_blobs, m_handles, batch.account);
    Result<void> done;
    for (const IncomingMessage &message : batch.messages) {
        done = writer.add(message);
        if (!done) {
            break;
        }
    }
    done = done.and_then([&] { return writer.finish(batch, now); }).and_then([&] {
        return transaction->commit();
    });
    if (!done) {
        m_handles.forget(); // what it made is rolled back
        return std::unexpected(done.error());
    }
    return writer.applied();
}

} // namespace aside
