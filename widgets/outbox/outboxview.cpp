// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/outbox/outboxview.h"

#include "models/core/clock.h"
#include "models/outbox/outboxmachine.h"
#include "widgets/common/accessiblechoice.h"
#include "widgets/common/contentalignment.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/common/wrappingrow.h"
#include "widgets/outbox/connectionstatus.h"
#include "widgets/outbox/outboxdelegate.h"
#include "widgets/outbox/outboxdetails.h"
#include "widgets/outbox/outboxreasons.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

namespace aside {

namespace {

constexpr int margin = 16;
constexpr qsizetype longestText = 120;

} // namespace

OutboxView::OutboxView(const OutboxServices &services, QWidget *parent)
    : QWidget(parent)
    , m_clock(services.clock)
    , m_title(plainLabel(this))
    , m_list(new QListWidget(this))
    , m_reasons(new OutboxReasons(
          {.conversations = services.conversations, .checks = services.checks, .desk = services.desk}, this))
    , m_details(new OutboxDetails(m_clock, this))
    , m_empty(plainLabel(this))
    , m_withdraw(new QPushButton(this))
    , m_open(new QPushButton(this))
    , m_withdrawAction(new QAction(this))
    , m_openAction(new QAction(this))
{
    m_list->setObjectName(QStringLiteral("outboxList"));
    letScreenReadersChoose(*m_list);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new OutboxDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions({m_openAction, m_withdrawAction});
    m_withdrawAction->setShortcut(QKeySequence::Delete);
    m_withdrawAction->setShortcutContext(Qt::WidgetShortcut);
    m_title->setObjectName(QStringLiteral("outboxTitle"));
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_title, m_empty}) {
        alignByWindow(label);
    }
    m_withdraw->setObjectName(QStringLiteral("withdrawButton"));
    m_open->setObjectName(QStringLiteral("openConversationButton"));
    layOut();
    connectParts();
    takeFont();
    retranslate();
}

void OutboxView::layOut()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    auto *buttons = new WrappingRow;
    buttons->addWidget(m_open);
    buttons->addWidget(m_withdraw);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->addWidget(m_title);
    column->addWidget(m_empty, 1, Qt::AlignTop);
    column->addWidget(m_list, 1);
    column->addWidget(m_reasons);
    column->addWidget(m_details);
    column->addLayout(buttons);
}

void OutboxView::connectParts()
{
    connect(m_list, &QListWidget::currentRowChanged, this, &OutboxView::updateCurrent);
    connect(m_reasons, &OutboxReasons::failed, this, &OutboxView::failed);
    const auto withdraw = [this] {
        if (const OutboxItem *item = current(); item != nullptr && m_withdraw->isEnabled()) {
            Q_EMIT withdrawAsked(item->id);
        }
    };
    connect(m_withdraw, &QPushButton::clicked, this, withdraw);
    connect(m_withdrawAction, &QAction::triggered, this, withdraw);
    const auto open = [this] {
        if (const OutboxItem *item = current()) {
            Q_EMIT conversationChosen(item->conversation);
        }
    };
    connect(m_details, &OutboxDetails::sendAsked, this, &OutboxView::sendAsked);
    connect(m_details, &OutboxDetails::sendAnywayAsked, this, &OutboxView::sendAnywayAsked);
    connect(m_details, &OutboxDetails::foundByOperator, this, &OutboxView::foundByOperator);
    connect(m_details, &OutboxDetails::notFoundByOperator, this, &OutboxView::notFoundByOperator);
    connect(m_details, &OutboxDetails::takeAsked, this, &OutboxView::takeAsked);
    connect(m_details, &OutboxDetails::postedAsked, this, &OutboxView::postedAsked);
    connect(m_open, &QPushButton::clicked, this, open);
    connect(m_openAction, &QAction::triggered, this, open);
    connect(m_list, &QListWidget::itemActivated, this, open);
}

void OutboxView::takeFont()
{
    m_title->setFont(scaledFont(*this, 1.25, QFont::DemiBold));
}

void OutboxView::retranslate()
{
    m_title->setText(tr("Outbox"));
    m_list->setAccessibleName(tr("Outbox"));
    m_empty->setText(tr("Nothing waits to be sent."));
    m_open->setText(tr("Sh&ow conversation"));
    m_openAction->setText(tr("Sh&ow conversation"));
    show(QList<OutboxItem>(m_items));
}

void OutboxView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::FontChange) {
        takeFont();
    }
}

QString OutboxView::lineFor(const OutboxItem &item) const
{
    const QString head
        = tr("%1 · %2 · to %3 on %4 · %5")
              .arg(outboxStateLabel(item.state), audienceLabel(item.audience), oneLine(item.person),
                   channelLabel(item.channel), whenLabel(item.createdAt, m_clock.now()));
    const QString reason = outboxReason(item);
    QStringList lines{head, oneLine(item.text, longestText)};
    if (!item.attachments.isEmpty()) {
        lines.append(tr("Attached: %1").arg(outboxFiles(item)));
    }
    if (!reason.isEmpty()) {
        lines.append(reason);
    }
    return lines.join(u'\n');
}

void OutboxView::show(const QList<OutboxItem> &items)
{
    const int row = m_list->currentRow();
    m_items = items;
    {
        const QSignalBlocker quiet(m_list); // the same one may be chosen afterwards
        m_list->clear();
        for (const OutboxItem &item : items) {
            auto *line = new QListWidgetItem(lineFor(item), m_list); // the list owns it
            line->setData(outboxItemRole, QVariant::fromValue(item));
        }
        m_list->setCurrentRow(std::min(std::max(row, 0), static_cast<int>(items.size()) - 1));
    }
    m_list->setVisible(!items.isEmpty());
    m_empty->setVisible(items.isEmpty());
    m_open->setVisible(!items.isEmpty());
    m_withdraw->setVisible(!items.isEmpty());
    updateCurrent();
}

const OutboxItem *OutboxView::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_items.size() ? &m_items.at(row) : nullptr;
}

void OutboxView::updateCurrent()
{
    const OutboxItem *item = current();
    m_reasons->show(item);
    m_details->show(item, m_items);
    m_open->setEnabled(item != nullptr);
    m_withdraw->setEnabled(item != nullptr
                           && nextOutboxPosition(positionOf(*item), OutboxEvent::Withdraw).has_value());
    m_withdraw->setText(item != nullptr && wantsDecision(*item) ? tr("&Back to the draft")
                                                                : tr("Take &back"));
    m_withdrawAction->setText(m_withdraw->text());
    m_openAction->setEnabled(m_open->isEnabled());
    m_withdrawAction->setEnabled(m_withdraw->isEnabled());
}

} // namespace aside
