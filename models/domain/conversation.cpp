// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/conversation.h"

namespace aside {

QLatin1StringView conversationStateName(ConversationState state)
{
    switch (state) {
    case ConversationState::Open:
        return QLatin1StringView("open");
    case ConversationState::Closed:
        return QLatin1StringView("closed");
    case ConversationState::Snoozed:
        return QLatin1StringView("snoozed");
    }
    Q_UNREACHABLE_RETURN(QLatin1StringView("open"));
}

QLatin1StringView moodName(Mood mood)
{
    switch (mood) {
    case Mood::Neutral:
        return QLatin1StringView("neutral");
    case Mood::Negative:
        return QLatin1StringView("negative");
    case Mood::Positive:
        return QLatin1StringView("positive");
    }
    Q_UNREACHABLE_RETURN(QLatin1StringView("neutral"));
}

} // namespace aside
