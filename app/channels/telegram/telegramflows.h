// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/flow/promises.h"
#include "app/channels/telegram/botapi.h"
#include "app/channels/telegram/outgoingcalls.h"
#include "app/channels/telegram/telegramadapter.h"
#include "app/channels/telegram/updates.h"

#include <QPointer>

namespace aside::telegram {

[[nodiscard]] inline Error cancelled()
{
    return {.code = Errc::Cancelled, .detail = {}, .retryAfter = {}};
}

[[nodiscard]] inline QFuture<Result<ApiReply>> asResult(QFuture<ApiReply> future)
{
    return future.then([](const ApiReply &reply) { return Result<ApiReply>(reply); });
}

/// The flows of several steps. The adapter may go while one waits: each asks after each wait.
struct TelegramAdapter::Flows {
    using Guard = QPointer<TelegramAdapter>;

    static QCoro::Task<Result<void>> open(Guard self);
    static QCoro::Task<Result<ApiReply>> call(Guard self, Call call);
    /// Knows whose token it is. A new token is another bot's.
    static QCoro::Task<Result<void>> ensureMe(Guard self);
    static QCoro::Task<Result<JsonValue>> updatesFrom(Guard self, qint64 offset);
    /// Read again a moment later where an album may go on.
    static QCoro::Task<Result<JsonValue>> wholePage(Guard self, qint64 offset);
    static QCoro::Task<Result<FetchStep>> fetch(Guard self, qint64 offset);
    /// One that brought something is never the last: the next tells the server that it is stored.
    static FetchStep step(TelegramAdapter &self, qint64 offset, Updates updates);
    static QCoro::Task<void> poll(Guard self, std::stop_source stop);
    /// The address of a file is good for an hour: it is asked for each time.
    static QCoro::Task<Result<void>> bring(Guard self, LeftPart part, PartWay way);
    static ReplyButtons buttonsFor(const TelegramAdapter &self, const OutgoingMessage &message,
                                   const Place &target);
    static QCoro::Task<SendOutcome> deliver(Guard self, OutgoingMessage message);
    /// A group that has become a supergroup has another number; the server did nothing with the old one.
    static QCoro::Task<SendOutcome> sendOne(Guard self, Call call);
    static QCoro::Task<void> send(Guard self, OutgoingMessage message, QPromise<SendOutcome> promise);
};

} // namespace aside::telegram
