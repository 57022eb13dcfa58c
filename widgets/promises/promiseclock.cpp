// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/promises/promiseclock.h"

#include "widgets/inbox/rowchips.h"
#include "widgets/theme/icons.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QTimer>

namespace aside {

namespace {

using namespace std::chrono_literals;

constexpr auto betweenLooks = 20s;

} // namespace

PromiseClock::PromiseClock(const Clock &clock, const QList<QAction *> &acts, QWidget *parent)
    : ElidedButton(parent)
    , m_clock(clock)
    , m_timer(new QTimer(this))
    , m_keep(acts.at(0))
    , m_delay(acts.at(1))
{
    setObjectName(QStringLiteral("promiseClock"));
    auto *menu = new QMenu(this);
    menu->addActions(acts);
    setMenu(menu);
    connect(m_timer, &QTimer::timeout, this, &PromiseClock::tell);
    hide();
}

void PromiseClock::show(Instant dueAt)
{
    m_dueAt = dueAt;
    const bool isOpen = dueAt != Instant{};
    setVisible(isOpen);
    m_keep->setEnabled(isOpen);
    m_delay->setEnabled(isOpen);
    if (isOpen) {
        m_timer->start(betweenLooks);
        tell();
    } else {
        m_timer->stop();
    }
}

QSize PromiseClock::minimumSizeHint() const
{
    constexpr int air = 16;
    return {iconSize().width() + air, ElidedButton::minimumSizeHint().height()};
}

void PromiseClock::tell()
{
    const Instant now = m_clock.now();
    const QString icon = m_dueAt <= now ? QStringLiteral("data-warning") : QStringLiteral("clock");
    setIcon(themedIcon(icon, IconColor::Secondary));
    setWords(promiseTime(m_dueAt, now));
    setAccessibleName(promiseMark(m_dueAt, now));
    setToolTip(promiseMark(m_dueAt, now));
}

void PromiseClock::resizeEvent(QResizeEvent *event)
{
    ElidedButton::resizeEvent(event);
    if (m_dueAt != Instant{}) {
        setToolTip(promiseMark(m_dueAt, m_clock.now())); // in full, whatever the button has room for
    }
}

void PromiseClock::changeEvent(QEvent *event)
{
    ElidedButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_dueAt != Instant{}) {
        tell();
    }
}

} // namespace aside
