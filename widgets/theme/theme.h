// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>
#include <QtTypes>

class QApplication;

namespace aside {

/// Every colour the program paints with. One struct feeds the palette and the delegates, so that they cannot
/// disagree. Each text reads on its background with a contrast of at least 4.5:1.
struct Theme {
    QColor window;
    QColor base;
    QColor text;
    QColor secondaryText;
    QColor accent;
    QColor onAccent;
    QColor line;
    QColor hover; ///< opaque, lies on base
    QColor selection; ///< opaque, lies on base or window
    QColor incomingBubble;
    QColor outgoingBubble;
    QColor noteBubble;
    QColor noteBorder;
    QColor publicBadge;
    QColor publicBadgeText;
    QColor privateBadge;
    QColor privateBadgeText;
    QColor draftText;
    QColor danger;
    QColor warningBackground;
    QColor warningText;
    QColor link;
    bool dark = false;
};

enum class ColorMode : quint8 { System, Light, Dark };

[[nodiscard]] const Theme &lightTheme();
[[nodiscard]] const Theme &darkTheme();
[[nodiscard]] QPalette paletteOf(const Theme &theme);

/// The theme that belongs to the application's palette now.
[[nodiscard]] const Theme &currentTheme();

/// Sets style, palette and fonts. With ColorMode::System the colours follow the desktop from then on.
void applyTheme(QApplication &app, ColorMode mode);

} // namespace aside
