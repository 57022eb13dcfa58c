// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/services/connectivity.h"
#include "models/services/dispatcher.h"

namespace aside {

class Profile;

/// Sends the replies of one profile over the channels there are.
class WindowSending
{
public:
    WindowSending(Profile &profile, NetworkState &network, const ChannelRegistry &channels);

    [[nodiscard]] Connectivity &connectivity() { return m_connectivity; }
    [[nodiscard]] Dispatcher &dispatcher() { return m_dispatcher; }

private:
    Connectivity m_connectivity;
    Dispatcher m_dispatcher;
};

} // namespace aside
