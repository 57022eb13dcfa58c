// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/clock/replyclock.h"

#include "models/domain/channelcapabilities.h"

#include <algorithm>

namespace aside {

QLatin1StringView replyReasonName(ReplyReason reason)
{
    switch (reason) {
    case ReplyReason::Target:
        return QLatin1StringView("target");
    case ReplyReason::Promise:
        return QLatin1StringView("promise");
    case ReplyReason::Window:
        return QLatin1StringView("window");
    }
    Q_UNREACHABLE_RETURN(QLatin1StringView("target"));
}

std::optional<Instant> channelWindow(Channel channel, Audience audience, Instant waitingSince,
                                     Instant heardAt)
{
    if (waitingSince == Instant{}) {
        return {};
    }
    const ChannelCapabilities &can = capabilitiesOf(channel);
    if (audience == Audience::Private) {
        return can.replyWindow ? std::optional<Instant>(heardAt + *can.replyWindow) : std::nullopt;
    }
    return can.privateReplyWindow ? std::optional<Instant>(waitingSince + *can.privateReplyWindow)
                                  : std::nullopt;
}

QList<ReplyDeadline> replyDeadlines(const ConversationRow &row)
{
    QList<ReplyDeadline> deadlines;
    if (row.state == ConversationState::Closed) {
        return deadlines;
    }
    for (const ReplyDeadline &one : {ReplyDeadline{.reason = ReplyReason::Target, .at = row.targetBy},
                                     ReplyDeadline{.reason = ReplyReason::Promise, .at = row.promisedAt},
                                     ReplyDeadline{.reason = ReplyReason::Window, .at = row.windowBy}}) {
        if (one.at != Instant{}) {
            deadlines.append(one);
        }
    }
    std::ranges::stable_sort(deadlines, {}, &ReplyDeadline::at);
    return deadlines;
}

std::optional<ReplyDeadline> replyBy(const ConversationRow &row)
{
    const QList<ReplyDeadline> deadlines = replyDeadlines(row);
    return deadlines.isEmpty() ? std::nullopt : std::optional(deadlines.constFirst());
}

} // namespace aside
