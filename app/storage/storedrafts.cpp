// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/draftfiles.h"
#include "app/storage/draftmoves.h"
#include "app/storage/drafts.h"
#include "app/storage/notes.h"
#include "app/storage/storewrite.h"

namespace aside {

QFuture<Result<Draft>> SqliteStores::load(ConversationId id, DraftKind kind)
{
    return m_reader->run([id, kind](Database &db) { return loadDraft(db, id, kind); });
}

QFuture<Result<Draft>> SqliteStores::save(ConversationId id, DraftKind kind, QString text)
{
    return write([id, kind, text = std::move(text),
                  now = m_clock.now()](Database &db) { return saveDraft(db, id, kind, text, now); },
                 [id](const auto &) { return only(id); });
}

QFuture<Result<Draft>> SqliteStores::append(ConversationId id, DraftKind kind, QString text)
{
    return write([id, kind, text = std::move(text),
                  now = m_clock.now()](Database &db) { return appendToDraft(db, id, kind, text, now); },
                 [](const Result<Draft> &draft) { return only(draft->conversation); });
}

QFuture<Result<Draft>> SqliteStores::move(ConversationId id, DraftKind from)
{
    return write([id, from, now = m_clock.now()](Database &db) { return moveDraft(db, id, from, now); },
                 [](const Result<Draft> &draft) { return only(draft->conversation); });
}

QFuture<Result<QList<Draft>>> SqliteStores::versions(ConversationId id, DraftKind kind)
{
    return m_reader->run([id, kind](Database &db) { return draftVersions(db, id, kind); });
}

QFuture<Result<Draft>> SqliteStores::attach(ConversationId id, DraftKind kind, QString path)
{
    return write([this, to = DraftKey{.conversation = id, .kind = kind}, path = std::move(path),
                  now = m_clock.now()](Database &db) { return attachFile(db, m_blobs, to, path, now); },
                 [](const Result<Draft> &draft) { return only(draft->conversation); });
}

QFuture<Result<Draft>> SqliteStores::attachData(ConversationId id, DraftKind kind, NewAttachment data)
{
    return write(
        [this, to = DraftKey{.conversation = id, .kind = kind}, data = std::move(data),
         now = m_clock.now()](Database &db) { return aside::attachData(db, m_blobs, to, data, now); },
        [](const Result<Draft> &draft) { return only(draft->conversation); });
}

QFuture<Result<Draft>> SqliteStores::address(ConversationId id, Addressing addressing)
{
    return write([id, addressing = std::move(addressing),
                  now = m_clock.now()](Database &db) { return addressDraft(db, id, addressing, now); },
                 [](const Result<Draft> &draft) { return only(draft->conversation); });
}

QFuture<Result<Draft>> SqliteStores::attachFilesOf(ConversationId id, MessageId message)
{
    return write([id, message,
                  now = m_clock.now()](Database &db) { return aside::attachFilesOf(db, id, message, now); },
                 [](const Result<Draft> &draft) { return only(draft->conversation); });
}

QFuture<Result<Draft>> SqliteStores::detach(DraftAttachmentId id)
{
    return write([id](Database &db) { return detachFile(db, id); },
                 [](const Result<Draft> &draft) { return only(draft->conversation); });
}

QFuture<Result<Draft>> SqliteStores::describe(DraftAttachmentId id, QString alt)
{
    return write([id, alt = std::move(alt)](Database &db) { return describeFile(db, id, alt); },
                 [](const Result<Draft> &draft) { return only(draft->conversation); });
}

QFuture<Result<Note>> SqliteStores::addNote(ConversationId id, QString text)
{
    return write([id, text = std::move(text),
                  now = m_clock.now()](Database &db) { return aside::addNote(db, id, text, now); },
                 [](const Result<Note> &note) { return only(note->conversation); });
}

QFuture<Result<Note>> SqliteStores::takeBackNote(MessageId id)
{
    return write([id, now = m_clock.now()](Database &db) { return aside::takeBackNote(db, id, now); },
                 [](const Result<Note> &note) { return only(note->conversation); });
}

} // namespace aside
