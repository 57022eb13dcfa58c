// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/consents.h"
#include "app/storage/people.h"
#include "app/storage/storewrite.h"

namespace aside {

namespace {

/// What was recorded, and where it shows.
struct Recorded {
    ConsentEntry entry;
    QList<ConversationId> theirs;
};

Result<Recorded> recordIn(Database &db, PersonId person, const ConsentEntry &entry, Instant now)
{
    const Result<ConsentEntry> kept = recordConsent(db, person, entry, now);
    if (!kept) {
        return std::unexpected(kept.error());
    }
    // It is on the disk: that nobody can be told of it now is no failure of the record.
    return Recorded{.entry = *kept, .theirs = conversationsOf(db, person).value_or(QList<ConversationId>())};
}

} // namespace

QFuture<Result<QList<ConsentEntry>>> SqliteStores::ledger(PersonId person)
{
    return m_reader->run([person](Database &db) { return consentLedger(db, person); });
}

QFuture<Result<ConsentEntry>> SqliteStores::record(PersonId person, ConsentEntry entry)
{
    return write(
               [person, entry = std::move(entry), now = m_clock.now()](Database &db) {
                   return recordIn(db, person, entry, now);
               },
               [](const Result<Recorded> &recorded) { return ChangeSet{.conversations = recorded->theirs}; })
        .then([](const Result<Recorded> &recorded) {
            return recorded.transform([](const Recorded &one) { return one.entry; });
        });
}

} // namespace aside
