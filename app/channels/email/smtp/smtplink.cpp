// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/smtp/smtplink.h"

#include "app/channels/flow/promises.h"

#include <utility>

namespace aside::smtp {

using namespace Qt::StringLiterals;

SmtpLink::SmtpLink(mail::MailEdge edge, QObject *parent)
    : QObject(parent)
    , m_edge(std::move(edge))
    , m_connection(m_edge)
    , m_patience(m_edge)
{
    connect(&m_connection, &mail::Connection::received, this, &SmtpLink::read);
    connect(&m_connection, &mail::Connection::written, this, &SmtpLink::checkDrained);
    connect(&m_connection, &mail::Connection::closed, this, &SmtpLink::end);
}

SmtpLink::~SmtpLink()
{
    abort();
}

QFuture<Result<void>> SmtpLink::open(const mail::ServerAddress &server)
{
    m_isOpen = true;
    return m_connection.open(server);
}

QFuture<Result<void>> SmtpLink::startTls()
{
    read();
    if (!m_reader.isEmpty() || !m_replies.empty()) {
        abort();
        return aside::answered<void>(fail(Errc::Insecure, u"replies in front of the handshake"_s));
    }
    return m_connection.startTls();
}

void SmtpLink::write(QByteArrayView bytes)
{
    m_connection.write(bytes);
}

QFuture<Result<Reply>> SmtpLink::reply(std::chrono::milliseconds patience)
{
    if (!m_replies.empty()) {
        Reply first = std::move(m_replies.front());
        m_replies.pop_front();
        return aside::answered<Reply>(std::move(first));
    }
    if (m_end || m_waiting) {
        return aside::answered<Reply>(
            std::unexpected(m_end.value_or(Error{.code = Errc::Internal, .detail = {}, .retryAfter = {}})));
    }
    m_waiting.emplace();
    m_waiting->start();
    m_patience.set(patience, [this] {
        end({.code = Errc::Timeout, .detail = u"the server says nothing"_s, .retryAfter = {}});
    });
    return m_waiting->future();
}

QFuture<Result<void>> SmtpLink::drained(qint64 atMost, std::chrono::milliseconds patience)
{
    if (m_end || m_connection.bytesToWrite() <= atMost) {
        return aside::answered<void>(m_end ? Result<void>(std::unexpected(*m_end)) : Result<void>());
    }
    m_draining.emplace();
    m_draining->start();
    m_drainedAt = atMost;
    m_patience.set(patience, [this] {
        end({.code = Errc::Timeout, .detail = u"the server takes nothing more"_s, .retryAfter = {}});
    });
    return m_draining->future();
}

void SmtpLink::checkDrained()
{
    if (m_draining && m_connection.bytesToWrite() <= m_drainedAt) {
        m_patience.drop();
        QPromise<Result<void>> promise = *std::exchange(m_draining, std::nullopt);
        aside::settle(promise, Result<void>());
    }
}

void SmtpLink::read()
{
    for (QByteArray bytes = m_connection.take(); !bytes.isEmpty(); bytes = m_connection.take()) {
        m_reader.feed(bytes);
        while (true) {
            Result<std::optional<Reply>> next = m_reader.next();
            if (!next) {
                return end(next.error());
            }
            if (!*next) {
                break;
            }
            if (m_replies.size() > ReplyReader::mostLines) {
                return end({.code = Errc::BadAnswer, .detail = u"replies to nothing"_s, .retryAfter = {}});
            }
            m_replies.push_back(*std::move(*next));
        }
    }
    if (!m_waiting || m_replies.empty()) {
        return;
    }
    m_patience.drop();
    Reply first = std::move(m_replies.front());
    m_replies.pop_front();
    QPromise<Result<Reply>> promise = *std::exchange(m_waiting, std::nullopt);
    aside::settle(promise, Result<Reply>(std::move(first)));
}

void SmtpLink::abort()
{
    end({.code = Errc::Cancelled, .detail = u"the session was dropped"_s, .retryAfter = {}});
}

void SmtpLink::end(const Error &error)
{
    if (m_end) {
        return;
    }
    m_end = error;
    m_isOpen = false;
    m_patience.drop();
    m_connection.abort();
    if (std::optional<QPromise<Result<Reply>>> waiting = std::exchange(m_waiting, std::nullopt)) {
        aside::settle(*waiting, Result<Reply>(std::unexpected(error)));
    }
    if (std::optional<QPromise<Result<void>>> draining = std::exchange(m_draining, std::nullopt)) {
        aside::settle(*draining, Result<void>(std::unexpected(error)));
    }
}

} // namespace aside::smtp
