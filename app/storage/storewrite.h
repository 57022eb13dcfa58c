// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// How the stores hand work to the thread that writes, shared by the files that implement SqliteStores.

#include "app/storage/stores.h"
#include "models/core/logging.h"

#include <QPromise>

namespace aside {

template <typename T>
QFuture<Result<T>> answer(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

inline ChangeSet only(ConversationId id)
{
    return {.conversations = {id}};
}

template <typename Work, typename ChangesOf>
auto SqliteStores::write(Work work, ChangesOf changesOf)
{
    using Answer = std::invoke_result_t<Work, Database &>;
    if (!m_writer) {
        return answer(Answer(fail(Errc::ReadOnly, QStringLiteral("the profile is open for reading"))));
    }
    return m_writer->run(
        [this, work = std::move(work), changesOf = std::move(changesOf)](Database &db) mutable {
            Answer result = work(db);
            if (result) {
                announce(changesOf(result));
            } else {
                qCWarning(logStorage)
                    << "a write failed:" << errcName(result.error().code) << result.error().detail;
            }
            return result;
        });
}

} // namespace aside
