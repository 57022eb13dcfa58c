// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QCoroTask>
#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

#include <coroutine>
#include <memory>
#include <utility>

namespace aside {

/// A future that knows its answer already.
template <typename T>
[[nodiscard]] QFuture<Result<T>> answered(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

/// Answers, once; a promise that was answered before stays as it is.
template <typename T>
void settle(QPromise<Result<T>> &promise, Result<T> result)
{
    if (!promise.future().isFinished()) {
        promise.addResult(std::move(result));
        promise.finish();
    }
}

/// Lets a flow wait for a future, on its own thread. A future that was dropped is an answer too.
template <typename T>
class Awaited
{
public:
    explicit Awaited(QFuture<Result<T>> future)
        : m_future(std::move(future))
    {
    }

    [[nodiscard]] bool await_ready() const { return m_future.isFinished(); }
    void await_suspend(std::coroutine_handle<> flow)
    {
        m_watcher.reset(new QFutureWatcher<Result<T>>);
        QObject::connect(m_watcher.get(), &QFutureWatcherBase::finished, m_watcher.get(),
                         [flow] { flow.resume(); });
        m_watcher->setFuture(m_future);
    }
    [[nodiscard]] Result<T> await_resume() const
    {
        return m_future.resultCount() > 0
            ? m_future.result()
            : Result<T>(fail(Errc::Cancelled, QStringLiteral("nobody answers any more")));
    }

private:
    struct Later {
        void operator()(QObject *watcher) const { watcher->deleteLater(); }
    };

    QFuture<Result<T>> m_future;
    std::unique_ptr<QFutureWatcher<Result<T>>, Later> m_watcher; ///< it calls us, so it goes later
};

template <typename T>
[[nodiscard]] Awaited<T> arrival(QFuture<Result<T>> future)
{
    return Awaited<T>(std::move(future));
}

template <typename T>
QCoro::Task<void> fulfil(QCoro::Task<Result<T>> task, QPromise<Result<T>> promise)
{
    promise.addResult(co_await std::move(task));
    promise.finish();
}

/// A flow of several steps, begun, as the future that a port answers with.
template <typename T>
[[nodiscard]] QFuture<Result<T>> begin(QCoro::Task<Result<T>> task)
{
    QPromise<Result<T>> promise;
    promise.start();
    QFuture<Result<T>> future = promise.future();
    fulfil(std::move(task), std::move(promise));
    return future;
}

} // namespace aside
