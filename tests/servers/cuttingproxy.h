// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTcpServer>

#include <optional>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace aside::test {

/// What may happen to a stream of bytes on its way.
enum class Harm : quint8 {
    Cut, ///< the bytes before it still arrive, nothing after it does
    Delay, ///< the rest comes a moment later
    Duplicate, ///< some bytes come twice
    Corrupt, ///< one bit is another
};

/// Stands between a client and a server of this machine and does harm to the stream where it is told.
class CuttingProxy : public QTcpServer
{
    Q_OBJECT

public:
    enum class Side : quint8 { Client, Server };

    explicit CuttingProxy(quint16 target);

    /// After so many bytes of a connection that begins from now on; none: not in that direction.
    void cutAfter(std::optional<qint64> fromClient, std::optional<qint64> fromServer);
    /// Once, behind so many bytes from that side in one of the connections that begin from now on.
    void harm(Harm harm, Side from, qint64 at);
    /// Ends all connections that stand.
    void cutNow();
    /// Nothing happens to the connections that begin from now on.
    void leaveAlone();
    /// Whether the harm was done.
    [[nodiscard]] bool isDone() const { return !m_harm; }
    /// What went through the last connection.
    [[nodiscard]] qint64 fromClient() const { return m_client.count; }
    [[nodiscard]] qint64 fromServer() const { return m_server.count; }

protected:
    void incomingConnection(qintptr handle) override;

private:
    struct Planned {
        Harm harm = Harm::Cut;
        Side from = Side::Client;
        qint64 at = 0;
    };
    struct Direction {
        std::optional<qint64> cut{};
        qint64 count = 0;
        bool isHeld = false;
    };

    /// Answers whether it was the last that goes through.
    [[nodiscard]] bool pass(QTcpSocket &from, QTcpSocket &to, Side side);
    /// The bytes as they arrive, and whether they are the last. What is delayed stays with `from`.
    [[nodiscard]] bool strike(QByteArray &bytes, QTcpSocket &from, Direction &direction);

    quint16 m_target;
    std::optional<Planned> m_harm;
    Direction m_client;
    Direction m_server;
};

} // namespace aside::test
