// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/domain/workinghours.h"

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
    /// The hours of a date.
    [[nodiscard]] DayHours hoursOf(QDate date) const;
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

    WorkingHours m_hours;
    QTimeZone m_zone;
    std::chrono::milliseconds m_target;
    bool m_isNever; ///< no weekday has hours
};

} // namespace aside
