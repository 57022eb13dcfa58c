// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/consents.h"

#include "app/storage/persons/groups.h"
#include "app/storage/rows.h"
#include "models/privacy/consentnow.h"
#include "models/privacy/writing.h"

#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectLedger = R"sql(
    WITH RECURSIVE part (id) AS (
        VALUES (?1) UNION SELECT p.id FROM part JOIN person p ON p.merged_into = part.id)
    SELECT e.id, e.consent_to, e.state, e.channel, e.handle, e.said_at, e.until,
           coalesce(e.evidence_message_id, 0), e.words, e.recorded_by, e.recorded_at, e.person_id
    FROM part JOIN consent_entry e ON e.person_id = part.id ORDER BY e.id
)sql";
constexpr std::string_view selectOwners = R"sql(
    SELECT channel, address, coalesce(own_person_id, person_id) FROM handle WHERE person_id = ?1 ORDER BY id
)sql";
constexpr std::string_view selectWriter = R"sql(
    SELECT coalesce(h.own_person_id, h.person_id)
    FROM message m JOIN conversation c ON c.id = m.conversation_id JOIN handle h ON h.id = c.handle_id
    WHERE m.id = ?1
)sql";
constexpr std::string_view selectEvidence = R"sql(
    SELECT 1 FROM message m JOIN conversation c ON c.id = m.conversation_id JOIN handle h ON h.id = c.handle_id
    WHERE m.id = ?1 AND h.person_id = ?2
)sql";
constexpr std::string_view insertEntry = R"sql(
    INSERT INTO consent_entry (person_id, consent_to, state, channel, handle, said_at, until, evidence_message_id,
                               words, recorded_by, recorded_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
)sql";
constexpr std::string_view selectTalk = R"sql(
    SELECT h.person_id, h.channel, h.shown,
           EXISTS (SELECT 1 FROM handle b WHERE b.person_id = h.person_id AND b.is_blocked <> 0),
           (SELECT max(m.sent_at) FROM message m WHERE m.conversation_id = c.id AND m.direction = 0)
    FROM conversation c JOIN handle h ON h.id = c.handle_id WHERE c.id = ?1
)sql";

ConsentEntry readEntry(const Statement &row)
{
    return {.id = ConsentEntryId{row.integer(0)},
            .said = {.to = static_cast<ConsentTo>(row.integer(1)),
                     .state = static_cast<ConsentState>(row.integer(2)),
                     .channel = static_cast<Channel>(row.integer(3)),
                     .handle = row.text(4),
                     .at = fromMillis(row.integer(5)),
                     .until = fromMillis(row.integer(6)),
                     .evidence = MessageId{row.integer(7)}},
            .words = row.text(8),
            .by = row.text(9),
            .recordedAt = fromMillis(row.integer(10))};
}

Result<void> refuseNonsense(const ConsentEntry &entry, Instant now)
{
    const Consent &said = entry.said;
    if (said.state == ConsentState::None) {
        return fail(Errc::InvalidInput, QStringLiteral("a consent that says nothing"));
    }
    if (said.at <= Instant{} || said.at > now) {
        return fail(Errc::InvalidInput, QStringLiteral("a consent without a date that is past"));
    }
    const bool isGiven = said.state == ConsentState::Given;
    if (said.until != Instant{} && (!isGiven || said.until <= said.at)) {
        return fail(Errc::InvalidInput, QStringLiteral("a consent with an end that makes no sense"));
    }
    if (isGiven && !said.evidence.isValid() && entry.words.trimmed().isEmpty()) {
        return fail(Errc::InvalidInput, QStringLiteral("a consent that nothing shows"));
    }
    return {};
}

Result<void> refuseForeign(Database &db, PersonId person, MessageId evidence)
{
    if (!evidence.isValid()) {
        return {};
    }
    const Result<bool> theirs = db.prepare(selectEvidence).and_then([&](Statement select) {
        return select.bind(1, evidence.value).bind(2, person.value).step();
    });
    if (!theirs || !*theirs) {
        return !theirs ? std::unexpected(theirs.error())
                       : fail(Errc::NotFound, QStringLiteral("no message %1 of theirs").arg(evidence.value));
    }
    return {};
}

