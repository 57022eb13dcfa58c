// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inbox/inboxpane.h"

#include "models/core/clock.h"
#include "models/items/conversationlistmodel.h"
#include "widgets/common/accessiblechoice.h"
#include "widgets/common/emptypage.h"
#include "widgets/common/searchfield.h"
#include "widgets/inbox/conversationlist.h"
#include "widgets/inbox/rowexplanation.h"
#include "widgets/inbox/selectionbar.h"
#include "widgets/theme/icons.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSet>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace aside {

namespace {

constexpr int margin = 8;
constexpr std::chrono::milliseconds searchPause{150};
// In the order of their numbers, by which the actions are found.
constexpr std::array orders{SortOrder::Urgency, SortOrder::WaitingLongest, SortOrder::Newest,
                            SortOrder::Oldest, SortOrder::ReplyBy};

} // namespace

InboxPane::InboxPane(ConversationListModel &model, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_search(new QLineEdit(this))
    , m_list(new ConversationList(ConversationListModel::IdRole, ConversationListModel::RowRole,
                                  ConversationListModel::LoadedRole, this))
    , m_empty(new EmptyPage(this))
    , m_stack(new QStackedWidget(this))
    , m_delay(new QTimer(this))
    , m_selection(new SelectionBar(this))
    , m_orderButton(new QToolButton(this))
    , m_orders(new QActionGroup(this))
{
    m_list->setModel(&m_model);
    letScreenReadersChoose(*m_list);
    m_model.setTextProvider(
        [&clock](const ConversationRow &row) { return ConversationList::accessibleText(row, clock.now()); });
    m_list->setExplanation([this, &clock](const ConversationRow &row) {
        return m_query.view == View::Promises ? whyAmongPromises(row, clock.now())
                                              : whyHere(row, m_query.order, m_hours, clock.now());
    });
    buildOrders();
    buildLayout();
    retranslate();
    m_delay->setSingleShot(true);
    m_delay->setInterval(searchPause);
    connect(m_search, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_delay, &QTimer::timeout, this, [this] { m_model.showSearch(m_search->text().trimmed()); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        focusList();
        if (!m_list->currentIndex().isValid()) {
            openFirst();
        }
    });
    const auto *leave = new QShortcut(Qt::Key_Escape, m_search, nullptr, nullptr, Qt::WidgetShortcut);
    connect(leave, &QShortcut::activated, this, &InboxPane::leaveSearch);
    connect(m_list, &ConversationList::chosen, this, &InboxPane::chosen);
    connect(m_list, &ConversationList::selectedCountChanged, m_selection, &SelectionBar::showCount);
    connect(m_selection, &SelectionBar::clearAsked, m_list, &ConversationList::collapseSelection);
    connect(&m_model, &ConversationListModel::idsLoaded, this, &InboxPane::showEmptyState);
    connect(m_empty, &EmptyPage::actionChosen, this, &InboxPane::importAsked);
    connect(m_empty, &EmptyPage::firstChosen, this, &InboxPane::accountAsked);
}

void InboxPane::buildLayout()
{
    m_search->setObjectName(QStringLiteral("searchField"));
    m_list->setObjectName(QStringLiteral("conversationList"));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *field = new QHBoxLayout;
    field->setContentsMargins(margin, margin, margin, margin);
    field->addWidget(m_search, 1);
    field->addWidget(m_orderButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(field);
    column->addWidget(m_selection);
    column->addWidget(m_stack, 1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void InboxPane::buildOrders()
{
    m_orderButton->setObjectName(QStringLiteral("orderButton"));
    m_orderButton->setIcon(themedIcon(QStringLiteral("view-sort")));
    m_orderButton->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_orderButton);
    menu->setToolTipsVisible(true);
    for (const SortOrder order : orders) {
        QAction *action = menu->addAction(QString(), this, [this, order] { setOrder(order); });
        action->setCheckable(true);
        m_orders->addAction(action);
    }
    m_orderButton->setMenu(menu);
    m_orders->actions().at(qsizetype(m_query.order))->setChecked(true);
}

void InboxPane::retranslate()
{
    dressSearchField(*m_search);
    m_search->setAccessibleName(tr("Search"));
    m_search->setPlaceholderText(tr("Search (Ctrl+Shift+F)"));
    m_list->setAccessibleName(tr("Conversations"));
    for (const SortOrder order : orders) {
        QAction *action = m_orders->actions().at(qsizetype(order));
        action->setText(sortOrderLabel(order));
        action->setToolTip(sortOrderHint(order));
        action->setStatusTip(sortOrderHint(order));
    }
    tellOrder();
    if (m_stack->currentWidget() == m_empty) {
        showEmptyState();
    }
}

void InboxPane::setCommands(const QList<QAction *> &menu, const QList<QAction *> &bar)
{
    m_list->addActions(menu);
    m_selection->setCommands(bar);
}

QList<ConversationId> InboxPane::selectedIds() const
{
    return m_list->selectedIds();
}

void InboxPane::selectAll()
{
    m_list->selectAll();
    focusList();
}

void InboxPane::stepPast(const QList<ConversationId> &ids)
{
    const QSet<ConversationId> leaving(ids.begin(), ids.end());
    const int here = m_list->currentIndex().row();
    if (here < 0 || !leaving.contains(m_model.idAt(here))) {
        return; // what is open stays
    }
    const auto stays = [&](int row) {
        return !leaving.contains(m_model.idAt(row));
    };
    for (int row = here + 1; row < m_model.rowCount(); ++row) {
        if (stays(row)) {
            m_list->setCurrentIndex(m_model.index(row));
            return;
        }
    }
    for (int row = here - 1; row >= 0; --row) {
        if (stays(row)) {
            m_list->setCurrentIndex(m_model.index(row));
            return;
        }
    }
}

void InboxPane::tellOrder()
{
    const bool hasItsOwn = m_query.view == View::Promises;
    m_orderButton->setEnabled(!hasItsOwn);
    QString chosen = sortOrderLabel(m_query.order);
    chosen.remove(u'&');
    const QString order = hasItsOwn ? tr("Order: what is due first") : tr("Order: %1").arg(chosen);
    m_orderButton->setAccessibleName(order);
    m_orderButton->setToolTip(hasItsOwn ? order
                                        : tr("Order: %1. %2").arg(chosen, sortOrderHint(m_query.order)));
}

void InboxPane::showList(const ListQuery &list)
{
    m_query = list;
    m_query.order = orderOf(list.view).value_or(m_chosenOrder);
    m_orders->actions().at(qsizetype(m_query.order))->setChecked(true);
    retranslate();
    const QSignalBlocker quiet(m_search);
    m_search->clear();
    m_delay->stop();
    m_model.showView(m_query);
}

void InboxPane::setOrder(SortOrder order)
{
    m_query.order = order;
    m_chosenOrder = order;
    m_orders->actions().at(qsizetype(order))->setChecked(true);
    retranslate();
    m_model.showView(m_query);
    Q_EMIT orderChanged(order);
}

void InboxPane::setSearch(const QString &query)
{
    m_search->setText(query);
}

void InboxPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void InboxPane::leaveSearch()
{
    m_search->clear();
    focusList();
}

void InboxPane::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void InboxPane::step(int rows)
{
    const int last = std::max(0, m_model.rowCount() - 1);
    m_list->setCurrentIndex(m_model.index(std::clamp(m_list->currentIndex().row() + rows, 0, last), 0));
}

void InboxPane::openFirst()
{
    const auto choose = [this] {
        m_list->setCurrentIndex(m_model.index(0, 0));
    };
    if (m_model.rowCount() > 0) {
        choose();
    } else {
        connect(&m_model, &ConversationListModel::idsLoaded, this, choose, Qt::SingleShotConnection);
    }
}

void InboxPane::showEmptyState()
{
    const bool empty = m_model.rowCount() == 0;
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_list);
    if (!empty) {
        return;
    }
    if (m_model.isSearching()) {
        m_empty->show(tr("Nothing found"), tr("Try fewer words, or another form of them."), {});
    } else if (m_query == ListQuery{.order = m_query.order}) {
        m_empty->show(tr("Nothing here yet"),
                      tr("Connect the mailbox that your customers write to, or import mail or an export."),
                      tr("Import files…"));
        m_empty->offerFirst(tr("Connect an account…"));
    } else {
        m_empty->show(tr("Nothing here"), tr("This view has no conversations now."), {});
    }
}

void InboxPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
