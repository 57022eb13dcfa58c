// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/theme/flatstyle.h"

#include "widgets/theme/flatparts.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleOption>
#include <QTextEdit>

#include <array>
#include <optional>

namespace aside {

namespace {

bool isTextEdit(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

bool isItemView(const QWidget *widget)
{
    return qobject_cast<const QAbstractItemView *>(widget);
}

/// A list that drops from a combo box keeps Fusion's metrics.
bool wantsHover(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget);
}

/// From the tightest to the widest.
int byDensity(Density density, const std::array<int, 3> &lengths)
{
    return lengths.at(static_cast<size_t>(density));
}

std::optional<int> ownMetric(QStyle::PixelMetric metric, Density density)
{
    switch (static_cast<quint32>(metric)) {
    case FlatStyle::RowAir:
        return byDensity(density, {10, 24, 36});
    case FlatStyle::ViewAir:
        return byDensity(density, {6, 14, 20});
    case FlatStyle::BubbleAir:
        return byDensity(density, {8, 12, 16});
    case FlatStyle::MessageGap:
        return byDensity(density, {2, 4, 10});
    default:
        return std::nullopt;
    }
}

constexpr int stepInset = 8; ///< of the steps of a spin box, from where Fusion has them

QSize atLeast(QSize size, int height)
{
    return {size.width(), qMax(size.height(), height)};
}

} // namespace

FlatStyle::FlatStyle(Density density)
    : QProxyStyle(QStringLiteral("fusion"))
    , m_density(density)
{
}

int FlatStyle::air(Air which, const QWidget *widget)
{
    const QStyle *style = widget != nullptr ? widget->style() : QApplication::style();
    return style->pixelMetric(static_cast<PixelMetric>(which), nullptr, widget);
}

void FlatStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (wantsHover(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (const std::optional<int> own = ownMetric(metric, m_density)) {
        return *own;
    }
    switch (metric) {
    case PM_DefaultFrameWidth:
        // A text edit's corners must lie inside the round frame.
        return isItemView(widget) ? 0
            : isTextEdit(widget)  ? 4
                                  : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ScrollBarExtent:
        return 10;
    case PM_ScrollBarSliderMin:
        return 28;
    case PM_SplitterWidth:
        return 1;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
        return 0;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
    case PM_MenuBarHMargin:
        return 4;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_ToolBarIconSize:
        return 18;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *result) const
{
    switch (hint) {
    case SH_ScrollBar_Transient:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons: // those of Qt are for light grounds alone
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                  const QWidget *widget) const
{
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const int comfortable = option ? option->fontMetrics.height() + byDensity(m_density, {8, 14, 18}) : 0;
    switch (type) {
    case CT_PushButton:
        return atLeast(size.grownBy({6, 0, 6, 0}), comfortable);
    case CT_LineEdit:
    case CT_ComboBox:
        return atLeast(size.grownBy({2, 0, 2, 0}), comfortable);
    case CT_SpinBox:
        return atLeast(size.grownBy({2, 0, 2 + stepInset, 0}), comfortable);
    case CT_ToolButton:
        return size.grownBy({3, 3, 3, 3});
    case CT_MenuItem:
        return size.height() < 12 ? QSize(size.width(), 9) : size.grownBy({4, 3, 8, 3});
    case CT_MenuBarItem:
        return size.grownBy({2, 2, 2, 2});
    case CT_ItemViewItem: {
        const int air = byDensity(m_density, {2, 4, 6});
        return size.grownBy({0, air, 0, air});
    }
    case CT_TabBarTab:
        return size.grownBy({4, 4, 4, 4});
    default:
        return size;
    }
}

QRect FlatStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && slider) {
        return flat::scrollBarPart(*slider, part, pixelMetric(PM_ScrollBarSliderMin, option, widget));
    }
    const QRect usual = QProxyStyle::subControlRect(control, option, part, widget);
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (control != CC_SpinBox || !spin || spin->buttonSymbols == QAbstractSpinBox::NoButtons) {
        return usual;
    }
    // The steps stand where the arrow of a choice does, and not in the round corner.
    QRect logical = visualRect(option->direction, option->rect, usual);
    if (part == SC_SpinBoxUp || part == SC_SpinBoxDown) {
        logical.adjust(-stepInset, 0, -2, 0);
    } else if (part == SC_SpinBoxEditField) {
        logical.setRight(logical.right() - stepInset);
    }
    return visualRect(option->direction, option->rect, logical);
}

QRect FlatStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_ItemViewItemFocusRect) { // around the icon as well, not the words alone
        return option->rect.adjusted(1, 1, -1, -1);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return flat::drawButton(*option, painter, flat::buttonKind(widget));
    case PE_PanelButtonTool:
        return flat::drawToolButton(*option, painter);
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        return frame && frame->lineWidth > 0 ? flat::drawField(*option, painter) : void();
    }
    case PE_FrameLineEdit:
        return flat::drawField(*option, painter);
    case PE_Frame:
        return isItemView(widget) ? void()
            : isTextEdit(widget)  ? flat::drawField(*option, painter)
                                  : flat::drawFrame(*option, painter);
    case PE_FrameFocusRect:
        return qobject_cast<const QPushButton *>(widget) ? void() : flat::drawFocusRing(*option, painter);
    case PE_PanelItemViewItem:
        return flat::drawItem(*option, painter);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return flat::drawCheckBox(*option, painter);
    case PE_IndicatorRadioButton:
        return flat::drawRadioButton(*option, painter);
    case PE_PanelMenu:
        return painter->fillRect(option->rect, option->palette.base());
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, option->palette.toolTipBase());
        return flat::drawFrame(*option, painter);
    case PE_FrameMenu:
        return flat::drawFrame(*option, painter);
    case PE_FrameGroupBox:
    case PE_PanelItemViewRow:
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
    case PE_IndicatorBranch:
        return;
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        return drawPushButtonLabel(option, painter, widget);
    case CE_MenuItem:
        return drawMenuItem(option, painter, widget);
    case CE_MenuBarItem:
        return drawMenuBarItem(option, painter, widget);
    case CE_ItemViewItem:
        return drawViewItem(option, painter, widget);
    case CE_MenuBarEmptyArea:
    case CE_ToolBar:
        return painter->fillRect(option->rect, option->palette.window());
    case CE_Splitter:
        return painter->fillRect(option->rect, option->palette.mid());
    case CE_ShapedFrame:
        return flat::drawShapedFrame(*option, painter)
            ? void()
            : QProxyStyle::drawControl(element, option, painter, widget);
    case CE_TabBarTabShape:
        return flat::drawTab(*option, painter);
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return flat::drawHeader(*option, painter);
    case CE_ProgressBarGroove:
        return flat::drawProgressGroove(*option, painter);
    case CE_ProgressBarContents:
        return flat::drawProgress(*option, painter);
    case CE_ProgressBarLabel: // the bar is too thin for words
        return;
    default:
        return QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void FlatStyle::drawPushButtonLabel(const QStyleOption *option, QPainter *painter,
                                    const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (!button || flat::buttonKind(widget) == flat::ButtonKind::Plain || !(option->state & State_Enabled)) {
        return QProxyStyle::drawControl(CE_PushButtonLabel, option, painter, widget);
    }
    QStyleOptionButton filled(*button);
    filled.palette.setBrush(QPalette::ButtonText, option->palette.highlightedText());
    QProxyStyle::drawControl(CE_PushButtonLabel, &filled, painter, widget);
}

