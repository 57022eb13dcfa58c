// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/http/apioutcome.h"
#include "app/channels/telegram/telegramflows.h"

#include <utility>

namespace aside::telegram {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Nobody is there any more who would read the answer.
SendOutcome withoutUs(const Result<ApiReply> &reply)
{
    const std::optional<SendOutcome> fault
        = reply ? sendFault(*reply, Instant{}, Repeat::Unsafe) : std::nullopt;
    return fault.value_or(Unknown{.cause = Errc::Cancelled});
}

} // namespace

/// The button goes with the next message that asks nothing, however the question was answered.
ReplyButtons TelegramAdapter::Flows::buttonsFor(const TelegramAdapter &self, const OutgoingMessage &message,
                                                const Place &target)
{
    if (!takesButtons(message, target) || !self.m_parts.asksToCall) {
        return ReplyButtons::AsTheyAre;
    }
    if (self.m_parts.asksToCall(message.text)) {
        return ReplyButtons::ShareNumber;
    }
    return self.m_asked.contains(target.chat) ? ReplyButtons::Removed : ReplyButtons::AsTheyAre;
}

QCoro::Task<SendOutcome> TelegramAdapter::Flows::deliver(Guard self, OutgoingMessage message)
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
    const ReplyButtons buttons = buttonsFor(*self, message, *target);
    const QList<Call> calls = callsFor(message, *target, buttons);
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
    if (self.isNull()) {
        co_return first;
    }
    if (buttons == ReplyButtons::ShareNumber) {
        self->m_asked.insert(target->chat);
    } else if (buttons == ReplyButtons::Removed) {
        self->m_asked.remove(target->chat);
    }
    co_return first;
}

QCoro::Task<SendOutcome> TelegramAdapter::Flows::sendOne(Guard self, Call call)
{
    if (self.isNull()) {
        co_return RetryLater{.cause = Errc::Cancelled};
    }
    Result<ApiReply> reply = co_await arrival(asResult(self->m_api->call(call, self->m_stop.get_token())));
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

QCoro::Task<void> TelegramAdapter::Flows::send(Guard self, OutgoingMessage message,
                                               QPromise<SendOutcome> promise)
{
    promise.addResult(co_await deliver(std::move(self), std::move(message)));
    promise.finish();
}

} // namespace aside::telegram
