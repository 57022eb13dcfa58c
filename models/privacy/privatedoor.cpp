// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/privatedoor.h"

namespace aside {

namespace {

/// The talk that goes on in private: within the window after the person's last message, where there is one.
std::optional<DoorState> runningTalk(const ChannelCapabilities &can, const DoorFacts &facts)
{
    if (facts.personWroteAt == Instant{}) {
        return std::nullopt;
    }
    if (!can.replyWindow) {
        return DoorState{.door = PrivateDoor::MayWrite};
    }
    const auto until = facts.personWroteAt + *can.replyWindow;
    if (facts.now >= until) {
        return std::nullopt;
    }
    return DoorState{.door = PrivateDoor::MayWrite, .until = until};
}

DoorState oneReply(const ChannelCapabilities &can, const DoorFacts &facts)
{
    if (facts.askedAt == Instant{} || !can.privateReplyWindow) {
        return {.door = PrivateDoor::MustWriteFirst};
    }
    if (facts.weWroteAt >= facts.askedAt) {
        return {.door = PrivateDoor::ReplyUsed};
    }
    const auto until = facts.askedAt + *can.privateReplyWindow;
    if (facts.now >= until) {
        return {.door = PrivateDoor::ReplyExpired};
    }
    return {.door = PrivateDoor::ReplyOpen, .until = until};
}

} // namespace

DoorState doorOf(const ChannelCapabilities &can, const DoorFacts &facts)
{
    if (can.firstWord == FirstWord::Nobody) {
        return {};
    }
    // A channel that says no is believed, also where the talk would still be open.
    if (facts.permission == false) {
        return {.door = PrivateDoor::MustWriteFirst};
    }
    if (can.firstWord == FirstWord::Anyone) {
        return {.door = PrivateDoor::MayWrite};
    }
    if (const auto talk = runningTalk(can, facts)) {
        return *talk;
    }
    if (can.firstWord == FirstWord::OnePrivateReply) {
        return oneReply(can, facts);
    }
    return {.door = facts.permission == true ? PrivateDoor::MayWrite : PrivateDoor::MustWriteFirst};
}

} // namespace aside
