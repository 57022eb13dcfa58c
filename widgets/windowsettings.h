// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace aside {

class MainWindow;

/// Connects the commands that show or change the preferences.
void connectSettings(MainWindow &window);

} // namespace aside
