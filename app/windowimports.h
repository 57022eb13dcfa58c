// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/importreport.h"
#include "models/services/importer.h"

#include <QObject>

#include <optional>

namespace aside {

class MainWindow;
class Profile;

/// Runs the imports a window asks for, one after another, and shows them as one: the bar stays until the last
/// has ended and then counts all.
class WindowImports : public QObject
{
    Q_OBJECT
public:
    WindowImports(Profile &profile, MainWindow &window);

    void start(const QStringList &paths);

Q_SIGNALS:
    void began();
    void ended();

private:
    void take(const Result<ImportReport> &report);

    Profile &m_profile;
    MainWindow &m_window;
    Importer m_importer;
    int m_running = 0;
    ImportReport m_total;
    std::optional<Error> m_failure; ///< of the last that did not work
};

} // namespace aside
