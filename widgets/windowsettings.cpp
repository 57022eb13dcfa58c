// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/windowsettings.h"

#include "widgets/actions/commands.h"
#include "widgets/mainwindow.h"
#include "widgets/settings/settingsdialog.h"

namespace aside {

namespace {

constexpr int textStep = 10;

void setTextSize(MainWindow &window, int percent)
{
    Preferences changed = window.preferences();
    changed.textSize = percent;
    window.changePreferences(bounded(changed));
}

/// The one that is open, in front.
template <typename Dialog>
Dialog *raised(MainWindow &window)
{
    auto *dialog = window.findChild<Dialog *>(Qt::FindDirectChildrenOnly);
    if (dialog != nullptr) {
        dialog->raise();
        dialog->activateWindow();
    }
    return dialog;
}

void openSettings(MainWindow &window)
{
    if (raised<SettingsDialog>(window) != nullptr) {
        return;
    }
    auto *dialog = new SettingsDialog(window.preferences(), &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &SettingsDialog::preferencesChanged, &window, &MainWindow::changePreferences);
    QObject::connect(&window, &MainWindow::preferencesChanged, dialog, &SettingsDialog::setPreferences);
    dialog->show();
}

} // namespace

void connectSettings(MainWindow &window)
{
    Commands &commands = window.commands();
    commands.on("settings.open", &window, [&window] { openSettings(window); });
    commands.on("view.larger", &window,
                [&window] { setTextSize(window, window.preferences().textSize + textStep); });
    commands.on("view.smaller", &window,
                [&window] { setTextSize(window, window.preferences().textSize - textStep); });
    commands.on("view.normal", &window, [&window] { setTextSize(window, Preferences::smallestText); });
}

} // namespace aside
