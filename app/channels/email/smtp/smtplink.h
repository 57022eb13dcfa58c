// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/net/connection.h"
#include "app/channels/email/smtp/smtpreply.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <chrono>
#include <deque>
#include <optional>

namespace aside::smtp {

/// Lines to a server and its replies in their order. One session long; on one thread; does not block.
/// Everything that is waited for is answered: with the error that ended the link, Errc::Timeout among them.
class SmtpLink final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SmtpLink)

public:
    explicit SmtpLink(mail::MailEdge edge, QObject *parent = nullptr);
    ~SmtpLink() override;

    /// Errors as Connection::open().
    [[nodiscard]] QFuture<Result<void>> open(const mail::ServerAddress &server);
    /// Errors as Connection::startTls(). Insecure where a reply is there that nobody asked for: somebody put
    /// it in front of the handshake.
    [[nodiscard]] QFuture<Result<void>> startTls();
    [[nodiscard]] bool isPrivate() const { return m_connection.isPrivate(); }

    void write(QByteArrayView bytes);
    /// A command and its line end.
    void say(const QByteArray &line) { write(line + "\r\n"); }
    /// The next reply; one waits at a time.
    [[nodiscard]] QFuture<Result<Reply>> reply(std::chrono::milliseconds patience);
    /// When so many bytes or fewer are still to go to the system, or the patience ends.
    [[nodiscard]] QFuture<Result<void>> drained(qint64 atMost, std::chrono::milliseconds patience);
    void abort();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /// What the server said when it let nobody in: foreign text, without secrets. Empty where it was not
    /// that.
    [[nodiscard]] QString refusedWith() const { return m_refusedWith; }
    void noteRefusal(const QString &words) { m_refusedWith = words; }

private:
    void read();
    void checkDrained();
    void end(const Error &error);

    mail::MailEdge m_edge;
    mail::Connection m_connection;
    ReplyReader m_reader;
    std::deque<Reply> m_replies; ///< came before somebody waited
    mail::Alarm m_patience;
    std::optional<QPromise<Result<Reply>>> m_waiting;
    std::optional<QPromise<Result<void>>> m_draining;
    qint64 m_drainedAt = 0;
    std::optional<Error> m_end;
    QString m_refusedWith;
    bool m_isOpen = false;
};

} // namespace aside::smtp
