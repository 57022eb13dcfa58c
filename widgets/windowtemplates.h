// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace aside {

class MainWindow;

/// Gives the window its templates: the picker behind a key and a slash in an empty line of the text, and the
/// window they are written in.
void addTemplates(MainWindow &window);

} // namespace aside
