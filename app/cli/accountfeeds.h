// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context.h"
#include "app/cli/exitcodes.h"

#include <QCommandLineParser>

namespace aside::cli {

// What "asidectl account" does with feeds.

[[nodiscard]] ExitCode addFeed(CommandContext &context, const QCommandLineParser &parser,
                               const QString &address);
/// The feeds of a list that another program wrote; those that are there already stay as they are.
[[nodiscard]] ExitCode importFeeds(CommandContext &context, const QString &path);
[[nodiscard]] ExitCode exportFeeds(CommandContext &context);

} // namespace aside::cli
