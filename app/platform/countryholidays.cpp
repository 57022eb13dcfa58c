// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/countryholidays.h"

#include <KHolidays/Holiday>
#include <KHolidays/HolidayRegion>

#include <QLocale>
#include <QMutex>

#include <algorithm>

namespace aside {

namespace {

/// Calendars of saints' days: nobody rests on them.
const QLatin1StringView nameDays("_nameday");

/// "Deutschland, Bavaria": of the parts of a country only the English names are known.
QString nativeName(const KHolidays::HolidayRegion &region)
{
    const QString english = region.name();
    const QLocale::Territory country = QLocale::codeToTerritory(region.countryCode().section(u'-', 0, 0));
    const QLocale::Language language
        = QLocale::codeToLanguage(region.languageCode().section(u'_', 0, 0).section(u'@', 0, 0));
    const QString native = QLocale(language, country).nativeTerritoryName();
    if (native.isEmpty() || country == QLocale::AnyTerritory
        || !english.startsWith(QLocale::territoryToString(country))) {
        return english;
    }
    return native + english.sliced(QLocale::territoryToString(country).size());
}

} // namespace

QList<HolidayRegion> CountryHolidays::regions() const
{
    QList<HolidayRegion> all;
    for (const QString &code : KHolidays::HolidayRegion::regionCodes()) {
        if (code.contains(nameDays)) {
            continue;
        }
        const KHolidays::HolidayRegion region(code);
        all.append({.code = code,
                    .name = nativeName(region),
                    .english = region.name(),
                    .language = region.languageCode()});
    }
    return all;
}

QString CountryHolidays::suggestion() const
{
    const QLocale system = QLocale::system();
    return KHolidays::HolidayRegion::defaultRegionCode(QLocale::territoryToCode(system.territory()),
                                                       system.name());
}

QList<PublicHoliday> CountryHolidays::holidays(const QString &region, QDate from, QDate until) const
{
    static QMutex reading; // settings are read on more than one thread
    const QMutexLocker lock(&reading);
    QList<PublicHoliday> found;
    const KHolidays::HolidayRegion calendar(region);
    if (region.isEmpty() || !calendar.isValid()) {
        return found;
    }
    for (const KHolidays::Holiday &one : calendar.rawHolidays(from, until)) {
        if (one.dayType() != KHolidays::Holiday::NonWorkday) {
            continue;
        }
        for (int day = 0; day < one.duration(); ++day) {
            found.append({.date = one.observedStartDate().addDays(day), .name = one.name()});
        }
    }
    std::ranges::stable_sort(found, {}, &PublicHoliday::date);
    return found;
}

} // namespace aside
