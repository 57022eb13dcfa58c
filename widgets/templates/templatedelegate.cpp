// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/templates/templatedelegate.h"

#include "widgets/templates/templatelistmodel.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace aside {

namespace {

constexpr int rowAir = 10;
constexpr int gap = 10;

} // namespace

QSize TemplateDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, 2 * option.fontMetrics.height() + rowAir};
}

void TemplateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Theme &theme = currentTheme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // each text runs as its own letters do
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.selection);
        painter->drawRoundedRect(option.rect, 6, 6);
    }
    const QRect inside = option.rect.adjusted(gap, rowAir / 2, -gap, -rowAir / 2);
    const int align = int(Qt::AlignVCenter) | int(QStyle::visualAlignment(option.direction, Qt::AlignLeft));
    const auto draw = [&](const QRect &part, const QString &text) {
        painter->drawText(QStyle::visualRect(option.direction, inside, part), align,
                          option.fontMetrics.elidedText(text, Qt::ElideRight, part.width()));
    };
    const QString misfit = index.data(TemplateListModel::MisfitRole).toString();
    const QString detail = index.data(TemplateListModel::DetailRole).toString();
    const int line = option.fontMetrics.height();
    painter->setPen(misfit.isEmpty() ? theme.text : theme.secondaryText);
    draw(QRect(inside.left(), inside.top(), inside.width(), line), index.data().toString());
    painter->setPen(misfit.isEmpty() ? theme.secondaryText : theme.warningText);
    draw(QRect(inside.left(), inside.top() + line, inside.width(), line), misfit.isEmpty() ? detail : misfit);
    painter->restore();
}

} // namespace aside
