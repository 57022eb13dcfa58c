// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/connectivity.h"

namespace aside {

namespace {

using namespace std::chrono_literals;

constexpr auto probeInterval = 60s; // the system may be wrong
constexpr int failuresThatTell = 2;

} // namespace

Connectivity::Connectivity(NetworkState &system, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_system(system)
    , m_clock(clock)
{
    if (m_system.state() == SystemNetwork::Offline) {
        m_offlineSince = m_clock.now();
    }
    connect(&m_system, &NetworkState::changed, this, &Connectivity::takeSystem);
}

bool Connectivity::isWorthTrying() const
{
    return !m_offlineSince || m_system.state() != SystemNetwork::Offline || m_clock.now() >= nextTry();
}

Instant Connectivity::nextTry() const
{
    return m_triedAt + probeInterval;
}

void Connectivity::noteBegun()
{
    m_triedAt = m_clock.now();
}

void Connectivity::noteReached()
{
    m_failures = 0;
    m_failingSince.reset();
    goOnline();
}

void Connectivity::noteFailed(Errc cause)
{
    if (cause != Errc::Network && cause != Errc::Timeout) {
        return;
    }
    if (!m_failingSince) {
        m_failingSince = m_clock.now();
    }
    if (++m_failures >= failuresThatTell) {
        goOffline(*m_failingSince);
    }
}

void Connectivity::takeSystem()
{
    switch (m_system.state()) {
    case SystemNetwork::Offline:
        goOffline(m_clock.now());
        return;
    case SystemNetwork::Online:
        m_failures = 0;
        m_failingSince.reset();
        goOnline();
        return;
    case SystemNetwork::Unknown:
        return;
    }
}

void Connectivity::goOffline(Instant since)
{
    if (!m_offlineSince) {
        m_offlineSince = since;
        Q_EMIT changed();
    }
}

void Connectivity::goOnline()
{
    if (m_offlineSince) {
        m_offlineSince.reset();
        m_triedAt = {};
        Q_EMIT changed();
        Q_EMIT cameBack();
    }
}

} // namespace aside
