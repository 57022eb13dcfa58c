// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/desktopcolors.h"

#include "models/core/logging.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include <chrono>

namespace aside {

namespace {

constexpr std::chrono::milliseconds patience{2000};

// XDG desktop portal: org.freedesktop.appearance color-scheme.
constexpr uint prefersDark = 1;
constexpr uint prefersLight = 2;

const QString &service()
{
    static const QString name = QStringLiteral("org.freedesktop.portal.Desktop");
    return name;
}

const QString &path()
{
    static const QString name = QStringLiteral("/org/freedesktop/portal/desktop");
    return name;
}

const QString &interface()
{
    static const QString name = QStringLiteral("org.freedesktop.portal.Settings");
    return name;
}

const QString &appearance()
{
    static const QString name = QStringLiteral("org.freedesktop.appearance");
    return name;
}

const QString &colorScheme()
{
    static const QString name = QStringLiteral("color-scheme");
    return name;
}

/// Some portals wrap once, others twice.
uint unwrapped(const QDBusVariant &wrapped)
{
    QVariant value = wrapped.variant();
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    return value.toUInt();
}

} // namespace

DesktopColors::DesktopColors(QObject *parent)
    : QObject(parent)
{
}

void DesktopColors::start()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        qCInfo(logPlatform) << "no session bus to ask for the colours of the desktop";
        return;
    }
    bus.connect(service(), path(), interface(), QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage question
        = QDBusMessage::createMethodCall(service(), path(), interface(), QStringLiteral("Read"));
    question.setArguments({appearance(), colorScheme()});
    auto *call
        = new QDBusPendingCallWatcher(bus.asyncCall(question, static_cast<int>(patience.count())), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, call] {
        takeAnswer(*call);
        call->deleteLater();
    });
}

void DesktopColors::takeAnswer(const QDBusPendingCallWatcher &call)
{
    const QDBusPendingReply<QDBusVariant> reply = call;
    if (reply.isError()) {
        qCInfo(logPlatform) << "the desktop does not say its colours:" << reply.error().name();
        return;
    }
    take(unwrapped(reply.value()));
}

void DesktopColors::settingChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space == appearance() && key == colorScheme()) {
        take(unwrapped(value));
    }
}

void DesktopColors::take(uint number)
{
    const Qt::ColorScheme scheme = number == prefersDark ? Qt::ColorScheme::Dark
        : number == prefersLight                         ? Qt::ColorScheme::Light
                                                         : Qt::ColorScheme::Unknown;
    if (scheme != m_scheme) {
        m_scheme = scheme;
        Q_EMIT changed(scheme);
    }
}

} // namespace aside
