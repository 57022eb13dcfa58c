// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/mastodon/flows.h"
#include "app/channels/mastodon/outgoingstatus.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>
#include <expected>
#include <utility>

namespace aside::mastodon {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto keptKey = 50min; ///< a server knows a key again for an hour: the rest is for clocks
constexpr auto clockSkew = 10min;
constexpr auto mediaPause = 1s;
constexpr int mostMediaLooks = 60;

/// Of a request after which nothing was posted yet.
using Uploaded = std::expected<QString, SendOutcome>;

Repeat repeatOf(const std::optional<Instance> &instance)
{
    return instance && instance->knowsKeys ? Repeat::Safe : Repeat::Unsafe;
}

/// Whether an attempt may have been made so long ago that the server has forgotten its key. The key says when
/// it was made, which was before the first one: RFC 9562, 5.7.
bool isOld(const QString &key, Instant now)
{
    const QByteArray bytes = QUuid::fromString(key).toRfc4122();
    qint64 made = 0;
    for (const char byte : bytes.first(6)) {
        made = (made << 8) | static_cast<quint8>(byte);
    }
    return now - fromMillis(made) > keptKey;
}

QFuture<Result<void>> pause(const HttpEdge &edge, std::chrono::milliseconds time, QObject *context)
{
    const auto promise = std::make_shared<QPromise<Result<void>>>(); // a promise cannot be copied
    promise->start();
    edge.after(time, context, [promise] { aside::settle(*promise, Result<void>()); });
    return promise->future();
}

/// As it is shown and as it was written: a server shortens names, and has its own spaces.
QString comparable(const QString &text)
{
    static const QRegularExpression host(u"(@[\\w.-]+)@[\\w.:-]+"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression space(u"[\\s\\x{200B}]+"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    return QString(text).replace(host, u"\\1"_s).remove(space);
}

} // namespace

struct MastodonAdapter::SendFlows::Steps {
    static QCoro::Task<SendOutcome> deliver(Guard self, OutgoingMessage message)
    {
        const Result<void> ready = co_await Flows::ensureMe(self);
        if (self.isNull() || !ready) {
            const Error error = ready ? cancelled() : ready.error();
            co_return RetryLater{.cause = error.code, .after = error.retryAfter};
        }
        if (!statusFor(message, self->serverName(), {})
            || message.files.size() > self->m_instance->mostMedia) {
            co_return Refused{.code = u"422"_s, .words = message.to};
        }
        if (self->m_instance->knowsKeys && isOld(message.wireId, self->m_parts.clock.now())) {
            const Result<Reconciliation> looked = co_await look(self, message);
            if (!looked) {
                co_return RetryLater{.cause = looked.error().code, .after = looked.error().retryAfter};
            }
            if (looked->evidence == Evidence::Found) {
                co_return Sent{.remoteId = looked->remoteId, .conversationKey = looked->conversationKey};
            }
        }
        QStringList media;
        for (qsizetype at = 0; at < message.files.size(); ++at) {
            const Uploaded uploaded = co_await upload(self, message.files.at(at));
            if (!uploaded) {
                co_return uploaded.error();
            }
            media.append(*uploaded);
        }
        co_return co_await post(self, std::move(message), std::move(media));
    }

    static QCoro::Task<SendOutcome> post(Guard self, OutgoingMessage message, QStringList media)
    {
        if (self.isNull()) {
            co_return RetryLater{.cause = Errc::Cancelled};
        }
        const Repeat repeat = repeatOf(self->m_instance);
        const QString server = self->serverName();
        const Clock &clock = self->m_parts.clock;
        const Result<ApiReply> reply = co_await arrival(asResult(self->m_api->post(
            u"/api/v1/statuses"_s, statusFor(message, server, media).value_or(QJsonObject()), message.wireId,
            self->m_stop.get_token())));
        if (!reply) {
            co_return unreadableAnswer(repeat);
        }
        if (const std::optional<SendOutcome> fault = faultOf(*reply, clock.now(), repeat)) {
            co_return *fault;
        }
        const Result<JsonValue> status = readJson(reply->response->body);
        const QString id = status ? (*status)[u"id"].id() : QString();
        if (id.isEmpty()) {
            co_return unreadableAnswer(repeat);
        }
        const auto there
            = self.isNull() ? std::optional<IncomingMessage>() : messageOf(*status, self->reading());
        co_return Sent{.remoteId = remoteId(server, id),
                       .conversationKey = there ? there->conversationKey : QString()};
    }

    static QCoro::Task<Uploaded> upload(Guard self, OutgoingFile file)
    {
        const QStringList paths{u"/api/v2/media"_s, u"/api/v1/media"_s};
        for (const QString &path : paths) {
            if (self.isNull()) {
                co_return std::unexpected(RetryLater{.cause = Errc::Cancelled});
            }
            const QString description = file.alt.left(self->m_instance->longestDescription);
            const Result<ApiReply> reply = co_await arrival(
                asResult(self->m_api->upload(path, file, description, self->m_stop.get_token())));
            if (self.isNull() || !reply) {
                co_return std::unexpected(RetryLater{.cause = Errc::Cancelled});
            }
            const int status = reply->response ? reply->response->status : 0;
            const bool isUnknown = status == 404 || status == 501;
            if (!isUnknown || path == paths.constLast()) {
                co_return co_await await(self, *reply);
            }
        }
        co_return std::unexpected(RetryLater{.cause = Errc::NotFound});
    }

    /// What takes the server some time is there once it has an address.
    static QCoro::Task<Uploaded> await(Guard self, ApiReply reply)
    {
        const Clock &clock = self->m_parts.clock;
        QString id;
        for (int look = 0; look < mostMediaLooks; ++look) {
            if (const auto fault = faultOf(reply, clock.now(), Repeat::Safe)) {
                co_return std::unexpected(*fault);
            }
            const Result<JsonValue> media = readJson(reply.response->body);
            const int status = reply.response->status;
            id = media && id.isEmpty() ? (*media)[u"id"].id() : id;
            if (id.isEmpty()) {
                co_return std::unexpected(unreadableAnswer(Repeat::Safe));
            }
            if (status != 202 && status != 206) {
                co_return id;
            }
            const Result<void> waited = co_await arrival(pause(self->m_parts.edge, mediaPause, self));
            if (self.isNull() || !waited) {
                co_return std::unexpected(RetryLater{.cause = Errc::Cancelled});
            }
            const Result<ApiReply> again = co_await Flows::get(self, u"/api/v1/media/"_s + id, {});
            if (!again) {
                co_return std::unexpected(RetryLater{.cause = again.error().code});
            }
            reply = *again;
        }
        co_return std::unexpected(RetryLater{.cause = Errc::Timeout});
    }

    /// Among what was answered to the same status, and among all of our own.
    static QCoro::Task<Result<Reconciliation>> look(Guard self, OutgoingMessage message)
    {
        const QString answered = idAt(self->serverName(), message.inReplyTo);
        bool isThreadSeen = false;
        if (!answered.isEmpty()) {
            const QString path = u"/api/v1/statuses/%1/context"_s.arg(answered);
            const Result<JsonValue> context = co_await Flows::read(self, path, {});
            if (self.isNull() || (!context && context.error().code != Errc::NotFound)) {
                co_return std::unexpected(context ? cancelled() : context.error());
            }
            isThreadSeen = context.has_value();
            if (context) {
                const Reconciliation found = find(*self, message, (*context)[u"descendants"]);
                if (found.evidence == Evidence::Found) {
                    co_return found;
                }
            }
        }
        const QString path = u"/api/v1/accounts/%1/statuses"_s.arg(self->m_me->id);
        const Result<JsonValue> own = co_await Flows::read(self, path, {{u"limit"_s, u"40"_s}});
        if (self.isNull() || !own) {
            co_return std::unexpected(own ? cancelled() : own.error());
        }
        const Reconciliation found = find(*self, message, *own);
        if (found.evidence == Evidence::Found) {
            co_return found;
        }
        // Some servers do not list what not everybody may see.
        const bool isSure
            = isThreadSeen || message.audience == Audience::Public || self->m_instance->knowsKeys;
        co_return Reconciliation{.evidence = isSure ? Evidence::NotFound : Evidence::CannotTell};
    }

    static Reconciliation find(const MastodonAdapter &self, const OutgoingMessage &message,
                               const JsonValue &statuses)
    {
        const Reading reading = self.reading();
        const QString text = comparable(textFor(message));
        for (const JsonValue &status : statuses.items()) {
            const std::optional<IncomingMessage> there = messageOf(status, reading);
            const QString answered
                = there && !there->references.isEmpty() ? there->references.constLast() : QString();
            if (there && there->direction == Direction::Outgoing && there->audience == message.audience
                && answered == message.inReplyTo && there->sentAt >= message.attemptAt - clockSkew
                && comparable(reading.toText(status[u"content"].text())) == text) {
                return {.evidence = Evidence::Found,
                        .remoteId = there->remoteId,
                        .conversationKey = there->conversationKey};
            }
        }
        return {.evidence = Evidence::NotFound};
    }
};

QCoro::Task<void> MastodonAdapter::SendFlows::send(Guard self, OutgoingMessage message,
                                                   QPromise<SendOutcome> promise)
{
    promise.addResult(co_await Steps::deliver(std::move(self), std::move(message)));
    promise.finish();
}

QCoro::Task<Result<Reconciliation>> MastodonAdapter::SendFlows::reconcile(Guard self, OutgoingMessage message)
{
    const Result<void> ready = co_await Flows::ensureMe(self);
    if (!ready) {
        co_return std::unexpected(ready.error());
    }
    co_return co_await Steps::look(self, std::move(message));
}

} // namespace aside::mastodon
