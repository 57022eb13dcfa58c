// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/preparedmove.h"
#include "models/domain/person.h"

namespace aside {

/// All that the stores know of a public talk and of its person.
struct MoveTalk {
    Thread thread;
    PersonCard card;
    QList<Thread> talks{}; ///< in private, the newest first
    std::optional<PrivateMove> solved{}; ///< the move that is to end in public; none: it is to begin
    int approaches = 0; ///< that are remembered; those of before Aside are read from the talk
};

/// The private talks of the person that are looked into: written ones, the newest first, and not all.
[[nodiscard]] QList<ConversationId> privateTalksOf(const PersonCard &card);

/// What the planner asks, and the person's last message in public.
struct ReadTalk {
    PrivateMoveFacts facts;
    Message lastIncoming; ///< none: empty
    QString language; ///< "ru" or "en": what the person writes, else English
};

/// Reads the talk; takes a while, for it reads the phrase lists as well.
[[nodiscard]] ReadTalk readMoveTalk(const MoveTalk &talk, const MoveQuestion &question, Instant now);

} // namespace aside
