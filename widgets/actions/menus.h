// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QMenuBar;

namespace aside {

class Commands;

/// Fills the menu bar with the commands that do something, a menu a group; again after a change of language.
void fillMenuBar(QMenuBar &bar, const Commands &commands);

} // namespace aside
