// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The keys of the thread, its current message, finding and copying.

#include "models/items/threadmessages.h"
#include "models/ports/conversationstore.h"
#include "widgets/common/contentalignment.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/names.h"
#include "widgets/common/words.h"
#include "widgets/thread/findbar.h"
#include "widgets/thread/messagetext.h"
#include "widgets/thread/messageview.h"
#include "widgets/thread/threadview.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QClipboard>
#include <QDateTime>
#include <QDialog>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextDocumentFragment>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

QString conversationText(const QList<Message> &messages, const QLocale &locale)
{
    QStringList parts;
    for (const Message &message : messages) {
        const QString who = authorName(message);
        const QDateTime when = QDateTime::fromMSecsSinceEpoch(toMillis(message.sentAt));
        parts.append(ThreadView::tr("%1, %2:").arg(who, locale.toString(when, QLocale::ShortFormat)) + u'\n'
                     + message.text);
    }
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace

void ThreadView::setCurrent(int row)
{
    if (row < 0 || row >= m_messages->size()) {
        return;
    }
    if (MessageView *before = m_shown.value(m_current)) {
        before->setCurrent(false);
    }
    m_current = m_target = row;
    m_messages->wantToo(row);
    reachTarget();
}

/// Goes where somebody wants to, once that message is here.
void ThreadView::reachTarget()
{
    if (m_messages->at(m_target) == nullptr) {
        return;
    }
    const int row = std::exchange(m_target, -1);
    scrollToRow(row);
    if (MessageView *view = m_shown.value(row)) {
        view->setCurrent(hasFocus());
        QAccessibleEvent moved(view, QAccessible::Focus);
        QAccessible::updateAccessibility(&moved);
    }
}

void ThreadView::goToMessage(MessageId id)
{
    setCurrent(m_messages->rowOf(id));
}

void ThreadView::call(const QUrl &number)
{
    m_opener(number);
}

/// As little as is needed to see the message, or its beginning where it is taller than the view.
void ThreadView::scrollToRow(int row)
{
    QScrollBar *bar = verticalScrollBar();
    // Measuring changes places: the second time they are what they are.
    for (int round = 0; round < 2; ++round) {
        measure(row);
        const int top = m_heights.top(row);
        const int bottom = m_heights.top(row + 1);
        const bool isBelow = bottom > bar->value() + viewport()->height();
        bar->setRange(0, std::max(bar->maximum(), top));
        if (top < bar->value() || (isBelow && bottom - top > viewport()->height())) {
            bar->setValue(top);
        } else if (isBelow) {
            bar->setValue(bottom - viewport()->height());
        }
        layOut();
    }
}

/// A message that is taller than the view is read before the next one is current.
void ThreadView::step(int rows)
{
    QScrollBar *bar = verticalScrollBar();
    const int top = m_current < 0 ? 0 : m_heights.top(m_current) - bar->value();
    const int bottom = m_current < 0 ? 0 : m_heights.top(m_current + 1) - bar->value();
    const bool isInSight = bottom > 0 && top < viewport()->height();
    if (isInSight && rows > 0 && bottom > viewport()->height()) {
        bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    } else if (isInSight && rows < 0 && top < 0) {
        bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
    } else {
        const int from = isInSight ? m_current : (rows > 0 ? m_sight.first - 1 : m_sight.last + 1);
        setCurrent(std::clamp(from + rows, 0, static_cast<int>(m_messages->size()) - 1));
    }
}

void ThreadView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        return copyMessage();
    }
    if (m_messages->isEmpty() || event->modifiers().testAnyFlags(Qt::AltModifier | Qt::ControlModifier)) {
        return QAbstractScrollArea::keyPressEvent(event);
    }
    QScrollBar *bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Home:
        bar->triggerAction(QAbstractSlider::SliderToMinimum);
        return setCurrent(0);
    case Qt::Key_End:
        setCurrent(static_cast<int>(m_messages->size()) - 1);
        return scrollToEnd();
    case Qt::Key_Up:
        return step(-1);
    case Qt::Key_Down:
        return step(1);
    case Qt::Key_Space:
    case Qt::Key_PageDown:
        return bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
    case Qt::Key_PageUp:
        return bar->triggerAction(QAbstractSlider::SliderPageStepSub);
    case Qt::Key_F3:
        return m_find->step(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void ThreadView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (MessageView *view = m_shown.value(m_current)) {
        view->setCurrent(true);
    }
}

void ThreadView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    if (MessageView *view = m_shown.value(m_current)) {
        view->setCurrent(false);
    }
}

void ThreadView::openFind()
{
    m_find->setGeometry(0, 0, width(), m_find->sizeHint().height());
    setViewportMargins(0, m_find->sizeHint().height(), 0, 0);
    m_find->raise();
    m_find->open();
}

void ThreadView::goToHit(int row, int hit)
{
    if (row >= m_messages->size()) {
        return; // found before the conversation became shorter
    }
    const int before = std::exchange(m_hitRow, row);
    m_hit = hit;
    const MessageId id = m_messages->places().at(row).id;
    BodyView wanted = m_views.value(id);
    wanted.history = History::Shown; // the place may lie in what is folded
    m_views.insert(id, wanted);
    m_measured[row] = false;
    for (const int changed : {before, row}) {
        if (MessageView *view = m_shown.value(changed)) {
            fill(changed, view);
        }
    }
    setCurrent(row);
}

void ThreadView::copyMessage()
{
    for (MessageView *view : std::as_const(m_shown)) {
        if (const QString selected = view->text().textCursor().selection().toPlainText();
            !selected.isEmpty()) {
            QGuiApplication::clipboard()->setText(selected);
            return;
        }
    }
    if (m_current < 0 || m_current >= m_messages->size()) {
        return;
    }
    if (const Message *message = m_messages->at(m_current)) {
        QGuiApplication::clipboard()->setText(message->text);
        return;
    }
    m_store.textsById({m_messages->places().at(m_current).id})
        .then(this, [this](const Result<QStringList> &texts) {
            if (texts) {
                QGuiApplication::clipboard()->setText(texts->value(0));
            } else {
                Q_EMIT failed(texts.error());
            }
        });
}

/// All of it is read for that, and put together away from the window.
void ThreadView::copyConversation()
{
    if (m_messages->isEmpty()) {
        return;
    }
    m_store.thread(m_messages->conversation())
        .then(QThreadPool::globalInstance(),
              [locale = locale()](const Result<Thread> &thread) {
                  return thread.transform(
                      [&locale](const Thread &read) { return conversationText(read.messages, locale); });
              })
        .then(this, [this](const Result<QString> &text) {
            if (text) {
                QGuiApplication::clipboard()->setText(*text);
            } else {
                Q_EMIT failed(text.error());
            }
        });
}

/// A window of its own, which lays out only what is in sight: a bubble of a megabyte would stop everything.
void ThreadView::showWholeText(const Message &message)
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("wholeText"));
    dialog->setWindowTitle(tr("Whole message"));
    auto *text = new QPlainTextEdit(dialog);
    text->setReadOnly(true);
    alignByContent(text);
    text->setAccessibleName(tr("Whole message"));
    text->setPlainText(forDisplay(message.text, message.text.size()));
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(text);
    dialog->resize(720, 560);
    dialog->open();
}

} // namespace aside