/// Of merged people, the one whose address it is, or who wrote what shows it; else the one that was named.
Result<PersonId> ownerOf(Database &db, PersonId named, PersonId shown, const Consent &said)
{
    const Result<QList<PersonPart>> parts = partsOf(db, shown);
    if (!parts || parts->size() < 2) {
        return parts.transform([&](const auto &) { return named; });
    }
    Result<Statement> owners = db.prepare(selectOwners);
    if (!owners) {
        return std::unexpected(owners.error());
    }
    PersonId found;
    const QString address = consentAddress(said.channel, said.handle);
    const Result<void> looked = forEachRow(owners->bind(1, shown.value), [&](const Statement &row) {
        const auto channel = static_cast<Channel>(row.integer(0));
        if (channel == said.channel && !address.isEmpty()
            && consentAddress(channel, row.text(1)) == address) {
            found = PersonId{row.integer(2)};
        }
    });
    if (!looked || found.isValid()) {
        return looked.transform([&] { return found; });
    }
    return db.prepare(selectWriter).and_then([&](Statement select) {
        return select.bind(1, said.evidence.value).step().transform([&](bool row) {
            return row ? PersonId{select.integer(0)} : named;
        });
    });
}

/// All of a person, who is the one that is shown; what was said of one of merged people says so.
Result<QList<ConsentEntry>> entriesOf(Database &db, PersonId shown)
{
    const Result<QList<PersonPart>> parts = partsOf(db, shown);
    if (!parts) {
        return std::unexpected(parts.error());
    }
    return db.prepare(selectLedger).and_then([&](Statement select) {
        select.bind(1, shown.value);
        return allRows(std::move(select), [&](const Statement &row) {
            ConsentEntry entry = readEntry(row);
            entry.said.people = countsFor(*parts, PersonId{row.integer(11)}, entry.id.value);
            return entry;
        });
    });
}

} // namespace

Result<QList<ConsentEntry>> consentLedger(Database &db, PersonId person)
{
    return currentPerson(db, person).and_then([&](PersonId shown) { return entriesOf(db, shown); });
}

Result<QList<Consent>> consentsOf(Database &db, PersonId person)
{
    return entriesOf(db, person).transform([](const QList<ConsentEntry> &entries) {
        QList<Consent> said;
        for (const ConsentEntry &entry : entries) {
            said.append(entry.said);
        }
        return said;
    });
}

Result<void> appendConsent(Database &db, PersonId person, const ConsentEntry &entry)
{
    return db.prepare(insertEntry).and_then([&](Statement insert) {
        const Consent &said = entry.said;
        insert.bind(1, person.value).bind(2, std::to_underlying(said.to));
        insert.bind(3, std::to_underlying(said.state)).bind(4, std::to_underlying(said.channel));
        insert.bind(5, said.handle).bind(6, toMillis(said.at)).bind(7, toMillis(said.until));
        if (said.evidence.isValid()) {
            insert.bind(8, said.evidence.value);
        } else {
            insert.bindNull(8);
        }
        return insert.bind(9, entry.words).bind(10, entry.by).bind(11, toMillis(entry.recordedAt)).run();
    });
}

Result<ConsentEntry> recordConsent(Database &db, PersonId person, const ConsentEntry &entry, Instant now)
{
    if (const Result<void> sensible = refuseNonsense(entry, now); !sensible) {
        return std::unexpected(sensible.error());
    }
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    ConsentEntry kept = entry;
    kept.said.handle = entry.said.handle.trimmed();
    kept.words = entry.words.trimmed();
    kept.recordedAt = now;
    const Result<PersonId> shown = currentPerson(db, person);
    if (!shown) {
        return std::unexpected(shown.error());
    }
    return refuseForeign(db, *shown, kept.said.evidence)
        .and_then([&] { return ownerOf(db, person, *shown, kept.said); })
        .and_then([&](PersonId owner) { return appendConsent(db, owner, kept); })
        .and_then([&] {
            kept.id = ConsentEntryId{db.lastInsertId()};
            return transaction->commit();
        })
        .transform([&] { return kept; });
}

Result<bool> isConsentLacking(Database &db, const OutboxItem &item, Instant now)
{
    // What is passed on goes to somebody else.
    if (item.audience == Audience::Public || item.addressing.forwarded.isValid()) {
        return false;
    }
    return db.prepare(selectTalk).and_then([&](Statement select) -> Result<bool> {
        const Result<bool> row = select.bind(1, item.conversation.value).step();
        if (!row || !*row) { // nobody is known that it goes to
            return row;
        }
        return consentsOf(db, PersonId{select.integer(0)}).transform([&](const QList<Consent> &consents) {
            return !mayWrite({.channel = static_cast<Channel>(select.integer(1)),
                              .handle = select.text(2),
                              .consents = consents,
                              .isBlocked = select.integer(3) != 0,
                              .hasWritten = !select.isNull(4),
                              .lastWroteAt = fromMillis(select.integer(4)),
                              .now = now});
        });
    });
}

} // namespace aside
