// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context.h"

#include <QString>

namespace aside::cli {

/// The text of a file that a person named, or of the input where it is "-". Tells what is wrong with it.
[[nodiscard]] Step<QString> textFrom(CommandContext &context, const QString &path);

} // namespace aside::cli
