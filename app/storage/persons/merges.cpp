// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/persons/merges.h"

#include "app/storage/persons/groups.h"
#include "app/storage/rows.h"
#include "models/domain/consent.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectLastLine = "SELECT coalesce(max(id), 0) FROM consent_entry";
constexpr std::string_view joinPerson
    = "UPDATE person SET merged_into = ?2, merged_ledger = ?3 WHERE id = ?1";
constexpr std::string_view partPerson
    = "UPDATE person SET merged_into = NULL, merged_ledger = 0 WHERE id = ?1";
constexpr std::string_view moveHandles = R"sql(
    UPDATE handle SET own_person_id = coalesce(own_person_id, person_id), person_id = ?2 WHERE person_id = ?1
)sql";
constexpr std::string_view giveBackHandles = R"sql(
    UPDATE handle SET own_person_id = CASE own_person_id WHEN ?2 THEN NULL ELSE own_person_id END, person_id = ?2
    WHERE own_person_id = ?1
)sql";
constexpr std::string_view insertDecision = R"sql(
    INSERT INTO person_decision (decision, person_id, other_id, decided_at, decided_by) VALUES (?1, ?2, ?3, ?4, ?5)
)sql";
// A refusal without an address and without a message was said by whichever of them it was.
constexpr std::string_view copyRefusals = R"sql(
    INSERT INTO consent_entry (person_id, consent_to, state, channel, handle, said_at, until, evidence_message_id,
                               words, recorded_by, recorded_at)
    SELECT ?2, consent_to, state, channel, handle, said_at, until, evidence_message_id, words, recorded_by,
           recorded_at
    FROM consent_entry
    WHERE person_id = ?1 AND id > ?3 AND id <= ?4 AND state IN (?5, ?6) AND handle = ''
      AND evidence_message_id IS NULL
    ORDER BY id
)sql";
constexpr std::string_view selectMergedInto
    = "SELECT coalesce(merged_into, 0), merged_ledger FROM person WHERE id = ?1";
constexpr std::string_view selectErased = "SELECT 1 FROM person WHERE id IN (?1, ?2) AND erased_at <> 0";
constexpr std::string_view selectDecisions = R"sql(
    WITH RECURSIVE part (id) AS (
        VALUES (?1) UNION SELECT p.id FROM part JOIN person p ON p.merged_into = part.id)
    SELECT DISTINCT d.decision, d.person_id, d.other_id, d.decided_at, d.decided_by, d.id
    FROM part JOIN person_decision d ON d.person_id = part.id OR d.other_id = part.id ORDER BY d.id
)sql";

Result<void> run(Database &db, std::string_view sql, const QList<qint64> &values)
{
    return db.prepare(sql).and_then([&](Statement statement) {
        for (qsizetype i = 0; i < values.size(); ++i) {
            statement.bind(static_cast<int>(i) + 1, values.at(i));
        }
        return statement.run();
    });
}

Result<qint64> lastLine(Database &db)
{
    return db.prepare(selectLastLine).and_then([](Statement select) {
        return select.step().transform([&](bool row) { return row ? select.integer(0) : 0; });
    });
}

Result<void> note(Database &db, const PersonDecided &decided)
{
    return db.prepare(insertDecision).and_then([&](Statement insert) {
        insert.bind(1, std::to_underlying(decided.what)).bind(2, decided.person.value);
        insert.bind(3, decided.other.value).bind(4, toMillis(decided.at));
        return insert.bind(5, decided.by).run();
    });
}

Result<void> refuseErased(Database &db, PersonId person, PersonId other)
{
    const Result<bool> erased = db.prepare(selectErased).and_then([&](Statement select) {
        return select.bind(1, person.value).bind(2, other.value).step();
    });
    if (!erased || *erased) {
        return !erased ? std::unexpected(erased.error())
                       : fail(Errc::InvalidInput, QStringLiteral("an erased person"));
    }
    return {};
}

/// Of both of them the ones that are shown.
Result<MergeReceipt> shownFor(Database &db, PersonId person, PersonId other)
{
    const Result<PersonId> first = currentPerson(db, person);
    const Result<PersonId> second = first ? currentPerson(db, other) : first;
    if (!second) {
        return std::unexpected(second.error());
    }
    return MergeReceipt{.person = *first, .other = *second};
}

Result<void> join(Database &db, const MergeReceipt &pair)
{
    return lastLine(db)
        .and_then(
            [&](qint64 line) { return run(db, joinPerson, {pair.person.value, pair.other.value, line}); })
        .and_then([&] { return run(db, moveHandles, {pair.person.value, pair.other.value}); });
}

