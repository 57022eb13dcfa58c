// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/dispatch.h"
#include "app/storage/recipients.h"
#include "app/storage/rows.h"
#include "models/domain/contentwarning.h"

#include <utility>

namespace aside {

namespace {

// The message it answers: the last of the customer's that its author saw. Its ancestors follow, nearest
// first.
constexpr std::string_view selectAncestors = R"sql(
    WITH RECURSIVE above (key, depth) AS (
        SELECT * FROM (SELECT m.node_key, 0 FROM message m
                       WHERE m.conversation_id = ?1 AND m.direction = 0 AND m.id <= ?2
                       ORDER BY m.sent_at DESC, m.id DESC LIMIT 1)
        UNION ALL
        SELECT n.parent, above.depth + 1 FROM above JOIN thread_node n ON n.key = above.key
        WHERE n.parent IS NOT NULL AND above.depth < 30
    )
    SELECT m.remote_id FROM above JOIN thread_node n ON n.key = above.key JOIN message m ON m.id = n.message_id
    WHERE m.direction <> 2 ORDER BY above.depth
)sql";
constexpr std::string_view selectAddress = R"sql(
    SELECT coalesce(h.shown, ''), coalesce(p.name, '')
    FROM conversation c LEFT JOIN handle h ON h.id = c.handle_id LEFT JOIN person p ON p.id = h.person_id
    WHERE c.id = ?1
)sql";

constexpr std::string_view selectAnswered = R"sql(
    SELECT id FROM message WHERE conversation_id = ?1 AND direction = 0 AND id <= ?2
    ORDER BY sent_at DESC, id DESC LIMIT 1
)sql";

constexpr std::string_view selectAnsweredText = R"sql(
    SELECT b.text FROM message m JOIN message_body b ON b.message_id = m.id
    WHERE m.conversation_id = ?1 AND m.direction = 0 AND m.id <= ?2 ORDER BY m.sent_at DESC, m.id DESC LIMIT 1
)sql";

/// With the warning that it bears of what it answers.
Result<QString> textOf(Database &db, const OutboxItem &item)
{
    if (item.channel != Channel::Mastodon) {
        return item.text;
    }
    return db.prepare(selectAnsweredText).and_then([&](Statement select) {
        return select.bind(1, item.conversation.value)
            .bind(2, item.seen.value)
            .step()
            .transform([&](bool row) {
                return row ? textAsSent(item.channel, item.text, select.text(0)) : item.text;
            });
    });
}

/// Where the author of the answered message wants answers, as letters to somebody; empty where he did not
/// say.
Result<QList<Recipient>> wantedBy(Database &db, const OutboxItem &item)
{
    const Result<MessageId> answered = db.prepare(selectAnswered).and_then([&](Statement select) {
        return select.bind(1, item.conversation.value)
            .bind(2, item.seen.value)
            .step()
            .transform([&](bool row) { return MessageId{row ? select.integer(0) : 0}; });
    });
    if (!answered) {
        return std::unexpected(answered.error());
    }
    return recipientsOf(db, *answered).transform([](QList<Recipient> all) {
        all.removeIf([](const Recipient &one) { return one.kind != RecipientKind::ReplyTo; });
        for (Recipient &one : all) {
            one.kind = RecipientKind::To;
        }
        return all;
    });
}

/// Ids of the ancestors, the oldest first.
Result<QStringList> referencesOf(Database &db, const OutboxItem &item)
{
    return db.prepare(selectAncestors).and_then([&](Statement select) {
        select.bind(1, item.conversation.value).bind(2, item.seen.value);
        QStringList references;
        return forEachRow(select, [&](const Statement &row) { references.prepend(row.text(0)); })
            .transform([&] { return references; });
    });
}

Result<QList<OutgoingFile>> filesOf(const BlobStore &blobs, const QList<DraftAttachment> &attachments)
{
    QList<OutgoingFile> files;
    for (const DraftAttachment &attachment : attachments) {
        Result<QByteArray> data = blobs.get(attachment.sha256);
        if (!data) {
            return std::unexpected(data.error());
        }
        files.append({.name = attachment.name,
                      .mimeType = attachment.mimeType,
                      .alt = attachment.alt,
                      .data = std::move(*data)});
    }
    return files;
}

} // namespace

Result<OutgoingMessage> outgoingMessage(Database &db, const BlobStore &blobs, OutboxId id)
{
    const Result<OutboxItem> item = loadItem(db, id);
    if (!item) {
        return std::unexpected(item.error());
    }
    const bool isForward = item->addressing.forwarded.isValid();
    const Result<QStringList> references
        = isForward ? Result<QStringList>(QStringList()) : referencesOf(db, *item);
    const Result<QList<Recipient>> recipients = item->addressing.recipients.isEmpty()
        ? wantedBy(db, *item)
        : Result<QList<Recipient>>(item->addressing.recipients);
    if (!recipients) {
        return std::unexpected(recipients.error());
    }
    const Result<QString> text = textOf(db, *item);
    Result<QList<OutgoingFile>> files = filesOf(blobs, item->attachments);
    if (!references || !files) {
        return std::unexpected(!references ? references.error() : files.error());
    }
    if (!text) {
        return std::unexpected(text.error());
    }
    return db.prepare(selectAddress).and_then([&](Statement select) {
        return select.bind(1, item->conversation.value).step().transform([&](bool) {
            return OutgoingMessage{.item = id,
                                   .wireId = item->wireId,
                                   .channel = item->channel,
                                   .audience = item->audience,
                                   .to = select.text(0),
                                   .toName = select.text(1),
                                   .recipients = *recipients,
                                   .sender = item->addressing.sender,
                                   .isForward = isForward,
                                   .subject = item->subject,
                                   .text = *text,
                                   .inReplyTo = references->isEmpty() ? QString() : references->constLast(),
                                   .references = *references,
                                   .files = std::move(*files),
                                   .attemptAt = item->record.attemptAt};
        });
    });
}

} // namespace aside
