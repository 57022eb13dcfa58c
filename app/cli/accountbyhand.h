// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context.h"
#include "app/cli/exitcodes.h"
#include "models/domain/channel.h"

#include <QCommandLineParser>

namespace aside::cli {

/// Keeps a place that the operator reads and writes by hand, or a telephone.
[[nodiscard]] ExitCode addByHand(CommandContext &context, const QCommandLineParser &parser, Channel channel,
                                 const QString &address);

} // namespace aside::cli
