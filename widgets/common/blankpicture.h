// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>

namespace aside {

/// What a text document gets where it may have no picture: one point that nobody sees. An empty answer would
/// make Qt open the file that the address names.
[[nodiscard]] inline QImage blankPicture()
{
    QImage picture(1, 1, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    return picture;
}

} // namespace aside
