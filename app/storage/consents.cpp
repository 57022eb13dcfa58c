// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/consents.h"

#include "app/storage/rows.h"
#include "models/privacy/writing.h"

#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectLedger = R"sql(
    SELECT id, consent_to, state, channel, handle, said_at, until, coalesce(evidence_message_id, 0), words,
           recorded_by, recorded_at
    FROM consent_entry WHERE person_id = ?1 ORDER BY id
)sql";
constexpr std::string_view selectPerson = "SELECT 1 FROM person WHERE id = ?1";
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

Result<void> refuseUnknown(Database &db, PersonId person)
{
    const Result<bool> known = db.prepare(selectPerson).and_then([&](Statement select) {
        return select.bind(1, person.value).step();
    });
    if (!known || !*known) {
        return !known ? std::unexpected(known.error())
                      : fail(Errc::NotFound, QStringLiteral("no person %1").arg(person.value));
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

Result<void> insert(Database &db, PersonId person, const ConsentEntry &entry)
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

} // namespace

Result<QList<ConsentEntry>> consentLedger(Database &db, PersonId person)
{
    return refuseUnknown(db, person)
        .and_then([&] { return db.prepare(selectLedger); })
        .and_then([&](Statement select) {
            select.bind(1, person.value);
            return allRows(std::move(select), readEntry);
        });
}

Result<QList<Consent>> consentsOf(Database &db, PersonId person)
{
    return db.prepare(selectLedger).and_then([&](Statement select) {
        select.bind(1, person.value);
        return allRows(std::move(select), [](const Statement &row) { return readEntry(row).said; });
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
    return refuseUnknown(db, person)
        .and_then([&] { return refuseForeign(db, person, kept.said.evidence); })
        .and_then([&] { return insert(db, person, kept); })
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
