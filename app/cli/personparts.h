// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Parts of the command "person".

#include "app/cli/context.h"

namespace aside::cli {

/// All that is kept of a person, as JSON: into a file, or where answers go.
[[nodiscard]] ExitCode exportPerson(CommandContext &context, const QCommandLineParser &parser,
                                    const QString &named);
/// Erases a person once that was confirmed.
[[nodiscard]] ExitCode erasePerson(CommandContext &context, const QCommandLineParser &parser,
                                   const QString &named);

} // namespace aside::cli
