// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/compose/letterdevice.h"
#include "app/channels/email/net/sasl.h"
#include "app/channels/email/smtp/smtplink.h"
#include "models/domain/sendoutcome.h"

#include <QByteArrayList>
#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace aside::smtp {

/// What the server said that it can (EHLO).
struct Features {
    bool startTls = false;
    bool pipelining = false; ///< RFC 2920
    bool utf8 = false; ///< RFC 6531
    bool knowsSize = false; ///< RFC 1870
    qint64 mostBytes = 0; ///< 0: it does not say
    QByteArrayList mechanisms; ///< RFC 4954

    bool operator==(const Features &) const = default;
};

[[nodiscard]] Features featuresOf(const Reply &ehlo);

/// Whom a letter goes to, as wireAddress() writes them.
struct Envelope {
    QByteArray sender;
    QByteArrayList recipients;
};

/// The answer to one recipient.
struct RecipientReply {
    QByteArray recipient;
    Reply reply;

    bool operator==(const RecipientReply &) const = default;
};

struct Delivery {
    SendOutcome outcome = RetryLater{};
    QList<RecipientReply> refused{}; ///< where one is refused nothing is sent to anybody
};

/// A session with a server that takes mail for submission (RFC 6409). One letter at a time, each sent once:
/// nothing is repeated in here. On one thread; does not block.
class SmtpSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SmtpSession)

public:
    explicit SmtpSession(mail::MailEdge edge, QObject *parent = nullptr);
    ~SmtpSession() override;

    /// Connects, encrypts and signs in; without a user nobody signs in. Errors as Connection::open(), and
    /// Insecure (STARTTLS is not offered), SignInRefused, SignInUnsupported, ServerRefused, BadAnswer,
    /// Cancelled. After an error the session is over.
    [[nodiscard]] QFuture<Result<void>> signIn(const mail::ServerAddress &server,
                                               const mail::Credentials &credentials, std::stop_token stop);
    /// After signIn(). Ends with Unknown only where the end of the letter may have left; stopped before that,
    /// with RetryLater, cause Cancelled. The session can send another letter after Sent and Refused.
    [[nodiscard]] QFuture<Delivery> send(Envelope envelope, std::unique_ptr<mail::LetterDevice> letter,
                                         std::stop_token stop);
    /// Says good-bye and does not wait for the answer.
    void quit();
    [[nodiscard]] bool isOpen() const { return m_link.isOpen(); }
    /// What the server said when signIn() failed by its word, foreign text.
    [[nodiscard]] QString refusedWith() const { return m_link.refusedWith(); }
    [[nodiscard]] const Features &features() const { return m_features; }

private:
    /// Ends the link when somebody says stop, on whatever thread.
    void stopOn(const std::stop_token &stop);

    SmtpLink m_link;
    Features m_features;
    std::optional<std::stop_callback<std::function<void()>>> m_stop;
};

} // namespace aside::smtp
