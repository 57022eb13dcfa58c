// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/notify/tray.h"

#include <QAction>
#include <QApplication>
#include <QIcon>
#include <QMenu>
#include <QPainter>
#include <QSystemTrayIcon>

#include <algorithm>

namespace aside {

namespace {

constexpr int iconSize = 64;
constexpr int badgeSize = 38;
constexpr qint64 mostShown = 99;

QPixmap withBadge(QPixmap icon, qint64 number)
{
    const QString words = number > mostShown ? QStringLiteral("%1+").arg(mostShown) : QString::number(number);
    const QRect badge(iconSize - badgeSize, iconSize - badgeSize, badgeSize, badgeSize);
    QPainter painter(&icon);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xb42318));
    painter.drawEllipse(badge);
    QFont font = QApplication::font();
    font.setPixelSize(words.size() > 2 ? badgeSize * 2 / 5 : badgeSize * 3 / 5);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(badge, Qt::AlignCenter, words);
    return icon;
}

} // namespace

Tray::Tray(QObject *parent)
    : QObject(parent)
    , m_menu(std::make_unique<QMenu>())
    , m_icon(new QSystemTrayIcon(this))
    , m_show(m_menu->addAction(QString(), this, &Tray::activated))
    , m_quit(m_menu->addAction(QString(), this, &Tray::quitAsked))
{
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::messageClicked);
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason != QSystemTrayIcon::Context) {
            Q_EMIT activated();
        }
    });
    paint();
}

Tray::~Tray() = default;

void Tray::setState(State state)
{
    m_icon->setVisible(state == State::Shown && QSystemTrayIcon::isSystemTrayAvailable());
}

void Tray::setUnread(qint64 conversations)
{
    qGuiApp->setBadgeNumber(std::max<qint64>(0, conversations));
    if (conversations != m_unread) {
        m_unread = conversations;
        paint();
    }
}

void Tray::setWords(const QString &toolTip, const QString &show, const QString &quit)
{
    m_icon->setToolTip(toolTip);
    m_show->setText(show);
    m_quit->setText(quit);
}

void Tray::showMessage(const QString &title, const QString &body)
{
    if (QSystemTrayIcon::isSystemTrayAvailable() && QSystemTrayIcon::supportsMessages()) {
        m_icon->show();
        m_icon->showMessage(title, body, m_icon->icon());
    }
}

void Tray::paint()
{
    const QPixmap plain = QApplication::windowIcon().pixmap(QSize(iconSize, iconSize), 1);
    m_icon->setIcon(m_unread > 0 && !plain.isNull() ? withBadge(plain, m_unread) : plain);
}

} // namespace aside
