// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace aside {

class MainWindow;

/// Gives the window its commands for paper: print the open conversation, or save it as a PDF.
void addPrinting(MainWindow &window);

} // namespace aside
