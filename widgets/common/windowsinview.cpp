// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/windowsinview.h"

#include <QApplication>
#include <QRegion>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace aside {

namespace {

constexpr std::chrono::milliseconds pause{200}; // until bars and window manager are done

qint64 overlap(const QRect &one, const QRect &other)
{
    const QRect both = one.intersected(other);
    return both.isEmpty() ? 0 : qint64{both.width()} * both.height();
}

/// The first is the primary one.
QList<QRect> roomOfScreens()
{
    QList<QRect> rooms;
    const QList<QScreen *> screens = QGuiApplication::screens();
    for (const QScreen *screen : screens) {
        rooms.append(screen->availableGeometry());
    }
    return rooms;
}

/// Menus and tips go by themselves; what fills a screen is put on another one by the desktop.
bool isToBeKept(const QWidget &window)
{
    const bool isOrdinary = window.windowType() == Qt::Window || window.windowType() == Qt::Dialog;
    return isOrdinary && window.isVisible() && !window.isMaximized() && !window.isFullScreen();
}

void bringBack(QWidget &window, const QList<QRect> &screens)
{
    const QRect frame = window.frameGeometry();
    const QRect wanted = inView(frame, screens);
    if (wanted == frame) {
        return;
    }
    const QSize border = frame.size() - window.size();
    window.resize(wanted.size() - border);
    window.move(inView({wanted.topLeft(), window.size() + border}, screens).topLeft()); // it may need more
}

} // namespace

QRect inView(const QRect &frame, const QList<QRect> &screens)
{
    QRegion hidden(frame);
    for (const QRect &screen : screens) {
        hidden -= screen;
    }
    if (hidden.isEmpty() || screens.isEmpty()) {
        return frame;
    }
    const QRect screen
        = *std::ranges::max_element(screens, {}, [&frame](const QRect &one) { return overlap(frame, one); });
    const QSize size = frame.size().boundedTo(screen.size());
    return {{std::clamp(frame.left(), screen.left(), screen.left() + screen.width() - size.width()),
             std::clamp(frame.top(), screen.top(), screen.top() + screen.height() - size.height())},
            size};
}

WindowsInView::WindowsInView(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &WindowsInView::look);
    const QList<QScreen *> screens = QGuiApplication::screens();
    for (const QScreen *screen : screens) {
        watch(screen);
    }
    connect(qApp, &QGuiApplication::screenAdded, this, &WindowsInView::watch);
    connect(qApp, &QGuiApplication::screenRemoved, &m_pause, qOverload<>(&QTimer::start));
}

void WindowsInView::watch(const QScreen *screen)
{
    connect(screen, &QScreen::geometryChanged, &m_pause, qOverload<>(&QTimer::start));
}

void WindowsInView::look()
{
    const QList<QRect> screens = roomOfScreens();
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (isToBeKept(*window)) {
            bringBack(*window, screens);
        }
    }
}

} // namespace aside
