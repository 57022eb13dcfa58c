// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/profile.h"
#include "app/windowpreferences.h"
#include "models/services/importer.h"
#include "widgets/mainwindow.h"

#include <QObject>

#include <memory>

namespace aside {

/// The window on one profile, wired: imports run, and the window's places are kept in PROFILE/window.
class Window : public QObject
{
    Q_OBJECT
public:
    explicit Window(Profile &profile);
    ~Window() override;

    [[nodiscard]] MainWindow &window() { return *m_window; }
    /// Works by the preferences of the profile from now on.
    void usePreferences(QApplication &app, const LookOverrides &overrides);
    void show();
    void raise();

private:
    void startImport(const QStringList &paths);
    void restorePlaces();
    void savePlaces() const;

    Profile &m_profile;
    Importer m_importer;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowPreferences> m_preferences;
};

} // namespace aside
