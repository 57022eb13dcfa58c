// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/workinghours.h"

#include <QList>
#include <QString>

namespace aside {

/// A country, or a part of it, that has public holidays of its own.
struct HolidayRegion {
    QString code; ///< "ru_ru", "de-by_de": what settings keep
    QString name; ///< in its own language where it has one: "Россия", "Deutschland, Bavaria"
    QString english; ///< "Russia"; the names of its parts have no other
    QString language; ///< of the names of its holidays: "fr"

    bool operator==(const HolidayRegion &) const = default;
};

/// Knows the public holidays of the world.
class HolidayCalendar
{
public:
    HolidayCalendar() = default;
    virtual ~HolidayCalendar() = default;
    HolidayCalendar(const HolidayCalendar &) = delete;
    HolidayCalendar &operator=(const HolidayCalendar &) = delete;

    [[nodiscard]] virtual QList<HolidayRegion> regions() const = 0;
    /// The code of the region that the system is set to; empty where it has none.
    [[nodiscard]] virtual QString suggestion() const = 0;
    /// The days on which the region does not work, by date; none of an unknown region.
    [[nodiscard]] virtual QList<PublicHoliday> holidays(const QString &region, QDate from, QDate until) const
        = 0;
};

/// The hours with the public holidays of their region, a year back and some years ahead of today.
[[nodiscard]] WorkingHours withHolidays(WorkingHours hours, const HolidayCalendar &calendar, QDate today);

} // namespace aside
