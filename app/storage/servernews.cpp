// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What servers say of messages that are here.

#include "app/storage/rows.h"
#include "app/storage/serverchanges.h"
#include "app/storage/serverplaces.h"
#include "app/storage/triage/marks.h"

#include <array>
#include <utility>

namespace aside {

namespace {

// Below and above the number that counts: two looks into the key instead of one over the whole folder.
constexpr std::array selectRenumbered{
    std::string_view("SELECT message_id FROM server_place"
                     " WHERE account_id = ?1 AND folder = ?2 AND uid_validity < ?3"),
    std::string_view("SELECT message_id FROM server_place"
                     " WHERE account_id = ?1 AND folder = ?2 AND uid_validity > ?3")};
constexpr std::array deleteRenumbered{
    std::string_view("DELETE FROM server_place WHERE account_id = ?1 AND folder = ?2 AND uid_validity < ?3"),
    std::string_view("DELETE FROM server_place WHERE account_id = ?1 AND folder = ?2 AND uid_validity > ?3")};
constexpr std::string_view selectVanished = R"sql(
    SELECT message_id FROM server_place
    WHERE account_id = ?1 AND folder = ?2 AND uid_validity = ?3 AND uid BETWEEN ?4 AND ?5
)sql";
constexpr std::string_view deleteVanished = R"sql(
    DELETE FROM server_place
    WHERE account_id = ?1 AND folder = ?2 AND uid_validity = ?3 AND uid BETWEEN ?4 AND ?5
)sql";
constexpr std::string_view selectFlags = R"sql(
    SELECT message_id, flags FROM server_place
    WHERE account_id = ?1 AND folder = ?2 AND uid_validity = ?3 AND uid = ?4
)sql";
constexpr std::string_view updateFlags = R"sql(
    UPDATE server_place SET flags = ?5 WHERE account_id = ?1 AND folder = ?2 AND uid_validity = ?3 AND uid = ?4
)sql";
// A message that has come back, or that is going to the archive, is not removed.
constexpr std::string_view markRemoved = R"sql(
    UPDATE message SET removed_at = ?2
    WHERE id = ?1 AND removed_at = 0
      AND NOT EXISTS (SELECT 1 FROM server_place p WHERE p.message_id = ?1 AND (p.flags & 4) = 0)
)sql";
constexpr std::string_view markThere = R"sql(
    UPDATE message SET removed_at = 0
    WHERE id = ?1 AND removed_at <> 0
      AND EXISTS (SELECT 1 FROM server_place p WHERE p.message_id = ?1 AND (p.flags & 4) = 0)
)sql";
constexpr std::string_view selectHome = "SELECT conversation_id FROM message WHERE id = ?1";
constexpr std::string_view selectWish = "SELECT 1 FROM server_change WHERE message_id = ?1 AND mark = 0";

/// The news of one folder on its way into the store.
class NewsWriter
{
public:
    NewsWriter(Database &db, AccountId account, const FolderNews &news, Instant now)
        : m_db(db)
        , m_account(account)
        , m_news(news)
        , m_now(now)
    {
    }

    Result<QList<ConversationId>> write()
    {
        Result<void> done = dropRenumbered();
        for (const auto &[first, last] : m_news.vanished) {
            done = done.and_then([&] { return dropVanished(first, last); });
        }
        for (const FolderNews::Flagged &one : m_news.flags) {
            done = done.and_then([&] { return takeFlags(one); });
        }
        for (const MessageId id : std::as_const(m_moved)) {
            done = done.and_then([&] { return settle(id); });
        }
        return done.transform([&] { return m_touched; });
    }

private:
    Statement &bound(Statement &statement)
    {
        return statement.bind(1, m_account.value)
            .bind(2, m_news.folder)
            .bind(3, static_cast<qint64>(m_news.uidValidity));
    }

    Result<void> noteMoved(Statement select)
    {
        return forEachRow(select, [&](const Statement &row) { m_moved.append(MessageId{row.integer(0)}); });
    }

