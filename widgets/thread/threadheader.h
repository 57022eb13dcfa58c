// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace aside {

/// Above the thread: what it is about, with whom, where, and whether everybody can read it.
class ThreadHeader : public QWidget
{
    Q_OBJECT
public:
    explicit ThreadHeader(QWidget *parent);

    void show(const ConversationRow &row);

Q_SIGNALS:
    void stateAsked(aside::ConversationState state);

private:
    ConversationRow m_row;
    QLabel *m_subject;
    QLabel *m_details;
    QLabel *m_badgeIcon;
    QLabel *m_badge;
    QWidget *m_badgeBox;
    QToolButton *m_close;
};

} // namespace aside
