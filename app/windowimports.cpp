// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowimports.h"

#include "app/import/importsources.h"
#include "app/profile.h"
#include "widgets/importing/importbar.h"
#include "widgets/mainwindow.h"

#include <utility>

namespace aside {

namespace {

void add(ImportReport &total, const ImportReport &part)
{
    total.imported += part.imported;
    total.duplicates += part.duplicates;
    total.skipped += part.skipped;
    total.conversations += part.conversations;
    total.cancelled = total.cancelled || part.cancelled;
    total.errors.append(
        part.errors.first(std::min(part.errors.size(), ImportReport::maxErrors - total.errors.size())));
}

} // namespace

WindowImports::WindowImports(Profile &profile, MainWindow &window)
    : m_profile(profile)
    , m_window(window)
    , m_importer(profile.sink())
{
    ImportBar &bar = window.importBar();
    connect(&window, &MainWindow::importAsked, this, &WindowImports::start);
    connect(&m_importer, &Importer::progress, &bar, [this, &bar](const ImportProgress &progress) {
        if (m_running > 0) { // the last word of one that has ended
            bar.showProgress(progress);
        }
    });
    connect(&bar, &ImportBar::cancelAsked, &m_importer, &Importer::cancel);
}

void WindowImports::start(const QStringList &paths)
{
    ImportOptions options;
    options.ownAddresses = m_profile.ownAddresses();
    if (m_running++ == 0) {
        m_total = {};
        m_failure.reset();
        m_window.importBar().showProgress({});
    }
    Q_EMIT began();
    const auto open = [options](const QString &path) {
        return openImport(path, options);
    };
    m_importer.start(paths, open).then(this, [this](const Result<ImportReport> &report) { take(report); });
}

void WindowImports::take(const Result<ImportReport> &report)
{
    if (report) {
        add(m_total, *report);
    } else {
        m_failure = report.error();
    }
    --m_running;
    Q_EMIT ended();
    if (m_running > 0) {
        return; // the bar goes on with the next
    }
    if (m_failure && m_total == ImportReport()) {
        m_window.importBar().showFailure(*m_failure);
        return;
    }
    if (m_failure) {
        ++m_total.skipped;
        m_total.errors.append({.source = {}, .error = *m_failure});
    }
    m_window.importBar().showReport(m_total);
}

} // namespace aside
