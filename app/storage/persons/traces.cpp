// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/persons/traces.h"

#include "app/storage/people.h"
#include "app/storage/persons/groups.h"
#include "app/storage/rows.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr int mostTexts = 40; ///< of a person, the newest
constexpr qsizetype mostCandidates = 12;

constexpr std::string_view selectShown = R"sql(
    SELECT p.name, coalesce(h.shown, ''), coalesce(h.channel, 1)
    FROM person p LEFT JOIN handle h ON h.person_id = p.id WHERE p.id = ?1 ORDER BY h.id LIMIT 1
)sql";
constexpr std::string_view selectTexts = R"sql(
    SELECT m.id, b.text
    FROM handle h CROSS JOIN conversation c ON c.handle_id = h.id CROSS JOIN message m ON m.conversation_id = c.id
    CROSS JOIN message_body b ON b.message_id = m.id
    WHERE h.person_id = ?1 AND m.direction = 0 AND m.handle_id = h.id ORDER BY m.sent_at DESC, m.id DESC LIMIT ?2
)sql";
// The private talk that somebody came to, and the one it was offered in.
constexpr std::string_view selectByLink = R"sql(
    SELECT b.person_id FROM handle h JOIN conversation c ON c.handle_id = h.id
    JOIN private_move v ON v.conversation_id = c.id AND v.payload <> ''
    JOIN conversation d ON d.id = v.private_conversation_id JOIN handle b ON b.id = d.handle_id
    WHERE h.person_id = ?1 AND b.person_id <> ?1
    UNION SELECT a.person_id FROM handle h JOIN conversation d ON d.handle_id = h.id
    JOIN private_move v ON v.private_conversation_id = d.id AND v.payload <> ''
    JOIN conversation c ON c.id = v.conversation_id JOIN handle a ON a.id = c.handle_id
    WHERE h.person_id = ?1 AND a.person_id <> ?1
)sql";
// Every channel by name: the index begins with it.
constexpr std::string_view selectSameAddress = R"sql(
    SELECT person_id FROM handle
    WHERE channel IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17) AND address = ?1 AND person_id <> ?2
)sql";
constexpr std::string_view selectSameName = R"sql(
    SELECT DISTINCT h.person_id FROM person p JOIN handle h ON h.person_id = p.id OR h.own_person_id = p.id
    WHERE p.name = ?1 AND p.name <> '' AND h.person_id <> ?2 LIMIT ?3
)sql";
constexpr std::string_view selectNumbers = R"sql(
    SELECT person_id FROM handle
    WHERE channel = ?4 AND person_id <> ?2 AND replace(replace(replace(replace(replace(replace(
          address, ' ', ''), '-', ''), '(', ''), ')', ''), '+', ''), char(160), '') IN (?1, ?3)
)sql";
constexpr std::string_view selectWriters = R"sql(
    SELECT DISTINCT h.person_id FROM message_fts f JOIN message m ON m.id = f.rowid
    JOIN handle h ON h.id = m.handle_id
    WHERE message_fts MATCH ?1 AND m.direction = 0 AND h.person_id <> ?2 LIMIT ?3
)sql";
// The last word about each pair of those that the two consist of.
constexpr std::string_view selectApart = R"sql(
    WITH RECURSIVE
        mine (id) AS (VALUES (?1) UNION SELECT p.id FROM mine JOIN person p ON p.merged_into = mine.id),
        theirs (id) AS (VALUES (?2) UNION SELECT p.id FROM theirs JOIN person p ON p.merged_into = theirs.id)
    SELECT 1 FROM mine JOIN theirs
    WHERE (SELECT d.decision FROM person_decision d
           WHERE (d.person_id = mine.id AND d.other_id = theirs.id)
              OR (d.person_id = theirs.id AND d.other_id = mine.id)
           ORDER BY d.id DESC LIMIT 1) IN (?3, ?4)
)sql";

Result<QList<PersonId>> people(Statement select)
{
    return allRows(std::move(select), [](const Statement &row) { return PersonId{row.integer(0)}; });
}

Result<PersonName> shownName(Database &db, PersonId id)
{
    return db.prepare(selectShown).and_then([&](Statement select) {
        return select.bind(1, id.value).step().transform([&](bool row) {
            return row ? PersonName{.id = id,
                                    .name = select.text(0),
                                    .handle = select.text(1),
                                    .channel = static_cast<Channel>(select.integer(2))}
                       : PersonName{.id = id, .name = {}, .handle = {}};
        });
    });
}

Result<void> readTexts(Database &db, PersonTraces &traces)
{
    return db.prepare(selectTexts).and_then([&](Statement select) {
        select.bind(1, traces.shown.id.value).bind(2, static_cast<qint64>(mostTexts));
        return forEachRow(select, [&](const Statement &row) {
            readContacts(row.text(1), MessageId{row.integer(0)}, traces);
        });
    });
}

