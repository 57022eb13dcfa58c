// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QRect>
#include <QTimer>

class QScreen;

namespace aside {

/// Where a window is to be that lies at `frame`: there, where all of it can be seen, else moved and made
/// smaller into the screen that shows most of it; of screens that show nothing, into the first.
[[nodiscard]] QRect inView(const QRect &frame, const QList<QRect> &screens);

/// Brings windows and dialogs back that lie where a screen was removed or became smaller. Qt leaves them
/// there, and not every window manager fetches them. Lives as long as the windows, on their thread.
class WindowsInView : public QObject
{
    Q_OBJECT
public:
    explicit WindowsInView(QObject *parent = nullptr);

private:
    void watch(const QScreen *screen);
    void look();

    QTimer m_pause;
};

} // namespace aside