void FlatStyle::drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item) {
        return;
    }
    if (item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty()) {
        const QRect &rect = item->rect;
        return painter->fillRect(rect.left() + 6, rect.center().y(), rect.width() - 12, 1,
                                 option->palette.mid());
    }
    QStyleOptionMenuItem plain(*item);
    if ((item->state & State_Selected) && (item->state & State_Enabled)) {
        flat::drawSelection(*option, painter);
        plain.state &= ~State_Selected; // Fusion would fill it
    }
    QProxyStyle::drawControl(CE_MenuItem, &plain, painter, widget);
}

void FlatStyle::drawMenuBarItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item) {
        return;
    }
    painter->fillRect(option->rect, option->palette.window());
    if (item->state & (State_Selected | State_Sunken)) {
        flat::drawSelection(*option, painter);
    }
    int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine;
    if (!styleHint(SH_UnderlineShortcut, option, widget, nullptr)) {
        flags |= Qt::TextHideMnemonic;
    }
    drawItemText(painter, item->rect, flags, item->palette, item->state & State_Enabled, item->text,
                 QPalette::WindowText);
}

void FlatStyle::drawViewItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (!item) {
        return;
    }
    QStyleOptionViewItem tinted(*item); // the selection is a tint, so its text keeps its colour
    tinted.palette.setBrush(QPalette::HighlightedText, item->palette.text());
    QProxyStyle::drawControl(CE_ItemViewItem, &tinted, painter, widget);
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        const QRect slider = subControlRect(control, option, SC_ScrollBarSlider, widget);
        return flat::drawScrollBar(*option, slider, painter);
    }
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control == CC_ComboBox && combo) {
        return combo->editable ? flat::drawEditableCombo(*combo, painter) : flat::drawCombo(*combo, painter);
    }
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (control == CC_SpinBox && spin) {
        return flat::drawSpinBox(*spin, subControlRect(control, option, SC_SpinBoxUp, widget),
                                 subControlRect(control, option, SC_SpinBoxDown, widget), painter);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace aside
