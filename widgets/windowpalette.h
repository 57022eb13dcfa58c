// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace aside {

class MainWindow;

/// Gives the window its command palette: all commands, views and conversations behind one key.
void addPalette(MainWindow &window);

} // namespace aside
