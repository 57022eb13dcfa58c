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
[[nodiscard]] ExitCode addByToken(CommandContext &context, const QCommandLineParser &parser, Channel channel);
/// The same with a token that is at hand; `subject` is whom an error is about.
[[nodiscard]] ExitCode tryAndKeep(CommandContext &context, const Account &wanted, const Secret &token,
                                  const QString &subject);

} // namespace aside::cli
