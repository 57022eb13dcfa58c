// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/theme/theme.h"

#include "widgets/theme/flatstyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QStyleHints>
#include <QWidget>

namespace aside {

namespace {

QColor mix(const QColor &over, const QColor &under, float share)
{
    return QColor::fromRgbF(over.redF() * share + under.redF() * (1 - share),
                            over.greenF() * share + under.greenF() * (1 - share),
                            over.blueF() * share + under.blueF() * (1 - share));
}

Theme makeLight()
{
    return {
        .window = QColor(0xf3f4f6),
        .base = QColor(0xffffff),
        .text = QColor(0x1b1f24),
        .secondaryText = QColor(0x565f6c),
        .accent = QColor(0x2563eb),
        .onAccent = QColor(0xffffff),
        .line = QColor(0xdfe2e7),
        .hover = QColor(0xf1f4f9),
        .selection = QColor(0xdfe9fd),
        .incomingBubble = QColor(0xf0f1f4),
        .outgoingBubble = QColor(0xdce8ff),
        .noteBubble = QColor(0xfff5d1),
        .noteBorder = QColor(0xd9b94c),
        .noteText = QColor(0x735100),
        .publicBadge = QColor(0xfde7d6),
        .publicBadgeText = QColor(0x8a3a0b),
        .privateBadge = QColor(0xe4e7ec),
        .privateBadgeText = QColor(0x454d59),
        .draftText = QColor(0xb42318),
        .danger = QColor(0xb42318),
        .warningBackground = QColor(0xfff4e0),
        .warningText = QColor(0x8a4b00),
        .link = QColor(0x1d4fc4),
        .dark = false,
    };
}

Theme makeDark()
{
    return {
        .window = QColor(0x1c1f26),
        .base = QColor(0x15181c),
        .text = QColor(0xe6e8ec),
        .secondaryText = QColor(0xa7afbb),
        .accent = QColor(0x2f6feb),
        .onAccent = QColor(0xffffff),
        .line = QColor(0x333842),
        .hover = QColor(0x1f242c),
        .selection = QColor(0x26375c),
        .incomingBubble = QColor(0x272a32),
        .outgoingBubble = QColor(0x1f3a70),
        .noteBubble = QColor(0x3a3322),
        .noteBorder = QColor(0x8a7434),
        .noteText = QColor(0xe3c465),
        .publicBadge = QColor(0x4a2c17),
        .publicBadgeText = QColor(0xf7b98a),
        .privateBadge = QColor(0x313742),
        .privateBadgeText = QColor(0xc3cad5),
        .draftText = QColor(0xff8f85),
        .danger = QColor(0xff8f85),
        .warningBackground = QColor(0x3d2e14),
        .warningText = QColor(0xf5c26b),
        .link = QColor(0x8ab4ff),
        .dark = true,
    };
}

void setTexts(QPalette &palette, QPalette::ColorGroup group, const QColor &text)
{
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(group, role, text);
    }
}

Qt::ColorScheme schemeOf(ColorMode mode)
{
    switch (mode) {
    case ColorMode::System:
        return Qt::ColorScheme::Unknown;
    case ColorMode::Light:
        return Qt::ColorScheme::Light;
    case ColorMode::Dark:
        return Qt::ColorScheme::Dark;
    }
    Q_UNREACHABLE_RETURN(Qt::ColorScheme::Unknown);
}

void setColors(Qt::ColorScheme scheme)
{
    const QPalette palette = paletteOf(scheme == Qt::ColorScheme::Dark ? darkTheme() : lightTheme());
    if (palette != QApplication::palette()) {
        QApplication::setPalette(palette);
    }
}

/// A new style for another density: then everything is measured again.
void setDensity(Density density)
{
    const auto *now = qobject_cast<const FlatStyle *>(QApplication::style());
    if (now == nullptr || now->density() != density) {
        QApplication::setStyle(new FlatStyle(density)); // the application owns it
    }
}

/// The desktop's font, larger. Without a colour font named, Qt 6.8 draws some emoji from a text font, in
/// black and white.
void setFont(int percent)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    QStringList families{QFontInfo(font).family()};
    for (const QString &emoji : {QStringLiteral("Noto Color Emoji"), QStringLiteral("Apple Color Emoji"),
                                 QStringLiteral("Segoe UI Emoji")}) {
        if (QFontDatabase::hasFamily(emoji)) {
            families << emoji;
        }
    }
    font.setFamilies(families);
    font.setPointSizeF(QFontInfo(font).pointSizeF() * percent / 100);
    if (font != QApplication::font()) {
        QApplication::setFont(font);
    }
}

} // namespace

const Theme &lightTheme()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme &darkTheme()
{
    static const Theme theme = makeDark();
    return theme;
}

QPalette paletteOf(const Theme &theme)
{
    const QColor button = theme.dark ? mix(theme.text, theme.window, 0.07F) : theme.base;
    QPalette palette(button, theme.window);
    setTexts(palette, QPalette::All, theme.text);
    setTexts(palette, QPalette::Disabled, mix(theme.secondaryText, theme.window, 0.78F));
    palette.setColor(QPalette::Base, theme.base);
    palette.setColor(QPalette::AlternateBase, theme.hover);
    palette.setColor(QPalette::Button, button);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Accent, theme.accent);
    palette.setColor(QPalette::Link, theme.link);
    palette.setColor(QPalette::LinkVisited, theme.link);
    palette.setColor(QPalette::PlaceholderText, theme.secondaryText);
    palette.setColor(QPalette::ToolTipBase, theme.dark ? theme.privateBadge : theme.base);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::BrightText, theme.danger);
    palette.setColor(QPalette::Light, theme.base);
    palette.setColor(QPalette::Midlight, theme.hover);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Dark, mix(theme.secondaryText, theme.line, 0.6F));
    palette.setColor(QPalette::Shadow, Qt::black);
    return palette;
}

const Theme &currentTheme()
{
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128 ? darkTheme() : lightTheme();
}

void applyAppearance(QApplication &app, const Appearance &look)
{
    setDensity(look.density);
    setFont(look.textSize);

    QStyleHints *hints = QGuiApplication::styleHints();
    QObject::disconnect(hints, &QStyleHints::colorSchemeChanged, &app, nullptr);
    hints->setColorScheme(schemeOf(look.mode)); // title bars and native dialogs
    if (look.mode != ColorMode::System) {
        setColors(schemeOf(look.mode));
        return;
    }
    const Qt::ColorScheme known = hints->colorScheme();
    setColors(known == Qt::ColorScheme::Unknown ? look.desktop : known);
    QObject::connect(hints, &QStyleHints::colorSchemeChanged, &app, setColors);
}

void applyTheme(QApplication &app, ColorMode mode)
{
    applyAppearance(app, {.mode = mode});
}

QFont scaledFont(const QWidget &widget, double factor, QFont::Weight weight)
{
    QFont font = widget.font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

} // namespace aside
