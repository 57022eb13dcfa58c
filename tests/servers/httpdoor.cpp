// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/httpdoor.h"

#include <QSslSocket>

#include <memory>

namespace aside::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostEndless = 512LL * 1'024 * 1'024; ///< for whom no limit stops
constexpr qint64 mostAwaited = 1'000; ///< whoever says more of a body is not waited for
constexpr char isBusyName[] = "busy";

/// Where the head ends; 0: it is not whole.
qsizetype headSize(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    return end < 0 ? 0 : end + 4;
}

/// As the head says; -1: it does not.
qint64 lengthOf(const QByteArray &head)
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith("content-length:")) {
            return line.sliced(15).trimmed().toLongLong();
        }
    }
    return -1;
}

QByteArray lineOf(const QByteArray &head)
{
    return head.first(head.indexOf("\r\n"));
}

bool isCut(HttpFault::Stage stage)
{
    return stage == HttpFault::Stage::CutInRequest || stage == HttpFault::Stage::CutBehindRequest;
}

} // namespace

HttpDoor::HttpDoor(const QUrl &server)
    : m_server(server)
{
    connect(&m_door, &QTcpServer::newConnection, this, &HttpDoor::accept);
    m_door.listen(QHostAddress::LocalHost);
    m_port = m_door.serverPort();
}

QUrl HttpDoor::url() const
{
    QUrl url = m_server;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_port);
    return url;
}

void HttpDoor::fail(const HttpFault &fault, int after, const QByteArray &call)
{
    m_planned = Planned{.fault = fault, .after = after, .call = call};
}

std::optional<HttpFault> HttpDoor::faultOf(const QByteArray &line)
{
    if (!m_planned || !line.contains(m_planned->call) || m_planned->after-- > 0) {
        return std::nullopt;
    }
    return std::exchange(m_planned, std::nullopt)->fault;
}

void HttpDoor::dropConnections()
{
    for (QTcpSocket *client : m_door.findChildren<QTcpSocket *>()) {
        client->abort();
    }
}

void HttpDoor::accept()
{
    while (QTcpSocket *client = m_door.nextPendingConnection()) {
        client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(client, &QIODevice::readyRead, this, [this, client] { read(*client); });
        connect(client, &QAbstractSocket::disconnected, client, &QObject::deleteLater);
    }
}

void HttpDoor::read(QTcpSocket &client)
{
    if (!client.isOpen() || client.property(isBusyName).toBool()) {
        return;
    }
    const QByteArray there = client.peek(client.bytesAvailable());
    const qsizetype head = headSize(there);
    if (head == 0) {
        return;
    }
    const bool isOurs = m_planned && m_planned->fault.stage == HttpFault::Stage::CutInRequest
        && m_planned->after == 0 && lineOf(there).contains(m_planned->call);
    if (isOurs) {
        asked.append(lineOf(there));
        m_planned.reset();
        client.abort();
        return;
    }
    const qsizetype size = head + std::max<qint64>(lengthOf(there.first(head)), 0);
    if (there.size() >= size) {
        client.setProperty(isBusyName, true);
        handle(client, client.read(size));
    }
}

void HttpDoor::handle(QTcpSocket &client, const QByteArray &request)
{
    asked.append(lineOf(request));
    const std::optional<HttpFault> fault = faultOf(lineOf(request));
    if (!fault) {
        forward(client, request, {});
    } else if (fault->stage == HttpFault::Stage::Instead) {
        say(client, *fault);
        client.setProperty(isBusyName, false);
    } else if (fault->stage == HttpFault::Stage::Silence) {
        m_unanswered = &client;
    } else if (isCut(fault->stage)) {
        client.abort();
    } else {
        forward(client, request, fault);
    }
}

void HttpDoor::forward(QTcpSocket &client, const QByteArray &request, const std::optional<HttpFault> &fault)
{
    auto *server = new QSslSocket(&client);
    const auto answered = std::make_shared<QByteArray>();
    const auto isStream = std::make_shared<bool>(false);
    connect(server, &QIODevice::readyRead, &client, [this, server, answered, isStream, fault, &client] {
        *answered += server->readAll();
        const qsizetype head = headSize(*answered);
        const qint64 length = head > 0 ? lengthOf(answered->first(head)) : -1;
        if (*isStream || (head > 0 && length < 0)) { // of events
            *isStream = true;
            client.write(std::exchange(*answered, {}));
        } else if (head > 0 && answered->size() >= head + length) {
            server->disconnect(&client);
            server->deleteLater();
            answer(client, ours(*answered), fault);
        }
    });
    connect(server, &QAbstractSocket::disconnected, &client, &QAbstractSocket::disconnectFromHost);
    connect(server, &QAbstractSocket::connected, server,
            [server] { server->setSocketOption(QAbstractSocket::LowDelayOption, 1); });
    server->setPeerVerifyMode(QSslSocket::VerifyNone);
    const auto port = static_cast<quint16>(m_server.port());
    if (m_server.scheme() == "https"_L1) {
        server->connectToHostEncrypted(u"127.0.0.1"_s, port);
    } else {
        server->connectToHost(u"127.0.0.1"_s, port);
    }
    server->write(request);
}

QByteArray HttpDoor::ours(QByteArray whole) const
{
    const QByteArray there = "127.0.0.1:" + QByteArray::number(m_server.port());
    if (!whole.contains(there)) {
        return whole;
    }
    const QByteArray before = "Content-Length: " + QByteArray::number(whole.size() - headSize(whole));
    whole.replace(there, "127.0.0.1:" + QByteArray::number(m_port));
    const QByteArray after = "Content-Length: " + QByteArray::number(whole.size() - headSize(whole));
    return whole.replace(whole.indexOf(before), before.size(), after);
}

void HttpDoor::answer(QTcpSocket &client, const QByteArray &whole, const std::optional<HttpFault> &fault)
{
    const qsizetype head = headSize(whole);
    switch (fault ? fault->stage : HttpFault::Stage::Instead) {
    case HttpFault::Stage::Afterwards:
        say(client, *fault);
        break;
    case HttpFault::Stage::CutBehindEffect:
        client.abort();
        return;
    case HttpFault::Stage::CutInHead:
        client.write(whole.first(head / 2));
        client.disconnectFromHost();
        return;
    case HttpFault::Stage::CutInBody:
        client.write(whole.first(head + (whole.size() - head) / 2));
        client.disconnectFromHost();
        return;
    case HttpFault::Stage::SilenceBehindEffect:
        m_unanswered = &client;
        return;
    default:
        client.write(whole);
    }
    client.setProperty(isBusyName, false);
    read(client);
}

void HttpDoor::say(QTcpSocket &client, const HttpFault &fault)
{
    const qint64 length = fault.claimed.value_or(fault.body.size());
    const QByteArray size = fault.isEndless ? "Connection: close\r\n"_ba
                                            : "Content-Length: " + QByteArray::number(length) + "\r\n";
    client.write("HTTP/1.1 " + QByteArray::number(fault.status) + " Status\r\n" + fault.headers + size
                 + "\r\n" + fault.body);
    if (length > fault.body.size() && length < mostAwaited) {
        m_unanswered = &client;
    }
    if (fault.isEndless) {
        saidInVain = fault.body.size();
        connect(&client, &QIODevice::bytesWritten, &client, [this, &client, body = fault.body] {
            if (client.bytesToWrite() == 0 && saidInVain < mostEndless) {
                saidInVain += body.size();
                client.write(body);
            }
        });
    }
}

} // namespace aside::test
