// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/foreigntext.h"
#include "widgets/common/names.h"
#include "widgets/common/words.h"
#include "widgets/thread/messageview.h"
#include "widgets/thread/threadview.h"

#include <QAccessibleWidget>

namespace aside {

namespace {

constexpr qsizetype spokenLength = 300;

/// A bubble as an item of the list of messages.
class AccessibleMessage final : public QAccessibleWidget
{
public:
    explicit AccessibleMessage(MessageView *view)
        : QAccessibleWidget(view, QAccessible::ListItem)
        , m_view(view)
    {
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.focusable = true;
        state.focused = m_view->isCurrent();
        state.readOnly = true;
        return state;
    }

private:
    MessageView *m_view;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    // QAccessible owns what is made here.
    if (auto *thread = qobject_cast<ThreadView *>(object)) { // a scroll area is nothing to a screen reader
        return new QAccessibleWidget(thread, QAccessible::List);
    }
    auto *view = qobject_cast<MessageView *>(object);
    return view == nullptr ? nullptr : new AccessibleMessage(view);
}

} // namespace

namespace {

/// How the words begin, and what became of them.
QString spokenWords(const Message &message)
{
    const QString words = oneLine(message.text, spokenLength);
    if (toMillis(message.deletedAt) != 0) {
        return MessageView::tr("deleted: %1").arg(words);
    }
    return toMillis(message.editedAt) != 0 ? MessageView::tr("edited: %1").arg(words) : words;
}

} // namespace

QString spokenName(const Message &message)
{
    const QString who = authorName(message, 100);
    const QString when = timeLabel(message.sentAt);
    const QString words = spokenWords(message);
    switch (message.direction) {
    case Direction::Incoming:
        return MessageView::tr("%1, incoming, %2: %3").arg(who, when, words);
    case Direction::Outgoing:
        return MessageView::tr("%1, outgoing, %2: %3").arg(who, when, words);
    case Direction::Note:
        return MessageView::tr("%1, note for the team, %2: %3").arg(who, when, words);
    case Direction::Event:
        return MessageView::tr("Event, %1: %2").arg(when, words);
    }
    Q_UNREACHABLE_RETURN(QString());
}

QWidget *putTabStopsAfter(QWidget *before, MessageView &view)
{
    for (QWidget *stop : view.findChildren<QWidget *>()) {
        if ((stop->focusPolicy() & Qt::TabFocus) != 0) {
            QWidget::setTabOrder(before, stop);
            before = stop;
        }
    }
    return before;
}

void installMessageAccessibility()
{
    QAccessible::installFactory(&makeInterface); // a second time changes nothing
}

} // namespace aside
