// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/telegram/telegramadapter.h"

#include "app/channels/flow/promises.h"
#include "app/channels/http/apioutcome.h"
#include "app/channels/telegram/outgoingcalls.h"

#include <QJsonArray>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace aside::telegram {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int mostUpdates = 100;
constexpr auto albumPause = 1s; ///< the pictures of an album come one after the other
constexpr std::chrono::seconds pollTime = 50s; ///< the server waits no longer

const QJsonArray wantedUpdates{u"message"_s,
                               u"edited_message"_s,
                               u"channel_post"_s,
                               u"edited_channel_post"_s,
                               u"business_connection"_s,
                               u"business_message"_s,
                               u"edited_business_message"_s,
                               u"deleted_business_messages"_s,
                               u"my_chat_member"_s};

Error cancelled()
{
    return {.code = Errc::Cancelled, .detail = {}, .retryAfter = {}};
}

QFuture<Result<ApiReply>> asResult(QFuture<ApiReply> future)
{
    return future.then([](const ApiReply &reply) { return Result<ApiReply>(reply); });
}

Call updatesCall(qint64 offset, std::chrono::seconds wait)
{
    return {.method = u"getUpdates"_s,
            .parameters = {{u"offset"_s, offset},
                           {u"limit"_s, mostUpdates},
                           {u"timeout"_s, static_cast<int>(wait.count())},
                           {u"allowed_updates"_s, wantedUpdates}},
            .files = {},
            .patience = wait + 20s,
            .bucket = {}};
}

QFuture<Result<void>> pause(const HttpEdge &edge, std::chrono::milliseconds time, QObject *context)
{
    const auto promise = std::make_shared<QPromise<Result<void>>>(); // a promise cannot be copied
    promise->start();
    edge.after(time, context, [promise] { aside::settle(*promise, Result<void>()); });
    return promise->future();
}

/// Nobody is there any more who would read the answer.
SendOutcome withoutUs(const Result<ApiReply> &reply)
{
    const std::optional<SendOutcome> fault
        = reply ? sendFault(*reply, Instant{}, Repeat::Unsafe) : std::nullopt;
    return fault.value_or(Unknown{.cause = Errc::Cancelled});
}

/// An album that a full page cuts is left for the next one.
void leaveAlbum(Updates &updates, qint64 offset)
{
    if (updates.albumFrom > offset && updates.messages.size() > 1) {
        updates.messages.removeLast();
        updates.next = updates.albumFrom;
    }
}

} // namespace

/// The flows of several steps. The adapter may go while one waits: each asks after each wait.
struct TelegramAdapter::Flows {
    using Guard = QPointer<TelegramAdapter>;

    static QCoro::Task<Result<ApiReply>> call(Guard self, Call call)
    {
        const Result<ApiReply> reply
            = co_await arrival(asResult(self->m_api->call(call, self->m_stop.get_token())));
        if (self.isNull()) {
            co_return std::unexpected(cancelled());
        }
        co_return reply;
    }

    /// Knows whose token it is. A new token is another bot's.
    static QCoro::Task<Result<void>> ensureMe(Guard self)
    {
        const Result<Secret> token = co_await arrival(self->m_parts.token());
        if (self.isNull() || !token) {
            co_return std::unexpected(token ? cancelled() : token.error());
        }
        if (self->m_api == nullptr || self->m_api->token().bytes() != token->bytes()) {
            self->m_api = std::make_unique<BotApi>(self->m_parts.server, *token, self->m_parts.edge,
                                                   self->m_parts.clock);
            self->m_me.reset();
        }
        if (self->m_me) {
            co_return Result<void>();
        }
        Call question;
        question.method = u"getMe"_s;
        const Result<ApiReply> reply = co_await call(self, std::move(question));
        if (!reply) {
            co_return std::unexpected(reply.error());
        }
        const Result<JsonValue> bot = resultOf(*reply, self->m_parts.clock.now());
        if (!bot) {
            co_return std::unexpected(bot.error());
        }
        if ((*bot)[u"id"].id().isEmpty()) {
            co_return fail(Errc::BadAnswer, u"a bot without a number"_s);
        }
        self->m_me = Me{.id = (*bot)[u"id"].id(),
                        .username = (*bot)[u"username"].text(),
                        .name = (*bot)[u"first_name"].text()};
        co_return Result<void>();
    }

    static QCoro::Task<Result<JsonValue>> updatesFrom(Guard self, qint64 offset)
    {
        if (self->m_ahead && self->m_ahead->offset == offset) {
            const JsonValue result = std::exchange(self->m_ahead, std::nullopt)->result;
            co_return result;
        }
        self->m_ahead.reset();
        const Result<ApiReply> reply = co_await call(self, updatesCall(offset, 0s));
        if (!reply) {
            co_return std::unexpected(reply.error());
        }
        co_return resultOf(*reply, self->m_parts.clock.now());
    }

