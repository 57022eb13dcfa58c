// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowurgency.h"

#include "app/profile.h"
#include "models/core/logging.h"
#include "widgets/mainwindow.h"

namespace aside {

namespace {

/// The list is right but for its order, so nobody is stopped by it.
void note(const Error &error)
{
    qCWarning(logInbox) << "urgency:" << errcName(error.code) << error.detail;
}

} // namespace

WindowUrgency::WindowUrgency(Profile &profile, MainWindow &window)
    : m_window(window)
    , m_deadlines(profile.replyClock())
    , m_moods(profile.replyClock(), profile.changes(), {profile.directory() + QStringLiteral("/phrases")})
{
    connect(&m_deadlines, &DeadlineKeeper::failed, this, note);
    connect(&m_moods, &MoodKeeper::failed, this, note);
    m_moods.start();
}

void WindowUrgency::followHours()
{
    connect(&m_window, &MainWindow::preferencesApplied, this,
            [this](const Preferences &preferences) { m_deadlines.follow(preferences.workingHours); });
    m_deadlines.follow(m_window.preferences().workingHours);
}

} // namespace aside
