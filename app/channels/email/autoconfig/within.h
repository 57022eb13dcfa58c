// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/net/mailedge.h"
#include "app/channels/flow/promises.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

namespace aside::mail {

/// Ends a wait by whichever comes first: the answer, the end of patience, or somebody who says stop.
template <typename T>
class Wait final : public QObject
{
public:
    explicit Wait(const MailEdge &edge)
        : m_edge(edge)
        , m_patience(m_edge)
    {
        m_promise.start();
    }

    [[nodiscard]] QFuture<Result<T>> begin(QFuture<Result<T>> answer, std::chrono::milliseconds patience,
                                           std::stop_token stop)
    {
        QFuture<Result<T>> future = m_promise.future();
        m_patience.set(patience, [this] { end(fail(Errc::Timeout)); });
        m_watcher.reset(new QFutureWatcher<Result<T>>);
        connect(m_watcher.get(), &QFutureWatcherBase::finished, this, [this, answer] {
            end(answer.resultCount() > 0 ? answer.result() : Result<T>(fail(Errc::Cancelled)));
        });
        m_watcher->setFuture(answer);
        m_stop.emplace(std::move(stop), [this] {
            QMetaObject::invokeMethod(this, [this] { end(fail(Errc::Cancelled)); }, Qt::QueuedConnection);
        });
        return future;
    }

private:
    void end(Result<T> result)
    {
        if (!m_promise.future().isFinished()) {
            m_patience.drop();
            settle(m_promise, std::move(result));
            deleteLater();
        }
    }

    MailEdge m_edge;
    Alarm m_patience;
    QPromise<Result<T>> m_promise;
    std::unique_ptr<QFutureWatcher<Result<T>>> m_watcher;
    std::optional<std::stop_callback<std::function<void()>>> m_stop; ///< last: it may call at once
};

/// The answer, or Errc::Timeout, or Errc::Cancelled.
template <typename T>
[[nodiscard]] QFuture<Result<T>> within(const MailEdge &edge, std::chrono::milliseconds patience,
                                        std::stop_token stop, QFuture<Result<T>> answer)
{
    auto *wait = new Wait<T>(edge); // deletes itself
    return wait->begin(std::move(answer), patience, std::move(stop));
}

} // namespace aside::mail
