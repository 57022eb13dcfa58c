// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QList>

namespace aside {

class Clock;
class MessageView;

/// The messages of one conversation. Only the visible ones have a widget; the heights of the others are
/// estimates until they are seen, and the message at the top stays where it is when an estimate turns out
/// wrong.
class ThreadView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    ThreadView(const Clock &clock, QWidget *parent);

    /// Another conversation: shows its end.
    void show(const QList<Message> &messages);
    /// The same conversation with changes: keeps the place, unless the end was in sight.
    void refresh(const QList<Message> &messages);
    void clear();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// The rows that are to be on the screen; none where last is before first.
    struct Sight {
        int first = 0;
        int last = -1;
    };

    void forgetHeights();
    void layOut();
    /// Measures what is in sight; false where that moved the place, so that other rows are in sight now.
    [[nodiscard]] bool settle(Sight &sight);
    void scrollToEnd();
    [[nodiscard]] QString dayAbove(int row) const;
    [[nodiscard]] int estimate(const Message &message) const;
    [[nodiscard]] int rowAt(int y) const;
    [[nodiscard]] bool atEnd() const;
    void measure(int row);
    void recomputeTops(int from);
    void place(int first, int last);
    MessageView *widgetFor(int row);

    const Clock &m_clock;
    QList<Message> m_messages;
    QList<int> m_heights;
    QList<int> m_tops; ///< one more than messages: the last is the total
    QList<bool> m_measured;
    QHash<int, MessageView *> m_shown;
    QList<MessageView *> m_spare;
    bool m_layingOut = false;
};

} // namespace aside
