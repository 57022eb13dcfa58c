// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

class QAction;
class QMenu;
class QSystemTrayIcon;

#include <memory>

namespace aside {

/// The icon in the tray with the number of unread conversations, as an option. The number is on the
/// program's icon in the task bar as well, where the desktop shows one.
class Tray : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tray)
public:
    enum class State { Shown, Hidden };

    explicit Tray(QObject *parent = nullptr);
    ~Tray() override;

    void setState(State state);
    void setUnread(qint64 conversations);
    /// "Show" and "Quit", in the language of now.
    void setWords(const QString &toolTip, const QString &show, const QString &quit);
    /// A message beside the icon; shows the icon for it where it is hidden. Does nothing without a tray.
    void showMessage(const QString &title, const QString &body);

Q_SIGNALS:
    void activated();
    void quitAsked();
    void messageClicked();

private:
    void paint();

    std::unique_ptr<QMenu> m_menu;
    QSystemTrayIcon *m_icon;
    QAction *m_show;
    QAction *m_quit;
    qint64 m_unread = 0;
};

} // namespace aside
