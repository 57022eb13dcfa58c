// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QPointer>
#include <QSslConfiguration>
#include <QStringList>
#include <QTcpServer>

class QSslSocket;

namespace aside::test {

/// A server on a free port of this machine that plays a script to whoever connects, once:
///   "S: words"  says the line; lines in a row go out together
///   "B: bytes"  the same without a line end
///   "C: words"  insists on that line; "C? start" on a line that begins so
///   "U: words"  lets lines go by until that one came
///   "TLS"       waits for the client's handshake
///   "END"       hangs up
class MailScript : public QTcpServer
{
    Q_OBJECT
public:
    explicit MailScript(QList<QByteArray> script);
    /// TLS with that certificate, where the script says so.
    MailScript(QList<QByteArray> script, QSslConfiguration tls);

    /// Whether all of it was played.
    [[nodiscard]] bool isDone() const { return m_script.isEmpty(); }
    [[nodiscard]] const QList<QByteArray> &left() const { return m_script; }
    /// What the client said, TLS or not, line by line.
    [[nodiscard]] const QList<QByteArray> &heard() const { return m_heard; }
    /// What the client said and the script did not expect.
    [[nodiscard]] const QStringList &surprises() const { return m_surprises; }
    [[nodiscard]] bool hasConnected() const { return m_socket != nullptr; }
    /// Whether the client hung up.
    [[nodiscard]] bool isLeft() const { return m_isLeft; }

protected:
    void incomingConnection(qintptr handle) override;

private:
    void play();
    void hear();
    [[nodiscard]] bool expectsLine() const;
    [[nodiscard]] bool fits(const QByteArray &line) const;

    QList<QByteArray> m_script;
    QSslConfiguration m_tls;
    QSslSocket *m_socket = nullptr;
    QList<QByteArray> m_heard;
    QStringList m_surprises;
    bool m_isLeft = false;
};

} // namespace aside::test
