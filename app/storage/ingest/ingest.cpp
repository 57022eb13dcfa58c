// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/ingest/ingest.h"

#include "app/storage/ingest/attachments.h"
#include "app/storage/ingest/conversationcache.h"
#include "app/storage/ingest/homes.h"
#include "app/storage/ingest/importcursor.h"
#include "app/storage/ingest/revisions.h"
#include "app/storage/ingest/serversword.h"
#include "app/storage/ingest/texts.h"
#include "app/storage/search/searchindex.h"
#include "models/domain/webpage.h"

#include <QSet>

#include <utility>

namespace aside {

namespace {

constexpr std::string_view insertMessage = R"sql(
    INSERT INTO message (conversation_id, direction, is_read, sent_at, handle_id, attachment_count, node_key, digest,
                         remote_id, subject, author, edited_at, page)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
)sql";
constexpr std::string_view insertBody
    = "INSERT INTO message_body (message_id, text, html) VALUES (?1, ?2, ?3)";
constexpr std::string_view claimConversation
    = "UPDATE conversation SET account_id = ?2 WHERE id = ?1 AND account_id IS NULL";

/// One batch on its way in; lives as long as its transaction.
class BatchWriter
{
public:
    BatchWriter(Database &db, const BlobStore &blobs, Handles &handles, AccountId account)
        : m_db(db)
        , m_blobs(blobs)
        , m_handles(handles)
        , m_conversations(db)
        , m_messageHomes(db, m_conversations, account)
        , m_servers(db, account)
    {
    }

    Result<void> add(const IncomingMessage &message);
    Result<void> remove(const IncomingDeletion &deletion);
    Result<void> finish(const IncomingBatch &batch, Instant now);
    [[nodiscard]] Applied applied() const;

private:
    Result<void> addNew(const IncomingMessage &message, const NodeKey &key, const QByteArray &digest);
    Result<void> takeKnown(const IncomingMessage &message, const NodeKey &key, MessageId id,
                           const QByteArray &digest);
    Result<void> revise(const IncomingMessage &message, const NodeKey &key, MessageId id,
                        const QByteArray &digest);
    Result<void> bury(const IncomingMessage &message, const ThreadNode &node, MessageId id);
    Result<MessageId> store(const IncomingMessage &message, const ThreadNode &node, const QByteArray &digest);
    Result<void> index(const IncomingMessage &message, const ThreadNode &node, MessageId id);
    Result<void> summarise(const IncomingMessage &message, ConversationId conversation);
    Result<void> findLast();
    Result<void> claim(AccountId account);
    Result<void> settleServers(const QList<FolderNews> &news, Instant now);

