// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/sync/mailbatch.h"

#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <functional>
#include <utility>

namespace aside::mail {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 batchBytes = 4LL * 1'024 * 1'024;
constexpr quint64 batchCount = 200;

ReadBatch readAll(const QList<imap::Fetched> &fetched, const MailReader &read, const FolderTask &task)
{
    ReadBatch batch;
    for (const imap::Fetched &one : fetched) {
        const imap::Section *whole = one.section("");
        if (whole == nullptr) {
            continue; // flags alone, or gone meanwhile
        }
        const bool isRead = one.flags && std::ranges::any_of(*one.flags, [](const QByteArray &flag) {
                                return imap::isWord(flag, "\\Seen");
                            });
        const Result<QByteArrayView> raw = whole->content.view();
        Result<IncomingMessage> message = !raw ? std::unexpected(raw.error())
                                               : read(*raw,
                                                      {.arrivedAt = one.arrivedAt.value_or(Instant{}),
                                                       .isRead = isRead,
                                                       .isInSent = task.role == imap::FolderRole::Sent});
        if (message) {
            batch.messages.append(*std::move(message));
        } else {
            batch.problems.append({.source = task.source, .error = message.error()});
        }
    }
    return batch;
}

} // namespace

BatchPlan planBatches(const QList<imap::Fetched> &sizes, qint64 largestMessage)
{
    QList<std::pair<imap::Uid, qint64>> messages;
    for (const imap::Fetched &one : sizes) {
        if (one.uid) {
            messages.append({*one.uid, static_cast<qint64>(one.size.value_or(batchBytes))});
        }
    }
    std::ranges::sort(messages, std::greater());
    const auto twins = std::ranges::unique(messages, {}, &std::pair<imap::Uid, qint64>::first);
    messages.erase(twins.begin(), twins.end());

    BatchPlan plan;
    for (const auto &[uid, size] : std::as_const(messages)) {
        if (size > largestMessage) {
            plan.tooLarge.append(uid);
            continue;
        }
        const bool fits = !plan.batches.isEmpty() && plan.batches.constLast().bytes + size <= batchBytes
            && plan.batches.constLast().uids.count() < batchCount;
        if (!fits) {
            plan.batches.append(MailBatch{});
        }
        plan.batches.last().uids.add(uid);
        plan.batches.last().bytes += size;
    }
    return plan;
}

QFuture<Result<ReadBatch>> readBatch(QList<imap::Fetched> fetched, const MailReader &read,
                                     const FolderTask &task)
{
    QPromise<Result<ReadBatch>> promise;
    promise.start();
    QFuture<Result<ReadBatch>> future = promise.future();
    QThreadPool::globalInstance()->start(
        [fetched = std::move(fetched), read, task, promise = std::move(promise)]() mutable {
            promise.addResult(readAll(fetched, read, task));
            fetched.clear(); // its files go before anybody hears that it is done
            promise.finish();
        });
    return future;
}

} // namespace aside::mail
