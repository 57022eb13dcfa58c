// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The messages of conversations: all, their outline, or some by id.

#include "app/storage/conversations.h"
#include "app/storage/recipients.h"
#include "app/storage/rows.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

// The same columns twice, because SQL is a constant: of a conversation, and of one message.
constexpr std::string_view selectMessages = R"sql(
    SELECT m.id, coalesce(up.message_id, 0), m.direction, m.author, coalesce(h.shown, ''), m.sent_at, m.remote_id,
           m.subject, b.text, b.html, m.conversation_id, m.attachment_count,
           coalesce(h.loads_images, 0), m.removed_at, m.edited_at, m.deleted_at, m.page
    FROM message m JOIN message_body b ON b.message_id = m.id
    LEFT JOIN handle h ON h.id = m.handle_id
    LEFT JOIN thread_node n ON n.key = m.node_key
    LEFT JOIN thread_node up ON up.key = n.parent
    WHERE m.conversation_id = ?1 ORDER BY m.sent_at, m.id
)sql";
constexpr std::string_view selectMessage = R"sql(
    SELECT m.id, coalesce(up.message_id, 0), m.direction, m.author, coalesce(h.shown, ''), m.sent_at, m.remote_id,
           m.subject, b.text, b.html, m.conversation_id, m.attachment_count,
           coalesce(h.loads_images, 0), m.removed_at, m.edited_at, m.deleted_at, m.page
    FROM message m JOIN message_body b ON b.message_id = m.id
    LEFT JOIN handle h ON h.id = m.handle_id
    LEFT JOIN thread_node n ON n.key = m.node_key
    LEFT JOIN thread_node up ON up.key = n.parent
    WHERE m.id = ?1
)sql";
// Answered by the index alone.
constexpr std::string_view selectPlaces
    = "SELECT id, sent_at FROM message WHERE conversation_id = ?1 ORDER BY sent_at, id";
constexpr std::string_view selectFirstUnread = R"sql(
    SELECT id FROM message WHERE conversation_id = ?1 AND direction = ?2
    ORDER BY sent_at DESC, id DESC LIMIT 1 OFFSET ?3
)sql";
constexpr std::string_view selectText = "SELECT text FROM message_body WHERE message_id = ?1";
constexpr std::string_view selectEarlier
    = "SELECT text, replaced_at FROM message_version WHERE message_id = ?1 ORDER BY replaced_at";
constexpr std::string_view selectAttachments = R"sql(
    SELECT id, name, mime_type, content_id, sha256, size FROM attachment WHERE message_id = ?1 ORDER BY id
)sql";
constexpr std::string_view selectAttachment
    = "SELECT id, name, mime_type, content_id, sha256, size FROM attachment WHERE id = ?1";

Attachment readAttachment(const Statement &row)
{
    return {.id = AttachmentId{row.integer(0)},
            .name = row.text(1),
            .mimeType = row.text(2),
            .contentId = row.text(3),
            .sha256 = row.blob(4),
            .size = row.integer(5),
            .isAtServer = row.blob(4).isEmpty()};
}

Message readMessage(const Statement &row)
{
    return {.id = MessageId{row.integer(0)},
            .conversation = ConversationId{row.integer(10)},
            .parent = MessageId{row.integer(1)},
            .direction = static_cast<Direction>(row.integer(2)),
            .author = row.text(3),
            .handle = row.text(4),
            .sentAt = fromMillis(row.integer(5)),
            .remoteId = row.text(6),
            .subject = row.text(7),
            .text = row.text(8),
            .html = row.isNull(9) ? QString() : QString::fromUtf8(qUncompress(row.blob(9))),
            .attachments = {},
            .remoteImages = row.integer(12) != 0 ? RemoteImages::Load : RemoteImages::Ask,
            .removedAt = fromMillis(row.integer(13)),
            .editedAt = fromMillis(row.integer(14)),
            .deletedAt = fromMillis(row.integer(15)),
            .page = row.text(16)};
}

Result<QList<Attachment>> attachmentsOf(Database &db, MessageId message)
{
    return db.prepare(selectAttachments).and_then([&](Statement select) {
        select.bind(1, message.value);
        return allRows(std::move(select), readAttachment);
    });
}

Result<QList<EarlierWords>> earlierWordsOf(Database &db, MessageId message)
{
    return db.prepare(selectEarlier).and_then([&](Statement select) {
        select.bind(1, message.value);
        return allRows(std::move(select), [](const Statement &row) {
            return EarlierWords{.text = row.text(0), .until = fromMillis(row.integer(1))};
        });
    });
}

Result<ConversationRow> currentRow(Database &db, ConversationId asked)
{
    const Result<ConversationId> id = currentConversation(db, asked);
    if (!id) {
        return std::unexpected(id.error());
    }
    const Result<QList<ConversationRow>> rows = conversationRows(db, {*id});
    if (!rows) {
        return std::unexpected(rows.error());
    }
    if (rows->isEmpty()) {
        return fail(Errc::NotFound, QStringLiteral("no conversation %1").arg(asked.value));
    }
    return rows->constFirst();
}

