// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inbox/inboxpane.h"

#include "models/core/clock.h"
#include "models/items/conversationlistmodel.h"
#include "widgets/common/emptypage.h"
#include "widgets/inbox/conversationlist.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>

namespace aside {

namespace {

constexpr int margin = 8;
constexpr std::chrono::milliseconds searchPause{150};

} // namespace

InboxPane::InboxPane(ConversationListModel &model, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_search(new QLineEdit(this))
    , m_list(new ConversationList(ConversationListModel::RowRole, ConversationListModel::LoadedRole, this))
    , m_empty(new EmptyPage(this))
    , m_stack(new QStackedWidget(this))
    , m_delay(new QTimer(this))
{
    m_list->setModel(&m_model);
    m_model.setTextProvider(
        [&clock](const ConversationRow &row) { return ConversationList::accessibleText(row, clock.now()); });
    buildLayout();
    m_delay->setSingleShot(true);
    m_delay->setInterval(searchPause);
    connect(m_search, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_delay, &QTimer::timeout, this, [this] { m_model.showSearch(m_search->text().trimmed()); });
    connect(m_search, &QLineEdit::returnPressed, this, &InboxPane::focusList);
    const auto *leave = new QShortcut(Qt::Key_Escape, m_search, nullptr, nullptr, Qt::WidgetShortcut);
    connect(leave, &QShortcut::activated, this, &InboxPane::leaveSearch);
    connect(m_list, &ConversationList::chosen, this, &InboxPane::chosen);
    connect(&m_model, &ConversationListModel::idsLoaded, this, &InboxPane::showEmptyState);
    connect(m_empty, &EmptyPage::actionChosen, this, &InboxPane::importAsked);
}

void InboxPane::buildLayout()
{
    m_search->setObjectName(QStringLiteral("searchField"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search"), IconColor::Secondary),
                        QLineEdit::LeadingPosition);
    m_list->setObjectName(QStringLiteral("conversationList"));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *field = new QHBoxLayout;
    field->setContentsMargins(margin, margin, margin, margin);
    field->addWidget(m_search);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(field);
    column->addWidget(m_stack, 1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFocusProxy(m_list);
    retranslate();
}

void InboxPane::retranslate()
{
    m_search->setAccessibleName(tr("Search"));
    m_search->setPlaceholderText(tr("Search (Ctrl+Shift+F)"));
    m_list->setAccessibleName(tr("Conversations"));
    if (m_stack->currentWidget() == m_empty) {
        showEmptyState();
    }
}

void InboxPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void InboxPane::showView(View view)
{
    m_view = view;
    m_search->clear();
    m_delay->stop();
    m_model.showView({.view = view});
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
    } else if (m_view == View::Inbox) {
        m_empty->show(tr("Nothing here yet"), tr("Import your mail or an export to begin."),
                      tr("Import files…"));
    } else {
        m_empty->show(tr("Nothing here"), tr("This view has no conversations now."), {});
    }
}

} // namespace aside
