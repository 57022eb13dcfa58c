// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/promises/remindertimes.h"

#include <QDateTime>
#include <QList>

#include <algorithm>

namespace aside {

namespace {

struct Reminder {
    PromiseReminder kind = PromiseReminder::None;
    Instant at{};
};

/// In the order of their times.
QList<Reminder> remindersOf(const Promise &promise, const ReminderTimes &times)
{
    const auto due = QDateTime::fromMSecsSinceEpoch(toMillis(promise.dueAt), times.zone);
    const auto morning = fromMillis(QDateTime(due.date(), times.morning, times.zone).toMSecsSinceEpoch());
    const Instant soon = promise.dueAt - times.before;
    QList<Reminder> all;
    if (morning > promise.madeAt && morning < soon) {
        all.append({.kind = PromiseReminder::Day, .at = morning});
    }
    if (soon > promise.madeAt && soon < promise.dueAt) {
        all.append({.kind = PromiseReminder::Soon, .at = soon});
    }
    all.append({.kind = PromiseReminder::Late, .at = promise.dueAt});
    return all;
}

} // namespace

ReminderTimes reminderTimes(const WorkCalendar &calendar, std::chrono::minutes before)
{
    int first = WorkingHours::minutesOfDay;
    for (const DayHours &day : calendar.hours().week) {
        first = std::min(first, day.isEmpty() ? first : day.constFirst().from);
    }
    ReminderTimes times{.zone = calendar.zone(), .before = before};
    if (first < WorkingHours::minutesOfDay) {
        times.morning = QTime::fromMSecsSinceStartOfDay(first * 60'000);
    }
    return times;
}

PromiseReminder reminderNow(const Promise &promise, const ReminderTimes &times, Instant now)
{
    auto last = PromiseReminder::None;
    for (const auto all = remindersOf(promise, times); const Reminder &one : all) {
        if (promise.isOpen() && one.at <= now && one.kind > promise.reminded) {
            last = one.kind;
        }
    }
    return last;
}

std::optional<Instant> nextReminder(const Promise &promise, const ReminderTimes &times, Instant now)
{
    for (const auto all = remindersOf(promise, times); const Reminder &one : all) {
        if (promise.isOpen() && one.at > now && one.kind > promise.reminded) {
            return one.at;
        }
    }
    return std::nullopt;
}

} // namespace aside
