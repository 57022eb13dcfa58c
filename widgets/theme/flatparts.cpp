// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/theme/flatparts.h"

#include <QAbstractSpinBox>
#include <QFrame>
#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace aside::flat {

namespace {

constexpr qreal radius = 6;

/// Keeps the painter as it was.
class Brush
{
public:
    explicit Brush(QPainter *painter)
        : m_painter(painter)
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~Brush() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(Brush)

    void round(const QRectF &rect, const QColor &fill, const QPen &pen = Qt::NoPen, qreal corner = radius)
    {
        const qreal half = pen.style() == Qt::NoPen ? 0 : pen.widthF() / 2;
        m_painter->setPen(pen);
        m_painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
        m_painter->drawRoundedRect(rect.adjusted(half, half, -half, -half), corner - half, corner - half);
    }

private:
    QPainter *m_painter;
};

bool has(const QStyleOption &option, QStyle::State states)
{
    return (option.state & states) != QStyle::State(QStyle::State_None);
}

QColor faint(const QColor &color, float share)
{
    QColor result = color;
    result.setAlphaF(share);
    return result;
}

QColor ring(const QStyleOption &option)
{
    return option.palette.color(QPalette::Accent);
}

QColor buttonFill(const QStyleOption &option, ButtonKind kind)
{
    const bool isPrimary = kind == ButtonKind::Primary;
    const QPalette &palette = option.palette;
    const QColor fill = palette.color(isPrimary ? QPalette::Accent : QPalette::Button);
    const bool isDark = palette.color(QPalette::Window).lightness() < 128;
    if (!has(option, QStyle::State_Enabled)) {
        return palette.color(QPalette::Window);
    }
    if (has(option, QStyle::State_Sunken | QStyle::State_On)) {
        return isDark && !isPrimary ? fill.lighter(135) : fill.darker(112);
    }
    if (has(option, QStyle::State_MouseOver)) {
        return isDark && !isPrimary ? fill.lighter(118) : fill.darker(isPrimary ? 108 : 104);
    }
    return fill;
}

enum class Chevron : quint8 { Down, Up };

/// A small chevron: the sign for "opens downwards", or for one more or less.
void drawChevron(const QPointF &middle, const QColor &color, QPainter *painter, Chevron way = Chevron::Down)
{
    const Brush brush(painter);
    const qreal dip = way == Chevron::Down ? 2 : -2;
    painter->setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(
        QPolygonF({middle + QPointF(-4, -dip), middle + QPointF(0, dip), middle + QPointF(4, -dip)}));
}

void drawStep(const QStyleOptionSpinBox &option, QStyle::SubControl part, const QRect &rect,
              QPainter *painter)
{
    const bool isUp = part == QStyle::SC_SpinBoxUp;
    const auto step = isUp ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled;
    const bool canStep = has(option, QStyle::State_Enabled) && option.stepEnabled.testFlag(step);
    if (canStep && option.activeSubControls.testFlag(part)) {
        Brush(painter).round(QRectF(rect).adjusted(0, isUp ? 2 : 0, -2, isUp ? 0 : -2),
                             faint(option.palette.color(QPalette::Text), 0.08F), Qt::NoPen, 4);
    }
    const auto group = canStep ? QPalette::Active : QPalette::Disabled;
    drawChevron(QRectF(rect).center(), option.palette.color(group, QPalette::Text), painter,
                isUp ? Chevron::Up : Chevron::Down);
}

void drawComboArrow(const QStyleOptionComboBox &option, QPainter *painter)
{
    const bool leftwards = option.direction == Qt::RightToLeft;
    const qreal x = leftwards ? option.rect.left() + 13 : option.rect.right() - 12;
    drawChevron({x, QRectF(option.rect).center().y()}, option.palette.color(QPalette::ButtonText), painter);
}

QColor indicatorFill(const QStyleOption &option)
{
    const bool isOn = has(option, QStyle::State_On | QStyle::State_NoChange);
    if (!has(option, QStyle::State_Enabled)) {
        return option.palette.color(isOn ? QPalette::Mid : QPalette::Window);
    }
    return option.palette.color(isOn ? QPalette::Accent : QPalette::Base);
}

QPen indicatorPen(const QStyleOption &option)
{
    const bool isHot = has(option, QStyle::State_MouseOver | QStyle::State_HasFocus);
    return {option.palette.color(isHot ? QPalette::Accent : QPalette::Dark), 1};
}

QRectF squareIn(const QRect &rect)
{
    const qreal side = qMin(rect.width(), rect.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(QRectF(rect).center());
    return square;
}

QRectF thinBar(const QRect &rect)
{
    constexpr qreal thickness = 6;
    return {qreal(rect.left()), QRectF(rect).center().y() - (thickness / 2), qreal(rect.width()), thickness};
}

} // namespace

ButtonKind buttonKind(const QWidget *widget)
{
    return widget && widget->property("primary").toBool() ? ButtonKind::Primary : ButtonKind::Plain;
}

QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part, int shortest)
{
    const bool across = bar.orientation == Qt::Horizontal;
    const int whole = across ? bar.rect.width() : bar.rect.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const qint64 share = range > 0 ? qint64(bar.pageStep) * whole / (range + bar.pageStep) : whole;
    const int length = qMin(whole, qMax(shortest, int(share)));
    const int at = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                   whole - length, bar.upsideDown);
    const auto piece = [&](int from, int size) {
        return across ? QStyle::visualRect(bar.direction, bar.rect,
                                           {bar.rect.x() + from, bar.rect.y(), size, bar.rect.height()})
                      : QRect(bar.rect.x(), bar.rect.y() + from, bar.rect.width(), size);
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    case QStyle::SC_ScrollBarSlider:
        return piece(at, length);
    case QStyle::SC_ScrollBarSubPage:
        return piece(0, at);
    case QStyle::SC_ScrollBarAddPage:
        return piece(at + length, whole - at - length);
    default: // no arrows
        return {};
    }
}

