// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/promise.h"

#include <QFuture>
#include <QList>

namespace aside {

/// A reply that went out, where dates may stand that nobody decided on yet.
struct SentReply {
    OutboxId id;
    ConversationId conversation;
    QString text;
    Instant sentAt{};
    QList<qsizetype> decided{}; ///< where in the text dates begin that were decided on

    bool operator==(const SentReply &) const = default;
};

/// A date of a sent reply, as the operator keeps it in mind.
struct AcceptedDate {
    OutboxId reply;
    qsizetype place = 0; ///< where the date begins in the text of the reply
    Instant dueAt{};
    QString words{}; ///< what is promised
    PromiseId instead{}; ///< the open promise whose place it takes; none: it is another one

    bool operator==(const AcceptedDate &) const = default;
};

enum class PromiseScope : quint8 { Open, All };

/// Keeps the dates given to customers. A future that reports success means: on the disk, synced. Any thread
/// may call.
class PromiseStore
{
public:
    PromiseStore() = default;
    virtual ~PromiseStore() = default;
    PromiseStore(const PromiseStore &) = delete;
    PromiseStore &operator=(const PromiseStore &) = delete;

    /// Errc::NotFound where there is no such conversation, Errc::InvalidInput where there is no date.
    [[nodiscard]] virtual QFuture<Result<Promise>> addPromise(ConversationId id, Instant dueAt, QString words)
        = 0;
    /// Errc::NotFound where there is none; one that has ended already stays as it is.
    [[nodiscard]] virtual QFuture<Result<Promise>> keepPromise(PromiseId id) = 0;
    /// Open ones by their date, then those that ended, latest first.
    [[nodiscard]] virtual QFuture<Result<QList<Promise>>> promises(ConversationId id) = 0;
    /// Those of all conversations, in the same order.
    [[nodiscard]] virtual QFuture<Result<QList<Promise>>> promiseList(PromiseScope scope) = 0;

    /// The newest sent replies of a conversation, the oldest of them first; without what was passed on, and
    /// without replies that went out before dates were looked for.
    [[nodiscard]] virtual QFuture<Result<QList<SentReply>>> sentReplies(ConversationId id) = 0;
    /// Makes a date of a sent reply a promise; what it takes the place of ends as moved. Should the reply
    /// turn out not to have arrived, that is undone until it is sent again. Errc::Conflict where the date was
    /// decided on already or the reply is not sent, Errc::InvalidInput where there is no date.
    [[nodiscard]] virtual QFuture<Result<Promise>> acceptDate(AcceptedDate date) = 0;
    /// The date is no promise. One that was decided on already stays as it is.
    [[nodiscard]] virtual QFuture<Result<void>> dismissDate(OutboxId reply, qsizetype place) = 0;

    /// Notes that the operator is reminded. False where that was done before, or the promise is not open.
    [[nodiscard]] virtual QFuture<Result<bool>> noteReminder(PromiseId id, PromiseReminder reminder) = 0;
};

} // namespace aside
