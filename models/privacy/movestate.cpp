// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/movestate.h"

namespace aside {

namespace {

bool isOnItsWay(std::optional<OutboxState> item)
{
    return item && *item != OutboxState::Sent && *item != OutboxState::Withdrawn;
}

/// The public half leads to us, the private one waits for the person.
MoveState invitation(const MoveProgress &progress)
{
    if (progress.hasTalk) {
        return MoveState::Joined;
    }
    if (isOnItsWay(progress.publicItem)) {
        return MoveState::Leaving;
    }
    return progress.publicItem == OutboxState::Withdrawn ? MoveState::TakenBack : MoveState::Awaited;
}

} // namespace

MoveState moveStateOf(const MoveProgress &progress)
{
    if (progress.state == MoveState::TakenBack) {
        return MoveState::TakenBack;
    }
    if (progress.way == MoveWay::PersonWrites) {
        return invitation(progress);
    }
    if (isOnItsWay(progress.publicItem) || isOnItsWay(progress.privateItem)) {
        return MoveState::Leaving;
    }
    const bool isClosing = progress.way == MoveWay::ClosePublic;
    if (progress.privateItem == OutboxState::Sent && !isClosing) {
        return MoveState::Joined;
    }
    const bool hasLeft
        = progress.publicItem == OutboxState::Sent || progress.privateItem == OutboxState::Sent;
    return hasLeft ? MoveState::Answered : MoveState::TakenBack;
}

} // namespace aside
