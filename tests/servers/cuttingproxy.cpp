// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/cuttingproxy.h"

#include <QTcpSocket>

#include <algorithm>

namespace aside::test {

CuttingProxy::CuttingProxy(quint16 target)
    : m_target(target)
{
    listen(QHostAddress::LocalHost);
}

void CuttingProxy::cutAfter(std::optional<qint64> fromClient, std::optional<qint64> fromServer)
{
    m_clientCut = fromClient;
    m_serverCut = fromServer;
}

bool CuttingProxy::pass(QTcpSocket &from, QTcpSocket &to, qint64 &count, std::optional<qint64> most)
{
    QByteArray bytes = from.readAll();
    const bool isLast = most && count + bytes.size() >= *most;
    if (isLast) {
        bytes.truncate(std::max<qint64>(0, *most - count));
    }
    count += bytes.size();
    to.write(bytes);
    return isLast;
}

void CuttingProxy::incomingConnection(qintptr handle)
{
    auto *client = new QTcpSocket(this);
    auto *server = new QTcpSocket(client);
    client->setSocketDescriptor(handle);
    server->connectToHost(QHostAddress::LocalHost, m_target);
    m_fromClient = 0;
    m_fromServer = 0;
    // What the other side said before the cut goes out; what it would say is not heard any more.
    const auto end = [client, server] {
        client->disconnect();
        server->disconnect();
        client->disconnectFromHost();
        server->disconnectFromHost();
    };
    connect(client, &QIODevice::readyRead, server, [this, client, server, end] {
        if (pass(*client, *server, m_fromClient, m_clientCut)) {
            end();
        }
    });
    connect(server, &QIODevice::readyRead, client, [this, client, server, end] {
        if (pass(*server, *client, m_fromServer, m_serverCut)) {
            end();
        }
    });
    connect(client, &QAbstractSocket::disconnected, server, &QAbstractSocket::disconnectFromHost);
    connect(server, &QAbstractSocket::disconnected, client, &QAbstractSocket::disconnectFromHost);
}

} // namespace aside::test
