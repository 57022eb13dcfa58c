// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/shots/screens.h"
#include "models/core/error.h"

namespace aside {

/// One way a screen can look.
struct Look {
    QString theme; ///< "light" or "dark"
    QString language; ///< "en" or "ru"

    bool operator==(const Look &) const = default;
};

[[nodiscard]] QList<Look> allLooks();
/// "inbox-open-light-en-100.png"
[[nodiscard]] QString pictureName(const Screen &screen, const Look &look, int percent);
/// Writes DIRECTORY/index.html: all pictures in a grid, grouped by screen. It names pictures of scales that
/// another run of the program takes, too.
[[nodiscard]] Result<void> writeGallery(const QString &directory, const QList<Screen> &screens);

} // namespace aside
