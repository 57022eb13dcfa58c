// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/http/strictrequest.h"

#include <QSslConfiguration>

#include <algorithm>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr int httpPort = 80;
constexpr int httpsPort = 443;
constexpr qsizetype mostTries = 3;

QSslConfiguration strictTls(const QList<QSslCertificate> &authorities)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!authorities.isEmpty()) {
        tls.setCaCertificates(authorities);
    }
    return tls;
}

} // namespace

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "http"_L1 ? httpPort : httpsPort);
}

QByteArray hostHeader(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    const QString name = host.contains(u':') ? u'[' + host + u']' : host;
    const bool isUsual = portOf(url) == (url.scheme() == "http"_L1 ? httpPort : httpsPort);
    return (isUsual ? name : name + u':' + QString::number(url.port())).toLatin1();
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

Errc errcOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return Errc::Tls;
    case QNetworkReply::TimeoutError:
        return Errc::Timeout;
    default: // Qt's, and most of them are about a connection that is not there
        return Errc::Network;
    }
}

QNetworkRequest strictRequest(const QUrl &url, const QHostAddress &address,
                              const QList<QSslCertificate> &authorities)
{
    QUrl pinned = url;
    pinned.setHost(address.toString());
    pinned.setFragment({});
    QNetworkRequest request(pinned);
    request.setPeerVerifyName(url.host(QUrl::FullyEncoded));
    request.setRawHeader("Host", hostHeader(url));
    request.setRawHeader("Accept-Encoding", "identity"); // what is counted is what there is
    using Attribute = QNetworkRequest::Attribute;
    request.setAttribute(Attribute::CacheSaveControlAttribute, false);
    request.setAttribute(Attribute::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(Attribute::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(Attribute::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(Attribute::Http2AllowedAttribute, false); // it would name the address, not the host
    request.setSslConfiguration(strictTls(authorities));
    return request;
}

QList<QHostAddress> inOrderOfTrying(QList<QHostAddress> addresses)
{
    // Few networks are without IPv4; many have an IPv6 that leads nowhere.
    std::ranges::stable_partition(addresses, [](const QHostAddress &address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    });
    return addresses.first(std::min(addresses.size(), mostTries));
}

} // namespace aside
