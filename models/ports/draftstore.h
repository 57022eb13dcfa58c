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
    /// All versions, newest first.
    [[nodiscard]] virtual QFuture<Result<QList<Draft>>> versions(ConversationId id, DraftKind kind) = 0;

    /// Makes the note draft a message of the conversation that only the team reads, in one transaction.
    /// Errc::Empty where there is no text.
    [[nodiscard]] virtual QFuture<Result<Note>> addNote(ConversationId id, QString text) = 0;
    /// Takes a note back that was added here: its text becomes the note draft again (before a newer text).
    /// Errc::NotFound where it is gone, Errc::Conflict where it is no note of ours.
    [[nodiscard]] virtual QFuture<Result<Note>> takeBackNote(MessageId id) = 0;
};

} // namespace aside
