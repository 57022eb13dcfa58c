// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/outboxticker.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace aside {

namespace {

using namespace std::chrono_literals;

constexpr auto retryDelay = 5s;
constexpr auto shortestWait = 20ms;
constexpr auto longestWait = 60s; // a timer does not notice that the computer slept

} // namespace

OutboxTicker::OutboxTicker(OutboxStore &outbox, ChangeFeed &changes, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_outbox(outbox)
    , m_clock(clock)
{
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, &OutboxTicker::look);
    connect(&changes, &ChangeFeed::changed, this, [this](const ChangeSet &set) {
        if (set.outboxChanged) {
            look();
        }
    });
}

void OutboxTicker::start()
{
    m_isStarted = true;
    look();
}

void OutboxTicker::look()
{
    if (!m_isStarted || m_isLooking) {
        m_lookAgain = m_isLooking;
        return;
    }
    m_isLooking = true;
    m_wake.stop();
    m_outbox.queueDue().then(this, [this](const Result<QList<OutboxItem>> &queued) {
        if (queued) {
            plan();
            return;
        }
        Q_EMIT failed(queued.error());
        finish(retryDelay);
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
        finish(retryDelay);
        return;
    }
    std::optional<Instant> next;
    for (const OutboxItem &item : *items) {
        if (item.state == OutboxState::Held) {
            next = next ? std::min(*next, item.holdUntil) : item.holdUntil;
        }
    }
    finish(next ? std::clamp<std::chrono::milliseconds>(*next - m_clock.now(), shortestWait, longestWait)
                : 0ms);
}

/// No wait: there is nothing to wake up for.
void OutboxTicker::finish(std::chrono::milliseconds wait)
{
    m_isLooking = false;
    if (std::exchange(m_lookAgain, false)) {
        look();
    } else if (wait > 0ms) {
        m_wake.start(wait);
    }
}

} // namespace aside
