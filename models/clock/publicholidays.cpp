// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ports/holidaycalendar.h"

namespace aside {

namespace {

constexpr int yearsBack = 1; // what waits for longer is late by any calendar
constexpr int yearsAhead = 4; // no deadline and no promise reaches further

} // namespace

WorkingHours withHolidays(WorkingHours hours, const HolidayCalendar &calendar, QDate today)
{
    hours.holidays.clear();
    if (!hours.holidayRegion.isEmpty()) {
        hours.holidays = calendar.holidays(hours.holidayRegion, QDate(today.year() - yearsBack, 1, 1),
                                           QDate(today.year() + yearsAhead, 12, 31));
    }
    return hours;
}

} // namespace aside
