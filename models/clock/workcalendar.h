// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/domain/workinghours.h"

#include <QDate>
#include <QTime>
#include <QTimeZone>

#include <chrono>
#include <optional>

namespace aside {

/// Counts in working time: knows weekdays, special days and the time zone with its changes of the clock. Does
/// not change, so any thread may use it.
class WorkCalendar
{
public:
    explicit WorkCalendar(WorkingHours hours);

    [[nodiscard]] const WorkingHours &hours() const { return m_hours; }
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }

    /// When so much working time has passed. A team that never works counts every hour.
    [[nodiscard]] Instant after(Instant from, std::chrono::milliseconds work) const;
    /// How much working time is between the two; none where `until` is not after `from`.
    [[nodiscard]] std::chrono::milliseconds between(Instant from, Instant until) const;
    [[nodiscard]] bool isOpen(Instant at) const;
    /// The hours of a date: none on a public holiday, unless the team set hours of its own for it.
    [[nodiscard]] DayHours hoursOf(QDate date) const;
    /// A team that never works has the usual week here.
    [[nodiscard]] bool isWorkingDay(QDate date) const;
    /// The working day that is so many after this date.
    [[nodiscard]] QDate workingDayAfter(QDate date, int days) const;
    /// By when it is due what is due on this date: when the team goes home, on a free day when it usually
    /// does. Always on that date.
    [[nodiscard]] QTime endOf(QDate date) const;
    /// The public holidays that take working time between the two.
    [[nodiscard]] QList<PublicHoliday> holidaysBetween(Instant from, Instant until) const;
    /// When an answer is due to what was written at this time; nothing without a target.
    [[nodiscard]] std::optional<Instant> targetFor(Instant since) const;

private:
    struct Span {
        Instant from;
        Instant until;
    };
    [[nodiscard]] QList<Span> spansOf(QDate date) const;
    [[nodiscard]] QDate dateOf(Instant at) const;
    [[nodiscard]] std::chrono::milliseconds targetLength() const;
    [[nodiscard]] const SpecialDay *specialDay(QDate date) const;
    [[nodiscard]] const PublicHoliday *holidayOn(QDate date) const;
    [[nodiscard]] const DayHours &weekHours(QDate date) const;

    WorkingHours m_hours;
    QTimeZone m_zone;
    std::chrono::milliseconds m_target;
    bool m_isNever; ///< no weekday has hours
};

} // namespace aside
