// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/importing/importdialog.h"

#include "widgets/mainwindow.h"

#include <QFileDialog>

namespace aside {

void askForImport(MainWindow &window, ImportFrom from)
{
    auto *dialog = new QFileDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    switch (from) {
    case ImportFrom::Files:
        dialog->setWindowTitle(MainWindow::tr("Import files"));
        dialog->setFileMode(QFileDialog::ExistingFiles);
        break;
    case ImportFrom::Folder:
        dialog->setWindowTitle(MainWindow::tr("Import a folder"));
        dialog->setFileMode(QFileDialog::Directory);
        break;
    }
    QObject::connect(dialog, &QFileDialog::filesSelected, &window, &MainWindow::importAsked);
    dialog->open();
}

} // namespace aside
