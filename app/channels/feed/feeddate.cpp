// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/feed/feeddate.h"

#include <QDate>
#include <QDateTime>
#include <QRegularExpression>
#include <QTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <utility>

namespace aside::feed {

namespace {

using namespace Qt::StringLiterals;

constexpr int hour = 3600;

constexpr std::array zones{
    std::pair{"ut"_L1, 0},          std::pair{"utc"_L1, 0},
    std::pair{"gmt"_L1, 0},         std::pair{"z"_L1, 0},
    std::pair{"est"_L1, -5 * hour}, std::pair{"edt"_L1, -4 * hour},
    std::pair{"cst"_L1, -6 * hour}, std::pair{"cdt"_L1, -5 * hour},
    std::pair{"mst"_L1, -7 * hour}, std::pair{"mdt"_L1, -6 * hour},
    std::pair{"pst"_L1, -8 * hour}, std::pair{"pdt"_L1, -7 * hour},
    std::pair{"msk"_L1, 3 * hour},  std::pair{"msd"_L1, 4 * hour},
    std::pair{"wet"_L1, 0},         std::pair{"west"_L1, hour},
    std::pair{"bst"_L1, hour},      std::pair{"cet"_L1, hour},
    std::pair{"cest"_L1, 2 * hour}, std::pair{"eet"_L1, 2 * hour},
    std::pair{"eest"_L1, 3 * hour}, std::pair{"samt"_L1, 4 * hour},
    std::pair{"yekt"_L1, 5 * hour}, std::pair{"omst"_L1, 6 * hour},
    std::pair{"krat"_L1, 7 * hour}, std::pair{"novt"_L1, 7 * hour},
    std::pair{"irkt"_L1, 8 * hour}, std::pair{"vlat"_L1, 10 * hour},
    std::pair{"jst"_L1, 9 * hour},
};

constexpr std::array<std::array<QStringView, 2>, 12> months{{{u"jan", u"янв"},
                                                             {u"feb", u"фев"},
                                                             {u"mar", u"мар"},
                                                             {u"apr", u"апр"},
                                                             {u"may", u"ма"},
                                                             {u"jun", u"июн"},
                                                             {u"jul", u"июл"},
                                                             {u"aug", u"авг"},
                                                             {u"sep", u"сен"},
                                                             {u"oct", u"окт"},
                                                             {u"nov", u"ноя"},
                                                             {u"dec", u"дек"}}};

int monthOf(const QString &name)
{
    for (std::size_t index = 0; index < months.size(); ++index) {
        if (std::ranges::any_of(months.at(index), [&](QStringView start) {
                return name.startsWith(start, Qt::CaseInsensitive);
            })) {
            return static_cast<int>(index) + 1;
        }
    }
    return 0;
}

/// "+0300", "-03:00", "+3", "GMT+0300" or a name; those that nobody knows are UTC.
int offsetOf(const QString &zone)
{
    static const QRegularExpression number(u"([+-])(\\d{1,2}):?(\\d{2})?$"_s);
    if (const auto match = number.match(zone); match.hasMatch()) {
        const int seconds = match.captured(2).toInt() * hour + match.captured(3).toInt() * 60;
        return match.captured(1) == u'-' ? -seconds : seconds;
    }
    const auto known = std::ranges::find_if(
        zones, [&](const auto &each) { return zone.compare(each.first, Qt::CaseInsensitive) == 0; });
    return known == zones.cend() ? 0 : known->second;
}

std::optional<Instant> instantOf(QDate day, const QString &hours, const QRegularExpressionMatch &match,
                                 const QString &zone)
{
    if (!day.isValid()) {
        return std::nullopt;
    }
    // 24:00 and the leap second are the moment after.
    const qint64 seconds = hours.toLongLong() * hour + match.captured(u"minute"_s).toLongLong() * 60
        + match.captured(u"second"_s).toLongLong();
    if (seconds > 24 * hour) {
        return std::nullopt;
    }
    const qint64 midnight = day.startOfDay(QTimeZone::UTC).toMSecsSinceEpoch();
    return fromMillis(midnight + (seconds - offsetOf(zone)) * 1000);
}

int fullYear(const QString &digits)
{
    const int year = digits.toInt();
    if (digits.size() > 2) {
        return year;
    }
    return year < 70 ? 2000 + year : 1900 + year;
}

std::optional<Instant> ofIso(const QString &text)
{
    static const QRegularExpression form(
        u"^(?<year>\\d{4})(?:-?(?<month>\\d{2}))?(?:-?(?<day>\\d{2}))?"
        "(?:[T ]+(?<hour>\\d{2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:[.,]\\d+)?)?)?"
        "\\s*(?<zone>[A-Za-z]+|[+-]\\d{1,2}:?\\d{0,2})?$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const auto part = [&match](const QString &name) {
        return match.captured(name).isEmpty() ? 1 : match.captured(name).toInt();
    };
    return instantOf(QDate(part(u"year"_s), part(u"month"_s), part(u"day"_s)), match.captured(u"hour"_s),
                     match, match.captured(u"zone"_s));
}

std::optional<Instant> ofMail(const QString &text)
{
    static const QString time
        = u"(?:[ ,T]+(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.\\d+)?)?)?"_s;
    static const QString zone = u"\\s*(?<zone>[A-Za-z]+[+-]\\d[\\d:]*|[A-Za-z]+|[+-]\\d[\\d:]*)?"_s;
    static const QString weekday = u"^(?:\\p{L}+\\.?,?\\s+)?"_s;
    static const QRegularExpression dayFirst(
        weekday + u"(?<day>\\d{1,2})[ -]+(?<month>\\p{L}{3,})\\.?[ -]+(?<year>\\d{4}|\\d{2})"_s + time
        + zone);
    static const QRegularExpression monthFirst(
        weekday + u"(?<month>\\p{L}{3,})\\.? +(?<day>\\d{1,2}),? +(?<year>\\d{4})"_s + time + zone);
    static const QRegularExpression yearLast(weekday + u"(?<month>\\p{L}{3,}) +(?<day>\\d{1,2})"_s + time
                                             + zone + u" +(?<year>\\d{4})$"_s);
    for (const QRegularExpression *form : {&dayFirst, &monthFirst, &yearLast}) {
        if (const auto match = form->match(text); match.hasMatch()) {
            const QDate day(fullYear(match.captured(u"year"_s)), monthOf(match.captured(u"month"_s)),
                            match.captured(u"day"_s).toInt());
            return instantOf(day, match.captured(u"hour"_s), match, match.captured(u"zone"_s));
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Instant> parseDate(const QString &text)
{
    constexpr qsizetype longest = 100;
    const QString date = text.first(std::min(text.size(), longest)).simplified();
    const std::optional<Instant> iso = ofIso(date);
    return iso ? iso : ofMail(date);
}

} // namespace aside::feed
