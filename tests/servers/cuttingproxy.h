// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTcpServer>

#include <optional>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace aside::test {

/// Stands between a client and a server of this machine and cuts the connection where it is told: the bytes
/// before the cut still arrive, nothing after it does.
class CuttingProxy : public QTcpServer
{
    Q_OBJECT

public:
    explicit CuttingProxy(quint16 target);

    /// After so many bytes of a connection that begins from now on; none: not in that direction.
    void cutAfter(std::optional<qint64> fromClient, std::optional<qint64> fromServer);
    /// What went through the last connection.
    [[nodiscard]] qint64 fromClient() const { return m_fromClient; }
    [[nodiscard]] qint64 fromServer() const { return m_fromServer; }

protected:
    void incomingConnection(qintptr handle) override;

private:
    /// Answers whether it was the last that goes through.
    [[nodiscard]] static bool pass(QTcpSocket &from, QTcpSocket &to, qint64 &count,
                                   std::optional<qint64> most);

    quint16 m_target;
    std::optional<qint64> m_clientCut;
    std::optional<qint64> m_serverCut;
    qint64 m_fromClient = 0;
    qint64 m_fromServer = 0;
};

} // namespace aside::test
