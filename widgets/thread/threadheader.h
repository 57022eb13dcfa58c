// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"

#include <QList>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QToolButton;

namespace aside {

class AudienceBadge;
class ChannelBadge;
class ElidedLabel;

/// Above the thread: what it is about, with whom, where, and whether everybody can read it.
class ThreadHeader : public QWidget
{
    Q_OBJECT
public:
    explicit ThreadHeader(QWidget *parent);

    void show(const ConversationRow &row);
    /// Lies before what says who can read the conversation.
    void setMark(QWidget *mark);
    /// Buttons for the commands; `close` and `reopen` take turns, as the conversation is open or not.
    /// `due` has a button before the others while it can be done, and none otherwise.
    void setCommands(QAction *close, QAction *reopen, const QList<QAction *> &others, QAction *due = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addDue(QAction *due);
    void fitMark();
    void placeChannel();

    ConversationRow m_row;
    ElidedLabel *m_subject;
    ElidedLabel *m_details;
    ChannelBadge *m_channel;
    AudienceBadge *m_badge;
    QWidget *m_mark = nullptr; ///< takes what the subject leaves
    QHBoxLayout *m_buttons;
    QToolButton *m_close;
    QAction *m_closeAction = nullptr;
    QAction *m_reopenAction = nullptr;
};

} // namespace aside
