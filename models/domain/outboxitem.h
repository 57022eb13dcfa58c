// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/id.h"
#include "models/domain/channel.h"
#include "models/domain/draft.h"

#include <QLatin1StringView>
#include <QString>

namespace aside {

/// Where a reply is on its way out. Stored: never renumber.
enum class OutboxState : quint8 {
    Held = 0, ///< the undo window runs, or somebody froze it
    Queued = 1, ///< waits for an account that can send it
    Sending = 2, ///< persisted before the first byte leaves
    Sent = 3,
    Refused = 4, ///< the server said no
    Uncertain = 5, ///< it left and no answer came: never repeated by itself
    Withdrawn = 6, ///< the operator took it back; the text is a draft again
};

[[nodiscard]] QLatin1StringView outboxStateName(OutboxState state);

/// An approved reply on its way.
struct OutboxItem {
    OutboxId id;
    ConversationId conversation;
    Channel channel = Channel::Email;
    Audience audience = Audience::Private;
    OutboxState state = OutboxState::Held;
    QString person; ///< for whom, foreign text
    QString subject;
    QString text;
    QList<DraftAttachment> attachments{};
    QString idempotencyKey; ///< UUIDv7 made when the item was made; becomes the Message-ID, random_id, …
    MessageId seen; ///< the newest message its author saw
    Instant createdAt{};
    Instant holdUntil{}; ///< end of the undo window
    bool hasAccount = false; ///< an account can send it; without one it waits in Queued

    bool operator==(const OutboxItem &) const = default;
};

} // namespace aside
