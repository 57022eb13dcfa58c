// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/net/mailedge.h"
#include "models/core/error.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <memory>
#include <optional>

class QSslSocket;

namespace aside::mail {

class DeflateStream;

enum class Security : quint8 {
    Tls, ///< from the first byte
    StartTls, ///< after a few words in the clear; nothing of the person's is among them
    PlainLoopback, ///< never, and only to this very machine: for tests and local relays
};

struct ServerAddress {
    QString host;
    quint16 port = 0;
    Security security = Security::Tls;

    bool operator==(const ServerAddress &) const = default;
};

/// One connection to a mail server, for one use. TLS 1.2 or later with a certificate that holds, or nothing:
/// there is no way around an error, and none back to plain text. On one thread, does not block.
class Connection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Connection)
public:
    static constexpr qsizetype mostTaken = 64LL * 1'024;

    explicit Connection(const MailEdge &edge, QObject *parent = nullptr);
    ~Connection() override;

    /// Network, Timeout, Tls, CertificateUntrusted, CertificateWrongHost, CertificateExpired, Insecure (plain
    /// text to another machine), InvalidInput or Cancelled.
    [[nodiscard]] QFuture<Result<void>> open(const ServerAddress &server);
    /// Errors as open(). Insecure: somebody put bytes in front of the handshake, to be taken for the
    /// server's. The caller has taken and understood all there was, and forgets what it learned so far.
    [[nodiscard]] QFuture<Result<void>> startTls();
    /// From the next byte on, both ways; `early` came already and is packed.
    void startCompression(QByteArrayView early);

    /// Whether what must stay secret may be written.
    [[nodiscard]] bool isPrivate() const;
    [[nodiscard]] bool isEncrypted() const;
    /// Whether the server is this very machine.
    [[nodiscard]] bool isLoopback() const;
    [[nodiscard]] bool isCompressed() const { return m_deflate != nullptr; }
    void write(QByteArrayView bytes);
    /// Not yet with the system.
    [[nodiscard]] qint64 bytesToWrite() const;
    /// What came, at most mostTaken; empty: no more for now.
    [[nodiscard]] QByteArray take();
    /// Ends it without a word; closed() is not emitted.
    void abort();

Q_SIGNALS:
    void received();
    void written();
    /// The other side went, or the stream broke; once. Not for what open() and startTls() answer with.
    void closed(const aside::Error &error);

private:
    void connectSocket();
    void reached();
    void failed();
    void end(const Error &error);
    void answer(Result<void> result);
    [[nodiscard]] QFuture<Result<void>> expectAnswer();

    const MailEdge &m_edge;
    ServerAddress m_server;
    QSslSocket *m_socket = nullptr; ///< a child
    Alarm m_patience;
    std::optional<QPromise<Result<void>>> m_answer;
    std::unique_ptr<DeflateStream> m_deflate;
    bool m_isOver = false;
};

} // namespace aside::mail
