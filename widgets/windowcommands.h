// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace aside {

class MainWindow;

/// Says what each command of the window does.
void connectCommands(MainWindow &window);

} // namespace aside
