// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/adapter/emailadapter.h"

#include "app/channels/email/adapter/accountfolders.h"
#include "app/channels/email/adapter/outgoingletter.h"
#include "app/channels/email/adapter/sentmail.h"
#include "app/channels/email/compose/letterdevice.h"
#include "app/channels/email/sync/partdownload.h"
#include "app/channels/email/sync/writeback.h"
#include "app/channels/flow/promises.h"
#include "models/core/logging.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace aside::mail {

using namespace Qt::StringLiterals;
using imap::ImapSession;

namespace {

using Done = Result<void>;

/// Its error; where it has none, nobody wants it any more.
template <typename T>
Error whyNot(const Result<T> &result)
{
    return result ? Error{.code = Errc::Cancelled, .detail = {}, .retryAfter = {}} : result.error();
}

SendOutcome notSent(const Error &error, const QString &said = {})
{
    return RetryLater{.scope = FaultScope::Account,
                      .cause = error.code,
                      .after = error.retryAfter,
                      .code = {},
                      .words = said};
}

} // namespace

/// The flows of several steps. The adapter may go while one waits: each asks after each wait.
struct EmailAdapter::Flows {
    using Guard = QPointer<EmailAdapter>;

    /// A session that is signed in.
    static QCoro::Task<Result<std::unique_ptr<ImapSession>>> connect(Guard self)
    {
        if (self.isNull()) {
            co_return fail(Errc::Cancelled);
        }
        const Parts parts = self->m_parts;
        const std::stop_token stop = self->m_stop.get_token();
        const Result<Credentials> credentials = co_await arrival(parts.credentials());
        if (!credentials || self.isNull()) {
            co_return std::unexpected(whyNot(credentials));
        }
        auto session = std::make_unique<ImapSession>(parts.edge, imap::Limits());
        const Done signedIn = co_await arrival(session->signIn(parts.settings.imap, *credentials, stop));
        if (!signedIn) {
            co_return std::unexpected(signedIn.error());
        }
        co_return session;
    }

    /// One that can send, or why not; `said` is what the server said then, and lives in the frame of the
    /// caller.
    static QCoro::Task<Result<std::unique_ptr<smtp::SmtpSession>>> connectToSend(Guard self, QString &said)
    {
        const Parts parts = self->m_parts;
        const std::stop_token stop = self->m_stop.get_token();
        const Result<Credentials> credentials = co_await arrival(parts.credentials());
        if (!credentials || self.isNull()) {
            co_return std::unexpected(whyNot(credentials));
        }
        auto session = std::make_unique<smtp::SmtpSession>(parts.edge);
        const Done signedIn = co_await arrival(session->signIn(parts.settings.smtp, *credentials, stop));
        if (!signedIn) {
            said = session->refusedWith();
            co_return std::unexpected(signedIn.error());
        }
        co_return session;
    }

    static QCoro::Task<Done> open(Guard self)
    {
        const Result<std::unique_ptr<ImapSession>> reading = co_await connect(self);
        if (!reading || self.isNull()) {
            co_return std::unexpected(whyNot(reading));
        }
        QString said;
        const Result<std::unique_ptr<smtp::SmtpSession>> sending = co_await connectToSend(self, said);
        if (!sending) {
            co_return std::unexpected(sending.error());
        }
        (*sending)->quit();
        co_return Done();
    }

    /// The session of fetching, made where there is none.
    static QCoro::Task<Done> ensureSession(Guard self)
    {
        if (self->m_session != nullptr && self->m_session->link().isOpen()) {
            co_return Done();
        }
        Result<std::unique_ptr<ImapSession>> session = co_await connect(self);
        if (!session || self.isNull()) {
            co_return std::unexpected(whyNot(session));
        }
        self->m_listener.reset();
        self->m_session = *std::move(session);
        const imap::ImapLink &link = self->m_session->link();
        QObject::connect(&link, &imap::ImapLink::closed, self, &EmailAdapter::lose);
        QObject::connect(&link, &imap::ImapLink::told, self, [self](const imap::Response &response) {
            if (self->m_listener != nullptr && std::holds_alternative<imap::Exists>(response)) {
                Q_EMIT self->arrived();
            }
        });
        co_return Done();
    }