/// What they said as one is kept with both, each way.
Result<void> shareRefusals(Database &db, const QList<PersonPart> &leaving, const QList<PersonPart> &staying,
                           const MergeReceipt &pair, qint64 since)
{
    const Result<qint64> until = lastLine(db);
    if (!until) {
        return std::unexpected(until.error());
    }
    const auto copy = [&](const QList<PersonPart> &from, PersonId to) -> Result<void> {
        for (const PersonPart &part : from) {
            const Result<void> copied
                = run(db, copyRefusals,
                      {part.id.value, to.value, since, *until, std::to_underlying(ConsentState::Refused),
                       std::to_underlying(ConsentState::Revoked)});
            if (!copied) {
                return copied;
            }
        }
        return {};
    };
    return copy(staying, pair.person).and_then([&] { return copy(leaving, pair.other); });
}

struct MergedWhere {
    PersonId into;
    qint64 ledgerThen = 0;
};

Result<MergedWhere> mergedWhere(Database &db, PersonId person)
{
    return db.prepare(selectMergedInto).and_then([&](Statement select) -> Result<MergedWhere> {
        const Result<bool> row = select.bind(1, person.value).step();
        if (!row || !*row) {
            return !row ? std::unexpected(row.error())
                        : fail(Errc::NotFound, QStringLiteral("no person %1").arg(person.value));
        }
        return MergedWhere{.into = PersonId{select.integer(0)}, .ledgerThen = select.integer(1)};
    });
}

Result<void> part(Database &db, const MergeReceipt &pair, qint64 since)
{
    const Result<QList<PersonPart>> all = partsOf(db, pair.other);
    const Result<QList<PersonPart>> leaving = partsOf(db, pair.person);
    if (!all || !leaving) {
        return std::unexpected(!all ? all.error() : leaving.error());
    }
    QList<PersonPart> staying = *all;
    staying.removeIf(
        [&](const PersonPart &one) { return std::ranges::contains(*leaving, one.id, &PersonPart::id); });
    for (const PersonPart &one : *leaving) {
        if (const auto given = run(db, giveBackHandles, {one.id.value, pair.person.value}); !given) {
            return given;
        }
    }
    return shareRefusals(db, *leaving, staying, pair, since).and_then([&] {
        return run(db, partPerson, {pair.person.value});
    });
}

} // namespace

Result<MergeReceipt> mergePersons(Database &db, PersonId person, PersonId into, const QString &by,
                                  Instant now)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const Result<MergeReceipt> pair = shownFor(db, person, into);
    if (!pair) {
        return pair;
    }
    if (pair->person == pair->other) {
        return fail(Errc::InvalidInput, QStringLiteral("that is one person already"));
    }
    return refuseErased(db, pair->person, pair->other)
        .and_then([&] { return join(db, *pair); })
        .and_then([&] {
            return note(db,
                        {.what = PersonDecision::Merged,
                         .person = pair->person,
                         .other = pair->other,
                         .at = now,
                         .by = by});
        })
        .and_then([&] { return transaction->commit(); })
        .transform([&] { return *pair; });
}

Result<MergeReceipt> separatePerson(Database &db, PersonId person, const QString &by, Instant now)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const Result<MergedWhere> where = mergedWhere(db, person);
    if (!where || !where->into.isValid()) {
        return !where ? std::unexpected(where.error())
                      : fail(Errc::InvalidInput, QStringLiteral("it was merged into nobody"));
    }
    const Result<PersonId> shown = currentPerson(db, person);
    if (!shown) {
        return std::unexpected(shown.error());
    }
    const MergeReceipt pair{.person = person, .other = *shown};
    return part(db, pair, where->ledgerThen)
        .and_then([&] {
            return note(db,
                        {.what = PersonDecision::Separated,
                         .person = person,
                         .other = where->into,
                         .at = now,
                         .by = by});
        })
        .and_then([&] { return transaction->commit(); })
        .transform([&] { return pair; });
}

Result<MergeReceipt> judgePersons(Database &db, const PersonDecided &decided)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const Result<MergeReceipt> pair = shownFor(db, decided.person, decided.other);
    if (!pair) {
        return pair;
    }
    if (pair->person == pair->other) {
        return fail(Errc::InvalidInput, QStringLiteral("that is one person"));
    }
    PersonDecided kept = decided;
    kept.person = pair->person;
    kept.other = pair->other;
    return note(db, kept).and_then([&] { return transaction->commit(); }).transform([&] { return *pair; });
}

Result<QList<PersonDecided>> decisionsAbout(Database &db, PersonId person)
{
    return currentPerson(db, person)
        .and_then([&](PersonId shown) {
            return db.prepare(selectDecisions).transform([shown](Statement select) {
                select.bind(1, shown.value);
                return select;
            });
        })
        .and_then([](Statement select) {
            return allRows(std::move(select), [](const Statement &row) {
                return PersonDecided{.what = static_cast<PersonDecision>(row.integer(0)),
                                     .person = PersonId{row.integer(1)},
                                     .other = PersonId{row.integer(2)},
                                     .at = fromMillis(row.integer(3)),
                                     .by = row.text(4)};
            });
        });
}

} // namespace aside
