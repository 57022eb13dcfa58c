// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QApplication;

namespace aside {

class Profile;

/// Renders the window of the demo to PNG files: every screen, light and dark, in both languages. The scale is
/// the one the program was started with (QT_SCALE_FACTOR) and becomes part of the names. Runs the event loop;
/// answers with the exit code.
[[nodiscard]] int takeShots(QApplication &app, Profile &profile, const QString &directory);
/// One picture of the window with its first conversation open.
[[nodiscard]] int takeScreenshot(QApplication &app, Profile &profile, const QString &file);

} // namespace aside
