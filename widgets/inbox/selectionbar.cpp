// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inbox/selectionbar.h"

#include "widgets/common/foreigntext.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace aside {

namespace {

constexpr int margin = 8;

} // namespace

SelectionBar::SelectionBar(QWidget *parent)
    : QWidget(parent)
    , m_words(plainLabel(this))
    , m_buttons(new QWidget(this))
    , m_clear(new QToolButton(this))
{
    setObjectName(QStringLiteral("selectionBar"));
    m_words->setObjectName(QStringLiteral("selectionWords"));
    m_clear->setObjectName(QStringLiteral("clearSelectionButton"));
    m_clear->setIcon(themedIcon(QStringLiteral("window-close")));
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(0);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(margin + 4, margin / 2, margin, margin / 2);
    row->addWidget(m_words, 1);
    row->addWidget(m_buttons);
    row->addWidget(m_clear);
    connect(m_clear, &QToolButton::clicked, this, &SelectionBar::clearAsked);
    retranslate();
    hide();
}

void SelectionBar::setCommands(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        auto *button = new QToolButton(m_buttons);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        m_buttons->layout()->addWidget(button);
    }
}

void SelectionBar::showCount(qsizetype count)
{
    m_count = count;
    //: How many conversations are selected
    m_words->setText(tr("%n selected", nullptr, static_cast<int>(count)));
    setVisible(count > 1);
}

void SelectionBar::retranslate()
{
    m_clear->setToolTip(tr("Select only one again"));
    m_clear->setAccessibleName(tr("Select only one again"));
    showCount(m_count);
}

void SelectionBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void SelectionBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTheme().selection);
}

} // namespace aside
