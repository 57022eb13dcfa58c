// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/outboxticker.h"

#include <algorithm>
#include <optional>

namespace aside {

OutboxTicker::OutboxTicker(OutboxStore &outbox, ChangeFeed &changes, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_outbox(outbox)
    , m_due(clock)
{
    connect(&m_due, &DueTimer::lookAsked, this, &OutboxTicker::look);
    connect(&changes, &ChangeFeed::changed, this, [this](const ChangeSet &set) {
        // A customer's message ends the schedule of a reply to it.
        const bool mayOvertake = std::ranges::any_of(
            set.conversations, [this](ConversationId id) { return m_scheduled.contains(id); });
        if (set.outboxChanged || mayOvertake) {
            m_due.lookNow();
        }
    });
}

void OutboxTicker::start()
{
    m_due.start();
}

void OutboxTicker::look()
{
    m_outbox.queueDue().then(this, [this](const Result<QList<OutboxItem>> &queued) {
        if (queued) {
            plan();
            return;
        }
        Q_EMIT failed(queued.error());
        m_due.finishFailed();
    });
}

void OutboxTicker::plan()
{
    m_outbox.items().then(this, [this](const Result<QList<OutboxItem>> &items) { takeItems(items); });
}

void OutboxTicker::takeItems(const Result<QList<OutboxItem>> &items)
{
    if (!items) {
        Q_EMIT failed(items.error());
        m_due.finishFailed();
        return;
    }
    std::optional<Instant> next;
    m_scheduled.clear();
    for (const OutboxItem &item : *items) {
        const bool isScheduled = item.holdReason == HoldReason::Schedule;
        if (item.state == OutboxState::Held && (isScheduled || item.holdReason == HoldReason::UndoWindow)) {
            next = next ? std::min(*next, item.holdUntil) : item.holdUntil;
            if (isScheduled) {
                m_scheduled.insert(item.conversation);
            }
        }
    }
    m_due.finish(next);
}

} // namespace aside