Result<PersonTraces> tracesOf(Database &db, PersonId id)
{
    const Result<PersonName> shown = shownName(db, id);
    const Result<QList<PersonHandle>> handles = handlesOf(db, id);
    const Result<QList<MergedPerson>> merged = mergedInto(db, id);
    const Result<QList<PersonId>> byLink = db.prepare(selectByLink).and_then([&](Statement select) {
        return people(std::move(select.bind(1, id.value)));
    });
    if (!shown || !handles) {
        return std::unexpected(!shown ? shown.error() : handles.error());
    }
    if (!merged || !byLink) {
        return std::unexpected(!merged ? merged.error() : byLink.error());
    }
    PersonTraces traces{.shown = *shown,
                        .names = {shown->name},
                        .handles = *handles,
                        .mails = {},
                        .numbers = {},
                        .cameByLink = *byLink};
    for (const MergedPerson &one : *merged) {
        traces.names.append(one.name);
    }
    return readTexts(db, traces).transform([&] { return traces; });
}

/// Asks for people by one thing after another, and keeps each once.
class Candidates
{
public:
    Candidates(Database &db, PersonId one)
        : m_db(db)
        , m_one(one)
    {
    }

    Result<void> askByAddress(const QString &folded)
    {
        return m_db.prepare(selectSameAddress).and_then([&](Statement select) {
            select.bind(1, folded).bind(2, m_one.value);
            return take(std::move(select));
        });
    }
    Result<void> askByName(const QString &name) { return askSome(selectSameName, name); }
    /// Who wrote a mail address, by the search index.
    Result<void> askByMention(const QString &address)
    {
        QString quoted = address;
        quoted.replace(u'"', QStringLiteral("\"\""));
        return askSome(selectWriters, u'"' + quoted + u'"');
    }
    /// Digits with the country; at home they are written with an 8.
    Result<void> askByNumber(const QString &digits)
    {
        return m_db.prepare(selectNumbers).and_then([&](Statement select) {
            select.bind(1, digits).bind(2, m_one.value);
            select.bind(3, digits.startsWith(u'7') ? u'8' + digits.sliced(1) : digits);
            select.bind(4, std::to_underlying(Channel::Phone));
            return take(std::move(select));
        });
    }
    void add(const QList<PersonId> &found)
    {
        for (const PersonId id : found) {
            if (!m_found.contains(id) && m_found.size() < mostCandidates) {
                m_found.append(id);
            }
        }
    }
    [[nodiscard]] const QList<PersonId> &found() const { return m_found; }

private:
    Result<void> askSome(std::string_view sql, const QString &value)
    {
        return m_db.prepare(sql).and_then([&](Statement select) {
            select.bind(1, value).bind(2, m_one.value).bind(3, static_cast<qint64>(mostCandidates));
            return take(std::move(select));
        });
    }
    Result<void> take(Statement select)
    {
        return people(std::move(select)).transform([&](const QList<PersonId> &found) { add(found); });
    }

    Database &m_db;
    PersonId m_one;
    QList<PersonId> m_found;
};

Result<void> askByContacts(const PersonTraces &one, Candidates &candidates)
{
    Result<void> asked;
    for (const PersonHandle &handle : one.handles) {
        const QString address = handle.shown.toCaseFolded();
        asked = asked.and_then([&] { return candidates.askByAddress(address); });
        if (address.indexOf(u'@') > 0) {
            asked = asked.and_then([&] { return candidates.askByMention(address); });
        }
    }
    for (const WrittenContact &mail : one.mails) {
        asked = asked.and_then([&] { return candidates.askByAddress(mail.normal); });
    }
    for (const WrittenContact &number : one.numbers) {
        QString digits = number.normal;
        digits.remove(u'+');
        asked = asked.and_then([&] { return candidates.askByNumber(digits); });
    }
    for (const QString &name : one.names) {
        if (name.contains(u' ')) {
            asked = asked.and_then([&] { return candidates.askByName(name); });
        }
    }
    return asked;
}

Result<bool> areApart(Database &db, PersonId one, PersonId other)
{
    return db.prepare(selectApart).and_then([&](Statement select) {
        select.bind(1, one.value).bind(2, other.value);
        select.bind(3, std::to_underlying(PersonDecision::Separated));
        return select.bind(4, std::to_underlying(PersonDecision::Different)).step();
    });
}

Result<QList<PersonTraces>> tracesOfAll(Database &db, PersonId one, const QList<PersonId> &found)
{
    QList<PersonTraces> all;
    for (const PersonId id : found) {
        const Result<bool> apart = areApart(db, one, id);
        if (!apart) {
            return std::unexpected(apart.error());
        }
        if (*apart) {
            continue;
        }
        Result<PersonTraces> traces = tracesOf(db, id);
        if (!traces) {
            return std::unexpected(traces.error());
        }
        all.append(std::move(*traces));
    }
    return all;
}

} // namespace

Result<QList<MergeSuggestion>> suggestionsFor(Database &db, PersonId id)
{
    const Result<PersonTraces> one
        = currentPerson(db, id).and_then([&](PersonId shown) { return tracesOf(db, shown); });
    if (!one) {
        return std::unexpected(one.error());
    }
    Candidates candidates(db, one->shown.id);
    candidates.add(one->cameByLink);
    return askByContacts(*one, candidates)
        .and_then([&] { return tracesOfAll(db, one->shown.id, candidates.found()); })
        .transform([&](const QList<PersonTraces> &others) { return suggestMerges(*one, others); });
}

} // namespace aside
