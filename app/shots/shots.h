// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QApplication;

namespace aside {

class Profile;

/// Which pictures: those whose name begins so; empty: all.
using ShotFilter = QString;

/// Renders every screen to a PNG file, light and dark, in both languages, from demo profiles of its own, and
/// writes an index page. The scale is the one the program was started with (QT_SCALE_FACTOR) and becomes part
/// of the names. Runs the event loop; answers with the exit code, which is not 0 where a screen did not come.
[[nodiscard]] int takeShots(QApplication &app, const QString &directory, const ShotFilter &filter);
/// One picture of the window with its first conversation open.
[[nodiscard]] int takeScreenshot(QApplication &app, Profile &profile, const QString &file);

} // namespace aside
