// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/command.h"
#include "app/channels/email/imap/response.h"
#include "app/channels/email/imap/responsereader.h"
#include "app/channels/email/net/connection.h"
#include "app/channels/email/net/sasl.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QSet>

#include <deque>
#include <memory>
#include <optional>

namespace aside::imap {

/// What a command wants to know of what the server says without a tag.
enum class Interest : quint8 { Nothing, Folders, FolderStatus, Search, Messages, Selection };

/// After these, nothing is said until they are answered.
enum class Talk : quint8 { Ordinary, Authenticate, StartTls, Compress, Idle };

/// A piece of a part that is asked for. Several may be asked for at once, and a server answers in any order.
struct Piece {
    QByteArray section;
    quint64 origin = 0;
};

struct Request {
    Command command;
    Interest interest = Interest::Nothing;
    UidSet uids{}; ///< of Interest::Messages
    std::optional<Piece> piece{}; ///< of Interest::Messages: nothing but this
    Talk talk = Talk::Ordinary;
    std::shared_ptr<mail::SaslMechanism>
        mechanism{}; ///< of Talk::Authenticate; shared with the thread it thinks on
};

struct Reply {
    Outcome outcome;
    QList<Response> data{}; ///< in the order it came
};

/// Commands go to the server one behind the other, without waiting for answers where nothing forbids it, and
/// what it says is brought to those who asked. One session long; on one thread; does not block. Everything
/// that was asked is answered, with Errc::Cancelled where the link goes first.
class ImapLink final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImapLink)
public:
    ImapLink(mail::MailEdge edge, Limits limits, QObject *parent = nullptr);
    ~ImapLink() override;

    /// Answers with what the server says first. Errors as Connection::open(); ServerRefused, BadAnswer.
    [[nodiscard]] QFuture<Result<Outcome>> open(const mail::ServerAddress &server);
    /// A refusal is an error: SignInRefused, QuotaFull, NotFound, NoPermission, Conflict, ServerRefused. Any
    /// error that ends the link is one as well.
    [[nodiscard]] QFuture<Result<Reply>> run(Request request);
    /// Ends an IDLE that runs; it is answered as any command.
    void endIdle();
    void abort();

    /// What the server says it can; empty until it said so.
    [[nodiscard]] const QSet<QByteArray> &capabilities() const { return m_capabilities; }
    [[nodiscard]] bool can(QByteArrayView name) const { return m_capabilities.contains(name.toByteArray()); }
    void forgetCapabilities() { m_capabilities.clear(); }
    [[nodiscard]] bool isPrivate() const { return m_connection.isPrivate(); }
    [[nodiscard]] bool isCompressed() const { return m_connection.isCompressed(); }
    /// Whether compression gains anything.
    [[nodiscard]] bool isWorthPacking() const
    {
        return m_edge.packsForThisMachine || !m_connection.isLoopback();
    }
    [[nodiscard]] bool isIdle() const { return m_requests.empty(); }
    /// Whether an IDLE is under way, and the server said that it is.
    [[nodiscard]] bool isListening() const;
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] const Limits &limits() const { return m_limits; }
    /// What the server said when it last refused something: foreign words, for the person alone.
    [[nodiscard]] const QByteArray &refusedWith() const { return m_refusedWith; }
    [[nodiscard]] const mail::MailEdge &edge() const { return m_edge; }

Q_SIGNALS:
    /// What nobody asked for.
    void told(const aside::imap::Response &response);
    /// Nothing is under way.
    void drained();
    /// After open() succeeded; everything under way was answered with the error.
    void closed(const aside::Error &error);

private:
    struct Running;

    // Reading.
    void read();
    [[nodiscard]] Result<void> handle(const RawResponse &raw);
    [[nodiscard]] Result<void> greet(const Response &response);
    [[nodiscard]] Result<void> complete(const Tagged &tagged);
    void finish(Running &running, const Outcome &outcome);
    [[nodiscard]] Result<void> proceed(const Continuation &continuation);
    void reply(const Continuation &challenge, Running &running);
    [[nodiscard]] Result<void> distribute(Response response);
    [[nodiscard]] Result<void> keep(Running &running, Response response);
    void learn(const Response &response);
    [[nodiscard]] Result<void> beginTls(Running &running);
    void end(const Error &error);

    // Writing.
    void pump();
    [[nodiscard]] bool writePieces(Running &running);
    [[nodiscard]] bool writeSource(Running &running);
    [[nodiscard]] bool needsNoLeave(qint64 size) const;
    void watch();
    [[nodiscard]] bool expectsAnswer() const;

    mail::MailEdge m_edge;
    Limits m_limits;
    mail::Connection m_connection;
    ResponseReader m_reader;
    mail::Alarm m_patience;
    std::deque<std::unique_ptr<Running>> m_requests; ///< in the order they came
    std::size_t m_written = 0; ///< how many of them went out whole
    quint64 m_lastTag = 0;
    std::optional<QPromise<Result<Outcome>>> m_greeting;
    QSet<QByteArray> m_capabilities;
    QByteArray m_refusedWith;
    bool m_heard = false; ///< anything, since the alarm was set
    bool m_isOpen = false;
    bool m_isOver = false;
};

/// Why a server refuses, as the program can act on it.
[[nodiscard]] Error refusal(const Outcome &outcome);

} // namespace aside::imap
