// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/composer/sendundobar.h"

#include "widgets/common/foreigntext.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace aside {

namespace {

constexpr std::chrono::milliseconds step{250};
constexpr int progressHeight = 4;

} // namespace

SendUndoBar::SendUndoBar(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_words(plainLabel(this))
    , m_progress(new QProgressBar(this))
    , m_undo(new QPushButton(this))
    , m_sendNow(new QPushButton(this))
    , m_timer(new QTimer(this))
{
    m_words->setObjectName(QStringLiteral("undoWords"));
    m_words->setWordWrap(true);
    m_progress->setObjectName(QStringLiteral("undoProgress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(progressHeight);
    m_undo->setObjectName(QStringLiteral("undoSendButton"));
    m_undo->setIcon(themedIcon(QStringLiteral("edit-undo")));
    m_sendNow->setObjectName(QStringLiteral("sendNowButton"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_words, 1);
    row->addWidget(m_undo);
    row->addWidget(m_sendNow);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_progress);
    connect(m_undo, &QPushButton::clicked, this, &SendUndoBar::undoAsked);
    connect(m_sendNow, &QPushButton::clicked, this, &SendUndoBar::sendNowAsked);
    m_timer->setInterval(step);
    connect(m_timer, &QTimer::timeout, this, &SendUndoBar::tick);
    retranslate();
    hide();
}

void SendUndoBar::start(About about, Instant until)
{
    m_about = about;
    m_until = until;
    m_window = std::max(std::chrono::milliseconds(1), until - m_clock.now());
    m_isRunning = true;
    m_progress->setRange(0, static_cast<int>(m_window.count()));
    m_sendNow->setVisible(about == About::Reply); // a note is there already
    show();
    retranslate();
    m_timer->start();
    tick();
    if (m_isRunning) {
        Q_EMIT announced(m_words->text());
    }
}

void SendUndoBar::stop()
{
    m_isRunning = false;
    m_timer->stop();
    hide();
}

void SendUndoBar::tick()
{
    const std::chrono::milliseconds left = m_until - m_clock.now();
    if (left.count() <= 0) {
        stop();
        Q_EMIT ended();
        return;
    }
    m_progress->setValue(static_cast<int>(std::min(left, m_window).count()));
    m_words->setText(words(std::chrono::ceil<std::chrono::seconds>(left)));
}

QString SendUndoBar::words(std::chrono::seconds left) const
{
    const int seconds = static_cast<int>(left.count());
    return m_about == About::Reply
        ? tr("Held for %n more second(s), then it goes to the outbox.", nullptr, seconds)
        : tr("The note is added. It can be taken back for %n more second(s).", nullptr, seconds);
}

void SendUndoBar::retranslate()
{
    m_undo->setText(tr("&Undo"));
    m_undo->setAccessibleName(m_about == About::Reply ? tr("Undo sending") : tr("Take the note back"));
    m_sendNow->setText(tr("Send &now"));
    m_progress->setAccessibleName(tr("Time left to undo"));
    if (m_isRunning) {
        tick();
    }
}

void SendUndoBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
