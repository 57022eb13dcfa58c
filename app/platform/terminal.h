// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/secret.h"

#include <QString>

namespace aside {

enum class StandardStream { Out, Err };

/// Whether a person looks at the stream.
[[nodiscard]] bool isTerminal(StandardStream stream);

/// Cells in a line of the terminal behind the standard output; 0 where there is none.
[[nodiscard]] int terminalWidth();

/// Asks at the terminal for something that is not shown while it is typed; blocks. Errc::NotFound where there
/// is no terminal, Cancelled where the person does not answer.
[[nodiscard]] Result<Secret> askAtTerminal(const QString &question);

} // namespace aside
