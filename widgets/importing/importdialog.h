// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

namespace aside {

class MainWindow;

enum class ImportFrom : quint8 { Files, Folder };

/// Asks what to import; the window says importAsked with the answer.
void askForImport(MainWindow &window, ImportFrom from);

} // namespace aside
