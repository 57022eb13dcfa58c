// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/triage/undobar.h"

#include <QAccessible>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

namespace aside {

namespace {

constexpr std::chrono::seconds shownFor{12};

} // namespace

UndoBar::UndoBar(QWidget *parent)
    : UndoStrip(parent)
    , m_away(new QTimer(this))
{
    setObjectName(QStringLiteral("undoBar"));
    label().setObjectName(QStringLiteral("undoBarWords"));
    undoButton().setObjectName(QStringLiteral("undoButton"));
    m_away->setSingleShot(true);
    m_away->setInterval(shownFor);
    connect(m_away, &QTimer::timeout, this, [this] {
        if (undoButton().hasFocus()) {
            m_away->start(); // not from under the hand
        } else {
            hide();
        }
    });
    connect(this, &UndoStrip::undoAsked, this, &QWidget::hide);
    retranslate();
}

void UndoBar::showDone(const QString &words)
{
    label().setText(words);
    show();
    m_away->start();
    QAccessibleAnnouncementEvent announcement(this, words);
    QAccessible::updateAccessibility(&announcement);
}

QString UndoBar::words() const
{
    return isVisibleTo(parentWidget()) ? label().text() : QString();
}

void UndoBar::retranslate()
{
    undoButton().setText(tr("Undo"));
}

void UndoBar::changeEvent(QEvent *event)
{
    UndoStrip::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
