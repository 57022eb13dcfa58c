// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/sendqueue.h"

#include "models/domain/channelcapabilities.h"
#include "models/outbox/retrypolicy.h"

#include <algorithm>

namespace aside {

namespace {

bool holdsUpLaterOnes(const OutboxItem &item)
{
    return item.state == OutboxState::Queued || item.state == OutboxState::Sending
        || item.state == OutboxState::Uncertain
        || (item.state == OutboxState::Held && item.holdReason == HoldReason::UndoWindow);
}

bool wantsCopy(const OutboxItem &item)
{
    return item.record.copy.isWanted
        && (item.state == OutboxState::Sent || item.state == OutboxState::Refused);
}

class Planner
{
public:
    Planner(const QList<OutboxItem> &items, Instant now)
        : m_items(items)
        , m_now(now)
    {
        std::ranges::sort(m_items, {}, &OutboxItem::id);
    }

    void plan(const Account &account, const LineState &line)
    {
        if (!account.isOn || line.isBusy || !concerns(account.id)) {
            return;
        }
        if (account.pause && account.pause->until > m_now) {
            if (account.pause->until != untilResumed) {
                wakeAt(account.pause->until);
            }
            return;
        }
        if (line.restUntil > m_now) {
            wakeAt(line.restUntil);
            return;
        }
        if (!add(account.id, QueueTask::Kind::Look) && !add(account.id, QueueTask::Kind::Send)) {
            add(account.id, QueueTask::Kind::Copy);
        }
    }

    [[nodiscard]] QueuePlan plan() const { return m_plan; }

private:
    [[nodiscard]] bool concerns(AccountId account) const
    {
        return std::ranges::any_of(m_items, [&](const OutboxItem &item) {
            return item.account == account
                && (item.state == OutboxState::Queued || item.state == OutboxState::Uncertain
                    || (wantsCopy(item) && nextCopy(item.record.copy.tries)));
        });
    }

    /// When this can be done for the item; nothing: it cannot.
    [[nodiscard]] std::optional<Instant> due(const OutboxItem &item, QueueTask::Kind kind) const
    {
        switch (kind) {
        case QueueTask::Kind::Send:
            return mayLeave(item) ? std::optional(item.record.nextAttemptAt) : std::nullopt;
        case QueueTask::Kind::Look: {
            const auto wait
                = item.state == OutboxState::Uncertain ? nextLook(item.record.looks) : std::nullopt;
            return wait ? std::optional(item.record.lookedAt + *wait) : std::nullopt;
        }
        case QueueTask::Kind::Copy: {
            const auto wait = wantsCopy(item) ? nextCopy(item.record.copy.tries) : std::nullopt;
            return wait ? std::optional(item.record.copy.triedAt + *wait) : std::nullopt;
        }
        }
        Q_UNREACHABLE_RETURN(std::nullopt);
    }

    /// What an operator posts is handed to them where it is queued.
    [[nodiscard]] bool mayLeave(const OutboxItem &item) const
    {
        return item.state == OutboxState::Queued && !capabilitiesOf(item.channel).byHand
            && !waitsForAnEarlierOne(item) && !waitsForItsHalf(item);
    }

    [[nodiscard]] bool waitsForAnEarlierOne(const OutboxItem &item) const
    {
        return std::ranges::any_of(m_items, [&](const OutboxItem &other) {
            return other.id < item.id && other.conversation == item.conversation && holdsUpLaterOnes(other);
        });
    }

    [[nodiscard]] bool waitsForItsHalf(const OutboxItem &item) const
    {
        return item.after.isValid() && std::ranges::none_of(m_items, [&](const OutboxItem &other) {
                   return other.id == item.after && other.state == OutboxState::Sent;
               });
    }

    bool add(AccountId account, QueueTask::Kind kind)
    {
        for (const OutboxItem &item : std::as_const(m_items)) {
            const std::optional<Instant> at = item.account == account ? due(item, kind) : std::nullopt;
            if (at && *at <= m_now) {
                m_plan.tasks.append({.kind = kind, .item = item});
                return true;
            }
            if (at) {
                wakeAt(*at);
            }
        }
        return false;
    }

    void wakeAt(Instant at) { m_plan.next = m_plan.next ? std::min(*m_plan.next, at) : at; }

    QList<OutboxItem> m_items; ///< the oldest first
    Instant m_now;
    QueuePlan m_plan;
};

} // namespace

QueuePlan planQueue(const QList<OutboxItem> &items, const QList<Account> &accounts,
                    const QHash<AccountId, LineState> &lines, Instant now)
{
    Planner planner(items, now);
    for (const Account &account : accounts) {
        planner.plan(account, lines.value(account.id));
    }
    return planner.plan();
}

} // namespace aside
