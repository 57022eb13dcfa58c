// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionSlider;
class QStyleOptionSpinBox;

/// The shapes FlatStyle is made of. They paint, and know nothing of widgets.
namespace aside::flat {

enum class ButtonKind : quint8 { Plain, Primary };

[[nodiscard]] ButtonKind buttonKind(const QWidget *widget);

[[nodiscard]] QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part, int shortest);

void drawButton(const QStyleOption &option, QPainter *painter, ButtonKind kind);
void drawToolButton(const QStyleOption &option, QPainter *painter);
void drawField(const QStyleOption &option, QPainter *painter);
void drawFrame(const QStyleOption &option, QPainter *painter);
void drawFocusRing(const QStyleOption &option, QPainter *painter);
void drawSelection(const QStyleOption &option, QPainter *painter);
void drawItem(const QStyleOption &option, QPainter *painter);
void drawCheckBox(const QStyleOption &option, QPainter *painter);
void drawRadioButton(const QStyleOption &option, QPainter *painter);
void drawTab(const QStyleOption &option, QPainter *painter);
void drawHeader(const QStyleOption &option, QPainter *painter);
void drawProgressGroove(const QStyleOption &option, QPainter *painter);
void drawProgress(const QStyleOption &option, QPainter *painter);
void drawScrollBar(const QStyleOption &option, const QRect &slider, QPainter *painter);
void drawCombo(const QStyleOptionComboBox &option, QPainter *painter);
void drawSpinBox(const QStyleOptionSpinBox &option, const QRect &up, const QRect &down, QPainter *painter);
void drawEditableCombo(const QStyleOptionComboBox &option, QPainter *painter);

/// False where the frame is not a plain line.
[[nodiscard]] bool drawShapedFrame(const QStyleOption &option, QPainter *painter);

} // namespace aside::flat
