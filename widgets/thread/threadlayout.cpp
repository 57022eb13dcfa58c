// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How ThreadView lays its messages out: only those in sight are measured and have a widget.

#include "models/items/threadmessages.h"
#include "widgets/thread/messageview.h"
#include "widgets/thread/threadview.h"

#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace aside {

namespace {

constexpr int bottomMargin = 12;
constexpr int stepLines = 3;
constexpr int neighbours = 3; ///< rows that are made ready before they come into sight

} // namespace

void ThreadView::layOut()
{
    if (m_layingOut) {
        return;
    }
    m_layingOut = true;
    Sight sight;
    if (m_messages->isEmpty()) {
        verticalScrollBar()->setRange(0, 0);
    } else {
        // Measuring may make the thread shorter than the place it is scrolled to: then the bar moves, other
        // messages come into sight, and they have to be measured as well.
        while (!settle(sight)) { }
    }
    place(sight);
    m_layingOut = false;
    m_idle->start();
    m_messages->want(sight.first, sight.last);
}

bool ThreadView::settle(Sight &sight)
{
    QScrollBar *bar = verticalScrollBar();
    sight.first = m_heights.rowAt(bar->value());
    const int inside = bar->value() - m_heights.top(sight.first); // how far the anchor is scrolled
    for (sight.last = sight.first; sight.last < m_messages->size() - 1; ++sight.last) {
        measure(sight.last);
        if (m_heights.top(sight.last + 1) - m_heights.top(sight.first) - inside >= viewport()->height()) {
            break;
        }
    }
    measure(sight.last);
    setScrollRange();
    const bool isLast = sight.first == m_messages->size() - 1; // below it one scrolls on to what waits there
    const int most = m_heights.at(sight.first) + (isLast ? tailHeight() + bottomMargin : 0);
    const int wanted = m_heights.top(sight.first) + std::min(inside, most);
    bar->setValue(wanted);
    return bar->value() == wanted;
}

int ThreadView::tailHeight() const
{
    return m_tail != nullptr && !m_tail->isHidden() ? m_tail->heightForWidth(viewport()->width()) : 0;
}

void ThreadView::setScrollRange()
{
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, std::max(0, m_heights.total() + tailHeight() + bottomMargin - viewport()->height()));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(stepLines * fontMetrics().lineSpacing());
}

void ThreadView::setTail(QWidget *tail)
{
    m_tail = tail;
    m_tail->setParent(viewport());
    fitTail();
}

void ThreadView::fitTail()
{
    const bool followEnd = atEnd();
    layOut();
    if (followEnd) {
        scrollToEnd();
    }
}

void ThreadView::scrollToEnd()
{
    QScrollBar *bar = verticalScrollBar();
    do {
        bar->setValue(bar->maximum());
        layOut(); // what came into sight is measured now, which may move the end
    } while (bar->value() < bar->maximum());
}

void ThreadView::place(const Sight &sight)
{
    m_sight = sight;
    const QList<int> shown = m_shown.keys();
    for (const int row : shown) {
        if (row < sight.first - neighbours || row > sight.last + neighbours) {
            recycle(row);
        } else if (row < sight.first || row > sight.last) {
            m_shown.value(row)->hide();
        }
    }
    // A thread that does not fill the view begins at the top.
    const int offset = verticalScrollBar()->value();
    for (int row = sight.first; row <= sight.last; ++row) {
        if (MessageView *view = widgetFor(row)) {
            view->setGeometry(0, m_heights.top(row) - offset, viewport()->width(), m_heights.at(row));
            view->setVisible(true);
        } else {
            viewport()->update(); // where the message will be
        }
    }
    if (m_tail != nullptr) {
        m_tail->setGeometry(0, m_heights.total() - offset, viewport()->width(), tailHeight());
    }
    orderTabs(sight);
}

/// Tab goes through the messages from top to bottom, whichever widgets show them.
void ThreadView::orderTabs(const Sight &sight)
{
    if (m_ordered == sight) {
        return;
    }
    m_ordered = sight;
    QWidget *before = this;
    for (int row = sight.first; row <= sight.last; ++row) {
        if (MessageView *view = widgetFor(row)) {
            before = putTabStopsAfter(before, *view);
        }
    }
}

/// One row a time, so that no frame waits for it.
void ThreadView::prepareNeighbours()
{
    for (int distance = 1; distance <= neighbours; ++distance) {
        for (const int row : {m_sight.last + distance, m_sight.first - distance}) {
            if (m_messages->at(row) == nullptr || (m_shown.contains(row) && m_measured.at(row))) {
                continue;
            }
            const int before = inside();
            measure(row);
            keepPlace(before);
            m_idle->start();
            return;
        }
    }
}

int ThreadView::inside() const
{
    return m_sight.last < m_sight.first ? 0 : verticalScrollBar()->value() - m_heights.top(m_sight.first);
}

/// Nothing in sight moves; only the numbers do.
void ThreadView::keepPlace(int inside)
{
    moveQuietly(m_heights.top(m_sight.first) + inside);
}

/// Without laying out what is there; as far as it goes.
void ThreadView::moveQuietly(int value)
{
    m_layingOut = true;
    setScrollRange();
    verticalScrollBar()->setValue(value);
    m_layingOut = false;
}

} // namespace aside
