// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/domain/channel.h"
#include "models/domain/conversation.h"

#include <QList>

#include <optional>

namespace aside {

/// Why an answer is due.
enum class ReplyReason : quint8 {
    Target, ///< the team's response target
    Promise, ///< a date was given
    Window, ///< the channel closes
};

/// For scripts.
[[nodiscard]] QLatin1StringView replyReasonName(ReplyReason reason);

struct ReplyDeadline {
    ReplyReason reason = ReplyReason::Target;
    Instant at{};

    bool operator==(const ReplyDeadline &) const = default;
};

/// Until when the channel lets us answer who waits since `waitingSince` and wrote last at `heardAt`: 24 hours
/// after a message on Meta's platforms, 7 days after a comment. Nothing where it never closes or nobody
/// waits.
[[nodiscard]] std::optional<Instant> channelWindow(Channel channel, Audience audience, Instant waitingSince,
                                                   Instant heardAt);

/// All that asks for an answer, the earliest first: that one is the conversation's deadline. None where
/// nobody waits and nothing was promised, and in a closed conversation.
[[nodiscard]] QList<ReplyDeadline> replyDeadlines(const ConversationRow &row);
/// The earliest of them.
[[nodiscard]] std::optional<ReplyDeadline> replyBy(const ConversationRow &row);

} // namespace aside
