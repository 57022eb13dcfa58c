// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/triage/snoozechoices.h"

#include <QDateTime>

#include <algorithm>

namespace aside {

namespace {

const QTime morning(9, 0);
const QTime evening(18, 0);
constexpr int laterHours = 3;
constexpr int lastLaterHour = 20; // what comes after is no "today" any more
constexpr int daysOfWeek = 7;

int daysToMonday(const QDate &day)
{
    return 1 + daysOfWeek - day.dayOfWeek();
}

} // namespace

QList<SnoozeTime> snoozeChoices(Instant now, const QTimeZone &zone)
{
    const QDateTime here = QDateTime::fromMSecsSinceEpoch(toMillis(now), zone);
    QList<SnoozeTime> times;
    const auto offer = [&](SnoozeChoice choice, const QDate &day, const QTime &time) {
        const Instant until = fromMillis(QDateTime(day, time, zone).toMSecsSinceEpoch());
        if (until > now && !std::ranges::contains(times, until, &SnoozeTime::until)) {
            times.append({.choice = choice, .until = until});
        }
    };
    const int later = here.time().hour() + laterHours;
    if (later <= lastLaterHour) {
        offer(SnoozeChoice::LaterToday, here.date(), QTime(later, 0));
    }
    offer(SnoozeChoice::ThisEvening, here.date(), evening);
    offer(SnoozeChoice::Tomorrow, here.date().addDays(1), morning);
    offer(SnoozeChoice::NextMonday, here.date().addDays(daysToMonday(here.date())), morning);
    offer(SnoozeChoice::NextWeek, here.date().addDays(daysOfWeek), morning);
    std::ranges::stable_sort(times, {}, &SnoozeTime::until);
    return times;
}

} // namespace aside
