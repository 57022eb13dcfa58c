// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>
#include <QTimer>

#include <chrono>

namespace aside::test {

/// Answers whether it came true in that many milliseconds, while the event loop runs. QTest::qWaitFor() looks
/// at events once in 10 ms: a talk over sockets, each word of which is one, lasts seconds there.
template <typename Predicate>
[[nodiscard]] bool waitFor(Predicate isTrue, int milliseconds = 30'000)
{
    const QDeadlineTimer deadline(milliseconds);
    QTimer wake; // for what another thread does without an event here
    wake.start(std::chrono::milliseconds(5));
    while (!isTrue()) {
        if (deadline.hasExpired()) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

} // namespace aside::test
