// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QRect>
#include <QString>

class QPainter;

namespace aside {

constexpr int avatarSize = 36;

/// Up to two first letters of a name, foreign text.
[[nodiscard]] QString initials(const QString &person);

/// The same for the same name in every run, which qHash does not promise.
[[nodiscard]] quint32 nameHash(const QString &name);

/// Always the same colour for the same name; white text reads on it.
[[nodiscard]] QColor avatarColor(const QString &person);

/// The font for small marks.
[[nodiscard]] QFont smaller(QFont font);

/// A round mark with the initials.
void drawAvatar(QPainter *painter, const QRect &rect, const QString &person);

} // namespace aside
