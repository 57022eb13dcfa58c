// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/clock/workcalendar.h"
#include "models/domain/promise.h"

#include <QTime>
#include <QTimeZone>

#include <chrono>
#include <optional>

namespace aside {

/// When the operator is reminded of a promise.
struct ReminderTimes {
    QTimeZone zone = QTimeZone::systemTimeZone();
    QTime morning{9, 0}; ///< of the day it is due
    std::chrono::minutes before{120}; ///< and so long before its time; 0: not before
};

/// By the team's clock, in the morning when the first of them comes.
[[nodiscard]] ReminderTimes reminderTimes(const WorkCalendar &calendar, std::chrono::minutes before);

/// The reminder of an open promise that is due now and was not given; of several the last. None: there is
/// none. What would be due before the promise was made is left out.
[[nodiscard]] PromiseReminder reminderNow(const Promise &promise, const ReminderTimes &times, Instant now);

/// When the next reminder of an open promise is due; none where all of them were.
[[nodiscard]] std::optional<Instant> nextReminder(const Promise &promise, const ReminderTimes &times,
                                                  Instant now);

} // namespace aside
