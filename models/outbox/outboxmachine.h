// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/outboxitem.h"

#include <optional>

namespace aside {

/// What can happen to an outbox item. Stored with its history: never renumber.
enum class OutboxEvent : quint8 {
    HoldEnded = 0, ///< the undo window or the schedule has run out
    Released = 1, ///< the operator: send it now
    Scheduled = 2, ///< the operator: send it at a time
    Frozen = 3, ///< nothing public leaves from now on
    Thawed = 4, ///< the freeze is over
    ThreadMoved = 5, ///< the customer wrote since its author saw the thread
    ReviewAsked = 6, ///< policy wants a lead to read it
    Approved = 7, ///< a lead has read it
    Withdraw = 8, ///< the operator takes it back
    Start = 9, ///< an account begins to send it; persisted before the first byte leaves
    Accepted = 10, ///< the server has it
    Rejected = 11, ///< the server said no, in words
    Postponed = 12, ///< surely not sent, to be tried again: nothing had left
    Lost = 13, ///< it may have left and no answer came, or the program ended meanwhile
    Found = 14, ///< evidence: it is on the server
    NotFound = 15, ///< a look found nothing, which decides nothing
    DecidedSent = 16, ///< the operator, evidence in front: it is there
    DecidedUnsent = 17, ///< the operator, evidence in front: it is not there
    Bounced
    = 18, ///< a report came that it did not arrive; while it is being sent it counts after the outcome
    CopyWanted = 19, ///< it was sent, and a copy is to be filed
    CopyFailed = 20, ///< the copy could not be filed this time
    CopyFiled = 21, ///< there is nothing more to do about the copy
    HalfAwaited = 22, ///< the half that comes before it has not been sent
    HalfSent = 23, ///< now it has
    ConsentLacking = 24, ///< the person does not allow it, now that it would leave
    HandedOver = 25, ///< its channel has no way for programs: the operator posts it
    TakenToPost = 26, ///< the operator took the text to post it; persisted before it is handed out
    Posted = 27, ///< the operator, with proof: it is posted
};

inline constexpr int outboxEventCount = 28;

[[nodiscard]] QLatin1StringView outboxEventName(OutboxEvent event);

/// A state, and why where it is Held; the reason of the others is UndoWindow.
struct OutboxPosition {
    OutboxState state = OutboxState::Held;
    HoldReason reason = HoldReason::UndoWindow;

    bool operator==(const OutboxPosition &) const = default;
};

[[nodiscard]] OutboxPosition positionOf(const OutboxItem &item);

/// Where an event leads; nothing where it is not allowed there. Pure: product.md "Outbox and offline". No
/// event leads from Uncertain to where something leaves: the operator decides first, and then releases it.
[[nodiscard]] std::optional<OutboxPosition> nextOutboxPosition(OutboxPosition from, OutboxEvent event);

/// One step of an item's history.
struct OutboxStep {
    Instant at{};
    std::optional<OutboxEvent> event{}; ///< none for the first, and for steps of earlier versions
    OutboxPosition reached{};
    QString words{}; ///< what the server said with it, foreign text

    bool operator==(const OutboxStep &) const = default;
};

} // namespace aside