    static QCoro::Task<Result<FetchStep>> fetch(Guard self, qint64 offset)
    {
        self->endPoll();
        const Result<void> ready = co_await ensureMe(self);
        if (!ready) {
            co_return std::unexpected(ready.error());
        }
        Result<JsonValue> page = co_await updatesFrom(self, offset);
        if (self.isNull() || !page) {
            co_return std::unexpected(page ? cancelled() : page.error());
        }
        Updates updates = readUpdates(*page, *self->m_me, self->m_parts.clock.now());
        if (updates.albumFrom > 0 && updates.count < mostUpdates) {
            const Result<void> waited = co_await arrival(pause(self->m_parts.edge, albumPause, self));
            if (self.isNull() || !waited) {
                co_return std::unexpected(cancelled());
            }
            page = co_await updatesFrom(self, offset);
            if (self.isNull() || !page) {
                co_return std::unexpected(page ? cancelled() : page.error());
            }
            updates = readUpdates(*page, *self->m_me, self->m_parts.clock.now());
        }
        co_return step(*self, offset, std::move(updates));
    }

    /// One that brought something is never the last: the next tells the server that it is stored.
    static FetchStep step(TelegramAdapter &self, qint64 offset, Updates updates)
    {
        if (updates.count >= mostUpdates) {
            leaveAlbum(updates, offset);
        }
        self.m_offset = offset;
        FetchStep step;
        step.batch.account = self.m_parts.account.id;
        const bool hasGoneBack = updates.count > 0 && updates.next < offset; // it counts anew
        step.batch.cursor = QByteArray::number(hasGoneBack ? updates.next : std::max(updates.next, offset));
        step.batch.messages = std::move(updates.messages);
        step.batch.deletions = std::move(updates.deletions);
        step.isComplete = updates.next <= offset && !hasGoneBack;
        if (step.isComplete && self.m_isListening) {
            self.poll();
        }
        return step;
    }

    static QCoro::Task<void> poll(Guard self, std::stop_source stop)
    {
        const qint64 offset = self->m_offset;
        const Result<ApiReply> reply
            = co_await arrival(asResult(self->m_api->call(updatesCall(offset, pollTime), stop.get_token())));
        if (self.isNull() || !reply || stop.stop_requested()) {
            co_return;
        }
        self->m_poll.reset();
        const Result<JsonValue> page = resultOf(*reply, self->m_parts.clock.now());
        if (!page) {
            self->m_isListening = false;
            Q_EMIT self->listeningEnded(page.error());
        } else if (page->items().isEmpty()) {
            self->poll();
        } else {
            self->m_ahead = Ahead{.offset = offset, .result = *page};
            Q_EMIT self->arrived();
        }
    }

    static QCoro::Task<SendOutcome> deliver(Guard self, OutgoingMessage message)
    {
        const Result<void> ready = co_await ensureMe(self);
        if (self.isNull() || !ready) {
            const Error error = ready ? cancelled() : ready.error();
            co_return RetryLater{.cause = error.code, .after = error.retryAfter};
        }
        const std::optional<Place> target = targetOf(message);
        if (!target) {
            co_return Refused{.code = u"400"_s, .words = message.to};
        }
        SendOutcome first;
        const QList<Call> calls = callsFor(message, *target);
        for (qsizetype at = 0; at < calls.size(); ++at) {
            const SendOutcome outcome = co_await sendOne(self, calls.at(at));
            if (!std::holds_alternative<Sent>(outcome)) {
                // A part of it is there: a person has to look.
                co_return at == 0 ? outcome : SendOutcome(Unknown{.cause = Errc::ServerRefused});
            }
            if (at == 0) {
                first = outcome;
            }
        }
        co_return first;
    }

    /// A group that has become a supergroup has another number; the server did nothing with the old one.
    static QCoro::Task<SendOutcome> sendOne(Guard self, Call call)
    {
        if (self.isNull()) {
            co_return RetryLater{.cause = Errc::Cancelled};
        }
        Result<ApiReply> reply
            = co_await arrival(asResult(self->m_api->call(call, self->m_stop.get_token())));
        if (self.isNull() || !reply) {
            co_return withoutUs(reply);
        }
        const Result<Answer> answer = answerOf(*reply, self->m_parts.clock.now());
        bool isNumber = false;
        const qint64 moved = answer ? answer->movedTo.toLongLong(&isNumber) : 0;
        if (isNumber && answer->code == 400) {
            call.parameters.insert(u"chat_id"_s, moved);
            call.parameters.remove(u"reply_parameters"_s); // messages have other numbers there
            reply = co_await arrival(asResult(self->m_api->call(call, self->m_stop.get_token())));
            if (self.isNull() || !reply) {
                co_return withoutUs(reply);
            }
        }
        co_return outcomeOf(*reply, self->m_parts.clock.now(), *self->m_me);
    }

