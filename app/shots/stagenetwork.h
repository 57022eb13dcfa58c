// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/networkstate.h"

namespace aside {

/// A network as a picture wants it.
class StageNetwork final : public NetworkState
{
    Q_OBJECT

public:
    [[nodiscard]] SystemNetwork state() const override { return m_state; }
    void set(SystemNetwork state)
    {
        m_state = state;
        Q_EMIT changed();
    }

private:
    SystemNetwork m_state = SystemNetwork::Online;
};

} // namespace aside
