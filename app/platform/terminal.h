// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace aside {

enum class StandardStream { Out, Err };

/// Whether a person looks at the stream.
[[nodiscard]] bool isTerminal(StandardStream stream);

/// Cells in a line of the terminal behind the standard output; 0 where there is none.
[[nodiscard]] int terminalWidth();

} // namespace aside
