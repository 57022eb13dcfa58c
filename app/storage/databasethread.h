// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"

#include <QFuture>
#include <QMetaObject>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <memory>
#include <type_traits>

namespace aside {

/// A thread that owns one connection. Work reaches it as closures, in order; answers come as futures.
/// Destroying it finishes the work that was handed in. Made and destroyed on one thread, run() from any.
class DatabaseThread
{
public:
    DatabaseThread(Database database, const QString &name);
    ~DatabaseThread();
    DatabaseThread(const DatabaseThread &) = delete;
    DatabaseThread &operator=(const DatabaseThread &) = delete;

    /// For making what lives on the thread, before any work is handed in.
    [[nodiscard]] Database &database() { return m_database; }

    /// `work` is called as work(Database &) on the thread; what it captures it owns.
    template <typename Work>
    [[nodiscard]] auto run(Work work) -> QFuture<std::invoke_result_t<Work, Database &>>
    {
        using Answer = std::invoke_result_t<Work, Database &>;
        // Shared because the closure that is posted must be copyable and a promise is not.
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        QFuture<Answer> future = promise->future();
        QMetaObject::invokeMethod(
            m_worker.get(),
            [this, promise, work = std::move(work)]() mutable {
                promise->addResult(work(m_database));
                promise->finish();
            },
            Qt::QueuedConnection);
        return future;
    }

private:
    Database m_database;
    std::unique_ptr<QObject> m_worker;
    QThread m_thread;
};

} // namespace aside
