// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/personrecords.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace aside::test {

/// PersonRecords that answer at once what a test put there, and note what they are asked to do.
class FakePersonRecords final : public PersonRecords
{
public:
    QHash<PersonId, PersonCard> cards;
    QList<PersonName> names; ///< what a search finds, whatever was typed
    QHash<PersonId, QList<MergeSuggestion>> proposed;
    QHash<PersonId, QList<PersonDecided>> decided;
    QStringList calls; ///< "merge 2 1 Olga"
    std::optional<Error> failure; ///< every call fails with it

    QFuture<Result<PersonCard>> personById(PersonId id) override
    {
        return cards.contains(id) ? ready<PersonCard>(cards.value(id))
                                  : ready<PersonCard>(fail(Errc::NotFound));
    }
    QFuture<Result<QList<PersonName>>> findPersons(QString beginning, int most) override
    {
        calls.append(QStringLiteral("find %1").arg(beginning));
        return ready<QList<PersonName>>(names.first(std::min<qsizetype>(names.size(), most)));
    }
    QFuture<Result<MergeReceipt>> mergePersons(PersonId person, PersonId into, QString by) override
    {
        return does(QStringLiteral("merge"), person, into, by);
    }
    QFuture<Result<MergeReceipt>> separatePerson(PersonId person, QString by) override
    {
        return does(QStringLiteral("separate"), person, {}, by);
    }
    QFuture<Result<MergeReceipt>> keepApart(PersonId person, PersonId other, QString by) override
    {
        proposed.remove(person);
        return does(QStringLiteral("apart"), person, other, by);
    }
    QFuture<Result<MergeReceipt>> reconsider(PersonId person, PersonId other, QString by) override
    {
        return does(QStringLiteral("reconsider"), person, other, by);
    }
    QFuture<Result<QList<PersonDecided>>> decisions(PersonId id) override
    {
        return ready<QList<PersonDecided>>(decided.value(id));
    }
    QFuture<Result<QList<MergeSuggestion>>> suggestions(PersonId id) override
    {
        return ready<QList<MergeSuggestion>>(proposed.value(id));
    }
    QFuture<Result<void>> setPreference(PersonId id, PersonPreference preference) override
    {
        preferences[id] = preference;
        return ready<void>({});
    }
    QFuture<Result<QList<ConversationId>>> conversationsWith(PersonId id) override
    {
        QList<ConversationId> ids;
        for (const ConversationRow &row : cards.value(id).conversations) {
            ids.append(row.id);
        }
        return ready<QList<ConversationId>>(ids);
    }
    QFuture<Result<ErasedPerson>> erasePerson(PersonId id) override
    {
        calls.append(QStringLiteral("erase %1").arg(id.value));
        return ready<ErasedPerson>(erased);
    }
    QHash<PersonId, PersonPreference> preferences;
    ErasedPerson erased; ///< what erasing answers

private:
    template <typename T>
    QFuture<Result<T>> ready(Result<T> answer)
    {
        return QtFuture::makeReadyValueFuture(failure ? Result<T>(std::unexpected(*failure)) : answer);
    }
    QFuture<Result<MergeReceipt>> does(const QString &what, PersonId person, PersonId other,
                                       const QString &by)
    {
        calls.append(
            QStringLiteral("%1 %2 %3 %4").arg(what).arg(person.value).arg(other.value).arg(by).simplified());
        return ready<MergeReceipt>(MergeReceipt{.person = person, .other = other});
    }
};

} // namespace aside::test
