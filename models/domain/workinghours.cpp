// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/workinghours.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr int minutesOfHour = 60;
constexpr int leapYear = 2024; // has every day that any year has

std::optional<int> minuteFrom(QStringView hour, QStringView minute)
{
    const int minutes = hour.toInt() * minutesOfHour + minute.toInt();
    const bool isTime = minute.toInt() < minutesOfHour && minutes <= WorkingHours::minutesOfDay;
    return isTime ? std::optional(minutes) : std::nullopt;
}

std::optional<DayStretch> stretchFrom(QStringView text)
{
    static const QRegularExpression form(
        u"^(\\d{1,2})(?:[:.](\\d{2}))?\\s*[-\u2013\u2014]\\s*(\\d{1,2})(?:[:.](\\d{2}))?$"_s);
    const auto match = form.matchView(text.trimmed());
    if (!match.hasMatch()) {
        return {};
    }
    const auto from = minuteFrom(match.capturedView(1), match.capturedView(2));
    auto until = minuteFrom(match.capturedView(3), match.capturedView(4));
    if (until == 0) {
        until = WorkingHours::minutesOfDay; // "18:00-00:00" means the midnight to come
    }
    if (!from || !until || *from >= *until) {
        return {};
    }
    return DayStretch{.from = *from, .until = *until};
}

QString timeText(int minute)
{
    return u"%1:%2"_s.arg(minute / minutesOfHour, 2, 10, '0'_L1).arg(minute % minutesOfHour, 2, 10, '0'_L1);
}

} // namespace

std::array<DayHours, WorkingHours::weekDays> WorkingHours::usualWeek()
{
    const DayHours open{{.from = 9 * minutesOfHour, .until = 18 * minutesOfHour}};
    return {open, open, open, open, open, {}, {}};
}

std::optional<DayHours> dayHoursFrom(QStringView text)
{
    DayHours hours;
    if (text.trimmed().isEmpty()) {
        return hours;
    }
    for (const QStringView part : text.split(u',')) {
        const auto stretch = stretchFrom(part);
        if (!stretch || (!hours.isEmpty() && stretch->from <= hours.constLast().until)) {
            return {};
        }
        hours.append(*stretch);
    }
    return hours;
}

QString toText(const DayHours &hours)
{
    QStringList parts;
    for (const DayStretch &stretch : hours) {
        parts << timeText(stretch.from) + u'-' + timeText(stretch.until);
    }
    return parts.join(u", "_s);
}

std::optional<SpecialDay> specialDayFrom(QStringView text)
{
    static const QRegularExpression form(u"^(?:(\\d{4})-)?(\\d{2})-(\\d{2})(?:\\s+(.+))?$"_s);
    const auto match = form.matchView(text.trimmed());
    if (!match.hasMatch()) {
        return {};
    }
    const auto hours = dayHoursFrom(match.capturedView(4));
    SpecialDay day{.year = match.capturedView(1).toInt(),
                   .month = match.capturedView(2).toInt(),
                   .day = match.capturedView(3).toInt(),
                   .hours = hours.value_or(DayHours())};
    const bool isDay = QDate::isValid(day.year > 0 ? day.year : leapYear, day.month, day.day);
    return hours && isDay ? std::optional(day) : std::nullopt;
}

QString toText(const SpecialDay &day)
{
    QString text = u"%1-%2"_s.arg(day.month, 2, 10, '0'_L1).arg(day.day, 2, 10, '0'_L1);
    if (day.year > 0) {
        text.prepend(u"%1-"_s.arg(day.year, 4, 10, '0'_L1));
    }
    return day.hours.isEmpty() ? text : text + u' ' + toText(day.hours);
}

QString toText(const WorkingHours &hours)
{
    QStringList parts;
    for (const DayHours &day : hours.week) {
        parts << toText(day);
    }
    for (const SpecialDay &day : hours.specialDays) {
        parts << toText(day);
    }
    parts << QString::fromLatin1(hours.timeZone)
          << u"%1 %2"_s.arg(hours.target.amount).arg(std::to_underlying(hours.target.unit));
    if (!hours.holidayRegion.isEmpty()) {
        parts << hours.holidayRegion;
    }
    for (const PublicHoliday &holiday : hours.holidays) {
        parts << QString::number(holiday.date.toJulianDay());
    }
    return parts.join(u';');
}

} // namespace aside
