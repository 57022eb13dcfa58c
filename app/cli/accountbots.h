// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context.h"
#include "app/cli/exitcodes.h"
#include "models/domain/channel.h"

#include <QCommandLineParser>

namespace aside::cli {

// What "asidectl account" does with accounts that a token opens: bots, communities.

/// Asks the service whose token it is, and keeps both.
[[nodiscard]] ExitCode addBot(CommandContext &context, const QCommandLineParser &parser, Channel channel);

} // namespace aside::cli
