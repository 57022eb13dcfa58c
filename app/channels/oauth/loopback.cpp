// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/oauth/loopback.h"

#include "models/core/logging.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QTcpSocket>
#include <QUrlQuery>

#include <array>
#include <utility>

namespace aside::oauth {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 longestAnswer = 64 * 1'024;

/// The value of a header that is there once.
QByteArray header(const QByteArrayList &lines, const QByteArray &name)
{
    QByteArray found;
    for (const QByteArray &line : lines.sliced(1)) {
        if (line.toLower().startsWith(name + ':')) {
            if (!found.isEmpty()) {
                return {};
            }
            found = line.sliced(name.size() + 1).trimmed();
        }
    }
    return found;
}

} // namespace

QByteArray randomWord()
{
    std::array<quint32, 8> bits{};
    QRandomGenerator::system()->generate(bits.begin(), bits.end());
    return QByteArray(reinterpret_cast<const char *>(bits.data()), sizeof(bits))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Loopback::Loopback(Redirect redirect, QByteArray state, QByteArray page, QObject *parent)
    : QOAuthOobReplyHandler(parent)
    , m_redirect(std::move(redirect))
    , m_state(std::move(state))
    , m_page(std::move(page))
    , m_path(m_redirect.path == RedirectPath::Random ? '/' + randomWord() : QByteArrayLiteral("/"))
{
    m_server.setMaxPendingConnections(mostConnections);
    connect(&m_server, &QTcpServer::newConnection, this, &Loopback::accept);
    m_server.listen(QHostAddress::LocalHost);
    m_callback = u"http://%1:%2%3"_s.arg(m_redirect.host)
                     .arg(m_server.serverPort())
                     .arg(QString::fromLatin1(m_path));
}

QString Loopback::callback() const
{
    return m_callback;
}

void Loopback::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        socket->setReadBufferSize(longestRequest + 1);
        connect(socket, &QIODevice::readyRead, this, [this, socket] { read(*socket); });
        connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
        // Whoever only holds connections open does not keep the browser out.
        if (const auto all = m_server.findChildren<QTcpSocket *>(); all.size() > mostConnections) {
            all.constFirst()->abort();
        }
    }
}

void Loopback::read(QTcpSocket &socket)
{
    const QByteArray seen = socket.peek(longestRequest + 1);
    const qsizetype end = seen.indexOf("\r\n\r\n");
    if (end >= 0) {
        take(socket, seen.first(end));
    } else if (seen.size() > longestRequest) {
        answer(socket, "431 Request Header Fields Too Large", {});
    }
}

/// Nothing of the query is logged: a code is in it.
void Loopback::take(QTcpSocket &socket, const QByteArray &head)
{
    const std::optional<QVariantMap> values = valuesOf(head);
    if (!values) {
        qCInfo(logHttp) << "a request that is not the answer of the service";
        answer(socket, "404 Not Found", {});
        return;
    }
    m_server.close(); // one answer is all
    answer(socket, "200 OK", m_page);
    m_refusal = values->value(u"error"_s).toString().left(100);
    const QString issuer = values->value(u"iss"_s).toString();
    if (!issuer.isEmpty() && !m_redirect.issuer.isEmpty() && issuer != m_redirect.issuer) {
        m_refusal = u"another issuer"_s;
    }
    if (m_refusal.isEmpty()) {
        Q_EMIT callbackReceived(*values);
    } else {
        Q_EMIT refused();
    }
}

std::optional<QVariantMap> Loopback::valuesOf(const QByteArray &head) const
{
    QByteArrayList lines = head.split('\n');
    for (QByteArray &line : lines) {
        line = line.trimmed();
    }
    const QByteArrayList words = lines.constFirst().split(' ');
    const QByteArray host = m_redirect.host.toLatin1() + ':' + QByteArray::number(m_server.serverPort());
    const qsizetype mark = words.value(1).indexOf('?');
    if (words.size() != 3 || words.constFirst() != "GET" || mark < 0 || words.at(1).first(mark) != m_path
        || header(lines, "host") != host) {
        return std::nullopt;
    }
    QUrlQuery query(QString::fromLatin1(words.at(1).sliced(mark + 1)).replace(u'+', u"%20"_s));
    QVariantMap values;
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (values.contains(name)) {
            return std::nullopt; // of two nobody knows which one counts
        }
        values.insert(name, value);
    }
    const bool isOurs = values.value(u"state"_s).toString().toLatin1() == m_state;
    const bool isAnswer = values.contains(u"code"_s) != values.contains(u"error"_s);
    return isOurs && isAnswer ? std::optional(values) : std::nullopt;
}

void Loopback::answer(QTcpSocket &socket, const QByteArray &status, const QByteArray &body)
{
    socket.disconnect(this);
    socket.write("HTTP/1.1 " + status
                 + "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
                   "Referrer-Policy: no-referrer\r\nContent-Security-Policy: default-src 'none'\r\n"
                   "Connection: close\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket.flush(); // we may be gone soon
    socket.disconnectFromHost();
}

void Loopback::networkReplyFinished(QNetworkReply *reply)
{
    if (reply->error() != QNetworkReply::NoError) {
        const QJsonObject said = QJsonDocument::fromJson(reply->peek(longestAnswer)).object();
        m_refusal = said.value("error"_L1).toString().left(100);
    }
    QOAuthOobReplyHandler::networkReplyFinished(reply);
}

} // namespace aside::oauth
