// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/networkstate.h"

namespace aside {

/// What QNetworkInformation says; Unknown where the system has nothing to say.
class SystemNetworkState final : public NetworkState
{
    Q_OBJECT

public:
    explicit SystemNetworkState(QObject *parent = nullptr);

    [[nodiscard]] SystemNetwork state() const override { return m_state; }

private:
    void read();

    SystemNetwork m_state = SystemNetwork::Unknown;
};

} // namespace aside
