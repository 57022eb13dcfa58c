// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/ports/networkstate.h"

#include <QObject>

#include <optional>

namespace aside {

/// Whether there is a network, by what the system says and by what came of trying. Owned by who wires the
/// window; whoever talks to servers tells it how that went.
class Connectivity final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Connectivity)

public:
    Connectivity(NetworkState &system, const Clock &clock, QObject *parent = nullptr);

    /// Since when there is none; nothing: there is one, as far as anybody knows.
    [[nodiscard]] std::optional<Instant> offlineSince() const { return m_offlineSince; }
    /// Whether a server may be asked now: also while the system says that there is no network, once a minute.
    [[nodiscard]] bool isWorthTrying() const;
    /// When to try again while isWorthTrying() says no.
    [[nodiscard]] Instant nextTry() const;

    void noteBegun();
    void noteReached();
    /// A fault that is not the network's changes nothing.
    void noteFailed(Errc cause);

Q_SIGNALS:
    void changed();
    /// There is a network again: what waits may go.
    void cameBack();

private:
    void takeSystem();
    void goOffline(Instant since);
    void goOnline();

    NetworkState &m_system;
    const Clock &m_clock;
    std::optional<Instant> m_offlineSince;
    std::optional<Instant> m_failingSince; ///< tries that failed in a row
    int m_failures = 0;
    Instant m_triedAt{};
};

} // namespace aside
