// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/outboxitem.h"
#include "models/ports/checkstore.h"
#include "models/privacy/privatemove.h"

#include <optional>

namespace aside {

/// One half, as the operator leaves it.
struct OrderedHalf {
    QString text;
    ConversationId conversation; ///< where it goes; none for a private half: a new talk with `handle`
    Channel channel = Channel::Email;
    QString handle{}; ///< whom a private half goes to
    QString subject{}; ///< of a new talk, where its channel has subjects
    DraftChecks checks{}; ///< what goes with it beside its text

    bool operator==(const OrderedHalf &) const = default;
};

/// A plan that the operator has agreed to.
struct MoveOrder {
    ConversationId conversation; ///< the public one
    MoveWay way = MoveWay::None;
    MoveNext next = MoveNext::Nothing;
    QList<MoveRecord> records{};
    std::optional<OrderedHalf> publicHalf{};
    std::optional<OrderedHalf> privateHalf{};
    SendTerms terms{}; ///< of both; `seen` is of the public conversation
    QString payload{}; ///< what the link in the public half carries
    QString by{}; ///< the operator

    bool operator==(const MoveOrder &) const = default;
};

/// How far a move has come. Stored: never renumber.
enum class MoveState : quint8 {
    Leaving = 0, ///< a half is in the outbox
    Awaited = 1, ///< the public half has left; the private one waits for the person
    Joined = 2, ///< both talks are one story
    TakenBack = 3,
    Answered = 4, ///< answered in public, a question asked, handed over, or closed: no private talk begins
};

/// What was done in private, in the operator's words. Never shown in public.
struct Resolution {
    QString what;
    Instant at{};
    QString by{};

    bool operator==(const Resolution &) const = default;
};

/// A move as it is remembered.
struct PrivateMove {
    PrivateMoveId id;
    ConversationId conversation; ///< the public one
    ConversationId talk; ///< the private one; none until they come
    MoveWay way = MoveWay::None;
    MoveState state = MoveState::Leaving;
    bool isApproach = false;
    Instant startedAt{};
    QString startedBy{};
    OutboxId publicItem{};
    OutboxId privateItem{};
    Channel channel = Channel::Email; ///< of the private half
    QString handle{}; ///< of the private half; foreign text
    QString waitingText{}; ///< the private half that waits for the person
    QString payload{};
    Instant endedAt{}; ///< 0: it has not
    std::optional<Resolution> resolution{}; ///< what was recorded last; none: nothing was
    bool isStopped = false; ///< a half does not leave by itself any more; the outbox says why

    bool operator==(const PrivateMove &) const = default;
};

} // namespace aside
