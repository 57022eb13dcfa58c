// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace aside {

class LogBook;
class Profile;
class MainWindow;

/// Connects the commands that show the log and the folder of the profile.
void connectTools(MainWindow &window, const Profile &profile, const LogBook &log);

} // namespace aside