    Result<void> dropRenumbered()
    {
        Result<void> done;
        for (std::size_t i = 0; i < selectRenumbered.size(); ++i) {
            done = done.and_then([&] { return m_db.prepare(selectRenumbered.at(i)); })
                       .and_then([&](Statement select) { return noteMoved(std::move(bound(select))); })
                       .and_then([&] { return m_db.prepare(deleteRenumbered.at(i)); })
                       .and_then([&](Statement drop) { return bound(drop).run(); });
        }
        return done;
    }

    Result<void> dropVanished(quint32 first, quint32 last)
    {
        const auto ranged = [&](Statement &statement) -> Statement & {
            return bound(statement).bind(4, static_cast<qint64>(first)).bind(5, static_cast<qint64>(last));
        };
        return m_db.prepare(selectVanished)
            .and_then([&](Statement select) { return noteMoved(std::move(ranged(select))); })
            .and_then([&] { return m_db.prepare(deleteVanished); })
            .and_then([&](Statement drop) { return ranged(drop).run(); });
    }

    Result<void> takeFlags(const FolderNews::Flagged &one)
    {
        MessageId id;
        ServerFlags before;
        const Result<void> known = m_db.prepare(selectFlags).and_then([&](Statement select) {
            return bound(select).bind(4, static_cast<qint64>(one.uid)).step().transform([&](bool row) {
                id = MessageId{row ? select.integer(0) : 0};
                before = flagsFromBits(row ? select.integer(1) : 0);
            });
        });
        if (!known || !id.isValid() || before == one.flags) {
            return known;
        }
        if (before.isRemoved != one.flags.isRemoved) {
            m_moved.append(id);
        }
        return m_db.prepare(updateFlags)
            .and_then([&](Statement update) {
                return bound(update).bind(4, static_cast<qint64>(one.uid)).bind(5, toBits(one.flags)).run();
            })
            .and_then([&]() -> Result<void> {
                if (before.isRead == one.flags.isRead) {
                    return {};
                }
                return takeReadMark(m_db, id, one.flags.isRead).transform([&](ConversationId touched) {
                    touch(touched);
                });
            });
    }

    Result<void> settle(MessageId id)
    {
        bool hasChanged = false;
        return m_db.prepare(markRemoved)
            .and_then(
                [&](Statement update) { return update.bind(1, id.value).bind(2, toMillis(m_now)).run(); })
            .and_then([&] {
                hasChanged = m_db.changes() > 0;
                return m_db.prepare(markThere);
            })
            .and_then([&](Statement update) { return update.bind(1, id.value).run(); })
            .and_then([&] {
                hasChanged = hasChanged || m_db.changes() > 0;
                return m_db.prepare(selectHome);
            })
            .and_then([&](Statement select) {
                return select.bind(1, id.value).step().transform([&](bool row) {
                    touch(ConversationId{row && hasChanged ? select.integer(0) : 0});
                });
            });
    }

    void touch(ConversationId id)
    {
        if (id.isValid() && !m_touched.contains(id)) {
            m_touched.append(id);
        }
    }

    Database &m_db;
    AccountId m_account;
    const FolderNews &m_news;
    Instant m_now;
    QList<MessageId> m_moved; ///< whose places changed
    QList<ConversationId> m_touched;
};

} // namespace

Result<QList<ConversationId>> applyNews(Database &db, AccountId account, const FolderNews &news, Instant now)
{
    return NewsWriter(db, account, news, now).write();
}

/// What was done here and is not yet known there counts more.
Result<ConversationId> takeReadMark(Database &db, MessageId id, bool isRead)
{
    const Result<bool> wished
        = db.prepare(selectWish).and_then([&](Statement select) { return select.bind(1, id.value).step(); });
    if (!wished || *wished) {
        return wished.transform([](bool) { return ConversationId{}; });
    }
    return markMessage(db, id, isRead ? ReadMark::Read : ReadMark::Unread);
}

} // namespace aside
