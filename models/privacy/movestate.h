// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/privacy/privatetalk.h"

#include <optional>

namespace aside {

/// What is known of a move and of its halves in the outbox.
struct MoveProgress {
    MoveWay way = MoveWay::None;
    MoveState state = MoveState::Leaving; ///< until now
    bool hasTalk = false; ///< the private conversation is known
    std::optional<OutboxState> publicItem{}; ///< none: there is no such half in the outbox
    std::optional<OutboxState> privateItem{};
};

/// How far the move has come now. Pure. A half that was refused or is uncertain is still on its way: the
/// operator decides, and until then there is no other move of that talk.
[[nodiscard]] MoveState moveStateOf(const MoveProgress &progress);

} // namespace aside