    Database &m_db;
    const BlobStore &m_blobs;
    Handles &m_handles;
    ConversationCache m_conversations;
    MessageHomes m_messageHomes;
    ServersWord m_servers;
    ApplyReport m_report;
    QSet<ConversationId> m_homes; ///< of the messages that came
    bool m_wroteBlobs = false;
    NodeKey m_last; ///< of the message that came last
};

Result<void> BatchWriter::add(const IncomingMessage &message)
{
    const QByteArray digest = digestOf(message);
    NodeKey key = nodeKey(message.channel, message.remoteId);
    m_last = key;
    return m_messageHomes.knownAs(message, digest, key).and_then([&](MessageId known) {
        return known.isValid() ? takeKnown(message, key, known, digest) : addNew(message, key, digest);
    });
}

Result<void> BatchWriter::addNew(const IncomingMessage &message, const NodeKey &key, const QByteArray &digest)
{
    const Result<ThreadNode> node = m_messageHomes.place(message, key);
    if (!node) {
        return std::unexpected(node.error());
    }
    const Result<MessageId> id = store(message, *node, digest);
    if (!id) {
        return std::unexpected(id.error());
    }
    ++m_report.imported;
    m_homes.insert(node->conversation);
    m_wroteBlobs = m_wroteBlobs || bringBytes(message.attachments);
    return m_messageHomes.forest()
        .setMessage(key, *id)
        .and_then([&] { return storeAttachments(m_db, m_blobs, message.attachments, *id); })
        .and_then([&] { return m_servers.takeNew(message, *id); })
        .and_then([&] { return index(message, *node, *id); })
        .and_then([&] { return summarise(message, node->conversation); })
        .and_then([&] { return bury(message, *node, *id); });
}

Result<void> BatchWriter::takeKnown(const IncomingMessage &message, const NodeKey &key, MessageId id,
                                    const QByteArray &digest)
{
    ++m_report.duplicates;
    return m_servers.takeKnown(message, id).and_then([&] {
        return message.editedAt ? revise(message, key, id, digest) : Result<void>();
    });
}

Result<void> BatchWriter::revise(const IncomingMessage &message, const NodeKey &key, MessageId id,
                                 const QByteArray &digest)
{
    const Result<Revision> revision = reviseMessage(m_db, message, id, digest);
    const Result<std::optional<ThreadNode>> node = m_messageHomes.forest().find(key);
    if (!revision || !node) {
        return std::unexpected(!revision ? revision.error() : node.error());
    }
    if (!revision->isNews || !*node) {
        return {};
    }
    m_wroteBlobs = m_wroteBlobs || bringBytes(revision->added);
    Result<void> done = storeAttachments(m_db, m_blobs, revision->added, id);
    if (revision->hasNewWords) {
        done = done.and_then([&] { return unindexMessage(m_db, id); }).and_then([&] {
            return index(message, **node, id);
        });
    }
    return done.and_then([&] { return m_conversations.recompute((*node)->conversation); })
        .transform([](qint64) {});
}

/// Its deletion was told before it came.
Result<void> BatchWriter::bury(const IncomingMessage &message, const ThreadNode &node, MessageId id)
{
    if (message.channel == Channel::Email) {
        return {}; // servers of mail say it otherwise
    }
    return takeTombstone(m_db, node.key).and_then([&](std::optional<Instant> at) -> Result<void> {
        if (!at || (message.editedAt && *message.editedAt > *at)) {
            return {};
        }
        return markDeleted(m_db, id, *at)
            .and_then([&](bool) { return m_conversations.recompute(node.conversation); })
            .transform([](qint64) {});
    });
}

Result<void> BatchWriter::remove(const IncomingDeletion &deletion)
{
    const NodeKey key = nodeKey(deletion.channel, deletion.remoteId);
    const Result<std::optional<ThreadNode>> node = m_messageHomes.forest().find(key);
    if (!node) {
        return std::unexpected(node.error());
    }
    if (!*node || !(*node)->message.isValid()) {
        return keepTombstone(m_db, key, deletion.at);
    }
    return markDeleted(m_db, (*node)->message, deletion.at).and_then([&](bool isNews) -> Result<void> {
        return isNews ? m_conversations.recompute((*node)->conversation).transform([](qint64) { })
                      : Result<void>();
    });
}

Result<MessageId> BatchWriter::store(const IncomingMessage &message, const ThreadNode &node,
                                     const QByteArray &digest)
{
    const Result<qint64> author = m_handles.idFor(message.channel, message.authorHandle, message.authorName);
    if (!author) {
        return std::unexpected(author.error());
    }
    if (const Result<void> known = m_handles.addNumber(*author, message.ownNumber); !known) {
        return std::unexpected(known.error());
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
        insert.bind(9, message.remoteId).bind(10, message.subject).bind(11, message.authorName);
        insert.bind(12, toMillis(message.editedAt.value_or(Instant{}))).bind(13, webPage(message.page));
        return insert.run();
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
                insert.bind(3, storedHtml(message.html));
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
        const Result<std::optional<ThreadNode>> parent = m_messageHomes.forest().find(parentKey);
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

Result<void> BatchWriter::findLast()
{
    if (m_last.isEmpty()) {
        return {};
    }
    return m_messageHomes.forest().find(m_last).transform([&](const std::optional<ThreadNode> &node) {
        m_report.home = node ? node->conversation : ConversationId();
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
    if (const Result<void> found = findLast(); !found) {
        return found;
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
    for (const IncomingDeletion &deletion : batch.deletions) {
        done = done.and_then([&] { return writer.remove(deletion); });
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
