// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/channelpage.h"

#include "widgets/accounts/channelguides.h"
#include "widgets/common/words.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QListWidget>

#include <algorithm>

namespace aside {

namespace {

constexpr int rowSpace = 10;
constexpr int channelRole = Qt::UserRole;

Channel channelOf(const QListWidgetItem &item)
{
    return static_cast<Channel>(item.data(channelRole).toInt());
}

} // namespace

ChannelPage::ChannelPage(const QList<Channel> &channels, QWidget *parent)
    : WizardPage(parent)
    , m_words(addWords())
    , m_list(new QListWidget(this))
    , m_summary(nullptr)
{
    m_list->setObjectName(QStringLiteral("accountChannel"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const Channel channel : channels) {
        auto *item = new QListWidgetItem(themedIcon(channelIconName(channel)), QString(), m_list);
        item->setData(channelRole, static_cast<int>(channel));
    }
    column().addWidget(m_list);
    m_summary = addHint();
    m_summary->setObjectName(QStringLiteral("channelSummary"));
    column().addStretch();
    connect(m_list, &QListWidget::currentRowChanged, this, [this] { retranslate(); });
    connect(m_list, &QListWidget::itemDoubleClicked, this, &WizardPage::nextAsked); // Enter is the button
    m_list->setCurrentRow(0);
    retranslate();
}

Channel ChannelPage::channel() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item != nullptr ? channelOf(*item) : Channel::Email;
}

void ChannelPage::takeFocus()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void ChannelPage::retranslate()
{
    setTitle(tr("Where do your customers write?"));
    m_words->setText(
        tr("Each account is connected once. What you connect stays between this computer and the "
           "service."));
    m_list->setAccessibleName(tr("Channel"));
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        item->setText(channelLabel(channelOf(*item)));
        item->setData(Qt::AccessibleDescriptionRole, guideTo(channelOf(*item)).summary);
    }
    if (m_summary != nullptr) {
        m_summary->setText(guideTo(channel()).summary);
    }
    fit();
}

/// All of them are seen at once, whatever the size of the letters.
void ChannelPage::fit()
{
    const int height = std::max(fontMetrics().height(), m_list->iconSize().height()) + rowSpace;
    for (int row = 0; row < m_list->count(); ++row) {
        m_list->item(row)->setSizeHint({0, height});
    }
    m_list->setFixedHeight(m_list->count() * height + 2 * m_list->frameWidth());
}

void ChannelPage::changeEvent(QEvent *event)
{
    WizardPage::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fit();
    }
}

} // namespace aside
