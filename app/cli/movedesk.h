// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context.h"
#include "models/check/checkprofile.h"
#include "models/domain/conversation.h"
#include "models/privacy/moveplanner.h"

#include <QString>

namespace aside::cli {

/// What a move to private is planned with.
struct MoveDesk {
    CheckProfile profile;
    Thread thread;
    PrivateMoveFacts facts;
    Message lastIncoming; ///< the person's; none: empty
    QString language; ///< "ru" or "en": what the person writes, else English
};

/// Gathers what the profile knows of the talk and of its person.
[[nodiscard]] Step<MoveDesk> moveDesk(CommandContext &context, Session &session, ConversationId id);

} // namespace aside::cli
