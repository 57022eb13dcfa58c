// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shots/settled.h"

#include "app/profile.h"
#include "models/check/replydesk.h"
#include "models/ports/conversationstore.h"
#include "widgets/mainwindow.h"

#include <QApplication>
#include <QEvent>
#include <QThreadPool>
#include <QWidget>

#include <algorithm>

namespace aside {

namespace {

constexpr std::chrono::milliseconds pulse{15};
constexpr std::chrono::milliseconds restfulness{60};
constexpr std::chrono::seconds patience{8};
/// A timer that fires later than this is a clock or a countdown, not a step on the way.
constexpr std::chrono::milliseconds soon{900};

bool isAboutToFire(const QTimer *timer)
{
    return timer->isActive() && timer->isSingleShot() && timer->remainingTimeAsDuration() < soon;
}

/// What is written has been looked at.
bool draftIsChecked()
{
    return std::ranges::none_of(QApplication::topLevelWidgets(), [](QWidget *top) {
        const auto *window = qobject_cast<MainWindow *>(top);
        return window && !window->services().replyDesk.isCurrent();
    });
}

bool timersAreQuiet()
{
    return std::ranges::none_of(QApplication::topLevelWidgets(), [](const QWidget *window) {
        return std::ranges::any_of(window->findChildren<QTimer *>(), isAboutToFire);
    });
}

} // namespace

Settled::Settled(Profile &profile, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
{
    m_pulse.setInterval(pulse);
    connect(&m_pulse, &QTimer::timeout, this, &Settled::look);
    qApp->installEventFilter(this);
}

void Settled::wait()
{
    m_quiet.start();
    m_waiting.start();
    m_hasAnswered = false;
    askProfile();
    m_pulse.start();
}

/// The storage answers in the order it was asked, so this answer comes after all others.
void Settled::askProfile()
{
    m_profile.conversations()
        .ids({.view = View::Closed})
        .then(this, [this](const Result<QList<ConversationId>> &) {
            m_profile.conversations().counts().then(this, [this](const auto &) { m_hasAnswered = true; });
        });
}

bool Settled::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Paint:
    case QEvent::LayoutRequest:
    case QEvent::Show:
    case QEvent::Resize:
        m_quiet.start();
        break;
    case QEvent::MetaCall: // a queued signal, or the answer of a future
        if (watched != this) {
            m_quiet.start();
        }
        break;
    default: // all the other kinds change nothing on the screen
        break;
    }
    return QObject::eventFilter(watched, event);
}

void Settled::look()
{
    if (m_waiting.durationElapsed() > patience) {
        m_pulse.stop();
        Q_EMIT gaveUp();
        return;
    }
    const bool isPoolIdle = QThreadPool::globalInstance()->activeThreadCount() == 0;
    if (m_hasAnswered && isPoolIdle && m_quiet.durationElapsed() > restfulness && timersAreQuiet()
        && draftIsChecked()) {
        m_pulse.stop();
        Q_EMIT settled();
    }
}

} // namespace aside
