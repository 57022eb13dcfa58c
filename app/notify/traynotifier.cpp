// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/notify/traynotifier.h"

#include "app/notify/tray.h"

namespace aside {

TrayNotifier::TrayNotifier(Tray &tray)
    : m_tray(tray)
{
    connect(&tray, &Tray::messageClicked, this, [this] { Q_EMIT activated(m_last); });
}

void TrayNotifier::notify(const Notification &notification)
{
    m_last = notification.conversation;
    m_tray.showMessage(harmless(notification.title), harmless(notification.body));
}

void TrayNotifier::withdraw(ConversationId)
{
    // A tray's message goes by itself.
}

QString TrayNotifier::harmless(const QString &plain)
{
    QString text = plain;
    text.replace(u'<', u'‹').replace(u'>', u'›').replace(u'&', u'＆');
    return text;
}

} // namespace aside
