// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/moodkeeper.h"
#include "models/services/deadlinekeeper.h"

#include <QObject>

namespace aside {

class MainWindow;
class Profile;

/// Keeps what the order of the inbox follows: the deadlines by the team's hours, and what customers' words
/// tell.
class WindowUrgency : public QObject
{
    Q_OBJECT
public:
    WindowUrgency(Profile &profile, MainWindow &window);

    /// From now on, those that the window's preferences have.
    void followHours();

private:
    MainWindow &m_window;
    DeadlineKeeper m_deadlines;
    MoodKeeper m_moods;
};

} // namespace aside
