// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/wrappingrow.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace aside {

/// A row that goes takes itself out of its layout: the list must not be going itself then.
WrappingRow::~WrappingRow()
{
    while (const std::unique_ptr<QLayoutItem> item{takeAt(0)}) { }
}

void WrappingRow::addRow(QLayout *row)
{
    addChildLayout(row);
    addItem(row);
}

void WrappingRow::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *WrappingRow::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items.at(static_cast<size_t>(index)).get() : nullptr;
}

QLayoutItem *WrappingRow::takeAt(int index)
{
    if (index < 0 || index >= count()) {
        return nullptr;
    }
    QLayoutItem *taken = m_items.at(static_cast<size_t>(index)).release();
    m_items.erase(m_items.begin() + index);
    return taken;
}

/// Those after the first that are to be seen.
QList<QLayoutItem *> WrappingRow::others() const
{
    QList<QLayoutItem *> seen;
    for (size_t i = 1; i < m_items.size(); ++i) {
        if (!m_items.at(i)->isEmpty()) {
            seen.append(m_items.at(i).get());
        }
    }
    return seen;
}

QSize WrappingRow::sizeOfFirst() const
{
    return itemAt(0)->isEmpty() ? QSize(0, 0) : itemAt(0)->sizeHint();
}

QSize WrappingRow::sizeOfOthers() const
{
    QSize size(0, 0);
    for (const QLayoutItem *item : others()) {
        const QSize wanted = item->sizeHint();
        size = {size.width() + wanted.width() + (size.width() > 0 ? spacing() : 0),
                std::max(size.height(), wanted.height())};
    }
    return size;
}

int WrappingRow::leastOfOthers() const
{
    int least = 0;
    for (const QLayoutItem *item : others()) {
        least += item->minimumSize().width() + (least > 0 ? spacing() : 0);
    }
    return least;
}

/// A row in the first place gives way to those after it, as far as it can; a single part does not.
int WrappingRow::widthOfFirst(int width) const
{
    const int wanted = sizeOfFirst().width();
    if (wanted == 0 || !fits(width) || itemAt(0)->layout() == nullptr) {
        return std::min(wanted, width);
    }
    const int left = width - spacing() - sizeOfOthers().width();
    return std::clamp(left, std::min(itemAt(0)->minimumSize().width(), wanted), wanted);
}

bool WrappingRow::fits(int width) const
{
    const int rest = leastOfOthers();
    return rest == 0 || sizeOfFirst().width() == 0 || sizeOfFirst().width() + spacing() + rest <= width;
}

QSize WrappingRow::sizeHint() const
{
    if (m_items.empty()) {
        return {0, 0};
    }
    const QSize first = sizeOfFirst();
    const QSize rest = sizeOfOthers();
    return {first.width() + (rest.width() > 0 ? spacing() + rest.width() : 0),
            std::max(first.height(), rest.height())};
}

QSize WrappingRow::minimumSize() const
{
    if (m_items.empty()) {
        return {0, 0};
    }
    const QSize first = sizeOfFirst();
    const QSize rest = sizeOfOthers();
    const int least = itemAt(0)->isEmpty() ? 0 : itemAt(0)->minimumSize().width(); // alone in a line
    return {std::max(least, leastOfOthers()), std::max(first.height(), rest.height())};
}

int WrappingRow::heightForWidth(int width) const
{
    if (m_items.empty() || fits(width)) {
        return sizeHint().height();
    }
    return sizeOfFirst().height() + spacing() + sizeOfOthers().height();
}

void WrappingRow::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    if (m_items.empty()) {
        return;
    }
    const Qt::LayoutDirection direction
        = parentWidget() == nullptr ? Qt::LeftToRight : parentWidget()->layoutDirection();
    const auto put = [&](QLayoutItem *item, const QRect &place) {
        item->setGeometry(QStyle::visualRect(direction, rect, place));
    };
    const QSize first = sizeOfFirst();
    const QSize rest = sizeOfOthers();
    const bool isBeside = fits(rect.width());
    const int high = isBeside ? std::max(first.height(), rest.height()) : first.height();
    const int given = widthOfFirst(rect.width());
    put(itemAt(0), {rect.left(), rect.top(), given, high});
    const int top = isBeside ? rect.top() : rect.top() + first.height() + spacing();
    const int room = isBeside && given > 0 ? rect.width() - given - spacing() : rect.width();
    int over = std::max(0, rest.width() - room);
    int right = rect.right() + 1;
    const QList<QLayoutItem *> all = others();
    for (auto item = all.crbegin(); item != all.crend(); ++item) {
        const int wanted = (*item)->sizeHint().width();
        const int width = std::max(wanted - over, std::min(wanted, (*item)->minimumSize().width()));
        over -= wanted - width;
        right -= width;
        put(*item, {right, top, width, isBeside ? high : rest.height()});
        right -= spacing();
    }
}

} // namespace aside
