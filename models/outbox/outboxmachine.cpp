// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/outboxmachine.h"

#include <algorithm>
#include <array>

namespace aside {

namespace {

using enum OutboxState;
using enum OutboxEvent;

constexpr OutboxPosition held(HoldReason reason)
{
    return {.state = Held, .reason = reason};
}

constexpr OutboxPosition undo = held(HoldReason::UndoWindow);
constexpr OutboxPosition schedule = held(HoldReason::Schedule);
constexpr OutboxPosition freeze = held(HoldReason::Freeze);
constexpr OutboxPosition moved = held(HoldReason::ThreadMoved);
constexpr OutboxPosition review = held(HoldReason::Review);
constexpr OutboxPosition notSent = held(HoldReason::NotSent);
constexpr OutboxPosition half = held(HoldReason::OtherHalf);
constexpr OutboxPosition consent = held(HoldReason::Consent);
constexpr OutboxPosition byHand = held(HoldReason::ByHand);
constexpr OutboxPosition queued{.state = Queued};
constexpr OutboxPosition sending{.state = Sending};
constexpr OutboxPosition sent{.state = OutboxState::Sent};
constexpr OutboxPosition refused{.state = OutboxState::Refused};
constexpr OutboxPosition uncertain{.state = Uncertain};
constexpr OutboxPosition withdrawn{.state = Withdrawn};

struct Transition {
    OutboxPosition from;
    OutboxEvent event;
    OutboxPosition to;
};

constexpr std::array transitions{
    Transition{undo, HoldEnded, queued},
    Transition{undo, Released, queued},
    Transition{undo, Scheduled, schedule},
    Transition{undo, ReviewAsked, review},
    Transition{undo, Withdraw, withdrawn},
    Transition{schedule, HoldEnded, queued},
    Transition{schedule, Released, queued},
    Transition{schedule, Scheduled, schedule},
    Transition{schedule, OutboxEvent::ThreadMoved, moved},
    Transition{schedule, ReviewAsked, review},
    Transition{schedule, Withdraw, withdrawn},
    Transition{freeze, Thawed, queued},
    Transition{freeze, Withdraw, withdrawn},
    Transition{moved, Released, queued},
    Transition{moved, Scheduled, schedule},
    Transition{moved, Withdraw, withdrawn},
    Transition{review, Approved, queued},
    Transition{review, Withdraw, withdrawn},
    Transition{notSent, Released, queued},
    Transition{notSent, Scheduled, schedule},
    Transition{notSent, Withdraw, withdrawn},
    Transition{notSent, Found, sent},
    Transition{half, Released, queued},
    Transition{half, Withdraw, withdrawn},
    Transition{half, HalfSent, queued},
    Transition{consent, Released, queued},
    Transition{consent, Withdraw, withdrawn},
    Transition{byHand, TakenToPost, byHand},
    Transition{byHand, Posted, sent},
    Transition{byHand, Frozen, freeze},
    Transition{byHand, ConsentLacking, consent},
    Transition{byHand, HalfAwaited, half},
    Transition{byHand, OutboxEvent::ThreadMoved, moved},
    Transition{byHand, Withdraw, withdrawn},
    Transition{queued, HandedOver, byHand},
    Transition{queued, HalfAwaited, half},
    Transition{queued, ConsentLacking, consent},
    Transition{queued, Released, queued},
    Transition{queued, Scheduled, schedule},
    Transition{queued, Frozen, freeze},
    Transition{queued, OutboxEvent::ThreadMoved, moved},
    Transition{queued, Withdraw, withdrawn},
    Transition{queued, Start, sending},
    Transition{queued, Found, sent},
    Transition{sending, Accepted, sent},
    Transition{sending, Rejected, refused},
    Transition{sending, Postponed, queued},
    Transition{sending, Lost, uncertain},
    Transition{sending, Bounced, sending},
    Transition{sent, Bounced, refused},
    Transition{sent, CopyWanted, sent},
    Transition{sent, CopyFailed, sent},
    Transition{sent, CopyFiled, sent},
    Transition{uncertain, Bounced, refused},
    Transition{notSent, Bounced, refused},
    Transition{refused, Released, queued},
    Transition{refused, Withdraw, withdrawn},
    Transition{refused, CopyFailed, refused},
    Transition{refused, CopyFiled, refused},
    Transition{uncertain, Found, sent},
    Transition{uncertain, OutboxEvent::NotFound, uncertain},
    Transition{uncertain, DecidedSent, sent},
    Transition{uncertain, DecidedUnsent, notSent},
};

constexpr std::array<QLatin1StringView, outboxEventCount> eventNames{
    QLatin1StringView("hold-ended"),      QLatin1StringView("released"),
    QLatin1StringView("scheduled"),       QLatin1StringView("frozen"),
    QLatin1StringView("thawed"),          QLatin1StringView("thread-moved"),
    QLatin1StringView("review-asked"),    QLatin1StringView("approved"),
    QLatin1StringView("withdrawn"),       QLatin1StringView("started"),
    QLatin1StringView("accepted"),        QLatin1StringView("rejected"),
    QLatin1StringView("postponed"),       QLatin1StringView("lost"),
    QLatin1StringView("found"),           QLatin1StringView("not-found"),
    QLatin1StringView("decided-sent"),    QLatin1StringView("decided-unsent"),
    QLatin1StringView("bounced"),         QLatin1StringView("copy-wanted"),
    QLatin1StringView("copy-failed"),     QLatin1StringView("copy-filed"),
    QLatin1StringView("half-awaited"),    QLatin1StringView("half-sent"),
    QLatin1StringView("consent-lacking"), QLatin1StringView("handed-over"),
    QLatin1StringView("taken-to-post"),   QLatin1StringView("posted"),
};

} // namespace

QLatin1StringView outboxEventName(OutboxEvent event)
{
    return eventNames.at(static_cast<std::size_t>(event));
}

OutboxPosition positionOf(const OutboxItem &item)
{
    return {.state = item.state, .reason = item.state == Held ? item.holdReason : HoldReason::UndoWindow};
}

std::optional<OutboxPosition> nextOutboxPosition(OutboxPosition from, OutboxEvent event)
{
    const auto *found = std::ranges::find_if(
        transitions, [&](const Transition &one) { return one.from == from && one.event == event; });
    return found == transitions.end() ? std::nullopt : std::optional(found->to);
}

} // namespace aside
