// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/person.h"
#include "models/domain/personmerge.h"
#include "models/persons/mergesuggestions.h"

#include <QFuture>

namespace aside {

/// Who is the same as whom. Ids of persons stay: one that was merged answers for the person that is shown for
/// it. What comes after a merge follows the handle it came with, so that separating gives each what is
/// theirs; notes stay where they were written. A future that reports success means: on the disk, synced. Any
/// thread may call; nothing blocks. Errc::NotFound where there is no such person.
class PersonRecords
{
public:
    PersonRecords() = default;
    virtual ~PersonRecords() = default;
    PersonRecords(const PersonRecords &) = delete;
    PersonRecords &operator=(const PersonRecords &) = delete;

    [[nodiscard]] virtual QFuture<Result<PersonCard>> personById(PersonId id) = 0;
    /// Those whose name, a later word of it, or address begins so, the latest talked to first; each once,
    /// under the name that is shown.
    [[nodiscard]] virtual QFuture<Result<QList<PersonName>>> findPersons(QString beginning, int most) = 0;
    /// From now on `person` is shown as `into`. Errc::InvalidInput where they are one already, or one of them
    /// was erased.
    [[nodiscard]] virtual QFuture<Result<MergeReceipt>> mergePersons(PersonId person, PersonId into,
                                                                     QString by)
        = 0;
    /// Gives a merged person back what is theirs, with all that was merged into it before. A refusal that was
    /// recorded meanwhile for no address and without a message stays with both. Errc::InvalidInput where it
    /// was merged into nobody.
    [[nodiscard]] virtual QFuture<Result<MergeReceipt>> separatePerson(PersonId person, QString by) = 0;
    /// That two are different people, or that this is taken back. Errc::InvalidInput where they are one.
    [[nodiscard]] virtual QFuture<Result<MergeReceipt>> keepApart(PersonId person, PersonId other, QString by)
        = 0;
    [[nodiscard]] virtual QFuture<Result<MergeReceipt>> reconsider(PersonId person, PersonId other,
                                                                   QString by)
        = 0;
    /// All that was decided about a person and those merged into it, in that order.
    [[nodiscard]] virtual QFuture<Result<QList<PersonDecided>>> decisions(PersonId id) = 0;
    /// Who may be the same as a person, with what speaks for it; nobody that was judged to be somebody else.
    /// At most three, the surest first.
    [[nodiscard]] virtual QFuture<Result<QList<MergeSuggestion>>> suggestions(PersonId id) = 0;
    /// Replaces how a person likes to be answered.
    [[nodiscard]] virtual QFuture<Result<void>> setPreference(PersonId id, PersonPreference preference) = 0;
    /// All conversations with a person, the latest first.
    [[nodiscard]] virtual QFuture<Result<QList<ConversationId>>> conversationsWith(PersonId id) = 0;
    /// Takes out names, addresses, notes, texts, files, drafts and what the search knows of a person and all
    /// that were merged with it. What stays tells nothing of them: that there were messages, and when; that
    /// something was refused. Messages stay known by their ids, so that they do not come again from a server.
    /// Does nothing while replies to them are on their way, and says which. What other people wrote of them,
    /// copies at servers, and backups made before stay.
    [[nodiscard]] virtual QFuture<Result<ErasedPerson>> erasePerson(PersonId id) = 0;
};

} // namespace aside
