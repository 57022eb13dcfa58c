// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context.h"
#include "app/cli/exitcodes.h"

#include <QCommandLineParser>

namespace aside::cli {

// What "asidectl account" does with accounts of Mastodon.

/// Signs in with the browser, or takes a token that the person has; asks the server whose it is, and keeps
/// both.
[[nodiscard]] ExitCode addMastodon(CommandContext &context, const QCommandLineParser &parser);

} // namespace aside::cli
