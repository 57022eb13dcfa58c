// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/cuttingproxy.h"

#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace aside::test {

namespace {

constexpr int moment = 5; // milliseconds
constexpr qsizetype mostDuplicated = 16;

} // namespace

CuttingProxy::CuttingProxy(quint16 target)
    : m_target(target)
{
    listen(QHostAddress::LocalHost);
}

void CuttingProxy::cutAfter(std::optional<qint64> fromClient, std::optional<qint64> fromServer)
{
    m_client.cut = fromClient;
    m_server.cut = fromServer;
}

void CuttingProxy::harm(Harm harm, Side from, qint64 at)
{
    m_harm = Planned{.harm = harm, .from = from, .at = at};
}

void CuttingProxy::cutNow()
{
    for (QTcpSocket *client : findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly)) {
        client->abort(); // its server goes with it
    }
}

void CuttingProxy::leaveAlone()
{
    m_harm.reset();
    cutAfter({}, {});
}

bool CuttingProxy::strike(QByteArray &bytes, QTcpSocket &from, Direction &direction)
{
    const Planned planned = *std::exchange(m_harm, std::nullopt);
    const auto at = static_cast<qsizetype>(planned.at - direction.count);
    switch (planned.harm) {
    case Harm::Cut:
        bytes.truncate(at);
        return true;
    case Harm::Delay: {
        const QByteArray rest = bytes.sliced(at);
        bytes.truncate(at);
        direction.isHeld = true;
        QTimer::singleShot(moment, &from, [&from, &direction, rest] {
            direction.isHeld = false;
            for (qsizetype i = rest.size(); i > 0; --i) {
                from.ungetChar(rest.at(i - 1));
            }
            Q_EMIT from.readyRead();
        });
        return false;
    }
    case Harm::Duplicate:
        bytes.insert(at, bytes.sliced(at, std::min(mostDuplicated, bytes.size() - at)));
        return false;
    case Harm::Corrupt:
        bytes[at] = static_cast<char>(bytes.at(at) ^ 0x10);
        return false;
    }
    return false;
}

bool CuttingProxy::pass(QTcpSocket &from, QTcpSocket &to, Side side)
{
    Direction &direction = side == Side::Client ? m_client : m_server;
    if (direction.isHeld) {
        return false;
    }
    QByteArray bytes = from.readAll();
    bool isLast = direction.cut && direction.count + bytes.size() >= *direction.cut;
    if (isLast) {
        bytes.truncate(std::max<qint64>(0, *direction.cut - direction.count));
    }
    if (m_harm && m_harm->from == side && m_harm->at >= direction.count
        && m_harm->at < direction.count + bytes.size()) {
        isLast = strike(bytes, from, direction) || isLast;
    }
    direction.count += bytes.size();
    to.write(bytes);
    return isLast;
}

void CuttingProxy::incomingConnection(qintptr handle)
{
    auto *client = new QTcpSocket(this);
    auto *server = new QTcpSocket(client);
    client->setSocketDescriptor(handle);
    server->connectToHost(QHostAddress::LocalHost, m_target);
    client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(server, &QAbstractSocket::connected, server,
            [server] { server->setSocketOption(QAbstractSocket::LowDelayOption, 1); });
    for (Direction *direction : {&m_client, &m_server}) {
        direction->count = 0;
        direction->isHeld = false;
    }
    const auto goOnceBothEnded = [client, server] {
        for (QTcpSocket *one : {client, server}) {
            connect(one, &QAbstractSocket::disconnected, client, [client, server] {
                if (client->state() == QAbstractSocket::UnconnectedState
                    && server->state() == QAbstractSocket::UnconnectedState) {
                    client->deleteLater();
                }
            });
        }
    };
    // What the other side said before the cut goes out; what it would say is not heard any more.
    const auto end = [client, server, goOnceBothEnded] {
        client->disconnect();
        server->disconnect();
        goOnceBothEnded();
        client->disconnectFromHost();
        server->disconnectFromHost();
    };
    connect(client, &QIODevice::readyRead, server, [this, client, server, end] {
        if (pass(*client, *server, Side::Client)) {
            end();
        }
    });
    connect(server, &QIODevice::readyRead, client, [this, client, server, end] {
        if (pass(*server, *client, Side::Server)) {
            end();
        }
    });
    connect(client, &QAbstractSocket::disconnected, server, &QAbstractSocket::disconnectFromHost);
    connect(server, &QAbstractSocket::disconnected, client, &QAbstractSocket::disconnectFromHost);
    goOnceBothEnded();
}

} // namespace aside::test
