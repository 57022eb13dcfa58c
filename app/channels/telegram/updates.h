// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/json.h"
#include "models/core/clock.h"
#include "models/core/id.h"
#include "models/domain/incoming.h"

#include <QString>

namespace aside::telegram {

/// Who the bot is: getMe.
struct Me {
    QString id{};
    QString username{};
    QString name{};

    bool operator==(const Me &) const = default;
};

/// Somebody who did not want to be written to any more, or wants again: my_chat_member.
struct Door {
    QString person{};
    bool isOpen = false;

    bool operator==(const Door &) const = default;
};

struct Updates {
    QList<IncomingMessage> messages{};
    QList<IncomingDeletion> deletions{}; ///< in talks of business accounts; of others a bot is not told
    QList<Door> doors{};
    qint64 next = 0; ///< the offset that confirms all of them; 0: there were none
    qsizetype count = 0;
    int skipped = 0; ///< that were none
    qint64 albumFrom = 0; ///< the update that begins an album of which more may come; 0: there is none

    bool operator==(const Updates &) const = default;
};

/// What getUpdates said, as what the store takes. Groups and channels are public, all else is private; the
/// pictures of an album are one message, an edit is the message with the time of the edit. A field nobody
/// knows is no fault, and a broken update is passed over.
[[nodiscard]] Updates readUpdates(const JsonValue &result, const Me &me, Instant now);

/// The message that a method answers with.
[[nodiscard]] QString sentId(const JsonValue &message, const Me &me);

} // namespace aside::telegram
