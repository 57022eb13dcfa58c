// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/domain/channelcapabilities.h"

#include <optional>

namespace aside {

/// How one person can be written to in private, on the channel of a public talk.
enum class PrivateDoor : quint8 {
    None, ///< the channel has no private side
    MayWrite,
    MustWriteFirst, ///< the person has to begin
    ReplyOpen, ///< one private answer to what was said in public
    ReplyUsed, ///< that answer was given
    ReplyExpired, ///< it came too late
};

/// What is known of this person on this channel.
struct DoorFacts {
    Instant askedAt{}; ///< the public message that would be answered; 0: none
    Instant personWroteAt{}; ///< the person's last private message; 0: never
    Instant weWroteAt{}; ///< our last private message; 0: never
    std::optional<bool> permission{}; ///< what the channel says of this person; none: it was not asked
    Instant now{};
};

struct DoorState {
    PrivateDoor door = PrivateDoor::None;
    std::optional<Instant> until{}; ///< when it closes; none: it does not

    bool operator==(const DoorState &) const = default;
};

/// Which door is open now. An account's own capabilities may say more than those of its channel.
[[nodiscard]] DoorState doorOf(const ChannelCapabilities &can, const DoorFacts &facts);

} // namespace aside
