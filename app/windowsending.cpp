// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowsending.h"

#include "app/profile.h"

namespace aside {

WindowSending::WindowSending(Profile &profile, NetworkState &network, const ChannelRegistry &channels)
    : m_connectivity(network, profile.clock())
    , m_dispatcher({.outbox = profile.outbox(),
                    .dispatch = profile.dispatch(),
                    .accounts = profile.accounts(),
                    .sink = profile.sink(),
                    .changes = profile.changes(),
                    .channels = channels,
                    .connectivity = m_connectivity,
                    .clock = profile.clock()},
                   QRandomGenerator::securelySeeded())
    , m_fetcher({.accounts = profile.accounts(),
                 .sink = profile.sink(),
                 .changes = profile.changes(),
                 .channels = channels,
                 .connectivity = m_connectivity,
                 .clock = profile.clock()},
                QRandomGenerator::securelySeeded())
    , m_parts({.store = profile.leftParts(),
               .accounts = profile.accounts(),
               .channels = channels,
               .folder = profile.directory()})
{
    // What was sent is seen in its conversation when the server's copy of it has come.
    QObject::connect(&m_dispatcher, &Dispatcher::arrivalLikely, &m_fetcher, &Fetcher::fetchFor);
}

} // namespace aside
