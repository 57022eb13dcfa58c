// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/outboxmachine.h"

#include <algorithm>
#include <array>

namespace aside {

namespace {

struct Transition {
    OutboxState from;
    OutboxEvent event;
    OutboxState to;
};

constexpr std::array transitions{
    Transition{OutboxState::Held, OutboxEvent::HoldEnded, OutboxState::Queued},
    Transition{OutboxState::Held, OutboxEvent::Withdraw, OutboxState::Withdrawn},
    Transition{OutboxState::Queued, OutboxEvent::Withdraw, OutboxState::Withdrawn},
    Transition{OutboxState::Queued, OutboxEvent::Start, OutboxState::Sending},
    Transition{OutboxState::Sending, OutboxEvent::Accepted, OutboxState::Sent},
    Transition{OutboxState::Sending, OutboxEvent::Rejected, OutboxState::Refused},
    Transition{OutboxState::Sending, OutboxEvent::Postponed, OutboxState::Queued},
    Transition{OutboxState::Sending, OutboxEvent::Lost, OutboxState::Uncertain},
    Transition{OutboxState::Refused, OutboxEvent::Withdraw, OutboxState::Withdrawn},
    Transition{OutboxState::Uncertain, OutboxEvent::Found, OutboxState::Sent},
    Transition{OutboxState::Uncertain, OutboxEvent::NotFound, OutboxState::Refused},
};

} // namespace

std::optional<OutboxState> nextOutboxState(OutboxState state, OutboxEvent event)
{
    const auto *found = std::ranges::find_if(
        transitions, [&](const Transition &one) { return one.from == state && one.event == event; });
    return found == transitions.end() ? std::nullopt : std::optional(found->to);
}

} // namespace aside
