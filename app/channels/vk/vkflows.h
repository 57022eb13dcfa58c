// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/vk/vkadapter.h"
#include "app/channels/vk/vksending.h"

#include <QPointer>

namespace aside::vk {

/// The flows of several steps. The adapter may go while one waits: each asks after each wait.
struct VkAdapter::Flows {
    using Guard = QPointer<VkAdapter>;

    /// For who reads: where VK has had enough for a second, it goes on behind it.
    static QCoro::Task<Result<Answer>> ask(Guard self, Call call);
    static QCoro::Task<Result<JsonValue>> call(Guard self, Call call);
    /// Knows whose token it is. A new token is another community's.
    static QCoro::Task<Result<void>> ensureMe(Guard self);
    static QCoro::Task<Result<void>> ensurePollServer(Guard self);
    static QCoro::Task<Result<FetchStep>> fetch(Guard self, Cursor cursor);
    static QCoro::Task<Result<FetchStep>> update(Guard self, Cursor cursor);
    static QCoro::Task<Result<JsonValue>> pageBehind(Guard self, QString ts);
    static QCoro::Task<Result<JsonValue>> ask(Guard self, QUrl url, std::chrono::seconds patience,
                                              std::stop_token stop);
    /// 1: the place is too old; 2: the key is; 3: both are. What was missed is filled in.
    static QCoro::Task<Result<FetchStep>> recover(Guard self, Cursor cursor, JsonValue page);
    /// Messages of which VK sent only a part. What it does not give stays as it is; without a network they
    /// are asked for again.
    static QCoro::Task<Result<QList<IncomingMessage>>> wholeOf(Guard self, QList<Place> cropped);
    /// The next talks that were active since. Comments cannot be filled in: communities may not read them.
    static QCoro::Task<Result<FetchStep>> fill(Guard self, Cursor cursor);
    static QCoro::Task<Result<QList<IncomingMessage>>> history(Guard self, QString peer, qint64 since);
    static QCoro::Task<Result<FetchStep>> stepOf(Guard self, IncomingBatch batch, Cursor cursor,
                                                 bool isComplete);
    /// A name that VK does not tell is left out: the message counts more.
    static QCoro::Task<Result<void>> learnNames(Guard self, QList<IncomingMessage> messages);
    static QCoro::Task<Result<void>> learn(Guard self, Call call, QString sign);
    static QCoro::Task<void> poll(Guard self, std::stop_source stop);
    static SendingEdge edgeOf(VkAdapter &self);
    static QCoro::Task<void> send(Guard self, OutgoingMessage message, QPromise<SendOutcome> promise);
    static QCoro::Task<Result<Reconciliation>> look(Guard self, OutgoingMessage message);
    /// Files lie at other servers than the methods, and often not where it says first.
    static QCoro::Task<Result<void>> bring(Guard self, LeftPart part, PartWay way);
    static QCoro::Task<Result<void>> open(Guard self);
};

[[nodiscard]] inline Error cancelled()
{
    return {.code = Errc::Cancelled, .detail = {}, .retryAfter = {}};
}

} // namespace aside::vk
