// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/platform/desktopcolors.h"
#include "app/platform/preferencesfile.h"
#include "models/domain/preferences.h"

#include <QObject>

#include <optional>

class QApplication;

namespace aside {

class MainWindow;

/// What the command line asks for instead of what is set; never saved.
struct LookOverrides {
    QString language;
    std::optional<ColorMode> mode;
};

/// Gives the window the preferences of the profile, applies what concerns the whole application, and keeps
/// what the person changes.
class WindowPreferences : public QObject
{
    Q_OBJECT
public:
    WindowPreferences(QApplication &app, MainWindow &window, const QString &profile, LookOverrides overrides);

private:
    void read();
    void change(const Preferences &preferences);
    void startAfresh();
    void applyAppearance();
    void report(const Result<void> &saved);

    QApplication &m_app;
    MainWindow &m_window;
    PreferencesFile m_file;
    DesktopColors m_desktop;
    LookOverrides m_overrides;
    Preferences m_preferences;
    std::optional<QString> m_language; ///< that is loaded
};

} // namespace aside
