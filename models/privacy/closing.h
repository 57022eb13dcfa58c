// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/privacy/moveplanner.h"
#include "models/privacy/privatetalk.h"

namespace aside {

/// How soon after it is solved everybody is to read so.
inline constexpr std::chrono::hours closingLineWithin{24};

/// How a public talk that went on in private stands towards its end.
enum class ClosingState : quint8 {
    NothingMoved, ///< no talk that would end in public
    UnderWay, ///< the move itself has not come through
    Unsolved, ///< nobody recorded what was done
    Due, ///< solved, and nobody can read so yet
    Leaving, ///< the line is in the outbox
    Closed,
};

/// The end of the story of one public talk.
struct ClosingStory {
    ClosingState state = ClosingState::NothingMoved;
    PrivateMove move{}; ///< the one that ends
    Instant due{}; ///< when the public line is; 0: it is not
    Instant closedAt{}; ///< 0: not yet

    bool operator==(const ClosingStory &) const = default;
};

/// Whether what was moved that way ends with a line in public.
[[nodiscard]] bool endsInPublic(MoveWay way);
/// Pure. `moves` are those of the public talk, the newest first.
[[nodiscard]] ClosingStory closingStory(const QList<PrivateMove> &moves);

/// The public line that it is solved, then the polite request in private, where there is such a talk and the
/// person may be asked. Pure.
[[nodiscard]] PrivateMovePlan planClosing(const PrivateMoveFacts &facts, const PrivateMove &move);

} // namespace aside
