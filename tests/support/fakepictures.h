// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/remotepictures.h"

#include <QHash>
#include <QList>
#include <QPromise>
#include <QStringList>

#include <memory>

namespace aside::test {

/// The pictures of other servers as a test has them: those it put here at once, the others when it says so.
class FakePictures final : public RemotePictures
{
public:
    QHash<QString, Result<QByteArray>> known;
    QStringList asked; ///< addresses, in order
    QList<std::stop_token> stops;

    [[nodiscard]] QFuture<Result<QByteArray>> fetch(QString address, std::stop_token stop) override
    {
        asked.append(address);
        stops.append(stop);
        auto promise = std::make_shared<QPromise<Result<QByteArray>>>(); // a promise cannot be copied
        promise->start();
        m_waiting.insert(address, promise);
        if (known.contains(address)) {
            answer(address, known.value(address));
        }
        return promise->future();
    }

    void answer(const QString &address, const Result<QByteArray> &bytes)
    {
        if (const auto promise = m_waiting.take(address)) {
            promise->addResult(bytes);
            promise->finish();
        }
    }

private:
    QHash<QString, std::shared_ptr<QPromise<Result<QByteArray>>>> m_waiting;
};

} // namespace aside::test
