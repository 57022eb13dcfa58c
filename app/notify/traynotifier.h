// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/notifier.h"

namespace aside {

class Tray;

/// Notifications as messages of the tray icon: seen and clicked, not answered. Where there is no tray,
/// nothing is shown.
class TrayNotifier : public Notifier
{
    Q_OBJECT
public:
    explicit TrayNotifier(Tray &tray);

    void notify(const Notification &notification) override;
    void withdraw(ConversationId id) override;

    /// Some desktops read markup in it, so nothing may look like markup.
    [[nodiscard]] static QString harmless(const QString &plain);

private:
    Tray &m_tray;
    ConversationId m_last;
};

} // namespace aside
