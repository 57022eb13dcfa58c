// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/vk/vkapi.h"
#include "app/channels/vk/vkupdates.h"
#include "models/domain/outgoing.h"

#include <QCoroTask>

#include <memory>
#include <optional>

namespace aside::vk {

/// What all steps of one sending need; it stays while one is under way, also without the adapter.
struct SendingEdge {
    std::shared_ptr<VkApi> api;
    Me me;
    std::stop_token stop;
    Instant now{};
};

/// Where a message goes: below the comment that it answers; in private to the person.
[[nodiscard]] std::optional<Place> targetOf(const OutgoingMessage &message, const Me &me);
/// By this VK knows a message again: the wire id, as a number of 64 bits.
[[nodiscard]] QString randomIdOf(const QString &wireId);

/// One attempt. Whoever never wrote is asked for at VK before: 901 where they have to write first.
[[nodiscard]] QCoro::Task<SendOutcome> deliver(SendingEdge edge, OutgoingMessage message);
/// Looks for it in the talk. Of comments nothing can be said: communities may not read them.
[[nodiscard]] QCoro::Task<Result<Reconciliation>> lookFor(SendingEdge edge, OutgoingMessage message);

} // namespace aside::vk
