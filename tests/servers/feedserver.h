// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace aside::test {

/// Serves one feed over plain HTTP, as one in one's own network does.
class FeedServer : public QTcpServer
{
public:
    QByteArray page;
    int asked = 0;
    QByteArray refused; ///< what it was asked and would not answer

    FeedServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(*socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
        listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QString url() const
    {
        return QStringLiteral("http://127.0.0.1:%1/feed").arg(serverPort());
    }

private:
    void answer(QTcpSocket &socket)
    {
        const QByteArray request = socket.peek(socket.bytesAvailable());
        if (!request.contains("\r\n\r\n")) {
            return;
        }
        socket.readAll();
        ++asked;
        if (!request.startsWith("GET /feed HTTP/1.1\r\n")) {
            refused += request;
        }
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nConnection: close\r\n"
                     "Content-Length: "
                     + QByteArray::number(page.size()) + "\r\n\r\n" + page);
        socket.disconnectFromHost();
    }
};

} // namespace aside::test
