// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/addressfinder.h"

#include <QRegularExpression>

#include <algorithm>

namespace aside {

namespace {

// "ул. Садовая, д. 5, корп. 2, кв. 31", "Невский проспект, 12"
QString house()
{
    return QStringLiteral(
        R"((?:,?\s*(?:д\.|дом)?\s*\d{1,4}(?:/\d{1,4})?(?:\s?[А-ЯЁа-яё](?![\p{L}]))?))"
        R"((?:,?\s*(?:корп\.|корпус|к\.|стр\.|строение|кв\.|квартира|офис|оф\.)\s*\d{1,5}\w?){0,4})");
}

QRegularExpression russianKindFirst()
{
    return QRegularExpression(
        QStringLiteral(
            R"((?<!\p{L})(?i:ул\.|улица|улице|улицы|улицу|пр-т\.?|пр-кт|пр\.|проспекте?|проспекту|)"
            R"(пер\.|переулок|переулке|ш\.|шоссе|б-р|бульваре?|наб\.|набережная|набережной|пл\.|)"
            R"(площадь|площади|проезде?|тракте?)\s*)"
            R"((?:\d{1,2}-?(?:й|я|го)?\s)?\p{Lu}[\p{L}-]{1,30}(?:\s\p{Lu}[\p{L}-]{1,30}){0,2})")
            + house(),
        QRegularExpression::UseUnicodePropertiesOption);
}

QRegularExpression russianNameFirst()
{
    return QRegularExpression(
        QStringLiteral(R"((?<!\p{L})\p{Lu}[\p{L}-]{2,30}(?:ая|ой|ую|ий|ый|ом|ому|ое|ого)\s)"
                       R"((?:ул\.|улица|улице|улицы|улицу|пр-т|проспекте?|переулок|переулке|шоссе|бульваре?|)"
                       R"(набережная|набережной|площадь|площади|проезде?|тракте?)(?!\p{L}))")
            + house(),
        QRegularExpression::UseUnicodePropertiesOption);
}

// "на Лесную, дом 12, квартира 40"
QRegularExpression russianNameAlone()
{
    return QRegularExpression(
        QStringLiteral(R"((?<!\p{L})\p{Lu}[\p{L}-]{2,30}(?:ая|ой|ую|ий|ый|а|ы|у|о|е),\s(?=д\.|дом))")
            + house(),
        QRegularExpression::UseUnicodePropertiesOption);
}

// "12 Harbour Street", "Flat 3, 221b Baker St, London NW1 6XE"
QRegularExpression english()
{
    return QRegularExpression(
        QStringLiteral(
            R"((?:(?:Flat|Apt|Apartment|Unit|Suite)\.?\s?\d{1,4}[A-Za-z]?,?\s)?)"
            R"((?<![\d\p{L}.,#£$€-])\d{1,5}[A-Za-z]?\s(?:[NSEW]\.?\s)?(?:\p{Lu}[\p{L}'’]{1,20}\s){1,3})"
            R"((?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Square|Sq|)"
            R"(Terrace|Crescent|Close|Highway|Hwy|Parkway|Pkwy)(?!\p{L})\.?)"
            R"((?:,\s\p{Lu}[\p{L}]{2,20})?(?:,?\s(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]{2}\s\d{5}))?)"),
        QRegularExpression::UseUnicodePropertiesOption);
}

void find(const QRegularExpression &expression, QStringView text, QList<TextRange> &found)
{
    auto matches = expression.globalMatchView(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const TextRange range{.start = match.capturedStart(), .length = match.capturedLength()};
        if (std::ranges::none_of(found, [range](TextRange other) { return other.overlaps(range); })) {
            found.append(range);
        }
    }
}

} // namespace

QList<TextRange> addressesOf(QStringView text)
{
    static const QRegularExpression kindFirst = russianKindFirst();
    static const QRegularExpression nameFirst = russianNameFirst();
    static const QRegularExpression nameAlone = russianNameAlone();
    static const QRegularExpression inEnglish = english();
    QList<TextRange> found;
    // No address is without a digit, and most replies are without one of these.
    if (std::ranges::none_of(text, [](QChar c) { return c.isDigit(); })) {
        return found;
    }
    find(kindFirst, text, found);
    find(nameFirst, text, found);
    find(nameAlone, text, found);
    find(inEnglish, text, found);
    std::ranges::sort(found, {}, &TextRange::start);
    return found;
}

} // namespace aside
