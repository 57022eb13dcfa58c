// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/holidaycalendar.h"

#include <algorithm>
#include <iterator>

namespace aside::test {

/// Two countries with some days off in 2026, and one in two languages without any.
class FakeHolidays final : public HolidayCalendar
{
public:
    QString suggested = QStringLiteral("ru_ru");

    [[nodiscard]] QList<HolidayRegion> regions() const override
    {
        return {{.code = QStringLiteral("be_fr"),
                 .name = QStringLiteral("Belgique"),
                 .english = QStringLiteral("Belgium"),
                 .language = QStringLiteral("fr")},
                {.code = QStringLiteral("be_nl"),
                 .name = QString::fromUtf8("Belgi\u00EB"),
                 .english = QStringLiteral("Belgium"),
                 .language = QStringLiteral("nl")},
                {.code = QStringLiteral("ru_ru"),
                 .name = QString::fromUtf8("Россия"),
                 .english = QStringLiteral("Russia"),
                 .language = QStringLiteral("ru")},
                {.code = QStringLiteral("us_en-us"),
                 .name = QStringLiteral("United States"),
                 .english = QStringLiteral("United States"),
                 .language = QStringLiteral("en_US")}};
    }
    [[nodiscard]] QString suggestion() const override { return suggested; }
    [[nodiscard]] QList<PublicHoliday> holidays(const QString &region, QDate from, QDate until) const override
    {
        QList<PublicHoliday> all;
        if (region == QStringLiteral("ru_ru")) {
            all = {{.date = QDate(2026, 2, 23), .name = QStringLiteral("Defender of the Fatherland Day")},
                   {.date = QDate(2026, 11, 4), .name = QStringLiteral("Unity Day")}};
        } else if (region == QStringLiteral("us_en-us")) {
            all = {{.date = QDate(2026, 11, 26), .name = QStringLiteral("Thanksgiving")}};
        }
        QList<PublicHoliday> found;
        std::ranges::copy_if(all, std::back_inserter(found), [from, until](const PublicHoliday &one) {
            return from <= one.date && one.date <= until;
        });
        return found;
    }
};

} // namespace aside::test
