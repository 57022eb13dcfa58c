// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/http/apioutcome.h"
#include "app/channels/telegram/telegramflows.h"

#include <QJsonArray>

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

/// An album that a full page cuts is left for the next one.
void leaveAlbum(Updates &updates, qint64 offset)
{
    if (updates.albumFrom > offset && updates.messages.size() > 1) {
        updates.messages.removeLast();
        updates.next = updates.albumFrom;
    }
}

} // namespace

QCoro::Task<Result<void>> TelegramAdapter::Flows::open(Guard self)
{
    return ensureMe(std::move(self));
}

QCoro::Task<Result<ApiReply>> TelegramAdapter::Flows::call(Guard self, Call call)
{
    const Result<ApiReply> reply
        = co_await arrival(asResult(self->m_api->call(call, self->m_stop.get_token())));
    if (self.isNull()) {
        co_return std::unexpected(cancelled());
    }
    co_return reply;
}

QCoro::Task<Result<void>> TelegramAdapter::Flows::ensureMe(Guard self)
{
    const Result<Secret> token = co_await arrival(self->m_parts.token());
    if (self.isNull() || !token) {
        co_return std::unexpected(token ? cancelled() : token.error());
    }
    if (self->m_api == nullptr || self->m_api->token().bytes() != token->bytes()) {
        self->m_api
            = std::make_unique<BotApi>(self->m_parts.server, *token, self->m_parts.edge, self->m_parts.clock);
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

QCoro::Task<Result<JsonValue>> TelegramAdapter::Flows::updatesFrom(Guard self, qint64 offset)
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

QCoro::Task<Result<JsonValue>> TelegramAdapter::Flows::wholePage(Guard self, qint64 offset)
{
    self->endPoll();
    const Result<void> ready = co_await ensureMe(self);
    if (!ready) {
        co_return std::unexpected(ready.error());
    }
    const Result<JsonValue> page = co_await updatesFrom(self, offset);
    if (self.isNull() || !page) {
        co_return std::unexpected(page ? cancelled() : page.error());
    }
    const Updates updates = readUpdates(*page, *self->m_me, self->m_parts.clock.now());
    if (updates.albumFrom == 0 || updates.count >= mostUpdates) {
        co_return page;
    }
    const Result<void> waited = co_await arrival(pause(self->m_parts.edge, albumPause, self));
    if (self.isNull() || !waited) {
        co_return std::unexpected(cancelled());
    }
    co_return co_await updatesFrom(self, offset);
}

QCoro::Task<Result<FetchStep>> TelegramAdapter::Flows::fetch(Guard self, qint64 offset)
{
    Result<JsonValue> page = co_await wholePage(self, offset);
    if (self.isNull()) {
        page = std::unexpected(cancelled());
    }
    co_return page.transform([&](const JsonValue &result) {
        return step(*self, offset, readUpdates(result, *self->m_me, self->m_parts.clock.now()));
    });
}

FetchStep TelegramAdapter::Flows::step(TelegramAdapter &self, qint64 offset, Updates updates)
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

QCoro::Task<void> TelegramAdapter::Flows::poll(Guard self, std::stop_source stop)
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

QCoro::Task<Result<void>> TelegramAdapter::Flows::bring(Guard self, LeftPart part, PartWay way)
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

} // namespace aside::telegram
