// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTimer>

#include <chrono>

namespace aside::cli {

/// Waits for an answer that comes over the network. There is no window here: this loop is the program's only
/// one, and ends with the answer, or with Errc::Cancelled where the person asks to stop.
template <typename T>
[[nodiscard]] Result<T> awaitOnline(const CommandContext &context, QFuture<Result<T>> future)
{
    constexpr std::chrono::milliseconds lookForInterrupt{50};
    QEventLoop loop;
    QFutureWatcher<Result<T>> watcher;
    QTimer look;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (context.interrupt.asked()) {
            loop.quit();
        }
    });
    watcher.setFuture(future);
    look.start(lookForInterrupt);
    if (!future.isFinished()) {
        loop.exec();
    }
    return future.isFinished() && future.resultCount() > 0
        ? future.result()
        : Result<T>(fail(Errc::Cancelled, QStringLiteral("stopped")));
}

} // namespace aside::cli
