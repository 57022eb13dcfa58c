// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowtools.h"

#include "app/profile.h"
#include "models/ports/logbook.h"
#include "widgets/about/logdialog.h"
#include "widgets/actions/commands.h"
#include "widgets/actions/menus.h"
#include "widgets/mainwindow.h"

#include <QDesktopServices>
#include <QMenuBar>
#include <QUrl>

namespace aside {

namespace {

void openLog(MainWindow &window, const LogBook &log)
{
    if (auto *open = window.findChild<LogDialog *>(Qt::FindDirectChildrenOnly)) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto *dialog = new LogDialog(log, &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &LogDialog::failed, &window, &MainWindow::showError);
    dialog->show();
}

} // namespace

void connectTools(MainWindow &window, const Profile &profile, const LogBook &log)
{
    Commands &commands = window.commands();
    commands.on("tools.log", &window, [&window, &log] { openLog(window, log); });
    commands.on("tools.profile", &window, [directory = profile.directory()] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(directory));
    });
    fillMenuBar(*window.menuBar(), commands);
}

} // namespace aside
