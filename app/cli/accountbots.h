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

} // namespace aside::cli
