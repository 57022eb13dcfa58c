// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/conversations.h"

#include "app/storage/ingest/texts.h"
#include "app/storage/rows.h"

#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectRow = R"sql(
    SELECT c.id, c.channel, c.audience, c.state, c.subject, coalesce(p.name, ''), coalesce(h.shown, ''), c.preview,
           c.last_direction, c.last_at, c.message_count, c.unread_count, c.attachment_count > 0,
           EXISTS (SELECT 1 FROM draft d WHERE d.conversation_id = c.id AND d.is_written),
           EXISTS (SELECT 1 FROM outbox o WHERE o.conversation_id = c.id AND o.state NOT IN (3, 6)),
           (SELECT group_concat(shown, char(10)) FROM (
               SELECT t.shown FROM conversation_tag t WHERE t.conversation_id = c.id ORDER BY t.folded)),
           c.is_blocked, c.snoozed_until, c.waiting_since, c.reach,
           (SELECT min(q.due_at) FROM promise q WHERE q.conversation_id = c.id AND q.kept_at = 0)
    FROM conversation c LEFT JOIN handle h ON h.id = c.handle_id LEFT JOIN person p ON p.id = h.person_id
    WHERE c.id = ?1
)sql";
constexpr std::string_view selectTalk = R"sql(
    SELECT substr(b.text, 1, 8000), m.direction FROM message m JOIN message_body b ON b.message_id = m.id
    WHERE m.conversation_id = ?1 AND m.direction <> 2 ORDER BY m.sent_at DESC, m.id DESC LIMIT 1
)sql";
constexpr std::string_view selectCurrent = R"sql(
    SELECT id FROM conversation WHERE id = ?1
    UNION ALL SELECT conversation_id FROM conversation_alias WHERE old_id = ?1
)sql";
constexpr std::string_view selectMessages = R"sql(
    SELECT m.id, coalesce(up.message_id, 0), m.direction, m.author, coalesce(h.shown, ''), m.sent_at, m.remote_id,
           m.subject, b.text, b.html, m.attachment_count, coalesce(h.loads_images, 0)
    FROM message m JOIN message_body b ON b.message_id = m.id
    LEFT JOIN handle h ON h.id = m.handle_id
    LEFT JOIN thread_node n ON n.key = m.node_key
    LEFT JOIN thread_node up ON up.key = n.parent
    WHERE m.conversation_id = ?1 ORDER BY m.sent_at, m.id
)sql";
constexpr std::string_view selectAttachments = R"sql(
    SELECT id, name, mime_type, content_id, sha256, size FROM attachment WHERE message_id = ?1 ORDER BY id
)sql";
constexpr std::string_view selectAttachment
    = "SELECT id, name, mime_type, content_id, sha256, size FROM attachment WHERE id = ?1";
ConversationRow readRow(const Statement &row)
{
    const QString name = row.text(5);
    return {.id = ConversationId{row.integer(0)},
            .channel = static_cast<Channel>(row.integer(1)),
            .audience = static_cast<Audience>(row.integer(2)),
            .state = static_cast<ConversationState>(row.integer(3)),
            .subject = row.text(4),
            .person = name.isEmpty() ? row.text(6) : name,
            .handle = row.text(6),
            .preview = row.text(7),
            .lastDirection = static_cast<Direction>(row.integer(8)),
            .lastAt = fromMillis(row.integer(9)),
            .messages = static_cast<int>(row.integer(10)),
            .unread = static_cast<int>(row.integer(11)),
            .hasAttachments = row.integer(12) != 0,
            .hasDraft = row.integer(13) != 0,
            .hasOutbox = row.integer(14) != 0,
            .tags = row.text(15).split(u'\n', Qt::SkipEmptyParts),
            .isBlocked = row.integer(16) != 0,
            .snoozedUntil = fromMillis(row.integer(17)),
            .waitingSince = fromMillis(row.integer(18)),
            .reach = row.integer(19),
            .promisedAt = fromMillis(row.integer(20))};
}

/// A note is no part of the talk: the list goes on showing what was said last.
Result<void> lookBehindNotes(Database &db, ConversationRow &row)
{
    if (row.lastDirection != Direction::Note) {
        return {};
    }
    return db.prepare(selectTalk).and_then([&](Statement select) {
        return select.bind(1, row.id.value).step().transform([&](bool isThere) {
            if (isThere) {
                row.preview = previewOf(select.text(0));
                row.lastDirection = static_cast<Direction>(select.integer(1));
            }
        });
    });
}

Attachment readAttachment(const Statement &row)
{
    return {.id = AttachmentId{row.integer(0)},
            .name = row.text(1),
            .mimeType = row.text(2),
            .contentId = row.text(3),
            .sha256 = row.blob(4),
            .size = row.integer(5)};
}

Message readMessage(const Statement &row, ConversationId conversation)
{
    return {.id = MessageId{row.integer(0)},
            .conversation = conversation,
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
            .remoteImages = row.integer(11) != 0 ? RemoteImages::Load : RemoteImages::Ask};
}

Result<QList<Attachment>> attachmentsOf(Database &db, MessageId message)
{
    return db.prepare(selectAttachments).and_then([&](Statement select) {
        select.bind(1, message.value);
        return allRows(std::move(select), readAttachment);
    });
}

} // namespace

Result<ConversationId> currentConversation(Database &db, ConversationId id)
{
    return db.prepare(selectCurrent).and_then([&](Statement select) -> Result<ConversationId> {
        const Result<bool> row = select.bind(1, id.value).step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return fail(Errc::NotFound, QStringLiteral("no conversation %1").arg(id.value));
        }
        return ConversationId{select.integer(0)};
    });
}

Result<QList<ConversationRow>> conversationRows(Database &db, const QList<ConversationId> &ids)
{
    Result<Statement> select = db.prepare(selectRow);
    if (!select) {
        return std::unexpected(select.error());
    }
    QList<ConversationRow> rows;
    rows.reserve(ids.size());
    for (const ConversationId id : ids) {
        const Result<bool> row = select->bind(1, id.value).step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (*row) {
            rows.append(readRow(*select));
            if (const Result<void> looked = lookBehindNotes(db, rows.last()); !looked) {
                return std::unexpected(looked.error());
            }
        }
        select->reset();
    }
    return rows;
}

Result<Thread> conversationThread(Database &db, ConversationId asked)
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
    Thread thread{.conversation = rows->constFirst(), .messages = {}};
    QList<qsizetype> withAttachments;
    Result<Statement> select = db.prepare(selectMessages);
    if (!select) {
        return std::unexpected(select.error());
    }
    select->bind(1, id->value);
    const Result<void> read = forEachRow(*select, [&](const Statement &row) {
        if (row.integer(10) > 0) {
            withAttachments.append(thread.messages.size());
        }
        thread.messages.append(readMessage(row, *id));
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    for (const qsizetype at : std::as_const(withAttachments)) {
        Result<QList<Attachment>> attachments = attachmentsOf(db, thread.messages.at(at).id);
        if (!attachments) {
            return std::unexpected(attachments.error());
        }
        thread.messages[at].attachments = std::move(*attachments);
    }
    return thread;
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
