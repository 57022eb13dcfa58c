// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// SqliteStores as PersonRecords.

#include "app/storage/people.h"
#include "app/storage/persons/erasure.h"
#include "app/storage/persons/merges.h"
#include "app/storage/persons/preferences.h"
#include "app/storage/persons/traces.h"
#include "app/storage/storewrite.h"

namespace aside {

namespace {

/// An answer, and where it shows.
template <typename T>
struct Shown {
    T answer;
    QList<ConversationId> where;
};

/// It is on the disk: that nobody can be told of it now is no failure.
Shown<MergeReceipt> shownAt(Database &db, const MergeReceipt &receipt)
{
    QList<ConversationId> where = conversationsOf(db, receipt.person).value_or(QList<ConversationId>());
    for (const ConversationId id : conversationsOf(db, receipt.other).value_or(QList<ConversationId>())) {
        if (!where.contains(id)) {
            where.append(id);
        }
    }
    return {.answer = receipt, .where = std::move(where)};
}

ChangeSet changedAt(const Result<Shown<MergeReceipt>> &done)
{
    return {.conversations = done->where};
}

Result<MergeReceipt> receiptOf(const Result<Shown<MergeReceipt>> &done)
{
    return done.transform([](const Shown<MergeReceipt> &one) { return one.answer; });
}

} // namespace

QFuture<Result<PersonCard>> SqliteStores::personById(PersonId id)
{
    return m_reader->run([id](Database &db) { return cardById(db, id); });
}

QFuture<Result<QList<PersonName>>> SqliteStores::findPersons(QString beginning, int most)
{
    return m_reader->run([beginning = std::move(beginning), most](Database &db) {
        return aside::findPersons(db, beginning, most);
    });
}

QFuture<Result<MergeReceipt>> SqliteStores::mergePersons(PersonId person, PersonId into, QString by)
{
    return write(
               [person, into, by = std::move(by), now = m_clock.now()](Database &db) {
                   return aside::mergePersons(db, person, into, by, now)
                       .transform([&](const MergeReceipt &receipt) { return shownAt(db, receipt); });
               },
               changedAt)
        .then(receiptOf);
}

QFuture<Result<MergeReceipt>> SqliteStores::separatePerson(PersonId person, QString by)
{
    return write(
               [person, by = std::move(by), now = m_clock.now()](Database &db) {
                   return aside::separatePerson(db, person, by, now)
                       .transform([&](const MergeReceipt &receipt) { return shownAt(db, receipt); });
               },
               changedAt)
        .then(receiptOf);
}

QFuture<Result<MergeReceipt>> SqliteStores::keepApart(PersonId person, PersonId other, QString by)
{
    const PersonDecided decided{.what = PersonDecision::Different,
                                .person = person,
                                .other = other,
                                .at = m_clock.now(),
                                .by = std::move(by)};
    return write(
               [decided](Database &db) {
                   return judgePersons(db, decided).transform([&](const MergeReceipt &receipt) {
                       return shownAt(db, receipt);
                   });
               },
               changedAt)
        .then(receiptOf);
}

QFuture<Result<MergeReceipt>> SqliteStores::reconsider(PersonId person, PersonId other, QString by)
{
    const PersonDecided decided{.what = PersonDecision::Reconsidered,
                                .person = person,
                                .other = other,
                                .at = m_clock.now(),
                                .by = std::move(by)};
    return write(
               [decided](Database &db) {
                   return judgePersons(db, decided).transform([&](const MergeReceipt &receipt) {
                       return shownAt(db, receipt);
                   });
               },
               changedAt)
        .then(receiptOf);
}

QFuture<Result<QList<PersonDecided>>> SqliteStores::decisions(PersonId id)
{
    return m_reader->run([id](Database &db) { return decisionsAbout(db, id); });
}

QFuture<Result<QList<MergeSuggestion>>> SqliteStores::suggestions(PersonId id)
{
    // It reads many texts: opening a conversation does not wait for it.
    return m_searcher->run([id](Database &db) { return suggestionsFor(db, id); });
}

QFuture<Result<void>> SqliteStores::setPreference(PersonId id, PersonPreference preference)
{
    return write(
               [id, preference, now = m_clock.now()](Database &db) {
                   return setPersonPreference(db, id, preference, now).and_then([&] {
                       return conversationsOf(db, id);
                   });
               },
               [](const Result<QList<ConversationId>> &theirs) {
                   return ChangeSet{.conversations = *theirs};
               })
        .then([](const Result<QList<ConversationId>> &theirs) {
            return theirs.transform([](const QList<ConversationId> &) { });
        });
}

QFuture<Result<QList<ConversationId>>> SqliteStores::conversationsWith(PersonId id)
{
    return m_reader->run([id](Database &db) { return conversationsOf(db, id); });
}

QFuture<Result<ErasedPerson>> SqliteStores::erasePerson(PersonId id)
{
    return write(
        [this, id, now = m_clock.now()](Database &db) {
            Result<ErasedPerson> erased = aside::erasePerson(db, m_blobs, id, now);
            // It remembers whose an address is, and what was said last.
            m_ingest = std::make_unique<Ingest>(db, m_blobs);
            return erased;
        },
        [](const Result<ErasedPerson> &erased) { return ChangeSet{.conversations = erased->conversations}; });
}

} // namespace aside
