// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/conversation.h"

#include <QWidget>

class QLineEdit;
class QStackedWidget;
class QTimer;

namespace aside {

class Clock;
class ConversationList;
class ConversationListModel;
class EmptyPage;

/// The middle of the window: the search field over the list of conversations, or what to do where there are
/// none.
class InboxPane : public QWidget
{
    Q_OBJECT
public:
    InboxPane(ConversationListModel &model, const Clock &clock, QWidget *parent);

    void showView(View view);
    void setSearch(const QString &query);
    void focusSearch();
    void focusList();
    /// Goes this many rows down (or up).
    void step(int rows);
    /// Chooses the first conversation, as soon as the list is there.
    void openFirst();

Q_SIGNALS:
    void chosen(aside::ConversationId id);
    void importAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void retranslate();
    void leaveSearch();
    void showEmptyState();

    ConversationListModel &m_model;
    QLineEdit *m_search;
    ConversationList *m_list;
    EmptyPage *m_empty;
    QStackedWidget *m_stack;
    QTimer *m_delay;
    View m_view = View::Inbox;
};

} // namespace aside
