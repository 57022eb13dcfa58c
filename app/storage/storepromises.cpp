// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/promisedates.h"
#include "app/storage/promises.h"
#include "app/storage/storewrite.h"

namespace aside {

QFuture<Result<Promise>> SqliteStores::addPromise(ConversationId id, Instant dueAt, QString words)
{
    return write([id, dueAt, words = std::move(words),
                  now = m_clock.now()](Database &db) { return aside::addPromise(db, id, dueAt, words, now); },
                 [](const Result<Promise> &made) { return only(made->conversation); });
}

QFuture<Result<Promise>> SqliteStores::keepPromise(PromiseId id)
{
    return write([id, now = m_clock.now()](Database &db) { return aside::keepPromise(db, id, now); },
                 [](const Result<Promise> &kept) { return only(kept->conversation); });
}

QFuture<Result<QList<Promise>>> SqliteStores::promises(ConversationId id)
{
    return m_reader->run([id](Database &db) { return promisesOf(db, id); });
}

QFuture<Result<QList<Promise>>> SqliteStores::promiseList(PromiseScope scope)
{
    return m_reader->run([scope](Database &db) { return aside::promiseList(db, scope); });
}

QFuture<Result<QList<SentReply>>> SqliteStores::sentReplies(ConversationId id)
{
    return m_reader->run([id](Database &db) { return aside::sentReplies(db, id); });
}

QFuture<Result<Promise>> SqliteStores::acceptDate(AcceptedDate date)
{
    return write([date = std::move(date),
                  now = m_clock.now()](Database &db) { return aside::acceptDate(db, date, now); },
                 [](const Result<Promise> &made) { return only(made->conversation); });
}

QFuture<Result<void>> SqliteStores::dismissDate(OutboxId reply, qsizetype place)
{
    return write([reply, place,
                  now = m_clock.now()](Database &db) { return aside::dismissDate(db, reply, place, now); },
                 [](const Result<ConversationId> &in) { return only(*in); })
        .then([](const Result<ConversationId> &in) { return in.transform([](ConversationId) { }); });
}

QFuture<Result<bool>> SqliteStores::noteReminder(PromiseId id, PromiseReminder reminder)
{
    // Nothing that is shown changes.
    return write([id, reminder](Database &db) { return aside::noteReminder(db, id, reminder); },
                 [](const Result<bool> &) { return ChangeSet{}; });
}

} // namespace aside
