// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/webserver.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>

#include <algorithm>
#include <utility>

namespace aside::test {

namespace {

using namespace Qt::StringLiterals;

QByteArray fileOf(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR) + u"/tls/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString nameOf(WebServer::Certificate certificate)
{
    switch (certificate) {
    case WebServer::Certificate::Good:
        return u"server"_s;
    case WebServer::Certificate::Expired:
        return u"expired"_s;
    case WebServer::Certificate::Stranger:
        return u"stranger"_s;
    case WebServer::Certificate::Mail:
        return u"mail"_s;
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString pathOf(const QByteArray &head)
{
    return QString::fromLatin1(head.split(' ').value(1));
}

/// Of the body behind the head.
qsizetype lengthOf(const QByteArray &head)
{
    for (const QByteArray &line : head.toLower().split('\n')) {
        if (line.startsWith("content-length:")) {
            return line.sliced(15).trimmed().toLongLong();
        }
    }
    return 0;
}

} // namespace

WebServer::WebServer(Certificate certificate)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(fileOf(nameOf(certificate) + u".pem"_s)));
    tls.setPrivateKey(QSslKey(fileOf(nameOf(certificate) + u".key"_s), QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_server.setSslConfiguration(tls);
    connect(&m_server, &QSslServer::startedEncryptionHandshake, this, [this] { ++connections; });
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (auto *socket = qobject_cast<QSslSocket *>(m_server.nextPendingConnection())) {
            connect(socket, &QIODevice::readyRead, this, [this, socket] { read(*socket); });
            connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
            read(*socket);
        }
    });
    m_server.listen(QHostAddress::LocalHost);
}

QUrl WebServer::url(const QString &path, const QString &host) const
{
    return QUrl(u"https://%1:%2%3"_s.arg(host).arg(port()).arg(path));
}

void WebServer::on(const QString &path, Answer answer)
{
    m_answers.insert(path, std::move(answer));
}

void WebServer::serve(const QString &path, const QByteArray &type, const QByteArray &body)
{
    on(path, [type, body](QSslSocket &socket) {
        socket.write(answer("200 OK", "Content-Type: " + type + "\r\n", body));
    });
}

void WebServer::redirect(const QString &path, const QByteArray &place)
{
    on(path,
       [place](QSslSocket &socket) { socket.write(answer("302 Found", "Location: " + place + "\r\n", {})); });
}

QByteArray WebServer::answer(const QByteArray &status, const QByteArray &headers, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

qsizetype WebServer::count(const QString &path) const
{
    return std::ranges::count(requests, path, &pathOf);
}

WebServer::Answer WebServer::answerTo(const QString &path) const
{
    const auto exact = m_answers.constFind(path);
    return exact != m_answers.cend() ? *exact : m_answers.value(path.section(u'?', 0, 0));
}

void WebServer::read(QSslSocket &socket)
{
    while (true) {
        const QByteArray there = socket.peek(socket.bytesAvailable());
        const qsizetype headSize = there.indexOf("\r\n\r\n") + 4;
        if (headSize < 4 || there.size() < headSize + lengthOf(there.first(headSize))) {
            return;
        }
        const QByteArray head = socket.read(headSize);
        requests.append(head);
        bodies.append(socket.read(lengthOf(head)));
        m_open = &socket;
        if (const Answer answer = answerTo(pathOf(head))) {
            answer(socket);
        } else {
            socket.write(WebServer::answer("404 Not Found", {}, {}));
        }
    }
}

QList<QSslCertificate> WebServer::authorities()
{
    return QSslCertificate::fromData(fileOf(u"ca.pem"_s));
}

} // namespace aside::test
