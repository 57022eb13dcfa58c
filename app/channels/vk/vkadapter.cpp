// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/vk/vkadapter.h"

#include "app/channels/flow/promises.h"
#include "app/channels/http/apioutcome.h"
#include "app/channels/vk/vkflows.h"

#include <algorithm>
#include <utility>

namespace aside::vk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int mostRedirects = 5;
constexpr int mostAttempts = 4;
constexpr int pollSeconds = 25;

QFuture<Result<ApiReply>> asResult(QFuture<ApiReply> future)
{
    return future.then([](const ApiReply &reply) { return Result<ApiReply>(reply); });
}

/// Where else the file lies; empty: it came.
QString redirectOf(const ApiReply &reply)
{
    const bool isElsewhere = reply.response && reply.response->status >= 300 && reply.response->status < 400;
    return isElsewhere ? QString::fromUtf8(reply.response->header("Location")) : QString();
}

Result<void> handOver(const QByteArray &content, const PartWay &way)
{
    if (way.progress) {
        way.progress(content.size(), content.size());
    }
    return way.into->write(content) == content.size() ? Result<void>() : fail(Errc::DiskFull);
}

bool mayUseMessages(const JsonValue &permissions)
{
    return std::ranges::any_of(permissions[u"permissions"].items(), [](const JsonValue &permission) {
        return permission[u"name"].text() == "messages"_L1;
    });
}

} // namespace

QCoro::Task<Result<Answer>> VkAdapter::Flows::ask(Guard self, Call call)
{
    for (int attempt = 1;; ++attempt) {
        const Result<ApiReply> reply
            = co_await arrival(asResult(self->m_api->call(call, self->m_stop.get_token())));
        if (self.isNull() || !reply) {
            co_return std::unexpected(cancelled());
        }
        const Result<Answer> answer = answerOf(*reply, self->m_parts.clock.now());
        if (!answer || answer->code != tooManyRequests || attempt == mostAttempts) {
            co_return answer;
        }
    }
}

QCoro::Task<Result<JsonValue>> VkAdapter::Flows::call(Guard self, Call call)
{
    const Result<Answer> answer = co_await ask(std::move(self), std::move(call));
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    if (answer->code != 0) {
        co_return std::unexpected(errorOf(*answer));
    }
    co_return answer->response;
}

QCoro::Task<Result<void>> VkAdapter::Flows::ensureMe(Guard self)
{
    const Result<Secret> token = co_await arrival(self->m_parts.token());
    if (self.isNull() || !token) {
        co_return std::unexpected(token ? cancelled() : token.error());
    }
    if (self->m_api == nullptr || self->m_api->token().bytes() != token->bytes()) {
        self->m_api
            = std::make_shared<VkApi>(self->m_parts.server, *token, self->m_parts.edge, self->m_parts.clock);
        self->m_me.reset();
        self->m_pollServer.reset();
    }
    if (self->m_me) {
        co_return Result<void>();
    }
    const Result<JsonValue> found = co_await call(self, {.method = u"groups.getById"_s});
    if (!found) {
        co_return std::unexpected(found.error());
    }
    const JsonValue group = (*found)[u"groups"].items().value(0);
    if (group[u"id"].integer().value_or(0) <= 0) {
        co_return fail(Errc::BadAnswer, u"a community without a number"_s);
    }
    const Result<JsonValue> rights = co_await call(self, {.method = u"groups.getTokenPermissions"_s});
    if (!rights) {
        co_return std::unexpected(rights.error());
    }
    if (!mayUseMessages(*rights)) {
        co_return fail(Errc::SignInRefused, u"the token may not use messages"_s);
    }
    const Me me{
        .id = group[u"id"].id(), .name = group[u"name"].text(), .screenName = group[u"screen_name"].text()};
    self->m_names.insert(u'-' + me.id, me.name);
    self->m_me = me;
    co_return Result<void>();
}

QCoro::Task<Result<JsonValue>> VkAdapter::Flows::ask(Guard self, QUrl url, std::chrono::seconds patience,
                                                     std::stop_token stop)
{
    const Result<ApiReply> reply
        = co_await arrival(asResult(self->m_api->poll(url, patience, std::move(stop))));
    if (self.isNull() || !reply) {
        co_return std::unexpected(cancelled());
    }
    const Result<ApiResponse> response = readOutcome(*reply, self->m_parts.clock.now());
    if (!response) {
        co_return std::unexpected(response.error());
    }
    co_return readAnswerJson(*response);
}

QCoro::Task<void> VkAdapter::Flows::poll(Guard self, std::stop_source stop)
{
    const QString ts = self->m_ts;
    const Result<JsonValue> page = co_await ask(self, self->pollUrl(ts, pollSeconds),
                                                std::chrono::seconds(pollSeconds + 20), stop.get_token());
    if (self.isNull() || stop.stop_requested()) {
        co_return;
    }
    self->m_poll.reset();
    if (!page) {
        self->m_isListening = false;
        Q_EMIT self->listeningEnded(page.error());
    } else if (!page->has(u"failed") && (*page)[u"updates"].items().isEmpty()) {
        self->poll();
    } else {
        self->m_ahead = Ahead{.ts = ts, .page = *page};
        Q_EMIT self->arrived();
    }
}

