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

} // namespace aside
