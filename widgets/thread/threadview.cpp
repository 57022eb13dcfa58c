// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/threadview.h"

#include "models/core/clock.h"
#include "widgets/common/words.h"
#include "widgets/thread/messageview.h"

#include <QDateTime>
#include <QEvent>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr int charactersPerLine = 70;
constexpr int frameHeight = 60;
constexpr int bottomMargin = 12;
constexpr int stepLines = 3;

} // namespace

ThreadView::ThreadView(const Clock &clock, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_clock(clock)
    , m_tops({0})
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
}

void ThreadView::show(const QList<Message> &messages)
{
    m_messages = messages;
    forgetHeights();
    layOut();
    scrollToEnd();
}

void ThreadView::refresh(const QList<Message> &messages)
{
    if (messages == m_messages) {
        return;
    }
    const bool followEnd = atEnd();
    const int value = verticalScrollBar()->value();
    m_messages = messages;
    forgetHeights();
    layOut();
    if (followEnd) {
        scrollToEnd();
    } else {
        verticalScrollBar()->setValue(value);
        layOut();
    }
}

void ThreadView::clear()
{
    m_messages.clear();
    forgetHeights();
    layOut();
}

bool ThreadView::atEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - frameHeight;
}

int ThreadView::estimate(const Message &message) const
{
    const qsizetype lines = message.text.count(u'\n') + message.text.size() / charactersPerLine + 1;
    return frameHeight + static_cast<int>(std::min<qsizetype>(lines, 100'000)) * fontMetrics().lineSpacing();
}

void ThreadView::forgetHeights()
{
    for (MessageView *view : std::as_const(m_shown)) {
        view->hide();
        m_spare.append(view);
    }
    m_shown.clear();
    m_heights.clear();
    for (const Message &message : std::as_const(m_messages)) {
        m_heights.append(estimate(message));
    }
    m_measured = QList<bool>(m_messages.size(), false);
    recomputeTops(0);
}

void ThreadView::recomputeTops(int from)
{
    m_tops.resize(m_heights.size() + 1);
    m_tops[0] = 0;
    for (qsizetype i = from; i < m_heights.size(); ++i) {
        m_tops[i + 1] = m_tops.at(i) + m_heights.at(i);
    }
}

int ThreadView::rowAt(int y) const
{
    const auto above = std::upper_bound(m_tops.constBegin(), m_tops.constEnd(), y);
    return std::clamp(static_cast<int>(above - m_tops.constBegin()) - 1, 0,
                      static_cast<int>(m_messages.size()) - 1);
}

MessageView *ThreadView::widgetFor(int row)
{
    if (MessageView *shown = m_shown.value(row)) {
        return shown;
    }
    MessageView *view = m_spare.isEmpty() ? new MessageView(viewport()) : m_spare.takeLast();
    view->show(m_messages.at(row), dayAbove(row));
    m_shown.insert(row, view);
    return view;
}

void ThreadView::measure(int row)
{
    MessageView *view = widgetFor(row);
    if (!m_measured.at(row)) {
        m_heights[row] = view->heightForWidth(viewport()->width());
        m_measured[row] = true;
        recomputeTops(row);
    }
}

QString ThreadView::dayAbove(int row) const
{
    const auto dayOf = [this](int which) {
        return QDateTime::fromMSecsSinceEpoch(toMillis(m_messages.at(which).sentAt)).date();
    };
    if (row > 0 && dayOf(row - 1) == dayOf(row)) {
        return {};
    }
    return dayLabel(m_messages.at(row).sentAt, m_clock.now());
}

void ThreadView::layOut()
{
    if (m_layingOut) {
        return;
    }
    m_layingOut = true;
    Sight sight;
    if (m_messages.isEmpty()) {
        verticalScrollBar()->setRange(0, 0);
    } else {
        // Measuring may make the thread shorter than the place it is scrolled to: then the bar moves, other
        // messages come into sight, and they have to be measured as well.
        while (!settle(sight)) { }
    }
    place(sight.first, sight.last);
    m_layingOut = false;
}

bool ThreadView::settle(Sight &sight)
{
    QScrollBar *bar = verticalScrollBar();
    sight.first = rowAt(bar->value());
    const int inside = bar->value() - m_tops.at(sight.first); // how far the anchor is scrolled
    for (sight.last = sight.first; sight.last < m_messages.size() - 1; ++sight.last) {
        measure(sight.last);
        if (m_tops.at(sight.last + 1) - m_tops.at(sight.first) - inside >= viewport()->height()) {
            break;
        }
    }
    measure(sight.last);
    bar->setRange(0, std::max(0, m_tops.constLast() + bottomMargin - viewport()->height()));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(stepLines * fontMetrics().lineSpacing());
    const int wanted = m_tops.at(sight.first) + std::min(inside, m_heights.at(sight.first));
    bar->setValue(wanted);
    return bar->value() == wanted;
}

void ThreadView::scrollToEnd()
{
    QScrollBar *bar = verticalScrollBar();
    do {
        bar->setValue(bar->maximum());
        layOut(); // what came into sight is measured now, which may move the end
    } while (bar->value() < bar->maximum());
}

void ThreadView::place(int first, int last)
{
    for (auto shown = m_shown.begin(); shown != m_shown.end();) {
        if (shown.key() < first || shown.key() > last) {
            shown.value()->hide();
            m_spare.append(shown.value());
            shown = m_shown.erase(shown);
        } else {
            ++shown;
        }
    }
    // A thread that does not fill the view begins at the top.
    const int offset = verticalScrollBar()->value();
    for (int row = first; row <= last; ++row) {
        measure(row);
        MessageView *view = widgetFor(row);
        view->setGeometry(0, m_tops.at(row) - offset, viewport()->width(), m_heights.at(row));
        view->setVisible(true);
    }
}

void ThreadView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    const bool followEnd = atEnd();
    m_measured.fill(false);
    layOut();
    if (followEnd) {
        scrollToEnd();
    }
}

void ThreadView::scrollContentsBy(int, int)
{
    layOut();
}

void ThreadView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Home:
        bar->triggerAction(QAbstractSlider::SliderToMinimum);
        return;
    case Qt::Key_End:
        scrollToEnd();
        return;
    case Qt::Key_Up:
        bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
        return;
    case Qt::Key_Down:
        bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        return;
    case Qt::Key_Space:
    case Qt::Key_PageDown:
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        return;
    case Qt::Key_PageUp:
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void ThreadView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::LanguageChange) {
        refresh(std::exchange(m_messages, {}));
    }
}

} // namespace aside
