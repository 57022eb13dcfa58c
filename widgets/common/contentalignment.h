// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QLabel;
class QPlainTextEdit;

namespace aside {

/// Makes the lines of the field begin where its text begins: on the right for Arabic or Hebrew, on the left
/// for other letters, and where there are none yet, on the side of the window.
void alignByContent(QPlainTextEdit *field);

/// Keeps the words of a label on the side where the window begins, whatever letters they are of. Else English
/// words stand on the left of a window that runs from right to left.
void alignByWindow(QLabel *label);

} // namespace aside