    static QCoro::Task<Result<QList<qint64>>> writeBack(Guard self, QList<ServerChange> changes)
    {
        if (const Done ready = co_await ensureSession(self); !ready) {
            co_return std::unexpected(ready.error());
        }
        if (self->m_listener != nullptr) {
            self->m_listener->stop();
        }
        co_return co_await arrival(
            mail::writeBack(*self->m_session, std::move(changes), self->m_stop.get_token()));
    }

    static QCoro::Task<Result<QList<FolderTrouble>>> fetchFolders(Guard self)
    {
        if (const Done ready = co_await ensureSession(self); !ready) {
            co_return std::unexpected(ready.error());
        }
        if (self->m_listener != nullptr) {
            self->m_listener->stop();
        }
        self->m_news.drop(); // all of it is fetched now
        co_return co_await mail::fetchFolders({.session = self->m_session.get(),
                                               .sink = &self->m_bridge,
                                               .read = self->m_parts.read,
                                               .account = self->m_parts.account.id,
                                               .since = self->m_parts.settings.since,
                                               .chosen = self->m_parts.settings.folders,
                                               .triedUnread = &self->m_triedUnread,
                                               .stop = self->m_stop.get_token()});
    }

    static QCoro::Task<void> fetch(Guard self)
    {
        const Result<QList<FolderTrouble>> done = co_await fetchFolders(self);
        if (self) {
            self->m_bridge.finish(done);
            if (done && self->m_listener != nullptr) {
                self->listen();
            }
        }
    }

    static QCoro::Task<void> listen(Guard self)
    {
        const Done ready = co_await ensureSession(self);
        if (self.isNull()) {
            co_return;
        }
        if (!ready) {
            Q_EMIT self->listeningEnded(ready.error());
            co_return;
        }
        const Result<imap::Mailbox> inbox = co_await arrival(self->m_session->select("INBOX"));
        if (self.isNull() || self->m_session == nullptr) {
            co_return;
        }
        if (!inbox) {
            Q_EMIT self->listeningEnded(inbox.error());
            co_return;
        }
        if (self->m_listener == nullptr) {
            self->m_listener = std::make_unique<imap::Listener>(self->m_session->link());
            QObject::connect(self->m_listener.get(), &imap::Listener::changed, self,
                             &EmailAdapter::fetchSoon);
        }
        self->m_listener->start();
        const Result<QByteArray> stored = co_await arrival(self->m_bridge.cursor(u"INBOX"_s));
        if (self && stored) {
            self->catchUp(*stored, *inbox);
        }
    }

    static QCoro::Task<Result<Reconciliation>> reconcile(Guard self, QString wireId)
    {
        const Result<std::unique_ptr<ImapSession>> session = co_await connect(self);
        if (!session) {
            co_return std::unexpected(session.error());
        }
        const Result<QList<SentPlace>> places = co_await arrival(findSent(**session, wireId));
        if (!places) {
            co_return std::unexpected(places.error());
        }
        co_return reconciled(*places, wireId);
    }

    /// Tried again later, it is the same letter.
    static Letter letterFor(const EmailAdapter &self, const OutgoingMessage &message)
    {
        const Instant at = message.attemptAt == Instant{} ? self.m_parts.clock.now() : message.attemptAt;
        return letterOf(message, self.m_parts.account, at, localOffset(at));
    }

    static QCoro::Task<Result<CopyFiling>> fileCopy(Guard self, OutgoingMessage message)
    {
        const Result<std::unique_ptr<ImapSession>> session = co_await connect(self);
        if (!session || self.isNull()) {
            co_return std::unexpected(whyNot(session));
        }
        const Done filed = co_await arrival(fileSent(**session, letterFor(*self, message)));
        if (self.isNull()) {
            co_return fail(Errc::Cancelled);
        }
        if (!filed) {
            const bool isAnswer
                = filed.error().code == Errc::ServerRefused || filed.error().code == Errc::QuotaFull;
            qCInfo(logEmail) << "no copy of what was sent:" << errcName(filed.error().code);
            co_return CopyFiling{.fault = filed.error().code,
                                 .words = isAnswer ? QString::fromUtf8((*session)->link().refusedWith())
                                                   : QString()};
        }
        Q_EMIT self->arrived();
        co_await arrival((*session)->logout());
        co_return CopyFiling();
    }

