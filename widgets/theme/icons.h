// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QString>
#include <QStringList>
#include <QtTypes>

namespace aside {

/// Which colour of the palette an icon takes.
enum class IconColor : quint8 { Text, Secondary, OnAccent, Accent };

/// A Breeze icon by name, drawn in a colour of the palette at the time of painting.
[[nodiscard]] QIcon themedIcon(const QString &name, IconColor color = IconColor::Text);

/// All names that themedIcon() knows.
[[nodiscard]] QStringList iconNames();

} // namespace aside
