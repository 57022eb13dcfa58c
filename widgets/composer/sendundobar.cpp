// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/composer/sendundobar.h"

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
    : UndoStrip(parent)
    , m_clock(clock)
    , m_progress(new QProgressBar(this))
    , m_sendNow(new QPushButton(this))
    , m_timer(new QTimer(this))
{
    label().setObjectName(QStringLiteral("undoWords"));
    m_progress->setObjectName(QStringLiteral("undoProgress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(progressHeight);
    undoButton().setObjectName(QStringLiteral("undoSendButton"));
    m_sendNow->setObjectName(QStringLiteral("sendNowButton"));
    buttons().addWidget(m_sendNow);
    column().addWidget(m_progress);
    connect(m_sendNow, &QPushButton::clicked, this, &SendUndoBar::sendNowAsked);
    m_timer->setInterval(step);
    connect(m_timer, &QTimer::timeout, this, &SendUndoBar::tick);
    retranslate();
}

void SendUndoBar::start(About about, Instant until)
{
    m_about = about;
    m_until = until;
    m_window = std::max(std::chrono::milliseconds(1), until - m_clock.now());
    m_isRunning = true;
    m_progress->setRange(0, static_cast<int>(m_window.count()));
    m_sendNow->setVisible(about == About::Reply); // a note is there already; two halves have an order
    show();
    retranslate();
    m_timer->start();
    tick();
    if (m_isRunning) {
        Q_EMIT announced(label().text());
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
    label().setText(words(std::chrono::ceil<std::chrono::seconds>(left)));
}

QString SendUndoBar::words(std::chrono::seconds left) const
{
    const int seconds = static_cast<int>(left.count());
    switch (m_about) {
    case About::Reply:
        return tr("Held for %n more second(s), then it goes to the outbox.", nullptr, seconds);
    case About::Note:
        return tr("The note is added. It can be taken back for %n more second(s).", nullptr, seconds);
    case About::Move:
        return tr("Nothing has left yet: it can be undone for %n more second(s).", nullptr, seconds);
    }
    return {};
}

void SendUndoBar::retranslate()
{
    undoButton().setText(tr("&Undo"));
    undoButton().setAccessibleName(m_about == About::Note ? tr("Take the note back") : tr("Undo sending"));
    m_sendNow->setText(tr("Send &now"));
    m_progress->setAccessibleName(tr("Time left to undo"));
    if (m_isRunning) {
        tick();
    }
}

void SendUndoBar::changeEvent(QEvent *event)
{
    UndoStrip::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
