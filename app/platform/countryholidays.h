// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/holidaycalendar.h"

namespace aside {

/// The public holidays that KHolidays knows.
class CountryHolidays final : public HolidayCalendar
{
public:
    [[nodiscard]] QList<HolidayRegion> regions() const override;
    [[nodiscard]] QString suggestion() const override;
    [[nodiscard]] QList<PublicHoliday> holidays(const QString &region, QDate from,
                                                QDate until) const override;
};

} // namespace aside
