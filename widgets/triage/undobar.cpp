// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/triage/undobar.h"

#include "widgets/common/foreigntext.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

namespace aside {

namespace {

constexpr int margin = 8;
constexpr std::chrono::seconds shownFor{12};

} // namespace

UndoBar::UndoBar(QWidget *parent)
    : QWidget(parent)
    , m_words(plainLabel(this))
    , m_undo(new QPushButton(this))
    , m_away(new QTimer(this))
{
    setObjectName(QStringLiteral("undoBar"));
    m_words->setObjectName(QStringLiteral("undoBarWords"));
    m_words->setWordWrap(true);
    m_undo->setObjectName(QStringLiteral("undoButton"));
    m_undo->setIcon(themedIcon(QStringLiteral("edit-undo")));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(margin + 4, margin, margin, margin);
    row->addWidget(m_words, 1);
    row->addWidget(m_undo);
    m_away->setSingleShot(true);
    m_away->setInterval(shownFor);
    connect(m_away, &QTimer::timeout, this, [this] {
        if (m_undo->hasFocus()) {
            m_away->start(); // not from under the hand
        } else {
            hide();
        }
    });
    connect(m_undo, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT undoAsked();
    });
    retranslate();
    hide();
}

void UndoBar::showDone(const QString &words)
{
    m_words->setText(words);
    show();
    m_away->start();
    QAccessibleAnnouncementEvent announcement(this, words);
    QAccessible::updateAccessibility(&announcement);
}

QString UndoBar::words() const
{
    return isVisibleTo(parentWidget()) ? m_words->text() : QString();
}

void UndoBar::retranslate()
{
    m_undo->setText(tr("Undo"));
}

void UndoBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void UndoBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTheme().hover);
    painter.fillRect(0, 0, width(), 1, currentTheme().line);
}

} // namespace aside
