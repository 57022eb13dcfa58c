// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/snoozeticker.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

using namespace std::chrono_literals;

constexpr auto retryDelay = 5s;
constexpr auto shortestWait = 20ms;
constexpr auto longestWait = 60s; // a timer does not notice that the computer slept

} // namespace

SnoozeTicker::SnoozeTicker(ConversationStore &store, ChangeFeed &changes, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
{
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, &SnoozeTicker::look);
    connect(&changes, &ChangeFeed::changed, this, [this](const ChangeSet &set) {
        if (set.snoozesChanged) {
            look();
        }
    });
}

void SnoozeTicker::start()
{
    m_isStarted = true;
    look();
}

void SnoozeTicker::look()
{
    if (!m_isStarted || m_isLooking) {
        m_lookAgain = m_isLooking;
        return;
    }
    m_isLooking = true;
    m_wake.stop();
    m_store.wakeDue().then(this, [this](const Result<WakeReport> &report) { take(report); });
}

void SnoozeTicker::take(const Result<WakeReport> &report)
{
    m_isLooking = false;
    if (!report) {
        Q_EMIT failed(report.error());
        m_wake.start(retryDelay);
    } else if (report->next != Instant{}) {
        const auto wait
            = std::clamp<std::chrono::milliseconds>(report->next - m_clock.now(), shortestWait, longestWait);
        m_wake.start(wait);
    }
    if (report && !report->woken.isEmpty()) {
        Q_EMIT woken(report->woken);
    }
    if (std::exchange(m_lookAgain, false)) {
        look();
    }
}

} // namespace aside