void drawButton(const QStyleOption &option, QPainter *painter, ButtonKind kind)
{
    const bool isPrimary = kind == ButtonKind::Primary;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const bool isFlat = button && button->features.testFlag(QStyleOptionButton::Flat);
    const bool isDefault = button && button->features.testFlag(QStyleOptionButton::DefaultButton);
    Brush brush(painter);
    const QRectF rect(option.rect);
    if (!isFlat || has(option, QStyle::State_MouseOver | QStyle::State_Sunken | QStyle::State_On)) {
        const auto edge = isDefault && isEnabled ? QPalette::Accent : QPalette::Mid;
        brush.round(rect, buttonFill(option, kind),
                    isPrimary && isEnabled ? QPen(Qt::NoPen) : QPen(option.palette.color(edge), 1));
    }
    if (!has(option, QStyle::State_HasFocus)) {
        return;
    }
    if (isPrimary) { // accent on accent would not be seen
        brush.round(rect.adjusted(2, 2, -2, -2), {},
                    QPen(option.palette.color(QPalette::HighlightedText), 1.5), 5);
    } else {
        brush.round(rect, {}, QPen(ring(option), 2));
    }
}

void drawToolButton(const QStyleOption &option, QPainter *painter)
{
    const bool isDown = has(option, QStyle::State_Sunken | QStyle::State_On);
    if (isDown || (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))) {
        Brush(painter).round(option.rect,
                             faint(option.palette.color(QPalette::WindowText), isDown ? 0.14F : 0.08F));
    }
}

void drawField(const QStyleOption &option, QPainter *painter)
{
    const bool hasFocus = has(option, QStyle::State_HasFocus);
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const QPen pen = hasFocus ? QPen(ring(option), 2) : QPen(option.palette.color(QPalette::Mid), 1);
    Brush(painter).round(option.rect, option.palette.color(isEnabled ? QPalette::Base : QPalette::Window),
                         pen);
}

