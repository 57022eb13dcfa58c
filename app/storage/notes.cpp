// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/notes.h"

#include "app/storage/conversations.h"
#include "app/storage/draftfiles.h"
#include "app/storage/drafts.h"
#include "app/storage/ingest/conversationcache.h"
#include "app/storage/ingest/texts.h"
#include "app/storage/ingest/threading.h"
#include "app/storage/search/searchindex.h"
#include "models/core/uuid.h"

#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectNewest = R"sql(
    SELECT c.channel, coalesce((SELECT m.node_key FROM message m WHERE m.conversation_id = c.id AND m.direction <> 2
                                ORDER BY m.sent_at DESC, m.id DESC LIMIT 1), x'')
    FROM conversation c WHERE c.id = ?1
)sql";
constexpr std::string_view insertNote = R"sql(
    INSERT INTO message (conversation_id, direction, is_read, sent_at, handle_id, attachment_count, node_key, digest,
                         remote_id, subject, author)
    VALUES (?1, 2, 1, ?2, NULL, 0, ?3, ?4, ?5, '', '')
)sql";
constexpr std::string_view insertBody
    = "INSERT INTO message_body (message_id, text, html) VALUES (?1, ?2, NULL)";
constexpr std::string_view selectNote = R"sql(
    SELECT m.conversation_id, m.direction, m.remote_id, b.text, m.sent_at
    FROM message m JOIN message_body b ON b.message_id = m.id WHERE m.id = ?1
)sql";
constexpr std::string_view deleteNode = "DELETE FROM thread_node WHERE message_id = ?1";
constexpr std::string_view deleteBody = "DELETE FROM message_body WHERE message_id = ?1";
constexpr std::string_view deleteMessage = "DELETE FROM message WHERE id = ?1";

/// Says that a note was written here: what was imported is never taken back.
const QString ourMark = QStringLiteral("aside-note:");

/// Where a note hangs: below the message it was written after, so that it stays with it when threads split.
struct Place {
    ConversationId conversation;
    Channel channel = Channel::Email;
    NodeKey parent;
};

Result<Place> placeFor(Database &db, ConversationId id)
{
    return db.prepare(selectNewest).and_then([&](Statement select) -> Result<Place> {
        const Result<bool> row = select.bind(1, id.value).step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return fail(Errc::NotFound, QStringLiteral("no conversation %1").arg(id.value));
        }
        return Place{
            .conversation = id, .channel = static_cast<Channel>(select.integer(0)), .parent = select.blob(1)};
    });
}

Result<MessageId> insertMessage(Database &db, const Place &place, const QString &text, Instant now)
{
    const QString remoteId = ourMark + uuidV7(now);
    const NodeKey key = nodeKey(place.channel, remoteId);
    IncomingMessage note;
    note.direction = Direction::Note;
    note.remoteId = remoteId;
    note.text = text;
    const Result<void> inserted = db.prepare(insertNote).and_then([&](Statement insert) {
        insert.bind(1, place.conversation.value).bind(2, toMillis(now)).bind(3, key);
        return insert.bind(4, digestOf(note)).bind(5, remoteId).run();
    });
    if (!inserted) {
        return std::unexpected(inserted.error());
    }
    const MessageId id{db.lastInsertId()};
    ThreadForest forest(db);
    return db.prepare(insertBody)
        .and_then([&](Statement insert) { return insert.bind(1, id.value).bind(2, text).run(); })
        .and_then([&] { return forest.placeIn(place.conversation, key, place.parent); })
        .and_then([&](const ThreadNode &) { return forest.setMessage(key, id); })
        .and_then([&] { return indexMessage(db, id, {}, text, {}); })
        .transform([&] { return id; });
}

Result<Note> loadNote(Database &db, MessageId id)
{
    return db.prepare(selectNote).and_then([&](Statement select) -> Result<Note> {
        const Result<bool> row = select.bind(1, id.value).step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return fail(Errc::NotFound, QStringLiteral("no message %1").arg(id.value));
        }
        const bool isOurs
            = select.integer(1) == std::to_underlying(Direction::Note) && select.text(2).startsWith(ourMark);
        if (!isOurs) {
            return fail(Errc::Conflict, QStringLiteral("message %1 is no note of ours").arg(id.value));
        }
        return Note{.id = id,
                    .conversation = ConversationId{select.integer(0)},
                    .text = select.text(3),
                    .addedAt = fromMillis(select.integer(4))};
    });
}

Result<void> removeMessage(Database &db, const Note &note)
{
    if (const Result<void> unindexed = unindexMessage(db, note.id); !unindexed) {
        return unindexed;
    }
    for (const std::string_view sql : {deleteNode, deleteBody, deleteMessage}) {
        const Result<void> removed
            = db.prepare(sql).and_then([&](Statement remove) { return remove.bind(1, note.id.value).run(); });
        if (!removed) {
            return removed;
        }
    }
    ConversationCache conversations(db);
    return conversations.recompute(note.conversation).and_then([&](qint64) { return conversations.flush(); });
}

Result<void> giveBack(Database &db, const Note &note, Instant now)
{
    return ensureDraft(db, note.conversation, DraftKind::Note, now)
        .and_then([&](const Draft &draft) {
            return writeDraft(db, note.conversation, DraftKind::Note, joined(note.text, draft.text), now);
        })
        .and_then([&](const Draft &draft) { return moveAttachments(db, note.id, draft.id); });
}

} // namespace

Result<Note> addNote(Database &db, ConversationId asked, const QString &text, Instant now)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const Result<Place> place
        = currentConversation(db, asked).and_then([&](ConversationId id) { return placeFor(db, id); });
    if (!place) {
        return std::unexpected(place.error());
    }
    const Result<Draft> draft = loadDraft(db, place->conversation, DraftKind::Note);
    if (!draft) {
        return std::unexpected(draft.error());
    }
    if (text.trimmed().isEmpty() && draft->attachments.isEmpty()) {
        return fail(Errc::Empty, QStringLiteral("an empty note"));
    }
    const Result<MessageId> id = insertMessage(db, *place, text, now);
    if (!id) {
        return std::unexpected(id.error());
    }
    ConversationCache conversations(db);
    MessageSummary summary;
    summary.direction = Direction::Note;
    summary.isRead = true;
    summary.sentAt = now;
    summary.attachments = draft->attachments.size();
    summary.preview = previewOf(text);
    // Written before it is ended, so that the text is among the versions in any case.
    return conversations.add(place->conversation, summary)
        .and_then([&] { return conversations.flush(); })
        .and_then([&] { return writeDraft(db, place->conversation, DraftKind::Note, text, now); })
        .and_then([&](const Draft &) {
            return writeDraft(db, place->conversation, DraftKind::Note, QString(), now);
        })
        .and_then([&](const Draft &ended) { return moveAttachments(db, ended.id, *id); })
        .and_then([&] { return transaction->commit(); })
        .transform([&] {
            return Note{.id = *id, .conversation = place->conversation, .text = text, .addedAt = now};
        });
}

Result<Note> takeBackNote(Database &db, MessageId id, Instant now)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const Result<Note> note = loadNote(db, id);
    if (!note) {
        return note;
    }
    return giveBack(db, *note, now)
        .and_then([&] { return removeMessage(db, *note); })
        .and_then([&] { return transaction->commit(); })
        .transform([&] { return *note; });
}

} // namespace aside
