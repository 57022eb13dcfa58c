// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/clock/workcalendar.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr int mostDays = 4000; ///< that are looked through: a calendar of holidays alone comes to an end
constexpr milliseconds plainDay = 24h;

Instant instantOf(QDate date, int minute, const QTimeZone &zone)
{
    const bool isNextDay = minute == WorkingHours::minutesOfDay;
    const QTime time = QTime::fromMSecsSinceStartOfDay(isNextDay ? 0 : minute * 60'000);
    return fromMillis(QDateTime(isNextDay ? date.addDays(1) : date, time, zone).toMSecsSinceEpoch());
}

} // namespace

WorkCalendar::WorkCalendar(WorkingHours hours)
    : m_hours(std::move(hours))
    , m_zone(m_hours.timeZone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(m_hours.timeZone))
    , m_target(0)
    , m_isNever(std::ranges::all_of(m_hours.week, &DayHours::isEmpty))
{
    if (!m_zone.isValid()) {
        m_zone = QTimeZone::utc();
    }
    m_target = targetLength();
}

/// A day is as long as the open days of a week are on average.
milliseconds WorkCalendar::targetLength() const
{
    if (m_hours.target.unit == ResponseTarget::Unit::Hours) {
        return std::chrono::hours(m_hours.target.amount);
    }
    if (m_isNever) {
        return m_hours.target.amount * plainDay;
    }
    std::chrono::minutes sum{0};
    int days = 0;
    for (const DayHours &day : m_hours.week) {
        days += day.isEmpty() ? 0 : 1;
        for (const DayStretch &stretch : day) {
            sum += std::chrono::minutes(stretch.until - stretch.from);
        }
    }
    return m_hours.target.amount * milliseconds(sum) / days;
}

const SpecialDay *WorkCalendar::specialDay(QDate date) const
{
    const SpecialDay *special = nullptr;
    for (const SpecialDay &one : m_hours.specialDays) {
        const bool isIt = one.month == date.month() && one.day == date.day()
            && (one.year == 0 || one.year == date.year());
        if (isIt && (special == nullptr || one.year != 0 || special->year == 0)) {
            special = &one;
        }
    }
    return special;
}

const PublicHoliday *WorkCalendar::holidayOn(QDate date) const
{
    const auto found = std::ranges::lower_bound(m_hours.holidays, date, {}, &PublicHoliday::date);
    return found != m_hours.holidays.cend() && found->date == date ? &*found : nullptr;
}

const DayHours &WorkCalendar::weekHours(QDate date) const
{
    return m_hours.week.at(static_cast<size_t>(date.dayOfWeek() - 1));
}

DayHours WorkCalendar::hoursOf(QDate date) const
{
    if (const SpecialDay *special = specialDay(date)) {
        return special->hours;
    }
    return holidayOn(date) != nullptr ? DayHours() : weekHours(date);
}

bool WorkCalendar::isWorkingDay(QDate date) const
{
    return m_isNever ? date.dayOfWeek() < Qt::Saturday : !hoursOf(date).isEmpty();
}

QDate WorkCalendar::workingDayAfter(QDate date, int days) const
{
    const QDate last = date.addDays(mostDays);
    for (int left = days; left > 0 && date < last;) {
        date = date.addDays(1);
        left -= isWorkingDay(date) ? 1 : 0;
    }
    return date;
}

QTime WorkCalendar::endOf(QDate date) const
{
    DayHours hours = hoursOf(date);
    if (hours.isEmpty()) {
        hours = weekHours(date);
    }
    int end = hours.isEmpty() ? 0 : hours.constLast().until;
    if (hours.isEmpty()) { // as late as the team is ever there
        for (const DayHours &day : m_isNever ? WorkingHours::usualWeek() : m_hours.week) {
            end = std::max(end, day.isEmpty() ? 0 : day.constLast().until);
        }
    }
    return QTime::fromMSecsSinceStartOfDay(std::min(end, WorkingHours::minutesOfDay - 1) * 60'000);
}

QList<PublicHoliday> WorkCalendar::holidaysBetween(Instant from, Instant until) const
{
    QList<PublicHoliday> found;
    const QDate first = dateOf(from);
    const QDate last = dateOf(until);
    auto one = std::ranges::lower_bound(m_hours.holidays, first, {}, &PublicHoliday::date);
    for (; one != m_hours.holidays.cend() && one->date <= last; ++one) {
        const bool isAgain = !found.isEmpty() && found.constLast().date == one->date;
        if (!isAgain && specialDay(one->date) == nullptr && !weekHours(one->date).isEmpty()) {
            found.append(*one);
        }
    }
    return found;
}

QList<WorkCalendar::Span> WorkCalendar::spansOf(QDate date) const
{
    QList<Span> spans;
    for (const DayStretch &stretch : hoursOf(date)) {
        const Span span{.from = instantOf(date, stretch.from, m_zone),
                        .until = instantOf(date, stretch.until, m_zone)};
        if (span.from < span.until) { // the clock may jump over a short one
            spans.append(span);
        }
    }
    return spans;
}

QDate WorkCalendar::dateOf(Instant at) const
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(at), m_zone).date();
}

Instant WorkCalendar::after(Instant from, milliseconds work) const
{
    if (m_isNever) {
        return from + work;
    }
    QDate date = dateOf(from);
    for (int day = 0; day < mostDays; ++day, date = date.addDays(1)) {
        for (const Span &span : spansOf(date)) {
            const Instant begin = std::max(span.from, from);
            if (begin >= span.until) {
                continue;
            }
            if (span.until - begin >= work) {
                return begin + work;
            }
            work -= span.until - begin;
        }
    }
    return from + work;
}

milliseconds WorkCalendar::between(Instant from, Instant until) const
{
    if (m_isNever) {
        return std::max(until - from, milliseconds(0));
    }
    milliseconds sum{0};
    const QDate last = dateOf(until);
    QDate date = std::max(dateOf(from), last.addDays(-mostDays));
    for (; date <= last; date = date.addDays(1)) {
        for (const Span &span : spansOf(date)) {
            sum += std::max(std::min(span.until, until) - std::max(span.from, from), milliseconds(0));
        }
    }
    return sum;
}

bool WorkCalendar::isOpen(Instant at) const
{
    return m_isNever || std::ranges::any_of(spansOf(dateOf(at)), [at](const Span &span) {
               return span.from <= at && at < span.until;
           });
}

std::optional<Instant> WorkCalendar::targetFor(Instant since) const
{
    return m_target > milliseconds(0) ? std::optional(after(since, m_target)) : std::nullopt;
}

} // namespace aside
