// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowpreferences.h"

#include "app/language.h"
#include "models/core/logging.h"
#include "widgets/common/noticebar.h"
#include "widgets/mainwindow.h"
#include "widgets/theme/theme.h"

#include <QApplication>

#include <utility>

namespace aside {

WindowPreferences::WindowPreferences(QApplication &app, MainWindow &window, const QString &profile,
                                     LookOverrides overrides)
    : m_app(app)
    , m_window(window)
    , m_file(profile)
    , m_overrides(std::move(overrides))
{
    connect(&m_desktop, &DesktopColors::changed, this, &WindowPreferences::applyAppearance);
    connect(&window, &MainWindow::preferencesChanged, this, &WindowPreferences::change);
    connect(&window.notice(), &NoticeBar::offerTaken, this, &WindowPreferences::startAfresh);
    read();
    applyAppearance();
    m_desktop.start();
}

void WindowPreferences::read()
{
    const Result<Preferences> read = m_file.read();
    if (read) {
        m_preferences = *read;
        m_window.setPreferences(m_preferences);
    } else {
        report(std::unexpected(read.error()));
    }
}

void WindowPreferences::change(const Preferences &preferences)
{
    if (preferences.language != m_preferences.language) {
        m_overrides.language.clear();
    }
    if (preferences.colorMode != m_preferences.colorMode) {
        m_overrides.mode.reset();
    }
    m_preferences = preferences;
    applyAppearance();
    m_file.save(preferences).then(this, [this](const Result<void> &saved) { report(saved); });
}

void WindowPreferences::applyAppearance()
{
    const QString &language = m_overrides.language.isEmpty() ? m_preferences.language : m_overrides.language;
    if (m_language != language) {
        m_language = language;
        applyLanguage(m_app, language);
    }
    aside::applyAppearance(m_app,
                           {.mode = m_overrides.mode.value_or(m_preferences.colorMode),
                            .desktop = m_desktop.scheme(),
                            .density = m_preferences.density,
                            .textSize = m_preferences.textSize});
}

void WindowPreferences::report(const Result<void> &saved)
{
    if (saved) {
        return;
    }
    qCWarning(logPlatform) << "settings:" << errcName(saved.error().code) << saved.error().detail;
    m_window.showError(saved.error());
    if (saved.error().code == Errc::BadSettings) {
        m_window.notice().offer(tr("&Keep a copy and start afresh"));
    }
}

void WindowPreferences::startAfresh()
{
    m_file.startAfresh(m_preferences).then(this, [this](const Result<void> &saved) { report(saved); });
}

} // namespace aside
