// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/draft.h"

#include <QFuture>
#include <QList>

namespace aside {

/// Keeps drafts. A future that reports success means: on the disk, synced. Any thread may call.
class DraftStore
{
public:
    DraftStore() = default;
    virtual ~DraftStore() = default;
    DraftStore(const DraftStore &) = delete;
    DraftStore &operator=(const DraftStore &) = delete;

    /// The current draft; an empty one with version 0 where there is none.
    [[nodiscard]] virtual QFuture<Result<Draft>> load(ConversationId id, DraftKind kind) = 0;
    /// Saves the text as the next version and answers with it. An empty text ends the draft; its versions
    /// stay.
    [[nodiscard]] virtual QFuture<Result<Draft>> save(ConversationId id, DraftKind kind, QString text) = 0;
    /// Says whom the reply goes to; answers with the draft as it is then.
    [[nodiscard]] virtual QFuture<Result<Draft>> address(ConversationId id, Addressing addressing) = 0;
    /// Puts more text below the draft, in one transaction; answers with the draft as it is then.
    [[nodiscard]] virtual QFuture<Result<Draft>> append(ConversationId id, DraftKind kind, QString text) = 0;
    /// Moves text and attachments below those of the conversation's other draft, in one transaction; answers
    /// with that draft. Errc::TooLarge where its files would be more than mostAttached.
    [[nodiscard]] virtual QFuture<Result<Draft>> move(ConversationId id, DraftKind from) = 0;
    /// All versions, newest first.
    [[nodiscard]] virtual QFuture<Result<QList<Draft>>> versions(ConversationId id, DraftKind kind) = 0;

    /// Copies a file into the store, then lays it with the draft; answers with the draft as it is then.
    /// Errc::TooLarge where all of the draft's files would be more than mostAttached; Errc::NotFound,
    /// NotAFile or NoPermission where there is no file to read. An empty file is a file.
    [[nodiscard]] virtual QFuture<Result<Draft>> attach(ConversationId id, DraftKind kind, QString path) = 0;
    [[nodiscard]] virtual QFuture<Result<Draft>> attachData(ConversationId id, DraftKind kind,
                                                            NewAttachment data)
        = 0;
    /// Lays the files of a message with the reply as well. Errc::TooLarge where all of the draft's files
    /// would be more than mostAttached.
    [[nodiscard]] virtual QFuture<Result<Draft>> attachFilesOf(ConversationId id, MessageId message) = 0;
    /// Errc::NotFound where it is gone, Errc::Conflict where it is on its way out.
    [[nodiscard]] virtual QFuture<Result<Draft>> detach(DraftAttachmentId id) = 0;
    /// Says what a picture shows. Errors as detach().
    [[nodiscard]] virtual QFuture<Result<Draft>> describe(DraftAttachmentId id, QString alt) = 0;

    /// Makes the note draft a message of the conversation that only the team reads, in one transaction.
    /// Its attachments go with it. Errc::Empty where there is neither text nor attachment.
    [[nodiscard]] virtual QFuture<Result<Note>> addNote(ConversationId id, QString text) = 0;
    /// Takes a note back that was added here: its text becomes the note draft again (before a newer text) and
    /// its attachments lie with it.
    /// Errc::NotFound where it is gone, Errc::Conflict where it is no note of ours.
    [[nodiscard]] virtual QFuture<Result<Note>> takeBackNote(MessageId id) = 0;
};

} // namespace aside
