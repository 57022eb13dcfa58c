// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/net/connection.h"

#include "app/channels/email/net/certificateerror.h"
#include "app/channels/email/net/deflate.h"
#include "app/channels/flow/promises.h"

#include <QHostAddress>
#include <QSslConfiguration>
#include <QSslSocket>

#include <utility>

namespace aside::mail {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds connectPatience{30};
constexpr qint64 readAhead = 256 * 1'024;

Error meaning(const QSslSocket &socket)
{
    const auto error = socket.error();
    const QString detail = u"socket error %1"_s.arg(error);
    switch (error) {
    case QAbstractSocket::SslHandshakeFailedError:
        return {.code = certificateError(socket.sslHandshakeErrors()), .detail = detail, .retryAfter = {}};
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return {.code = Errc::Tls, .detail = detail, .retryAfter = {}};
    case QAbstractSocket::SocketTimeoutError:
        return {.code = Errc::Timeout, .detail = detail, .retryAfter = {}};
    default: // Qt's, and most of them are about a connection that is not there
        return {.code = Errc::Network, .detail = detail, .retryAfter = {}};
    }
}

QSslConfiguration tlsFor(const MailEdge &edge)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!edge.authorities.isEmpty()) {
        tls.setCaCertificates(edge.authorities);
    }
    return tls;
}

} // namespace

Connection::Connection(const MailEdge &edge, QObject *parent)
    : QObject(parent)
    , m_edge(edge)
    , m_patience(m_edge)
{
}

Connection::~Connection()
{
    abort();
}

QFuture<Result<void>> Connection::open(const ServerAddress &server)
{
    if (m_socket != nullptr || server.host.isEmpty() || server.port == 0) {
        return answered<void>(fail(Errc::InvalidInput, u"no server to connect to"_s));
    }
    m_server = server;
    m_socket = new QSslSocket(this);
    m_socket->setSslConfiguration(tlsFor(m_edge));
    m_socket->setReadBufferSize(readAhead);
    connectSocket();
    QFuture<Result<void>> future = expectAnswer();
    if (server.security == Security::Tls) {
        m_socket->connectToHostEncrypted(server.host, server.port);
    } else {
        m_socket->setPeerVerifyName(server.host);
        m_socket->connectToHost(server.host, server.port);
    }
    return future;
}

void Connection::connectSocket()
{
    connect(m_socket, &QAbstractSocket::connected, this, &Connection::reached);
    connect(m_socket, &QSslSocket::encrypted, this, [this] { answer({}); });
    connect(m_socket, &QAbstractSocket::errorOccurred, this, &Connection::failed);
    connect(m_socket, &QIODevice::readyRead, this, &Connection::received);
    connect(m_socket, &QIODevice::bytesWritten, this, &Connection::written);
    connect(m_socket, &QSslSocket::encryptedBytesWritten, this, &Connection::written);
}

void Connection::reached()
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1); // many small questions, each waited for
    switch (m_server.security) {
    case Security::Tls:
        return;
    case Security::PlainLoopback:
        if (!m_socket->peerAddress().isLoopback()) {
            return end(
                {.code = Errc::Insecure, .detail = u"plain text to another machine"_s, .retryAfter = {}});
        }
        break;
    case Security::StartTls:
        break;
    }
    answer({});
}

QFuture<Result<void>> Connection::startTls()
{
    if (m_isOver || m_socket == nullptr || m_socket->isEncrypted()) {
        return answered<void>(fail(Errc::Network, u"no connection to encrypt"_s));
    }
    // Qt keeps such bytes and hands them out after the handshake, as if they had come encrypted.
    if (m_socket->bytesAvailable() > 0) {
        abort();
        return answered<void>(fail(Errc::Insecure, u"bytes in front of the handshake"_s));
    }
    QFuture<Result<void>> future = expectAnswer();
    m_socket->startClientEncryption();
    return future;
}

void Connection::startCompression(QByteArrayView early)
{
    m_deflate = std::make_unique<DeflateStream>();
    m_deflate->feed(early);
}

bool Connection::isEncrypted() const
{
    return m_socket != nullptr && !m_isOver && m_socket->isEncrypted();
}

bool Connection::isLoopback() const
{
    return m_socket != nullptr && !m_isOver && m_socket->peerAddress().isLoopback();
}

bool Connection::isPrivate() const
{
    return isEncrypted() || (m_server.security == Security::PlainLoopback && isLoopback());
}

void Connection::write(QByteArrayView bytes)
{
    if (m_socket == nullptr || m_isOver || bytes.isEmpty()) {
        return;
    }
    if (m_deflate != nullptr) {
        m_socket->write(m_deflate->pack(bytes));
    } else {
        m_socket->write(bytes.data(), bytes.size());
    }
}

qint64 Connection::bytesToWrite() const
{
    return m_socket != nullptr ? m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite() : 0;
}

QByteArray Connection::take()
{
    if (m_socket == nullptr || m_isOver) {
        return {};
    }
    if (m_deflate == nullptr) {
        return m_socket->read(mostTaken);
    }
    if (!m_deflate->hasInput()) {
        m_deflate->feed(m_socket->read(mostTaken));
    }
    while (m_deflate->hasInput()) {
        Result<QByteArray> plain = m_deflate->take(mostTaken);
        if (!plain) {
            end(plain.error());
            return {};
        }
        if (!plain->isEmpty()) {
            return *std::move(plain);
        }
        const QByteArray more = m_socket->read(mostTaken);
        if (more.isEmpty()) {
            return {};
        }
        m_deflate->feed(more);
    }
    return {};
}

void Connection::abort()
{
    m_patience.drop();
    m_isOver = true;
    if (m_socket != nullptr) {
        m_socket->disconnect(this);
        m_socket->abort();
    }
    answer(fail(Errc::Cancelled, u"the connection was dropped"_s));
}

void Connection::failed()
{
    if (m_isOver) {
        return;
    }
    if (!m_answer && m_socket->bytesAvailable() > 0) {
        Q_EMIT received(); // the last words come before the end
    }
    if (!m_isOver) {
        end(meaning(*m_socket));
    }
}

/// Whoever waits for an answer gets the error as such; else it is told.
void Connection::end(const Error &error)
{
    if (std::exchange(m_isOver, true)) {
        return;
    }
    m_patience.drop();
    m_socket->disconnect(this);
    m_socket->abort();
    if (m_answer) {
        answer(std::unexpected(error));
    } else {
        Q_EMIT closed(error);
    }
}

QFuture<Result<void>> Connection::expectAnswer()
{
    m_answer.emplace();
    m_answer->start();
    m_patience.set(connectPatience, [this] {
        end({.code = Errc::Timeout, .detail = u"while connecting"_s, .retryAfter = {}});
    });
    return m_answer->future();
}

void Connection::answer(Result<void> result)
{
    if (std::optional<QPromise<Result<void>>> waiting = std::exchange(m_answer, std::nullopt)) {
        m_patience.drop();
        settle(*waiting, std::move(result));
    }
}

} // namespace aside::mail
