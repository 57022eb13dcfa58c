// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/duetimer.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

using namespace std::chrono_literals;

constexpr auto retryDelay = 5s;
constexpr auto shortestWait = 20ms;
constexpr auto longestWait = 60s; // a timer does not notice that the computer slept

} // namespace

DueTimer::DueTimer(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, &DueTimer::lookNow);
}

void DueTimer::start()
{
    m_isStarted = true;
    lookNow();
}

void DueTimer::lookNow()
{
    if (!m_isStarted || m_isLooking) {
        m_lookAgain = m_isLooking;
        return;
    }
    m_isLooking = true;
    m_wake.stop();
    Q_EMIT lookAsked();
}

void DueTimer::finish(std::optional<Instant> next)
{
    end(next ? std::clamp<std::chrono::milliseconds>(*next - m_clock.now(), shortestWait, longestWait) : 0ms);
}

void DueTimer::finishFailed()
{
    end(retryDelay);
}

/// No wait: there is nothing to wake up for.
void DueTimer::end(std::chrono::milliseconds wait)
{
    m_isLooking = false;
    if (std::exchange(m_lookAgain, false)) {
        lookNow();
    } else if (wait > 0ms) {
        m_wake.start(wait);
    }
}

} // namespace aside
