// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/mastodonserver.h"
#include "tests/servers/mastodonwords.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QTcpSocket>

namespace aside::test {

using namespace Qt::StringLiterals;

// What the server says before it knows who asks, and how it is told.

bool MastodonServer::answerSignIn(QTcpSocket &socket, const Request &request)
{
    const QString &path = request.path;
    if (path == "/api/v2/instance"_L1) {
        respond(socket, 200, instanceJson(version));
    } else if (path == "/api/v1/instance"_L1) {
        respond(socket, 200, oldInstanceJson(version));
    } else if (path == "/api/v1/streaming/health"_L1) {
        socket.write(httpAnswer(200, "text/plain", {}, "OK"));
    } else if (path == "/.well-known/oauth-authorization-server"_L1) {
        respond(socket, 200, discoveryJson(url().toString()));
    } else if (path == "/api/v1/apps"_L1) {
        const QJsonValue uris = QJsonDocument::fromJson(request.body).object().value("redirect_uris"_L1);
        if (!uris.isArray() && !lacks.contains(u"uris"_s)) {
            refuse(socket, 422, u"Validation failed: Redirect URI must be an absolute URI"_s);
        } else if (uris.isArray() && lacks.contains(u"uris"_s)) {
            refuse(socket, 422, u"Validation failed"_s);
        } else {
            respond(socket, 200, applicationJson(uris.isArray() ? uris[0].toString() : uris.toString()));
        }
    } else if (path == "/oauth/token"_L1) {
        giveToken(socket, request);
    } else {
        return false;
    }
    return true;
}

QUrl MastodonServer::consent(const QUrl &page)
{
    const QUrlQuery asked(page);
    const QString code = u"code-%1"_s.arg(m_next++);
    m_codes.insert(code, asked);
    QUrl back(asked.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
    back.setQuery({{u"code"_s, code}, {u"state"_s, asked.queryItemValue(u"state"_s)}});
    return back;
}

void MastodonServer::giveToken(QTcpSocket &socket, const Request &request)
{
    const QJsonObject asked = QJsonDocument::fromJson(request.body).object();
    const QString code = asked.value("code"_L1).toString();
    const QUrlQuery page = m_codes.take(code);
    const QByteArray verifier = asked.value("code_verifier"_L1).toString().toLatin1();
    const QByteArray challenge
        = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
              .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const bool isFit = !page.isEmpty() && asked.value("client_secret"_L1) == "client-secret"_L1
        && asked.value("redirect_uri"_L1).toString()
            == page.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded)
        && page.queryItemValue(u"code_challenge"_s).toLatin1() == challenge;
    if (isFit) {
        respond(socket, 200,
                QJsonObject{{u"access_token"_s, QString::fromLatin1(token)},
                            {u"token_type"_s, u"Bearer"_s},
                            {u"scope"_s, page.queryItemValue(u"scope"_s, QUrl::FullyDecoded)},
                            {u"created_at"_s, 1'789'900'000}});
    } else {
        respond(socket, 400, QJsonObject{{u"error"_s, u"invalid_grant"_s}});
    }
}

} // namespace aside::test
