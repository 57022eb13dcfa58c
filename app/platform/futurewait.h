// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QFuture>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace aside {

/// Lets a worker thread wait for futures, until somebody says that nothing is waited for any more.
class FutureWait
{
public:
    /// Errc::Cancelled after end(), and where nobody answers any more.
    template <typename T>
    [[nodiscard]] Result<T> result(QFuture<Result<T>> future)
    {
        // Shared with the continuations: the future may outlive us.
        const auto answer = std::make_shared<std::optional<Result<T>>>();
        const auto put = [state = m_state, answer](Result<T> result) {
            const std::lock_guard lock(state->mutex);
            *answer = std::move(result);
            state->changed.notify_all();
        };
        future.then(put).onCanceled(
            [put] { put(fail(Errc::Cancelled, QStringLiteral("nobody answers any more"))); });
        std::unique_lock lock(m_state->mutex);
        m_state->changed.wait(lock, [&] { return m_state->isOver || answer->has_value(); });
        return answer->has_value() ? **answer : Result<T>(fail(Errc::Cancelled, QStringLiteral("closing")));
    }

    void end()
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->isOver = true;
        m_state->changed.notify_all();
    }

    [[nodiscard]] bool isOver() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->isOver;
    }

private:
    struct State {
        std::mutex mutex;
        std::condition_variable changed;
        bool isOver = false;
    };

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace aside
