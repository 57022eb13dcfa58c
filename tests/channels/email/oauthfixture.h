// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/oauth/tokenflow.h"
#include "tests/channels/email/waiting.h"
#include "tests/servers/authorizationserver.h"
#include "tests/servers/mailedgefake.h"
#include "tests/support/testclock.h"
#include "tests/support/waiting.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QTest>

namespace aside::test {

/// What a browser gets from there: the head and the body, as soon as the other side hangs up.
inline QByteArray visit(const QUrl &url)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(url.port()));
    socket.write("GET " + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)
                 + " HTTP/1.1\r\nHost: " + url.authority().toLatin1() + "\r\nUser-Agent: a browser\r\n\r\n");
    const bool isAnswered = test::waitFor(
        [&] { return socket.state() == QAbstractSocket::UnconnectedState && socket.bytesAvailable() > 0; });
    return isAnswered ? socket.readAll() : QByteArray();
}

/// A service on this machine under the name "test", and a person with a browser.
class OAuthWorld
{
public:
    AuthorizationServer service;
    MailEdgeFake time;
    TestClock clock;
    QNetworkAccessManager network;
    mail::OAuthPreset preset;

    OAuthWorld()
    {
        network.setProxy(QNetworkProxy::NoProxy);
        preset = {.authorizePage = service.page(),
                  .tokenPlace = service.tokenPlace(),
                  .scope = QStringLiteral("mail.all offline"),
                  .issuer = QStringLiteral("https://login.example"),
                  .extras = {{QStringLiteral("access_type"), QStringLiteral("offline")}}};
    }

    [[nodiscard]] mail::OAuthEdge edge()
    {
        return {.preset =
                    [this](const QString &name) {
                        return name == QStringLiteral("test") ? std::optional(preset) : std::nullopt;
                    },
                .mail = time.edge(),
                .network = &network,
                .page = "<p>Done</p>"};
    }

    [[nodiscard]] static OAuthClient client(const QByteArray &secret = {})
    {
        return {.preset = QStringLiteral("test"), .id = QStringLiteral("the-team"), .secret = Secret(secret)};
    }
};

} // namespace aside::test
