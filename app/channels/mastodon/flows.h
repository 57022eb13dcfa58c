// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/flow/promises.h"
#include "app/channels/mastodon/mastodonadapter.h"

#include <QPointer>

namespace aside::mastodon {

inline Error cancelled()
{
    return {.code = Errc::Cancelled, .detail = {}, .retryAfter = {}};
}

inline QFuture<Result<ApiReply>> asResult(QFuture<ApiReply> future)
{
    return future.then([](const ApiReply &reply) { return Result<ApiReply>(reply); });
}

/// The flows of several steps. The adapter may go while one waits: each asks after each wait.
struct MastodonAdapter::Flows {
    using Guard = QPointer<MastodonAdapter>;

    /// An answer, or that nobody is there any more who would read it.
    static QCoro::Task<Result<ApiReply>> get(Guard self, QString path, QList<NamedValue> query);
    static QCoro::Task<Result<JsonValue>> read(Guard self, QString path, QList<NamedValue> query);
    /// Knows whose token it is, and the server. A new token is another account's.
    static QCoro::Task<Result<void>> ensureMe(Guard self);
    static QCoro::Task<Result<void>> bring(Guard self, LeftPart part, PartWay way);

private:
    static QCoro::Task<Result<void>> askInstance(Guard self);
    static QCoro::Task<Result<void>> askMe(Guard self);
};

struct MastodonAdapter::FetchFlows {
    using Guard = QPointer<MastodonAdapter>;

    static QCoro::Task<Result<FetchStep>> fetch(Guard self, Cursor cursor);

private:
    struct Steps;
};

struct MastodonAdapter::SendFlows {
    using Guard = QPointer<MastodonAdapter>;

    static QCoro::Task<void> send(Guard self, OutgoingMessage message, QPromise<SendOutcome> promise);
    static QCoro::Task<Result<Reconciliation>> reconcile(Guard self, OutgoingMessage message);

private:
    struct Steps;
};

} // namespace aside::mastodon
