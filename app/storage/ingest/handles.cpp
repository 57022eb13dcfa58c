// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/ingest/handles.h"

#include "app/storage/rows.h"

#include <utility>

namespace aside {

namespace {

constexpr qsizetype mostRemembered = 20'000;

constexpr std::string_view selectHandle = "SELECT id FROM handle WHERE channel = ?1 AND address = ?2";
constexpr std::string_view insertPerson = "INSERT INTO person (name) VALUES (?1)";
constexpr std::string_view insertHandle
    = "INSERT INTO handle (person_id, channel, address, shown) VALUES (?1, ?2, ?3, ?4)";
constexpr std::string_view nameThePerson = R"sql(
    UPDATE person SET name = ?2
    WHERE id = (SELECT coalesce(own_person_id, person_id) FROM handle WHERE id = ?1) AND name = ''
)sql";
constexpr std::string_view insertNumber = R"sql(
    INSERT INTO handle (person_id, own_person_id, channel, address, shown)
    SELECT h.person_id, h.own_person_id, ?2, ?3, ?3 FROM handle h
    WHERE h.id = ?1 AND NOT EXISTS (
        SELECT 1 FROM handle k WHERE k.channel = ?2 AND replace(replace(replace(replace(replace(replace(
               k.address, ' ', ''), '-', ''), '(', ''), ')', ''), '+', ''), char(160), '') = substr(?3, 2))
)sql";
constexpr std::string_view updateReach = "UPDATE handle SET reach = ?2 WHERE id = ?1 AND reach <> ?2";
constexpr std::string_view spreadReach = "UPDATE conversation SET reach = ?2 WHERE handle_id = ?1";
constexpr std::string_view selectConversations = "SELECT id FROM conversation WHERE handle_id = ?1";

} // namespace

Handles::Handles(Database &db)
    : m_db(db)
{
}

Result<qint64> Handles::idFor(Channel channel, const QString &address, const QString &name)
{
    const QString shown = address.isEmpty() ? name : address;
    if (shown.isEmpty()) {
        return 0;
    }
    const QString folded = shown.toCaseFolded();
    if (const auto known = m_known.constFind({channel, folded}); known != m_known.constEnd()) {
        return *known;
    }
    Result<qint64> id = lookUp(channel, folded);
    if (id && *id == 0) {
        id = make(channel, folded, shown, name);
    } else if (id && !name.isEmpty()) {
        const Result<void> named = m_db.prepare(nameThePerson).and_then([&](Statement update) {
            return update.bind(1, *id).bind(2, name).run();
        });
        if (!named) {
            return std::unexpected(named.error());
        }
    }
    if (id) {
        if (m_known.size() >= mostRemembered) {
            m_known.clear();
        }
        m_known.insert({channel, folded}, *id);
    }
    return id;
}

Result<qint64> Handles::lookUp(Channel channel, const QString &folded)
{
    return m_db.prepare(selectHandle).and_then([&](Statement select) -> Result<qint64> {
        const Result<bool> row = select.bind(1, std::to_underlying(channel)).bind(2, folded).step();
        if (!row) {
            return std::unexpected(row.error());
        }
        return *row ? select.integer(0) : 0;
    });
}

Result<qint64> Handles::make(Channel channel, const QString &folded, const QString &address,
                             const QString &name)
{
    return m_db.prepare(insertPerson)
        .and_then([&](Statement insert) { return insert.bind(1, name).run(); })
        .and_then([&] { return m_db.prepare(insertHandle); })
        .and_then([&](Statement insert) {
            return insert.bind(1, m_db.lastInsertId())
                .bind(2, std::to_underlying(channel))
                .bind(3, folded)
                .bind(4, address)
                .run();
        })
        .transform([&] { return m_db.lastInsertId(); });
}

Result<void> Handles::addNumber(qint64 id, const QString &number)
{
    if (id == 0 || !number.startsWith(u'+')) {
        return {};
    }
    return m_db.prepare(insertNumber).and_then([&](Statement insert) {
        return insert.bind(1, id).bind(2, std::to_underlying(Channel::Phone)).bind(3, number).run();
    });
}

Result<QList<ConversationId>> Handles::noteReach(qint64 id, qint64 reach)
{
    if (id == 0 || reach <= 0) {
        return QList<ConversationId>();
    }
    const auto run = [&](std::string_view sql) {
        return m_db.prepare(sql).and_then(
            [&](Statement update) { return update.bind(1, id).bind(2, reach).run(); });
    };
    if (const Result<void> noted = run(updateReach); !noted) {
        return std::unexpected(noted.error());
    }
    if (m_db.changes() == 0) {
        return QList<ConversationId>();
    }
    return run(spreadReach)
        .and_then([&] { return m_db.prepare(selectConversations); })
        .and_then([&](Statement select) {
            select.bind(1, id);
            return allRows(std::move(select),
                           [](const Statement &row) { return ConversationId{row.integer(0)}; });
        });
}

} // namespace aside