    static QCoro::Task<SendOutcome> deliver(Guard self, OutgoingMessage message)
    {
        const Letter letter = letterFor(*self, message);
        const bool copiesToSent = self->m_parts.settings.copiesToSent;
        const Result<smtp::Envelope> envelope = envelopeOf(letter);
        Result<std::unique_ptr<LetterDevice>> device = LetterDevice::make(letter);
        if (!envelope || !device) {
            co_return Refused{.code = u"553 5.1.3"_s, .words = message.to}; // as RFC 3463 names it
        }
        QString said;
        const Result<std::unique_ptr<smtp::SmtpSession>> session = co_await connectToSend(self, said);
        if (!session || self.isNull()) {
            co_return notSent(whyNot(session), said);
        }
        const Result<smtp::Delivery> delivery = co_await arrival(
            (*session)
                ->send(*envelope, *std::move(device), self->m_stop.get_token())
                .then([](const smtp::Delivery &ended) { return Result<smtp::Delivery>(ended); }));
        // Without an answer nothing is known, and that is what is said.
        SendOutcome outcome = delivery ? delivery->outcome : Unknown{};
        (*session)->quit();
        if (auto *sent = std::get_if<Sent>(&outcome)) {
            sent->wantsCopy = copiesToSent;
        }
        co_return outcome;
    }

    static QCoro::Task<void> send(Guard self, OutgoingMessage message, QPromise<SendOutcome> promise)
    {
        promise.addResult(co_await deliver(std::move(self), std::move(message)));
        promise.finish();
    }
};

EmailAdapter::EmailAdapter(Parts parts, QObject *parent)
    : ChannelAdapter(parent)
    , m_parts(std::move(parts))
    , m_news(m_parts.edge)
{
}

EmailAdapter::~EmailAdapter()
{
    m_stop.request_stop();
    m_bridge.drop();
}

QFuture<Result<void>> EmailAdapter::open()
{
    return aside::begin<void>(Flows::open(this));
}

QFuture<Result<FetchStep>> EmailAdapter::fetch(QByteArray cursor)
{
    return m_bridge.next(cursor, [this] { Flows::fetch(this); });
}

QFuture<Result<QList<qint64>>> EmailAdapter::writeBack(QList<ServerChange> changes)
{
    return aside::begin<QList<qint64>>(Flows::writeBack(this, std::move(changes)));
}

void EmailAdapter::listen()
{
    Flows::listen(this);
}

QFuture<SendOutcome> EmailAdapter::send(OutgoingMessage message)
{
    QPromise<SendOutcome> promise;
    promise.start();
    QFuture<SendOutcome> future = promise.future();
    Flows::send(this, std::move(message), std::move(promise));
    return future;
}

QFuture<Result<CopyFiling>> EmailAdapter::fileCopy(OutgoingMessage message)
{
    return aside::begin<CopyFiling>(Flows::fileCopy(this, std::move(message)));
}

QFuture<Result<void>> EmailAdapter::bring(LeftPart part, PartWay way)
{
    const QPointer<EmailAdapter> self(this);
    return downloadPart([self] { return Flows::connect(self); }, m_parts.read, std::move(part),
                        std::move(way));
}

QFuture<Result<Reconciliation>> EmailAdapter::reconcile(OutgoingMessage message)
{
    return aside::begin<Reconciliation>(Flows::reconcile(this, message.wireId));
}

/// Once at a time: a server may count what nobody changed.
void EmailAdapter::catchUp(const QByteArray &stored, const imap::Mailbox &inbox)
{
    const bool isNew = isBehind(stored, inbox) && !m_isCatchingUp;
    m_isCatchingUp = isNew;
    if (isNew) {
        fetchSoon();
    }
}

void EmailAdapter::fetchSoon()
{
    if (!m_news.isSet()) {
        m_news.set(m_pace.next(m_parts.clock.now()), [this] { Q_EMIT arrived(); });
    }
}

void EmailAdapter::lose(const Error &error)
{
    const bool wasListening = m_listener != nullptr;
    m_listener.reset();
    if (m_session != nullptr) {
        m_session.release()->deleteLater(); // it is its link that calls
    }
    if (wasListening) {
        Q_EMIT listeningEnded(error);
    }
}

} // namespace aside::mail
