// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/persons/preferences.h"

#include "app/storage/persons/groups.h"
#include "app/storage/rows.h"

#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectPreference = R"sql(
    WITH RECURSIVE part (id) AS (
        VALUES (?1) UNION SELECT p.id FROM part JOIN person p ON p.merged_into = part.id)
    SELECT f.channel, f.length, f.form FROM part JOIN person_preference f ON f.person_id = part.id
    ORDER BY f.person_id <> ?1, f.updated_at DESC, f.person_id LIMIT 1
)sql";
constexpr std::string_view upsertPreference = R"sql(
    INSERT INTO person_preference (person_id, channel, length, form, updated_at) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (person_id) DO UPDATE SET channel = excluded.channel, length = excluded.length,
        form = excluded.form, updated_at = excluded.updated_at
)sql";
// As for mailboxes: instr() takes no pattern, and lower() knows ASCII alone. A name that was merged away is
// found under the one that is shown.
constexpr std::string_view selectNames = R"sql(
    SELECT r.id, r.name, h.shown, h.channel, max(coalesce((SELECT max(c.last_at) FROM conversation c
                                                           WHERE c.handle_id = h.id), 0)) AS latest
    FROM handle h JOIN person p ON p.id = coalesce(h.own_person_id, h.person_id) JOIN person r ON r.id = h.person_id
    WHERE r.erased_at = 0
      AND (substr(h.address, 1, length(?1)) = ?1 OR instr(' ' || p.name, ' ' || ?2) > 0
           OR instr(' ' || p.name, ' ' || ?3) > 0)
    GROUP BY r.id ORDER BY latest DESC, r.id LIMIT ?4
)sql";

} // namespace

Result<PersonPreference> preferenceOf(Database &db, PersonId shown)
{
    return db.prepare(selectPreference).and_then([&](Statement select) {
        return select.bind(1, shown.value).step().transform([&](bool row) {
            if (!row) {
                return PersonPreference();
            }
            return PersonPreference{.channel = select.isNull(0)
                                        ? std::nullopt
                                        : std::optional(static_cast<Channel>(select.integer(0))),
                                    .length = static_cast<AnswerLength>(select.integer(1)),
                                    .form = static_cast<AddressForm>(select.integer(2))};
        });
    });
}

Result<void> setPersonPreference(Database &db, PersonId id, const PersonPreference &preference, Instant now)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    return currentPerson(db, id)
        .and_then([&](PersonId) { return db.prepare(upsertPreference); })
        .and_then([&](Statement upsert) {
            upsert.bind(1, id.value);
            if (preference.channel) {
                upsert.bind(2, std::to_underlying(*preference.channel));
            } else {
                upsert.bindNull(2);
            }
            upsert.bind(3, std::to_underlying(preference.length));
            return upsert.bind(4, std::to_underlying(preference.form)).bind(5, toMillis(now)).run();
        })
        .and_then([&] { return transaction->commit(); });
}

Result<QList<PersonName>> findPersons(Database &db, const QString &beginning, int most)
{
    const QString typed = beginning.trimmed();
    if (typed.isEmpty()) {
        return QList<PersonName>();
    }
    QString capital = typed.toLower();
    capital[0] = capital.at(0).toUpper();
    return db.prepare(selectNames).and_then([&](Statement select) {
        select.bind(1, typed.toCaseFolded()).bind(2, typed).bind(3, capital);
        select.bind(4, static_cast<qint64>(most));
        return allRows(std::move(select), [](const Statement &row) {
            return PersonName{.id = PersonId{row.integer(0)},
                              .name = row.text(1),
                              .handle = row.text(2),
                              .channel = static_cast<Channel>(row.integer(3))};
        });
    });
}

} // namespace aside
