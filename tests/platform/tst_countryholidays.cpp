// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/countryholidays.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

QList<QDate> datesOf(const QString &region, int year)
{
    QList<QDate> dates;
    const auto days = CountryHolidays().holidays(region, QDate(year, 1, 1), QDate(year, 12, 31));
    for (const auto &day : days) {
        dates.append(day.date);
    }
    return dates;
}

} // namespace

/// The collection of holidays that is installed.
class TestCountryHolidays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void holidaysAreOfTheirCountry()
    {
        QVERIFY(datesOf(u"ru_ru"_s, 2026).contains(QDate(2026, 2, 23)));
        QVERIFY(datesOf(u"ru_ru"_s, 2026).contains(QDate(2026, 1, 5))); // one of several days with one name
        QVERIFY(!datesOf(u"us_en-us"_s, 2026).contains(QDate(2026, 2, 23)));
        QVERIFY(datesOf(u"us_en-us"_s, 2026).contains(QDate(2026, 11, 26))); // a Thursday that moves
        QVERIFY(datesOf(u"de-by_de"_s, 2026).contains(QDate(2026, 1, 6))); // of a part of the country
        QVERIFY(!datesOf(u"de_de"_s, 2026).contains(QDate(2026, 1, 6)));
    }

    void aDayThatIsOnlyRememberedIsNoHoliday()
    {
        QVERIFY(datesOf(u"ru_ru"_s, 2026).size() < 30);
        QVERIFY(!datesOf(u"us_en-us"_s, 2026).contains(QDate(2026, 2, 14)));
    }

    void theyComeByDateAndHaveNames()
    {
        const auto days = CountryHolidays().holidays(u"ru_ru"_s, QDate(2025, 1, 1), QDate(2027, 12, 31));

        QVERIFY(std::ranges::is_sorted(days, {}, &PublicHoliday::date));
        QVERIFY(std::ranges::none_of(days, [](const auto &day) { return day.name.isEmpty(); }));
    }

    void anUnknownRegionHasNone()
    {
        QVERIFY(datesOf(u"atlantis"_s, 2026).isEmpty());
        QVERIFY(datesOf({}, 2026).isEmpty());
    }

    void regionsHaveTheirNames()
    {
        const auto regions = CountryHolidays().regions();
        const auto named = [&regions](const QString &code) {
            return std::ranges::find(regions, code, &HolidayRegion::code)->name;
        };
        QSet<QString> codes;
        for (const auto &region : regions) {
            QVERIFY2(!region.name.isEmpty() && !region.english.isEmpty(), qPrintable(region.code));
            codes.insert(region.code);
        }

        QCOMPARE(codes.size(), regions.size());
        QVERIFY(regions.size() > 100);
        QCOMPARE(named(u"ru_ru"_s), u"Россия"_s);
        QCOMPARE(named(u"de-by_de"_s), u"Deutschland, Bavaria"_s);
        QVERIFY(!codes.contains(u"se_sv_nameday"_s)); // nobody rests on them
        const auto suggested = CountryHolidays().suggestion();
        QVERIFY(suggested.isEmpty() || codes.contains(suggested));
    }

    void hoursTakeTheDaysAroundToday()
    {
        const CountryHolidays calendar;
        const auto hours = withHolidays({.holidayRegion = u"ru_ru"_s}, calendar, QDate(2026, 11, 23));

        QCOMPARE(hours.holidays.constFirst().date.year(), 2025);
        QVERIFY(hours.holidays.constLast().date.year() >= 2029);
        QVERIFY(withHolidays({}, calendar, QDate(2026, 11, 23)).holidays.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCountryHolidays)
#include "tst_countryholidays.moc"
