// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QPlainTextEdit;

namespace aside {

/// Makes the lines of the field begin where its text begins: on the right for Arabic or Hebrew, on the left
/// for other letters, and where there are none yet, on the side of the window.
void alignByContent(QPlainTextEdit *field);

} // namespace aside
