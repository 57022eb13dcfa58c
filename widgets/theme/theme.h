// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/preferences.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QtTypes>

class QApplication;
class QWidget;

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
    QColor noteText; ///< of a note's mark, on base
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

/// How the program looks; the desktop's part in it and the person's.
struct Appearance {
    ColorMode mode = ColorMode::System;
    Qt::ColorScheme desktop = Qt::ColorScheme::Unknown; ///< counts for System where Qt does not know
    Density density = Density::Normal;
    int textSize = 100; ///< percent

    bool operator==(const Appearance &) const = default;
};

[[nodiscard]] const Theme &lightTheme();
[[nodiscard]] const Theme &darkTheme();
[[nodiscard]] QPalette paletteOf(const Theme &theme);

/// The theme that belongs to the application's palette now.
[[nodiscard]] const Theme &currentTheme();

/// Sets style, palette and fonts, also while windows are open. With ColorMode::System the colours follow the
/// desktop from then on, as far as Qt tells.
void applyAppearance(QApplication &app, const Appearance &look);

/// The same at the usual density and size.
void applyTheme(QApplication &app, ColorMode mode);

/// The font of everything else in another size. Ask again when the widget's font changes.
[[nodiscard]] QFont scaledFont(const QWidget &widget, double factor, QFont::Weight weight);

} // namespace aside
