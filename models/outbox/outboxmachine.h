// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/outboxitem.h"

#include <optional>

namespace aside {

/// What can happen to an outbox item.
enum class OutboxEvent : quint8 {
    HoldEnded, ///< the undo window or the schedule has run out
    Withdraw, ///< the operator takes it back
    Start, ///< an account begins to send it; persisted before the first byte leaves
    Accepted, ///< the server has it
    Rejected, ///< the server said no, in words
    Postponed, ///< surely not sent, to be tried again: nothing had left
    Lost, ///< it left and no answer came
    Found, ///< evidence: it is on the server
    NotFound, ///< the operator decided, evidence in front: it is not there
};

/// The state after an event; nothing where the event is not allowed in that state. Pure: product.md "Outbox
/// and offline". No event leads from Uncertain to Sending: what may have left is never repeated by itself.
[[nodiscard]] std::optional<OutboxState> nextOutboxState(OutboxState state, OutboxEvent event);

} // namespace aside
