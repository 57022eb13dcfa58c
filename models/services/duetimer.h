// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace aside {

/// Says when to look after what has become due: at the start, when something changed, and when the next thing
/// is due; one look at a time, and none that was asked for meanwhile is forgotten. Owned by who looks, and
/// told by them how the look ended.
class DueTimer final : public QObject
{
    Q_OBJECT

public:
    explicit DueTimer(const Clock &clock, QObject *parent = nullptr);

    /// Before, nothing is looked after.
    void start();
    void lookNow();

    /// The look is over; this is when the next thing is due, if any is.
    void finish(std::optional<Instant> next);
    /// The look failed and is tried again soon.
    void finishFailed();

Q_SIGNALS:
    void lookAsked();

private:
    void end(std::chrono::milliseconds wait);

    const Clock &m_clock;
    QTimer m_wake;
    bool m_isStarted = false;
    bool m_isLooking = false;
    bool m_lookAgain = false;
};

} // namespace aside
