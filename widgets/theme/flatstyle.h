// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/preferences.h"

#include <QProxyStyle>

namespace aside {

/// Fusion made flat: round corners, an accent ring for the focus, thin scroll bars, quiet menus. A
/// QPushButton with the property "primary" set to true is filled with the accent.
class FlatStyle : public QProxyStyle
{
    Q_OBJECT

public:
    /// Lengths of our own, which follow the density. Other styles answer 0.
    enum Air : quint32 {
        RowAir = PM_CustomBase + 1, ///< above and below the lines of a conversation in the list, together
        ViewAir, ///< the same for a line of the sidebar
        BubbleAir, ///< between the text of a message and the edge of its bubble
        MessageGap, ///< between two messages
    };
    [[nodiscard]] static int air(Air which, const QWidget *widget);

    explicit FlatStyle(Density density = Density::Normal);

    [[nodiscard]] Density density() const { return m_density; }
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *result) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

private:
    void drawPushButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawMenuBarItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawViewItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;

    Density m_density;
};

} // namespace aside
