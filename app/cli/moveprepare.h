// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context.h"
#include "models/check/preparedmove.h"

namespace aside::cli {

/// Plans how the conversation goes on in private, or ends in public, and writes both halves, by what the
/// profile and the team say. Tells what is missing, or wrong with a template.
[[nodiscard]] Step<PreparedMove> preparedMove(CommandContext &context, Session &session, ConversationId id,
                                              MoveAim aim = MoveAim::Begin);

} // namespace aside::cli
