// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/sync/mailbatch.h"

#include "app/channels/email/sync/lettersinparts.h"

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

bool holds(const QList<QByteArray> &flags, QByteArrayView name)
{
    return std::ranges::any_of(flags, [name](const QByteArray &flag) { return imap::isWord(flag, name); });
}

/// What stands for a part becomes the word that it was left.
void findLeft(IncomingMessage &message, const LeftParts &left)
{
    for (IncomingAttachment &attachment : message.attachments) {
        if (const auto part = left.constFind(attachment.data); part != left.constEnd()) {
            attachment.part = *part;
            attachment.data.clear();
        }
    }
}

ReadBatch readAll(const FetchedBatch &fetched, const MailReader &read, const FolderTask &task)
{
    ReadBatch batch{.unread = fetched.unread};
    for (const imap::Fetched &one : fetched.messages) {
        const imap::Section *whole = one.section("");
        if (whole == nullptr) {
            continue; // flags alone, or gone meanwhile
        }
        const ServerFlags flags = serverFlags(one.flags.value_or(QList<QByteArray>()));
        const Result<QByteArrayView> raw = whole->content.view();
        Result<IncomingMessage> message = !raw ? std::unexpected(raw.error())
                                               : read(*raw,
                                                      {.arrivedAt = one.arrivedAt.value_or(Instant{}),
                                                       .isRead = flags.isRead,
                                                       .isInSent = task.role == imap::FolderRole::Sent});
        if (message) {
            findLeft(*message, fetched.left);
            message->place = ServerPlace{.folder = QString::fromLatin1(task.wireName),
                                         .uidValidity = task.uidValidity,
                                         .uid = one.uid.value_or(0),
                                         .flags = flags};
            batch.messages.append(*std::move(message));
        } else {
            batch.unread.append({.uid = one.uid.value_or(0), .error = message.error()});
        }
    }
    return batch;
}

} // namespace

ServerFlags serverFlags(const QList<QByteArray> &flags)
{
    return {.isRead = holds(flags, "\\Seen"),
            .isAnswered = holds(flags, "\\Answered"),
            .isRemoved = holds(flags, "\\Deleted")};
}

QList<MailBatch> planBatches(const QList<imap::Fetched> &sizes, qint64 mostWhole)
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

    QList<MailBatch> batches;
    for (const auto &[uid, size] : std::as_const(messages)) {
        if (size > mostWhole) {
            batches.append({.uids = {uid}, .bytes = size, .isInParts = true});
            continue;
        }
        const bool fits = !batches.isEmpty() && !batches.constLast().isInParts
            && batches.constLast().bytes + size <= batchBytes
            && batches.constLast().uids.count() < batchCount;
        if (!fits) {
            batches.append(MailBatch{});
        }
        batches.last().uids.add(uid);
        batches.last().bytes += size;
    }
    return batches;
}

QFuture<Result<FetchedBatch>> fetchBatch(imap::ImapSession &session, const MailBatch &batch)
{
    if (batch.isInParts) {
        return fetchInParts(session, batch.uids.ranges().constFirst().first);
    }
    return session
        .fetch(batch.uids, imap::FetchItem::Flags | imap::FetchItem::ArrivedAt | imap::FetchItem::Message)
        .then([](const Result<QList<imap::Fetched>> &fetched) {
            return fetched.transform(
                [](const QList<imap::Fetched> &messages) { return FetchedBatch{.messages = messages}; });
        });
}

QFuture<Result<ReadBatch>> readBatch(FetchedBatch fetched, const MailReader &read, const FolderTask &task)
{
    QPromise<Result<ReadBatch>> promise;
    promise.start();
    QFuture<Result<ReadBatch>> future = promise.future();
    QThreadPool::globalInstance()->start(
        [fetched = std::move(fetched), read, task, promise = std::move(promise)]() mutable {
            promise.addResult(readAll(fetched, read, task));
            fetched = {}; // its files go before anybody hears that it is done
            promise.finish();
        });
    return future;
}

} // namespace aside::mail
