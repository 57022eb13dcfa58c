// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/services/connectivity.h"
#include "models/services/dispatcher.h"
#include "models/services/fetcher.h"
#include "models/services/partfetcher.h"

namespace aside {

class Profile;

/// Sends the replies of one profile over the channels there are, and fetches what comes there, large files
/// when somebody wants them.
class WindowSending
{
public:
    WindowSending(Profile &profile, NetworkState &network, const ChannelRegistry &channels);

    [[nodiscard]] Connectivity &connectivity() { return m_connectivity; }
    [[nodiscard]] Dispatcher &dispatcher() { return m_dispatcher; }
    [[nodiscard]] Fetcher &fetcher() { return m_fetcher; }
    [[nodiscard]] PartFetcher &parts() { return m_parts; }

private:
    Connectivity m_connectivity;
    Dispatcher m_dispatcher;
    Fetcher m_fetcher;
    PartFetcher m_parts;
};

} // namespace aside
