// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/handoff.h"
#include "app/storage/outbox.h"

#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectWithoutAccount = R"sql(
    SELECT o.id FROM outbox o JOIN conversation c ON c.id = o.conversation_id
    WHERE o.state IN (0, 1) AND o.account_id IS NULL
      AND EXISTS (SELECT 1 FROM account a WHERE a.channel = c.channel) ORDER BY o.id
)sql";
constexpr std::string_view selectOvertaken = R"sql(
    SELECT o.id FROM outbox o WHERE o.state = 0 AND o.hold_reason = 1 AND EXISTS (
        SELECT 1 FROM message m WHERE m.conversation_id = o.conversation_id AND m.direction = 0
                                  AND m.id > coalesce(o.seen_message_id, 0)) ORDER BY o.id
)sql";
constexpr std::string_view selectDue
    = "SELECT id FROM outbox WHERE state = 0 AND hold_until <= ?1 AND hold_reason IN (0, 1) ORDER BY id";
constexpr std::string_view selectToFreeze = R"sql(
    SELECT o.id FROM outbox o JOIN conversation c ON c.id = o.conversation_id
    WHERE (o.state = 1 OR (o.state = 0 AND o.hold_reason = 8 AND o.attempts = 0)) AND c.audience = 1 AND EXISTS (SELECT 1 FROM outbox_freeze) ORDER BY o.id
)sql";
constexpr std::string_view selectToThaw = R"sql(
    SELECT id FROM outbox WHERE state = 0 AND hold_reason = 2 AND NOT EXISTS (SELECT 1 FROM outbox_freeze) ORDER BY id
)sql";
constexpr std::string_view selectToFollow = R"sql(
    SELECT o.id FROM outbox o JOIN outbox f ON f.id = o.after_outbox_id
    WHERE o.state = 0 AND o.hold_reason = 6 AND f.state = 3 ORDER BY o.id
)sql";
constexpr std::string_view selectToAwait = R"sql(
    SELECT o.id FROM outbox o JOIN outbox f ON f.id = o.after_outbox_id
    WHERE o.state = 1 AND f.state <> 3 ORDER BY o.id
)sql";
constexpr std::string_view insertFreeze = "INSERT OR IGNORE INTO outbox_freeze (id, since) VALUES (1, ?1)";
constexpr std::string_view deleteFreeze = "DELETE FROM outbox_freeze WHERE ?1 > 0";

/// Items that moved, each once, as they are in the end. Inside the caller's transaction.
class Sweep
{
public:
    Sweep(Database &db, Instant now)
        : m_db(db)
        , m_now(now)
    {
    }

    Result<void> move(const Result<QList<OutboxId>> &ids, OutboxEvent event)
    {
        if (!ids) {
            return std::unexpected(ids.error());
        }
        for (const OutboxId id : *ids) {
            const Result<void> moved = loadItem(m_db, id).and_then(
                [&](const OutboxItem &item) { return advance(m_db, item, event, m_now); });
            if (!moved) {
                return moved;
            }
            note(id);
        }
        return {};
    }

    Result<void> assign(const Result<QList<OutboxId>> &ids)
    {
        if (!ids) {
            return std::unexpected(ids.error());
        }
        for (const OutboxId id : *ids) {
            const Result<void> assigned = assignAccount(m_db, id);
            const Result<OutboxItem> item = assigned ? loadItem(m_db, id) : std::unexpected(assigned.error());
            if (!item) {
                return std::unexpected(item.error());
            }
            if (item->account.isValid()) { // of several that fit, none is chosen
                note(id);
            }
        }
        return {};
    }

    Result<void> moveAll()
    {
        return assign(outboxIds(m_db, selectWithoutAccount))
            .and_then([&] { return move(outboxIds(m_db, selectOvertaken), OutboxEvent::ThreadMoved); })
            .and_then([&] { return move(outboxIds(m_db, selectDue, m_now), OutboxEvent::HoldEnded); })
            .and_then([&] { return move(outboxIds(m_db, selectToFollow), OutboxEvent::HalfSent); })
            .and_then([&] { return move(outboxIds(m_db, selectToFreeze), OutboxEvent::Frozen); })
            .and_then([&] { return move(outboxIds(m_db, selectToThaw), OutboxEvent::Thawed); })
            .and_then([&] { return move(outboxIds(m_db, selectToAwait), OutboxEvent::HalfAwaited); })
            .and_then([&] { return move(repliesToHandOver(m_db), OutboxEvent::HandedOver); });
    }

    [[nodiscard]] Result<QList<OutboxItem>> moved() const
    {
        QList<OutboxItem> items;
        for (const OutboxId id : m_moved) {
            Result<OutboxItem> item = loadItem(m_db, id);
            if (!item) {
                return std::unexpected(item.error());
            }
            items.append(std::move(*item));
        }
        return items;
    }

private:
    void note(OutboxId id)
    {
        if (!m_moved.contains(id)) {
            m_moved.append(id);
        }
    }

    Database &m_db;
    Instant m_now;
    QList<OutboxId> m_moved;
};

Result<bool> hasWork(Database &db, Instant now)
{
    const Result<QList<OutboxId>> due = outboxIds(db, selectDue, now);
    if (!due || !due->isEmpty()) {
        return due.transform([](const auto &) { return true; });
    }
    for (const std::string_view sql : {selectWithoutAccount, selectOvertaken, selectToFollow, selectToFreeze,
                                       selectToThaw, selectToAwait}) {
        const Result<QList<OutboxId>> ids = outboxIds(db, sql);
        if (!ids || !ids->isEmpty()) {
            return ids.transform([](const auto &) { return true; });
        }
    }
    return repliesToHandOver(db).transform([](const auto &ids) { return !ids.isEmpty(); });
}

} // namespace

Result<QList<OutboxItem>> queueDueReplies(Database &db, Instant now)
{
    const Result<bool> work = hasWork(db, now);
    if (!work || !*work) { // nothing to write, nothing to sync
        return work.transform([](bool) { return QList<OutboxItem>(); });
    }
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    Sweep sweep(db, now);
    return sweep.moveAll().and_then([&] { return transaction->commit(); }).and_then([&] {
        return sweep.moved();
    });
}

Result<FreezeReport> setOutboxFreeze(Database &db, FreezeSwitch to, Instant now)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    Sweep sweep(db, now);
    FreezeReport report;
    return db.prepare(to == FreezeSwitch::Freeze ? insertFreeze : deleteFreeze)
        .and_then([&](Statement change) { return change.bind(1, toMillis(now)).run(); })
        .and_then([&] { return sweep.moveAll(); })
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return sweep.moved(); })
        .and_then([&](const QList<OutboxItem> &moved) {
            report.moved = moved;
            return outboxFreeze(db);
        })
        .transform([&](const OutboxFreeze &freeze) {
            report.freeze = freeze;
            return report;
        });
}

} // namespace aside