void drawFrame(const QStyleOption &option, QPainter *painter)
{
    painter->save();
    painter->setPen(option.palette.color(QPalette::Mid));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

void drawFocusRing(const QStyleOption &option, QPainter *painter)
{
    Brush(painter).round(QRectF(option.rect).adjusted(-1, -1, 1, 1), {}, QPen(ring(option), 2), 4);
}

void drawSelection(const QStyleOption &option, QPainter *painter)
{
    Brush(painter).round(QRectF(option.rect).adjusted(1, 1, -1, -1), faint(ring(option), 0.18F), Qt::NoPen,
                         5);
}

void drawItem(const QStyleOption &option, QPainter *painter)
{
    const bool isSelected = has(option, QStyle::State_Selected);
    if (!isSelected && !has(option, QStyle::State_MouseOver)) {
        return;
    }
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(&option);
    QRectF rect = QRectF(option.rect).adjusted(1, 1, -1, -1);
    if (item && item->viewItemPosition == QStyleOptionViewItem::Beginning) {
        rect.adjust(0, 0, 2 * radius, 0);
    } else if (item && item->viewItemPosition == QStyleOptionViewItem::Middle) {
        rect.adjust(-2 * radius, 0, 2 * radius, 0);
    } else if (item && item->viewItemPosition == QStyleOptionViewItem::End) {
        rect.adjust(-2 * radius, 0, 0, 0);
    }
    Brush brush(painter);
    painter->setClipRect(option.rect, Qt::IntersectClip);
    brush.round(rect, faint(ring(option), isSelected ? 0.18F : 0.07F));
}

void drawCheckBox(const QStyleOption &option, QPainter *painter)
{
    const QRectF box = squareIn(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const auto at = [&box](qreal x, qreal y) {
        return box.topLeft() + QPointF(x * box.width(), y * box.height());
    };
    Brush brush(painter);
    brush.round(box, indicatorFill(option), indicatorPen(option), 4);
    painter->setPen(QPen(option.palette.color(QPalette::HighlightedText), 1.8, Qt::SolidLine, Qt::RoundCap,
                         Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    if (has(option, QStyle::State_On)) {
        painter->drawPolyline(QPolygonF({at(0.25, 0.52), at(0.43, 0.7), at(0.76, 0.32)}));
    } else if (has(option, QStyle::State_NoChange)) {
        painter->drawLine(at(0.27, 0.5), at(0.73, 0.5));
    }
}

void drawRadioButton(const QStyleOption &option, QPainter *painter)
{
    const QRectF box = squareIn(option.rect);
    Brush brush(painter);
    brush.round(box, indicatorFill(option), indicatorPen(option), box.width() / 2);
    if (has(option, QStyle::State_On)) {
        const qreal inset = box.width() * 0.32;
        brush.round(box.adjusted(inset, inset, -inset, -inset),
                    option.palette.color(QPalette::HighlightedText), Qt::NoPen, box.width() / 2);
    }
}

void drawTab(const QStyleOption &option, QPainter *painter)
{
    const QRectF rect(option.rect);
    Brush brush(painter);
    if (has(option, QStyle::State_Selected)) {
        brush.round({rect.left() + 8, rect.bottom() - 3, rect.width() - 16, 3}, ring(option), Qt::NoPen, 1.5);
    } else if (has(option, QStyle::State_MouseOver)) {
        brush.round(rect.adjusted(2, 2, -2, -4), faint(option.palette.color(QPalette::WindowText), 0.06F));
    }
}

void drawHeader(const QStyleOption &option, QPainter *painter)
{
    const QRect &rect = option.rect;
    painter->fillRect(rect, option.palette.window());
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, option.palette.mid());
}

void drawProgressGroove(const QStyleOption &option, QPainter *painter)
{
    Brush(painter).round(thinBar(option.rect), option.palette.color(QPalette::Mid), Qt::NoPen, 3);
}

void drawProgress(const QStyleOption &option, QPainter *painter)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(&option);
    if (!bar) {
        return;
    }
    QRectF rect = thinBar(option.rect);
    if (bar->maximum <= bar->minimum) { // how long it takes is not known
        return Brush(painter).round(rect, faint(ring(option), 0.5F), Qt::NoPen, 3);
    }
    const qreal share = (qreal(bar->progress) - bar->minimum) / qMax(1.0, qreal(bar->maximum) - bar->minimum);
    const qreal width = qBound(0.0, share, 1.0) * rect.width();
    if (width <= 0) {
        return;
    }
    if ((bar->direction == Qt::RightToLeft) != bar->invertedAppearance) {
        rect.setLeft(rect.right() - qMax(6.0, width));
    } else {
        rect.setWidth(qMax(6.0, width));
    }
    Brush(painter).round(rect, ring(option), Qt::NoPen, 3);
}

void drawScrollBar(const QStyleOption &option, const QRect &slider, QPainter *painter)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(&option);
    if (!bar || bar->maximum <= bar->minimum) {
        return;
    }
    const float share = has(option, QStyle::State_Sunken) ? 0.55F
        : has(option, QStyle::State_MouseOver)            ? 0.4F
                                                          : 0.25F;
    Brush(painter).round(QRectF(slider).adjusted(2, 2, -2, -2),
                         faint(option.palette.color(QPalette::WindowText), share), Qt::NoPen, 3);
}

void drawCombo(const QStyleOptionComboBox &option, QPainter *painter)
{
    drawButton(option, painter, ButtonKind::Plain);
    drawComboArrow(option, painter);
}

void drawSpinBox(const QStyleOptionSpinBox &option, const QRect &up, const QRect &down, QPainter *painter)
{
    if (option.frame) {
        drawField(option, painter);
    }
    if (option.buttonSymbols != QAbstractSpinBox::NoButtons) {
        drawStep(option, QStyle::SC_SpinBoxUp, up, painter);
        drawStep(option, QStyle::SC_SpinBoxDown, down, painter);
    }
}

void drawEditableCombo(const QStyleOptionComboBox &option, QPainter *painter)
{
    drawField(option, painter);
    drawComboArrow(option, painter);
}

bool drawShapedFrame(const QStyleOption &option, QPainter *painter)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&option);
    if (!frame || (frame->frameShape != QFrame::HLine && frame->frameShape != QFrame::VLine)) {
        return false;
    }
    const QRect &rect = option.rect;
    const QRect line = frame->frameShape == QFrame::HLine
        ? QRect(rect.left(), rect.center().y(), rect.width(), 1)
        : QRect(rect.center().x(), rect.top(), 1, rect.height());
    painter->fillRect(line, option.palette.mid());
    return true;
}

} // namespace aside::flat