/// Reads what a bound statement finds, then the attachments of those that have some.
Result<QList<Message>> readMessages(Database &db, Statement &select)
{
    QList<Message> messages;
    QList<qsizetype> withAttachments;
    const Result<void> read = forEachRow(select, [&](const Statement &row) {
        if (row.integer(11) > 0) {
            withAttachments.append(messages.size());
        }
        messages.append(readMessage(row));
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    for (const qsizetype at : std::as_const(withAttachments)) {
        Result<QList<Attachment>> attachments = attachmentsOf(db, messages.at(at).id);
        if (!attachments) {
            return std::unexpected(attachments.error());
        }
        messages[at].attachments = std::move(*attachments);
    }
    for (Message &message : messages) {
        Result<QList<Recipient>> recipients = recipientsOf(db, message.id);
        if (!recipients) {
            return std::unexpected(recipients.error());
        }
        message.recipients = std::move(*recipients);
        if (toMillis(message.editedAt) != 0) {
            Result<QList<EarlierWords>> earlier = earlierWordsOf(db, message.id);
            if (!earlier) {
                return std::unexpected(earlier.error());
            }
            message.earlier = std::move(*earlier);
        }
    }
    return messages;
}

Result<QList<MessagePlace>> placesOf(Database &db, const ConversationRow &conversation)
{
    return db.prepare(selectPlaces).and_then([&](Statement select) -> Result<QList<MessagePlace>> {
        QList<MessagePlace> places;
        places.reserve(conversation.messages);
        select.bind(1, conversation.id.value);
        return forEachRow(select,
                          [&](const Statement &row) {
                              places.append(
                                  {.id = MessageId{row.integer(0)}, .sentAt = fromMillis(row.integer(1))});
                          })
            .transform([&] { return places; });
    });
}

/// None where there are fewer of theirs than are said to be unread, too: then the first of all is.
Result<MessageId> firstUnreadIn(Database &db, const ThreadOutline &outline)
{
    if (outline.conversation.unread <= 0 || outline.places.isEmpty()) {
        return MessageId{};
    }
    return db.prepare(selectFirstUnread).and_then([&](Statement select) -> Result<MessageId> {
        const Result<bool> row = select.bind(1, outline.conversation.id.value)
                                     .bind(2, static_cast<qint64>(Direction::Incoming))
                                     .bind(3, static_cast<qint64>(outline.conversation.unread - 1))
                                     .step();
        if (!row) {
            return std::unexpected(row.error());
        }
        return *row ? MessageId{select.integer(0)} : outline.places.constFirst().id;
    });
}

/// The ids of what is looked at first.
QList<MessageId> beginningOf(const ThreadOutline &outline)
{
    const qsizetype end = outline.places.size();
    const qsizetype newest = std::max<qsizetype>(0, end - messagesInOutline);
    const auto first = std::ranges::find(outline.places, outline.firstUnread, &MessagePlace::id);
    const qsizetype unread = first == outline.places.end() ? newest : first - outline.places.begin();
    QList<MessageId> ids;
    for (qsizetype row = std::min(unread, newest); row < end; ++row) {
        if (row >= newest || row < unread + messagesInOutline) {
            ids.append(outline.places.at(row).id);
        }
    }
    return ids;
}

} // namespace

Result<Thread> conversationThread(Database &db, ConversationId asked)
{
    return currentRow(db, asked).and_then([&](const ConversationRow &row) {
        return db.prepare(selectMessages)
            .and_then([&](Statement select) { return readMessages(db, select.bind(1, row.id.value)); })
            .transform([&](QList<Message> messages) {
                return Thread{.conversation = row, .messages = std::move(messages)};
            });
    });
}

Result<ThreadOutline> conversationOutline(Database &db, ConversationId asked)
{
    const Result<ConversationRow> row = currentRow(db, asked);
    if (!row) {
        return std::unexpected(row.error());
    }
    ThreadOutline outline{.conversation = *row, .places = {}, .firstUnread = {}, .messages = {}};
    Result<QList<MessagePlace>> places = placesOf(db, *row);
    if (!places) {
        return std::unexpected(places.error());
    }
    outline.places = std::move(*places);
    const Result<MessageId> unread = firstUnreadIn(db, outline);
    if (!unread) {
        return std::unexpected(unread.error());
    }
    outline.firstUnread = *unread;
    return messagesById(db, beginningOf(outline)).transform([&](QList<Message> messages) {
        outline.messages = std::move(messages);
        return outline;
    });
}

Result<QList<Message>> messagesById(Database &db, const QList<MessageId> &ids)
{
    QList<Message> messages;
    messages.reserve(ids.size());
    for (const MessageId id : ids) {
        Result<Statement> select = db.prepare(selectMessage);
        if (!select) {
            return std::unexpected(select.error());
        }
        Result<QList<Message>> found = readMessages(db, select->bind(1, id.value));
        if (!found) {
            return found;
        }
        messages += std::move(*found);
    }
    return messages;
}

Result<QStringList> messageTexts(Database &db, const QList<MessageId> &ids)
{
    Result<Statement> select = db.prepare(selectText);
    if (!select) {
        return std::unexpected(select.error());
    }
    QStringList texts;
    texts.reserve(ids.size());
    for (const MessageId id : ids) {
        const Result<bool> row = select->bind(1, id.value).step();
        if (!row) {
            return std::unexpected(row.error());
        }
        texts.append(*row ? select->text(0) : QString());
        select->reset();
    }
    return texts;
}

Result<Attachment> attachmentRow(Database &db, AttachmentId id)
{
    return db.prepare(selectAttachment).and_then([&](Statement select) -> Result<Attachment> {
        const Result<bool> row = select.bind(1, id.value).step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return fail(Errc::NotFound, QStringLiteral("no attachment %1").arg(id.value));
        }
        return readAttachment(select);
    });
}

} // namespace aside
