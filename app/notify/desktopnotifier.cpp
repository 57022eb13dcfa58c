// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/notify/desktopnotifier.h"

#include <KNotification>
#include <KNotificationReplyAction>

#include <QStandardPaths>

namespace aside {

namespace {

constexpr auto offeredProperty = "asideOffered";

/// Bodies are read as HTML.
QString escaped(const QString &plain)
{
    return plain.toHtmlEscaped();
}

} // namespace

DesktopNotifier::~DesktopNotifier()
{
    for (const QPointer<KNotification> &shown : std::as_const(m_shown)) {
        if (shown != nullptr) {
            shown->close();
        }
    }
}

bool DesktopNotifier::isAvailable()
{
    return !QStandardPaths::locate(QStandardPaths::GenericDataLocation,
                                   QStringLiteral("knotifications6/aside.notifyrc"))
                .isEmpty();
}

void DesktopNotifier::notify(const Notification &notification)
{
    QPointer<KNotification> &shown = m_shown[notification.conversation];
    const QStringList offered{notification.replyLabel, notification.delayLabel};
    if (shown != nullptr && shown->property(offeredProperty).toStringList() != offered) {
        shown->close(); // its buttons cannot change while it is shown
        shown = nullptr;
    }
    if (shown != nullptr) {
        shown->setTitle(notification.title);
        shown->setText(escaped(notification.body));
        return;
    }
    shown = make(notification);
    shown->setProperty(offeredProperty, offered);
    shown->sendEvent();
}

KNotification *DesktopNotifier::make(const Notification &notification)
{
    const ConversationId id = notification.conversation;
    auto *made = new KNotification(QStringLiteral("arrival"), KNotification::CloseOnTimeout, this);
    made->setComponentName(QStringLiteral("aside"));
    made->setTitle(notification.title); // plain by the specification
    made->setText(escaped(notification.body));
    made->setIconName(QStringLiteral("org.aside.Aside"));
    KNotificationAction *open = made->addDefaultAction(notification.openLabel);
    connect(open, &KNotificationAction::activated, this, [this, id] { Q_EMIT activated(id); });
    if (!notification.delayLabel.isEmpty()) {
        const KNotificationAction *delay = made->addAction(notification.delayLabel);
        connect(delay, &KNotificationAction::activated, this, [this, id] { Q_EMIT delayAsked(id); });
    }
    if (!notification.replyLabel.isEmpty()) {
        auto reply = std::make_unique<KNotificationReplyAction>(notification.replyLabel);
        reply->setSubmitButtonText(notification.replyLabel);
        reply->setFallbackBehavior(KNotificationReplyAction::FallbackBehavior::UseRegularAction);
        connect(reply.get(), &KNotificationReplyAction::activated, this,
                [this, id] { Q_EMIT activated(id); });
        connect(reply.get(), &KNotificationReplyAction::replied, this,
                [this, id](const QString &text) { Q_EMIT replied(id, text); });
        made->setReplyAction(std::move(reply));
    }
    return made;
}

void DesktopNotifier::withdraw(ConversationId id)
{
    if (const QPointer<KNotification> shown = m_shown.take(id); shown != nullptr) {
        shown->close();
    }
}

} // namespace aside
