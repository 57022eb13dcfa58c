// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window.h"

#include "app/import/importsources.h"
#include "widgets/importing/importbar.h"

#include <QFile>
#include <QSaveFile>

namespace aside {

namespace {

QString placesFile(const Profile &profile)
{
    return profile.directory() + QStringLiteral("/window");
}

} // namespace

Window::Window(Profile &profile)
    : m_profile(profile)
    , m_importer(profile.sink())
    , m_window(std::make_unique<MainWindow>(WindowServices{.conversations = profile.conversations(),
                                                           .drafts = profile.drafts(),
                                                           .outbox = profile.outbox(),
                                                           .search = profile.search(),
                                                           .persons = profile.persons(),
                                                           .promises = profile.promises(),
                                                           .changes = profile.changes(),
                                                           .clock = profile.clock()}))
{
    ImportBar &bar = m_window->importBar();
    connect(m_window.get(), &MainWindow::importAsked, this, &Window::startImport);
    connect(&m_importer, &Importer::progress, &bar, &ImportBar::showProgress);
    connect(&bar, &ImportBar::cancelAsked, &m_importer, &Importer::cancel);
    restorePlaces();
}

Window::~Window()
{
    savePlaces();
}

void Window::usePreferences(QApplication &app, const LookOverrides &overrides)
{
    m_preferences = std::make_unique<WindowPreferences>(app, *m_window, m_profile.directory(), overrides);
}

void Window::show()
{
    m_window->show();
}

void Window::raise()
{
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void Window::startImport(const QStringList &paths)
{
    ImportOptions options;
    options.ownAddresses = m_profile.ownAddresses();
    m_window->importBar().showProgress({});
    const auto open = [options](const QString &path) {
        return openImport(path, options);
    };
    m_importer.start(paths, open).then(this, [this](const Result<ImportReport> &report) {
        if (report) {
            m_window->importBar().showReport(*report);
        } else {
            m_window->importBar().showFailure(report.error());
        }
    });
}

void Window::restorePlaces()
{
    QFile file(placesFile(m_profile));
    if (file.open(QIODevice::ReadOnly)) {
        m_window->restoreWindowState(file.readAll());
    }
}

void Window::savePlaces() const
{
    QSaveFile file(placesFile(m_profile));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(m_window->saveWindowState());
        file.commit(); // where it cannot be written, the window opens at its usual place next time
    }
}

} // namespace aside
