// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/preparedmove.h"
#include "models/privacy/closing.h"

#include <QString>
#include <QStringList>

namespace aside {

/// "A private message on Mastodon": what a way is, on its own.
[[nodiscard]] QString moveWayLabel(MoveWay way);
/// Why a way is closed, as a part of a sentence.
[[nodiscard]] QString closedBecause(MoveWhy why);
/// Why this way, or why there is none, and until when it is open: whole sentences.
[[nodiscard]] QString moveReason(const PreparedMove &move, Instant now);
/// What happens once it is sent.
[[nodiscard]] QString moveNextWords(MoveNext next);
/// The button that begins it.
[[nodiscard]] QString moveButton(const PreparedMove &move);
/// "A call: no phone number is known", in the order of the ways.
[[nodiscard]] QStringList closedWays(const PrivateMovePlan &plan);
/// Who reads a half.
[[nodiscard]] QString readersOf(const WrittenHalf &half);
/// On which channel, and to which address.
[[nodiscard]] QString placeOf(const WrittenHalf &half);
/// Said once it has begun.
[[nodiscard]] QString movedWords(MoveNext next);

/// How far a move has come, as one of its two conversations tells it; empty: there is nothing to tell.
[[nodiscard]] QString storyWords(const PrivateMove &move, ConversationId here, Instant now);

/// How what was public ends, and when the line for everybody is due; empty: there is nothing to tell.
[[nodiscard]] QString endWords(const ClosingStory &end, Instant now);
/// Why the public side cannot be closed now; empty: it can.
[[nodiscard]] QString noEndBecause(ClosingState state);

} // namespace aside
