// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QDBusPendingCallWatcher;
class QDBusVariant;

namespace aside {

/// Whether the desktop is light or dark, from the settings portal of Linux desktops: Qt 6.8 does not tell
/// where no platform theme is installed. Unknown elsewhere and where nobody answers.
class DesktopColors : public QObject
{
    Q_OBJECT
public:
    explicit DesktopColors(QObject *parent = nullptr);

    /// Asks, and listens from then on. Does not wait.
    void start();
    [[nodiscard]] Qt::ColorScheme scheme() const { return m_scheme; }

Q_SIGNALS:
    void changed(Qt::ColorScheme scheme);

private Q_SLOTS: // D-Bus connects by name
    void settingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void takeAnswer(const QDBusPendingCallWatcher &call);
    void take(uint number);

    Qt::ColorScheme m_scheme = Qt::ColorScheme::Unknown;
};

} // namespace aside
