// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/listquery.h"
#include "models/domain/workinghours.h"

#include <QWidget>

class QAction;
class QActionGroup;
class QLineEdit;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace aside {

class Clock;
class ConversationList;
class ConversationListModel;
class EmptyPage;
class SelectionBar;

/// The middle of the window: the search field over the list of conversations, or what to do where there are
/// none.
class InboxPane : public QWidget
{
    Q_OBJECT
public:
    InboxPane(ConversationListModel &model, const Clock &clock, QWidget *parent);

    /// Shows a list in the order that is chosen here, or in its own where it is about an order.
    void showList(const ListQuery &list);
    [[nodiscard]] const ListQuery &list() const { return m_query; }
    void setOrder(SortOrder order);
    /// The order of the lists that have none of their own.
    [[nodiscard]] SortOrder chosenOrder() const { return m_chosenOrder; }
    /// Their explanation tells by which hours a deadline is counted.
    void setWorkingHours(const WorkingHours &hours) { m_hours = hours; }
    /// What the context menu of a row and the bar of a selection offer.
    void setCommands(const QList<QAction *> &menu, const QList<QAction *> &bar);
    [[nodiscard]] QList<ConversationId> selectedIds() const;
    void selectAll();
    /// Goes to the next conversation that is not one of these, as they are about to leave the list.
    void stepPast(const QList<ConversationId> &ids);
    void setSearch(const QString &query);
    [[nodiscard]] ConversationList &list() { return *m_list; }
    void focusSearch();
    void focusList();
    /// Goes this many rows down (or up).
    void step(int rows);
    /// Chooses the first conversation, as soon as the list is there.
    void openFirst();

Q_SIGNALS:
    void chosen(aside::ConversationId id);
    void orderChanged(aside::SortOrder order);
    void importAsked();
    void accountAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void buildOrders();
    void retranslate();
    void tellOrder();
    void leaveSearch();
    void showEmptyState();

    ConversationListModel &m_model;
    QLineEdit *m_search;
    ConversationList *m_list;
    EmptyPage *m_empty;
    QStackedWidget *m_stack;
    QTimer *m_delay;
    SelectionBar *m_selection;
    QToolButton *m_orderButton;
    QActionGroup *m_orders;
    ListQuery m_query{.order = usualOrder};
    SortOrder m_chosenOrder = usualOrder;
    WorkingHours m_hours;
};

} // namespace aside