    static QCoro::Task<void> send(Guard self, OutgoingMessage message, QPromise<SendOutcome> promise)
    {
        promise.addResult(co_await deliver(std::move(self), std::move(message)));
        promise.finish();
    }

    /// The address of a file is good for an hour: it is asked for each time.
    static QCoro::Task<Result<void>> bring(Guard self, LeftPart part, PartWay way)
    {
        const Result<void> ready = co_await ensureMe(self);
        if (!ready) {
            co_return std::unexpected(ready.error());
        }
        Call question;
        question.method = u"getFile"_s;
        question.parameters = {{u"file_id"_s, part.part.section}};
        const Result<ApiReply> reply = co_await call(self, std::move(question));
        if (!reply) {
            co_return std::unexpected(reply.error());
        }
        const Result<JsonValue> file = resultOf(*reply, self->m_parts.clock.now());
        if (!file) {
            co_return std::unexpected(file.error());
        }
        const Result<ApiReply> brought
            = co_await arrival(asResult(self->m_api->download((*file)[u"file_path"].text(), way.stop)));
        if (self.isNull() || !brought) {
            co_return std::unexpected(cancelled());
        }
        const Result<ApiResponse> content = readOutcome(*brought, self->m_parts.clock.now());
        if (!content) {
            co_return std::unexpected(content.error());
        }
        if (way.progress) {
            way.progress(content->body.size(), content->body.size());
        }
        if (way.into->write(content->body) != content->body.size()) {
            co_return fail(Errc::DiskFull);
        }
        co_return Result<void>();
    }

    static QCoro::Task<Result<void>> open(Guard self) { return ensureMe(std::move(self)); }
};

TelegramAdapter::TelegramAdapter(Parts parts, QObject *parent)
    : ChannelAdapter(parent)
    , m_parts(std::move(parts))
{
}

TelegramAdapter::~TelegramAdapter()
{
    m_stop.request_stop();
    endPoll();
}

Result<QUrl> TelegramAdapter::serverOf(const Account &account)
{
    const QString named = account.settings.value(u"server"_s).trimmed();
    if (named.isEmpty()) {
        return BotApi::usualServer();
    }
    const QUrl url(named, QUrl::StrictMode);
    const bool isAddress = url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1)
        && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    return isAddress ? Result<QUrl>(url) : fail(Errc::BadSettings, u"server"_s);
}

QFuture<Result<void>> TelegramAdapter::open()
{
    return aside::begin<void>(Flows::open(this));
}

QFuture<Result<FetchStep>> TelegramAdapter::fetch(QByteArray cursor)
{
    bool isNumber = cursor.isEmpty();
    const qint64 offset = cursor.isEmpty() ? 0 : cursor.toLongLong(&isNumber);
    if (!isNumber || offset < 0) {
        return aside::answered<FetchStep>(fail(Errc::InvalidInput, u"no cursor of a bot's"_s));
    }
    return aside::begin<FetchStep>(Flows::fetch(this, offset));
}

void TelegramAdapter::listen()
{
    m_isListening = true;
    poll();
}

void TelegramAdapter::poll()
{
    if (m_api != nullptr && !m_poll) {
        m_poll.emplace();
        Flows::poll(this, *m_poll);
    }
}

/// Two that ask at once are refused.
void TelegramAdapter::endPoll()
{
    if (m_poll) {
        std::exchange(m_poll, std::nullopt)->request_stop();
    }
}

QFuture<SendOutcome> TelegramAdapter::send(OutgoingMessage message)
{
    QPromise<SendOutcome> promise;
    promise.start();
    QFuture<SendOutcome> future = promise.future();
    Flows::send(this, std::move(message), std::move(promise));
    return future;
}

/// Bots have no history to look into, and do not see what they sent.
// NOLINTNEXTLINE(performance-unnecessary-value-param): as the port has it
QFuture<Result<Reconciliation>> TelegramAdapter::reconcile(OutgoingMessage message)
{
    Q_UNUSED(message)
    return aside::answered<Reconciliation>(Reconciliation{.evidence = Evidence::CannotTell});
}

QFuture<Result<void>> TelegramAdapter::bring(LeftPart part, PartWay way)
{
    return aside::begin<void>(Flows::bring(this, std::move(part), std::move(way)));
}

QList<RateLeft> TelegramAdapter::ratesLeft() const
{
    return m_api != nullptr ? m_api->client().rates().left(m_parts.clock.now()) : QList<RateLeft>();
}

QByteArray TelegramAdapter::exchanges() const
{
    return m_api != nullptr ? m_api->client().recorder().toJsonLines() : QByteArray();
}

} // namespace aside::telegram
