// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/emptypage.h"

#include "widgets/common/foreigntext.h"
#include "widgets/theme/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace aside {

namespace {

constexpr int widest = 420;
constexpr int gap = 12;

} // namespace

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel(this))
    , m_words(plainLabel(this))
    , m_first(new QPushButton(this))
    , m_action(new QPushButton(this))
{
    m_title->setAlignment(Qt::AlignHCenter);
    m_words->setAlignment(Qt::AlignHCenter);
    m_words->setWordWrap(true);
    m_words->setMinimumWidth(widest);
    m_words->setForegroundRole(QPalette::PlaceholderText);
    m_action->setObjectName(QStringLiteral("emptyAction"));
    m_action->setProperty("primary", true);
    m_first->setObjectName(QStringLiteral("emptyFirstAction"));
    m_first->setProperty("primary", true);
    m_first->hide();
    auto *column = new QVBoxLayout(this);
    column->setSpacing(gap);
    column->addStretch(2);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    auto *middle = new QHBoxLayout; // not an alignment: that gives one line of height to two of words
    middle->addStretch();
    middle->addWidget(m_words);
    middle->addStretch();
    column->addLayout(middle);
    column->addWidget(m_first, 0, Qt::AlignHCenter);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    takeFont();
    connect(m_action, &QPushButton::clicked, this, &EmptyPage::actionChosen);
    connect(m_first, &QPushButton::clicked, this, &EmptyPage::firstChosen);
}

void EmptyPage::takeFont()
{
    m_title->setFont(scaledFont(*this, 1.3, QFont::DemiBold));
}

void EmptyPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        takeFont();
    }
}

void EmptyPage::show(const QString &title, const QString &words, const QString &action)
{
    m_title->setText(title);
    m_words->setText(words);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    offerFirst({});
}

void EmptyPage::offerFirst(const QString &first)
{
    m_first->setText(first);
    m_first->setVisible(!first.isEmpty());
    m_action->setProperty("primary", first.isEmpty());
    m_action->update();
}

} // namespace aside
