// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/persons/groups.h"

#include "app/storage/rows.h"

#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectCurrent = R"sql(
    WITH RECURSIVE up (id, above) AS (
        SELECT id, merged_into FROM person WHERE id = ?1
        UNION SELECT p.id, p.merged_into FROM up JOIN person p ON p.id = up.above)
    SELECT id FROM up WHERE above IS NULL
)sql";
constexpr std::string_view selectParts = R"sql(
    WITH RECURSIVE part (id) AS (
        VALUES (?1) UNION SELECT p.id FROM part JOIN person p ON p.merged_into = part.id)
    SELECT p.id, p.merged_into, p.merged_ledger FROM part JOIN person p ON p.id = part.id
    ORDER BY p.id <> ?1, p.id
)sql";
// The last decision of that kind is the one that holds.
constexpr std::string_view selectMerged = R"sql(
    WITH RECURSIVE part (id) AS (
        VALUES (?1) UNION SELECT p.id FROM part JOIN person p ON p.merged_into = part.id)
    SELECT p.id, p.merged_into, p.name, coalesce(n.text, ''), d.decided_at, d.decided_by
    FROM part JOIN person p ON p.id = part.id LEFT JOIN person_note n ON n.person_id = p.id
    JOIN person_decision d ON d.id = (SELECT max(e.id) FROM person_decision e
                                      WHERE e.person_id = p.id AND e.decision = ?2)
    WHERE p.id <> ?1 ORDER BY p.id
)sql";

} // namespace

Result<PersonId> currentPerson(Database &db, PersonId id)
{
    return db.prepare(selectCurrent).and_then([&](Statement select) -> Result<PersonId> {
        const Result<bool> row = select.bind(1, id.value).step();
        if (!row || !*row) {
            return !row ? std::unexpected(row.error())
                        : fail(Errc::NotFound, QStringLiteral("no person %1").arg(id.value));
        }
        return PersonId{select.integer(0)};
    });
}

Result<QList<PersonPart>> partsOf(Database &db, PersonId id)
{
    return db.prepare(selectParts).and_then([&](Statement select) {
        select.bind(1, id.value);
        return allRows(std::move(select), [&](const Statement &row) {
            const PersonId one{row.integer(0)};
            return PersonPart{.id = one,
                              .into = one == id ? PersonId() : PersonId{row.integer(1)},
                              .ledgerThen = row.integer(2)};
        });
    });
}

Result<QList<MergedPerson>> mergedInto(Database &db, PersonId id)
{
    return db.prepare(selectMerged).and_then([&](Statement select) {
        select.bind(1, id.value).bind(2, std::to_underlying(PersonDecision::Merged));
        return allRows(std::move(select), [](const Statement &row) {
            return MergedPerson{.id = PersonId{row.integer(0)},
                                .into = PersonId{row.integer(1)},
                                .name = row.text(2),
                                .note = row.text(3),
                                .at = fromMillis(row.integer(4)),
                                .by = row.text(5)};
        });
    });
}

} // namespace aside