SendingEdge VkAdapter::Flows::edgeOf(VkAdapter &self)
{
    return {.api = self.m_api,
            .me = self.m_me.value_or(Me()),
            .stop = self.m_stop.get_token(),
            .now = self.m_parts.clock.now()};
}

QCoro::Task<void> VkAdapter::Flows::send(Guard self, OutgoingMessage message, QPromise<SendOutcome> promise)
{
    const Result<void> ready = co_await ensureMe(self);
    if (self.isNull() || !ready) {
        const Error error = ready ? cancelled() : ready.error();
        promise.addResult(RetryLater{.cause = error.code, .after = error.retryAfter});
    } else {
        promise.addResult(co_await deliver(edgeOf(*self), std::move(message)));
    }
    promise.finish();
}

QCoro::Task<Result<Reconciliation>> VkAdapter::Flows::look(Guard self, OutgoingMessage message)
{
    const Result<void> ready = co_await ensureMe(self);
    if (self.isNull() || !ready) {
        co_return std::unexpected(ready ? cancelled() : ready.error());
    }
    co_return co_await lookFor(edgeOf(*self), std::move(message));
}

QCoro::Task<Result<void>> VkAdapter::Flows::bring(Guard self, LeftPart part, PartWay way)
{
    const Result<void> ready = co_await ensureMe(self);
    if (!ready) {
        co_return std::unexpected(ready.error());
    }
    QUrl url(part.part.section, QUrl::StrictMode);
    for (int redirects = 0; redirects <= mostRedirects; ++redirects) {
        const Result<ApiReply> reply = co_await arrival(asResult(self->m_api->get(url, 5min, way.stop)));
        if (self.isNull() || !reply) {
            co_return std::unexpected(cancelled());
        }
        if (const QString place = redirectOf(*reply); !place.isEmpty()) {
            url = url.resolved(QUrl(place, QUrl::StrictMode));
            continue;
        }
        co_return readOutcome(*reply, self->m_parts.clock.now()).and_then([&](const ApiResponse &content) {
            return handOver(content.body, way);
        });
    }
    co_return fail(Errc::BadAnswer, u"too many redirects"_s);
}

QCoro::Task<Result<void>> VkAdapter::Flows::open(Guard self)
{
    return ensureMe(std::move(self));
}

VkAdapter::VkAdapter(Parts parts, QObject *parent)
    : ChannelAdapter(parent)
    , m_parts(std::move(parts))
{
}

VkAdapter::~VkAdapter()
{
    m_stop.request_stop();
    endPoll();
}

Result<QUrl> VkAdapter::serverOf(const Account &account)
{
    const QString named = account.settings.value(u"server"_s).trimmed();
    if (named.isEmpty()) {
        return VkApi::usualServer();
    }
    const QUrl url(named, QUrl::StrictMode);
    const bool isAddress = url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1)
        && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    return isAddress ? Result<QUrl>(url) : fail(Errc::BadSettings, u"server"_s);
}

QUrl VkAdapter::pollUrl(const QString &ts, int wait) const
{
    const PollServer poll = m_pollServer.value_or(PollServer());
    return withQuery(
        poll.url,
        {{u"act"_s, u"a_check"_s}, {u"key"_s, poll.key}, {u"ts"_s, ts}, {u"wait"_s, QString::number(wait)}});
}

QFuture<Result<void>> VkAdapter::open()
{
    return aside::begin<void>(Flows::open(this));
}

QFuture<Result<FetchStep>> VkAdapter::fetch(QByteArray cursor)
{
    const std::optional<Cursor> known = Cursor::parse(cursor);
    if (!known) {
        return aside::answered<FetchStep>(fail(Errc::InvalidInput, u"no cursor of a community's"_s));
    }
    return aside::begin<FetchStep>(Flows::fetch(this, *known));
}

void VkAdapter::listen()
{
    m_isListening = true;
    poll();
}

void VkAdapter::poll()
{
    if (m_api != nullptr && m_pollServer && !m_ts.isEmpty() && !m_poll) {
        Flows::poll(this, m_poll.emplace());
    }
}

void VkAdapter::endPoll()
{
    if (m_poll) {
        std::exchange(m_poll, std::nullopt)->request_stop();
    }
}

QFuture<SendOutcome> VkAdapter::send(OutgoingMessage message)
{
    QPromise<SendOutcome> promise;
    promise.start();
    QFuture<SendOutcome> future = promise.future();
    Flows::send(this, std::move(message), std::move(promise));
    return future;
}

QFuture<Result<Reconciliation>> VkAdapter::reconcile(OutgoingMessage message)
{
    return aside::begin<Reconciliation>(Flows::look(this, std::move(message)));
}

QFuture<Result<void>> VkAdapter::bring(LeftPart part, PartWay way)
{
    return aside::begin<void>(Flows::bring(this, std::move(part), std::move(way)));
}

QList<RateLeft> VkAdapter::ratesLeft() const
{
    return m_api == nullptr ? QList<RateLeft>{} : m_api->client().rates().left(m_parts.clock.now());
}

QByteArray VkAdapter::exchanges() const
{
    return m_api == nullptr ? QByteArray() : m_api->client().recorder().toJsonLines();
}

} // namespace aside::vk
