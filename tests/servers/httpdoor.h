// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QPointer>
#include <QTcpServer>
#include <QUrl>

#include <optional>

class QTcpSocket;

namespace aside::test {

/// What goes wrong with one request over HTTP.
struct HttpFault {
    enum class Stage : quint8 {
        Instead, ///< the server does not get the request; this is said
        Afterwards, ///< the server does what it was asked; this is said instead of its answer
        CutInRequest, ///< the connection ends before all of the request came
        CutBehindRequest, ///< all of it came; the server does not get it
        CutBehindEffect, ///< the server does it, and nothing of its answer leaves
        CutInHead, ///< of the answer
        CutInBody,
        Silence, ///< the server does not get it, and nobody answers
        SilenceBehindEffect,
    };

    Stage stage = Stage::Instead;
    int status = 500;
    QByteArray headers{}; ///< each with its end of line
    QByteArray body{};
    std::optional<qint64> claimed{}; ///< the length of the body, where it is a lie
    bool isEndless = false; ///< the body, again and again
};

/// Stands in front of a server of this machine that speaks HTTP, with or without TLS, and lets one request go
/// wrong where it is told. The addresses that the server says of itself lead through here as well.
class HttpDoor : public QObject
{
    Q_OBJECT
public:
    explicit HttpDoor(const QUrl &server);

    [[nodiscard]] QUrl url() const;
    /// The next request but so many, of those with this in their first line.
    void fail(const HttpFault &fault, int after = 0, const QByteArray &call = {});
    void leaveAlone() { m_planned.reset(); }
    /// Whether what was planned has been done.
    [[nodiscard]] bool hasFailed() const { return !m_planned; }
    /// Whether somebody waits for an answer that never comes.
    [[nodiscard]] bool isSilent() const { return !m_unanswered.isNull(); }
    /// Nobody waits any longer.
    void giveUp() { m_unanswered.clear(); }
    /// All connections end that stand, as when nobody has said anything for a while.
    void dropConnections();
    /// Nobody is there, or somebody is again.
    void close() { m_door.close(); }
    void reopen() { m_door.listen(QHostAddress::LocalHost, m_port); }

    QByteArrayList asked; ///< the first lines
    qint64 saidInVain = 0; ///< bytes of a body without an end

private:
    struct Planned {
        HttpFault fault;
        int after = 0;
        QByteArray call{};
    };

    void accept();
    void read(QTcpSocket &client);
    void handle(QTcpSocket &client, const QByteArray &request);
    /// The plan, where it is this one's turn.
    [[nodiscard]] std::optional<HttpFault> faultOf(const QByteArray &line);
    void forward(QTcpSocket &client, const QByteArray &request, const std::optional<HttpFault> &fault);
    void answer(QTcpSocket &client, const QByteArray &whole, const std::optional<HttpFault> &fault);
    /// As if it had come from here.
    [[nodiscard]] QByteArray ours(QByteArray whole) const;
    void say(QTcpSocket &client, const HttpFault &fault);

    QUrl m_server;
    std::optional<Planned> m_planned;
    QPointer<QTcpSocket> m_unanswered;
    quint16 m_port = 0;
    QTcpServer m_door; ///< last: its sockets tell us when they go
};

} // namespace aside::test
