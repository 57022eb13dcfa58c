// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/authorizationserver.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QTcpSocket>

namespace aside::test {

namespace {

using namespace Qt::StringLiterals;

QString valueOf(const QUrlQuery &query, const QString &name)
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

QByteArray refusal(const QByteArray &why)
{
    return "{\"error\":\"" + why + "\",\"error_description\":\"as the test wants it\"}";
}

} // namespace

AuthorizationServer::AuthorizationServer()
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QIODevice::readyRead, this, [this, socket] { read(*socket); });
            connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    listen(QHostAddress::LocalHost);
}

QUrl AuthorizationServer::place(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(serverPort()).arg(path));
}

void AuthorizationServer::check(bool isRight, const char *what)
{
    if (!isRight) {
        m_problems.append(QString::fromLatin1(what));
    }
}

QUrl AuthorizationServer::agree(const QUrl &page)
{
    const QUrlQuery asked(page);
    const QUrl redirect(valueOf(asked, u"redirect_uri"_s));
    check(valueOf(asked, u"response_type"_s) == u"code", "no code is asked for");
    check(valueOf(asked, u"code_challenge_method"_s) == u"S256", "no S256");
    check(valueOf(asked, u"code_challenge"_s).size() == 43, "no challenge");
    check(valueOf(asked, u"state"_s).size() >= 22, "a state that can be guessed");
    check(redirect.host() == u"127.0.0.1" || redirect.host() == u"localhost", "another machine");
    check(redirect.scheme() == u"http" && redirect.port() > 0, "no port");
    check(!page.toString().contains(u"secret"), "a secret in the address");
    const QString code = u"4/0+a=b&c%1"_s.arg(++m_issued); // as hard to carry as a code can be
    m_codes.insert(code,
                   {.challenge = valueOf(asked, u"code_challenge"_s),
                    .redirect = redirect.toString(QUrl::FullyEncoded),
                    .client = valueOf(asked, u"client_id"_s)});
    QUrlQuery values;
    values.addQueryItem(u"code"_s, QString::fromLatin1(QUrl::toPercentEncoding(code)));
    return m_problems.isEmpty() ? redirectOf(page, values) : QUrl();
}

QUrl AuthorizationServer::refuse(const QUrl &page)
{
    QUrlQuery values;
    values.addQueryItem(u"error"_s, u"access_denied"_s);
    return redirectOf(page, values);
}

QUrl AuthorizationServer::redirectOf(const QUrl &page, QUrlQuery values)
{
    const QUrlQuery asked(page);
    values.addQueryItem(u"state"_s, valueOf(asked, u"state"_s));
    QUrl url(valueOf(asked, u"redirect_uri"_s));
    url.setQuery(values);
    return url;
}

void AuthorizationServer::read(QTcpSocket &socket)
{
    const QByteArray seen = socket.peek(64 * 1'024);
    const qsizetype end = seen.indexOf("\r\n\r\n");
    const qsizetype at = seen.toLower().indexOf("content-length:");
    if (end < 0 || at < 0 || at > end) {
        return;
    }
    const qsizetype length = seen.sliced(at + 15, seen.indexOf('\r', at) - at - 15).trimmed().toLongLong();
    if (seen.size() < end + 4 + length || isMute) {
        return;
    }
    socket.readAll();
    const QByteArray form = seen.sliced(end + 4, length);
    check(seen.startsWith("POST /token "), "tokens are asked for elsewhere");
    const QByteArray body
        = answer.isEmpty() ? tokensFor(QUrlQuery(QString::fromLatin1(form).replace(u'+', u"%20"_s))) : answer;
    const QByteArray line = body.contains("\"error\"") && status == "200 OK" ? "400 Bad Request" : status;
    socket.write("HTTP/1.1 " + line
                 + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket.disconnectFromHost();
}

QByteArray AuthorizationServer::tokensFor(const QUrlQuery &form)
{
    if (!clientSecret.isEmpty() && valueOf(form, u"client_secret"_s).toUtf8() != clientSecret) {
        return refusal("invalid_client");
    }
    check(!clientSecret.isEmpty() || !form.hasQueryItem(u"client_secret"_s), "a secret nobody gave");
    return valueOf(form, u"grant_type"_s) == u"refresh_token" ? renew(form) : redeem(form);
}

QByteArray AuthorizationServer::redeem(const QUrlQuery &form)
{
    const QString code = valueOf(form, u"code"_s);
    const auto consent = m_codes.constFind(code);
    const QByteArray proof
        = QCryptographicHash::hash(valueOf(form, u"code_verifier"_s).toLatin1(), QCryptographicHash::Sha256)
              .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    if (consent == m_codes.cend() || consent->challenge.toLatin1() != proof
        || consent->redirect != valueOf(form, u"redirect_uri"_s)
        || consent->client != valueOf(form, u"client_id"_s)) {
        return refusal("invalid_grant");
    }
    m_codes.erase(consent);
    m_refresh = u"refresh-%1"_s.arg(++m_issued);
    return "{\"access_token\":\"access-" + QByteArray::number(++m_issued)
        + "\",\"token_type\":\"Bearer\","
          "\"expires_in\":"
        + QByteArray::number(seconds) + ",\"refresh_token\":\"" + m_refresh.toLatin1() + "\"}";
}

/// Each renewal gives another token to renew with, as Microsoft does.
QByteArray AuthorizationServer::renew(const QUrlQuery &form)
{
    ++renewals;
    if (m_isRevoked || valueOf(form, u"refresh_token"_s) != m_refresh) {
        return refusal("invalid_grant");
    }
    m_refresh = u"refresh-%1"_s.arg(++m_issued);
    return "{\"access_token\":\"access-" + QByteArray::number(++m_issued)
        + "\",\"token_type\":\"Bearer\","
          "\"expires_in\":"
        + QByteArray::number(seconds) + ",\"refresh_token\":\"" + m_refresh.toLatin1() + "\"}";
}

} // namespace aside::test
