// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/notify/tray.h"
#include "models/ports/notifier.h"
#include "models/services/announcer.h"
#include "models/services/promisereminders.h"

#include <QObject>

#include <memory>

namespace aside {

class MainWindow;

/// Tells the desktop what arrived, what is promised and how much is unread, and brings the window to what was
/// chosen there.
class WindowNotifications : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowNotifications)
public:
    explicit WindowNotifications(MainWindow &window);
    ~WindowNotifications() override;

    [[nodiscard]] Announcer &announcer() { return m_announcer; }

Q_SIGNALS:
    void windowAsked();
    /// From a reminder.
    void delayAsked(aside::ConversationId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectNotifier();
    void connectReminders();
    void takePreferences(const Preferences &preferences);
    void lookAgain();
    void refreshUnread();
    void retranslate();

    MainWindow &m_window;
    Announcer m_announcer;
    PromiseReminders m_reminders;
    Tray m_tray;
    std::unique_ptr<Notifier> m_notifier;
};

} // namespace aside
