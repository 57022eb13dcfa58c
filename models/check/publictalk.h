// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"
#include "models/privacy/moveplanner.h"

#include <QList>

namespace aside {

class TextReader;

/// What a public talk itself says about moving it.
struct PublicTalk {
    TalkWish wish = TalkWish::None; ///< what the person said last
    int approaches = 0; ///< our invitations that were not answered
    Instant askedAt{}; ///< the person's last message; 0: none

    bool operator==(const PublicTalk &) const = default;
};

/// What is asked of the messages.
struct PublicTalkQuestion {
    QString handle; ///< the person's; empty: everybody who writes
    Instant wroteInPrivateAt{}; ///< the person's last private message: what we asked before is answered
};

/// Reads the messages, oldest first; of a long talk the last 300. Others may write in a public place as well:
/// their wishes are not the person's.
[[nodiscard]] PublicTalk readPublicTalk(const QList<Message> &messages, const PublicTalkQuestion &question,
                                        TextReader &reader);

} // namespace aside
