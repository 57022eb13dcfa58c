// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commands.h"

#include <QString>

namespace aside::cli {

/// Signs in to an account's servers and says what came of it. On the main thread; runs its own event loop.
[[nodiscard]] ExitCode testAccount(CommandContext &context, const QString &name);

} // namespace aside::cli
