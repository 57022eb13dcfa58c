// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/notifier.h"

#include <QHash>
#include <QPointer>

class KNotification;

namespace aside {

/// Notifications through KNotifications: with a reply in place where the desktop has it.
class DesktopNotifier : public Notifier
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopNotifier)
public:
    using Notifier::Notifier;
    ~DesktopNotifier() override;

    /// KNotifications shows nothing unless aside.notifyrc is installed.
    [[nodiscard]] static bool isAvailable();

    void notify(const Notification &notification) override;
    void withdraw(ConversationId id) override;

private:
    KNotification *make(const Notification &notification);

    QHash<ConversationId, QPointer<KNotification>> m_shown; ///< they delete themselves when closed
};

} // namespace aside
