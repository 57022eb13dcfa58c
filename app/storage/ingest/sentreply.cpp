// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/ingest/sentreply.h"

#include "app/storage/ingest/conversationcache.h"
#include "app/storage/ingest/texts.h"
#include "app/storage/ingest/threading.h"
#include "app/storage/outboxrows.h"
#include "app/storage/search/searchindex.h"
#include "models/domain/channelcapabilities.h"

#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectAuthor
    = "SELECT CASE identity WHEN '' THEN name ELSE identity END FROM account WHERE id = ?1";
constexpr std::string_view insertMessage = R"sql(
    INSERT INTO message (conversation_id, direction, is_read, sent_at, attachment_count, node_key, digest, remote_id,
                         subject, author, page)
    VALUES (?1, 1, 1, ?2, ?3, ?4, ?5, ?6, '', ?7, ?8)
)sql";
constexpr std::string_view insertBody
    = "INSERT INTO message_body (message_id, text, html) VALUES (?1, ?2, NULL)";
constexpr std::string_view insertFiles = R"sql(
    INSERT INTO attachment (message_id, name, mime_type, content_id, sha256, size, alt)
    SELECT ?1, name, mime_type, '', sha256, size, alt FROM draft_attachment WHERE outbox_id = ?2 ORDER BY id
)sql";

/// A channel that gave no id is given the item's own, which no server can meet.
QString remoteIdOf(const OutboxItem &item)
{
    const bool isNamed = !item.record.remoteId.isEmpty() && !capabilitiesOf(item.channel).byHand;
    return isNamed ? item.record.remoteId : QStringLiteral("aside/") + item.idempotencyKey;
}

Result<QString> authorOf(Database &db, const OutboxItem &item)
{
    return db.prepare(selectAuthor).and_then([&](Statement select) {
        return select.bind(1, item.account.value).step().transform([&](bool row) {
            return row ? select.text(0) : QString();
        });
    });
}

/// Its row, its words and its files.
Result<MessageId> insert(Database &db, const OutboxItem &item, const IncomingMessage &reply,
                         const NodeKey &key)
{
    return db.prepare(insertMessage)
        .and_then([&](Statement insert) {
            insert.bind(1, item.conversation.value).bind(2, toMillis(reply.sentAt));
            insert.bind(3, static_cast<qint64>(item.attachments.size())).bind(4, key);
            insert.bind(5, digestOf(reply)).bind(6, reply.remoteId).bind(7, reply.authorName);
            return insert.bind(8, reply.page).run();
        })
        .and_then([&]() -> Result<MessageId> {
            const MessageId id{db.lastInsertId()};
            return db.prepare(insertBody)
                .and_then(
                    [&](Statement insert) { return insert.bind(1, id.value).bind(2, reply.text).run(); })
                .and_then([&] { return db.prepare(insertFiles); })
                .and_then(
                    [&](Statement insert) { return insert.bind(1, id.value).bind(2, item.id.value).run(); })
                .transform([&] { return id; });
        });
}

Result<void> store(Database &db, const OutboxItem &item, const IncomingMessage &reply, const NodeKey &key)
{
    ConversationCache conversations(db);
    return insert(db, item, reply, key)
        .and_then([&](MessageId id) {
            return ThreadForest(db).setMessage(key, id).and_then([&] {
                return indexMessage(db, id, QString(), reply.text, reply.authorName + u' ' + item.person);
            });
        })
        .and_then([&] {
            return conversations.add(item.conversation,
                                     {.direction = Direction::Outgoing,
                                      .isRead = true,
                                      .sentAt = reply.sentAt,
                                      .attachments = item.attachments.size(),
                                      .subject = item.subject,
                                      .preview = previewOf(reply.text)});
        })
        .and_then([&] { return conversations.flush(); });
}

} // namespace

Result<void> keepSentReply(Database &db, OutboxId id, Instant now)
{
    const Result<OutboxItem> item = loadItem(db, id);
    if (!item || item->state != OutboxState::Sent || item->channel == Channel::Email) {
        return item.transform([](const OutboxItem &) { });
    }
    ThreadForest forest(db);
    IncomingMessage reply;
    reply.channel = item->channel;
    reply.audience = item->audience;
    reply.direction = Direction::Outgoing;
    reply.remoteId = remoteIdOf(*item);
    const NodeKey key = nodeKey(item->channel, reply.remoteId);
    const Result<std::optional<ThreadNode>> known = forest.find(key);
    const Result<QString> author = authorOf(db, *item);
    if (!known || !author) {
        return std::unexpected(!known ? known.error() : author.error());
    }
    if (*known && (*known)->message.isValid()) {
        return {}; // the channel brought it before its answer came
    }
    reply.authorName = *author;
    reply.text = item->text;
    reply.sentAt = now;
    reply.page = capabilitiesOf(item->channel).byHand ? item->record.remoteId : QString();
    return forest.placeIn(item->conversation, key, {}).and_then([&](const ThreadNode &) {
        return store(db, *item, reply, key);
    });
}

} // namespace aside
