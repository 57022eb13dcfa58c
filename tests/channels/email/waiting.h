// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "tests/support/waiting.h"

#include <QFuture>
#include <QTest>

namespace aside::test {

/// What a future answers, while the event loop runs; Errc::Timeout where it never does.
template <typename T>
Result<T> settled(const QFuture<Result<T>> &future)
{
    if (!waitFor([&] { return future.isFinished(); }, 30'000) || future.resultCount() == 0) {
        return fail(Errc::Timeout, QStringLiteral("the test waited in vain"));
    }
    return future.result();
}

template <typename T>
Errc errorOf(const QFuture<Result<T>> &future)
{
    const Result<T> result = settled(future);
    return result ? Errc::Internal : result.error().code;
}

} // namespace aside::test
