// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context.h"
#include "app/cli/exitcodes.h"

#include <QCommandLineParser>

namespace aside::cli {

// What "asidectl account" does with bots of Telegram.

/// Asks the server whose token it is, and keeps both.
[[nodiscard]] ExitCode addBot(CommandContext &context, const QCommandLineParser &parser);
/// Asks the server whether it knows the bot, and keeps nothing.
[[nodiscard]] ExitCode testBot(CommandContext &context, Session &session, const Account &account);

} // namespace aside::cli
