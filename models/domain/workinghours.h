// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>
#include <QtTypes>

#include <array>
#include <chrono>
#include <optional>

namespace aside {

/// A stretch of a day in which the team works, in minutes from midnight by the clock on the wall; 1440 is the
/// midnight at the day's end.
struct DayStretch {
    int from = 0;
    int until = 0;

    bool operator==(const DayStretch &) const = default;
};

/// In order, none touching another; none: the day is free.
using DayHours = QList<DayStretch>;

/// A date with hours of its own: a holiday (none), a working Saturday, a short day.
struct SpecialDay {
    int year = 0; ///< 0: each year
    int month = 1;
    int day = 1;
    DayHours hours{};

    bool operator==(const SpecialDay &) const = default;
};

/// A date on which a country or region does not work.
struct PublicHoliday {
    QDate date{};
    QString name{}; ///< as they call it there

    bool operator==(const PublicHoliday &) const = default;
};

/// How soon the team wants to answer.
struct ResponseTarget {
    /// Stored by name. A day is as long as the team's days are on average.
    enum class Unit : quint8 { Hours, Days };
    static constexpr int most = 240;

    int amount = 1; ///< 0: no target
    Unit unit = Unit::Days;

    bool operator==(const ResponseTarget &) const = default;
};

/// When the team works, and how soon it answers.
struct WorkingHours {
    static constexpr int minutesOfDay = 24 * 60;
    static constexpr int weekDays = 7;

    std::array<DayHours, weekDays> week = usualWeek(); ///< Monday first
    QList<SpecialDay> specialDays{}; ///< of two for one date the one with a year counts, else the later
    QByteArray timeZone{}; ///< its IANA name; empty: the system's
    ResponseTarget target{};
    QString holidayRegion{}; ///< whose public holidays are free, a code of HolidayCalendar; empty: none's
    QList<PublicHoliday> holidays{}; ///< of the region, by date: found by withHolidays(), never written down

    /// Monday to Friday, 9 to 18.
    [[nodiscard]] static std::array<DayHours, weekDays> usualWeek();

    bool operator==(const WorkingHours &) const = default;
};

// One text for the settings file and the settings page. Nothing where it makes no sense.

/// "09:00-13:00, 14:00-18:00"; a hyphen or a dash, "9" for "9:00"; empty: a free day.
[[nodiscard]] std::optional<DayHours> dayHoursFrom(QStringView text);
[[nodiscard]] QString toText(const DayHours &hours);
/// "2026-11-04", "05-09" for each year, "2026-11-07 09:00-16:00" for a day with hours of its own.
[[nodiscard]] std::optional<SpecialDay> specialDayFrom(QStringView text);
[[nodiscard]] QString toText(const SpecialDay &day);

/// All of it as one line: equal where the hours are.
[[nodiscard]] QString toText(const WorkingHours &hours);

} // namespace aside
