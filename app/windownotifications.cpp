// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windownotifications.h"

#include "app/notify/notifiers.h"
#include "models/ports/changefeed.h"
#include "models/ports/conversationstore.h"
#include "models/ports/promisestore.h"
#include "widgets/common/announcement.h"
#include "widgets/mainwindow.h"
#include "widgets/thread/conversationpane.h"

#include <QApplication>
#include <QEvent>

#include <algorithm>

namespace aside {

WindowNotifications::WindowNotifications(MainWindow &window)
    : m_window(window)
    , m_announcer(window.services().conversations, window.services().changes, window.services().clock)
    , m_reminders({.promises = window.services().promises,
                   .conversations = window.services().conversations,
                   .changes = window.services().changes,
                   .clock = window.services().clock})
    , m_notifier(makeNotifier(m_tray))
{
    window.installEventFilter(this);
    connect(&window, &MainWindow::preferencesApplied, this, &WindowNotifications::takePreferences);
    connect(&window, &MainWindow::threadShown, this, &WindowNotifications::lookAgain);
    connect(&window.services().changes, &ChangeFeed::changed, this, &WindowNotifications::refreshUnread);
    connect(&m_tray, &Tray::activated, this, &WindowNotifications::windowAsked);
    connect(&m_tray, &Tray::quitAsked, &window, [] { QApplication::closeAllWindows(); });
    connectNotifier();
    connectReminders();
    takePreferences(window.preferences());
    retranslate();
    refreshUnread();
    m_reminders.start();
}

WindowNotifications::~WindowNotifications() = default;

void WindowNotifications::connectNotifier()
{
    connect(&m_announcer, &Announcer::arrived, this, [this](const ConversationRow &row) {
        const Preview preview = m_window.preferences().showsTexts ? Preview::Shown : Preview::Hidden;
        m_notifier->notify(arrivalNotification(row, preview));
    });
    connect(&m_announcer, &Announcer::manyArrived, this,
            [this](qsizetype conversations) { m_notifier->notify(crowdNotification(conversations)); });
    connect(&m_announcer, &Announcer::settled, this, [this](ConversationId id) { m_notifier->withdraw(id); });
    connect(m_notifier.get(), &Notifier::activated, this, [this](ConversationId id) {
        Q_EMIT windowAsked();
        if (id.isValid()) {
            m_window.openConversation(id);
        }
    });
    connect(m_notifier.get(), &Notifier::delayAsked, this, [this](ConversationId id) {
        Q_EMIT windowAsked();
        Q_EMIT delayAsked(id);
    });
    connect(m_notifier.get(), &Notifier::replied, this, [this](ConversationId id, const QString &text) {
        Q_EMIT windowAsked();
        m_window.addToDraft(id, text);
    });
}

void WindowNotifications::connectReminders()
{
    connect(&m_reminders, &PromiseReminders::due, this,
            [this](const ConversationRow &row, const Promise &promise) {
                const Preview preview = m_window.preferences().showsTexts ? Preview::Shown : Preview::Hidden;
                m_notifier->notify(
                    reminderNotification(row, promise, m_window.services().clock.now(), preview));
            });
    connect(&m_reminders, &PromiseReminders::manyDue, this,
            [this](qsizetype promises) { m_notifier->notify(remindersNotification(promises)); });
    connect(&m_reminders, &PromiseReminders::failed, &m_window, &MainWindow::showError);
}

void WindowNotifications::takePreferences(const Preferences &preferences)
{
    m_announcer.setPreferences(preferences);
    m_reminders.setPreferences(preferences);
    m_reminders.setTimes(reminderTimes(WorkCalendar(preferences.workingHours), preferences.promiseLead));
    m_tray.setState(preferences.hasTray ? Tray::State::Shown : Tray::State::Hidden);
}

void WindowNotifications::lookAgain()
{
    m_announcer.setLookedAt(m_window.isActiveWindow() ? m_window.conversation().current() : ConversationId());
}

void WindowNotifications::refreshUnread()
{
    m_window.services().conversations.counts().then(this, [this](const Result<InboxCounts> &counts) {
        if (!counts) {
            return; // the window says so
        }
        const auto unread = std::ranges::find(counts->views, View::Unread, &ViewCount::view);
        m_tray.setUnread(unread == counts->views.end() ? 0 : unread->count);
    });
}

void WindowNotifications::retranslate()
{
    m_tray.setWords(tr("Aside"), tr("Show Aside"), tr("Quit"));
}

bool WindowNotifications::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowActivate || event->type() == QEvent::WindowDeactivate) {
        lookAgain();
    } else if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace aside
