// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/social/instants.h"

#include <QDateTime>
#include <QList>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace aside {

namespace {

std::optional<Instant> instantOf(const QDateTime &at)
{
    if (!at.isValid()) {
        return std::nullopt;
    }
    return fromMillis(at.toMSecsSinceEpoch());
}

std::optional<Instant> fromNumber(const QString &text)
{
    constexpr qint64 lastSecond = 99'999'999'999;
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber || text.size() < 6 || text.size() > 14) {
        return std::nullopt;
    }
    return fromMillis(number > lastSecond ? number : number * 1000);
}

std::optional<Instant> fromTwitter(const QString &text)
{
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    static const QRegularExpression pattern(QStringLiteral(
        "^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d) ([+-])(\\d\\d)(\\d\\d) (\\d{4})$"));
    const auto match = pattern.match(text);
    const auto month = std::ranges::find_if(
        months, [&](const char *name) { return match.capturedView(1) == QLatin1StringView(name); });
    if (!match.hasMatch() || month == months.end()) {
        return std::nullopt;
    }
    const QDate date(match.capturedView(7).toInt(), static_cast<int>(month - months.begin()) + 1,
                     match.capturedView(2).toInt());
    const QTime time = QTime::fromString(match.captured(3), QStringLiteral("HH:mm:ss"));
    const int seconds = match.capturedView(5).toInt() * 3600 + match.capturedView(6).toInt() * 60;
    if (!date.isValid() || !time.isValid()) {
        return std::nullopt;
    }
    return instantOf(
        QDateTime(date, time, QTimeZone::UTC).addSecs(match.capturedView(4) == u'-' ? seconds : -seconds));
}

std::optional<Instant> fromIso(QString text)
{
    static const QRegularExpression shape(QStringLiteral("^\\d{4}-\\d\\d-\\d\\d([ T]|$)"));
    if (!shape.match(text).hasMatch()) {
        return std::nullopt;
    }
    if (text.size() > 10) {
        text[10] = u'T';
    }
    text.replace(QStringLiteral(" UTC"), QStringLiteral("Z"));
    text.remove(u' ');
    QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (at.timeSpec() == Qt::LocalTime) {
        at.setTimeZone(QTimeZone::UTC);
    }
    return instantOf(at);
}

std::optional<Instant> fromDotted(QString text)
{
    text.remove(u',');
    for (const auto &format : {QStringLiteral("dd.MM.yyyy HH:mm:ss"), QStringLiteral("dd.MM.yyyy HH:mm"),
                               QStringLiteral("dd.MM.yyyy H:mm"), QStringLiteral("dd.MM.yyyy")}) {
        QDateTime at = QDateTime::fromString(text, format);
        if (at.isValid()) {
            at.setTimeZone(QTimeZone::UTC);
            return instantOf(at);
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Instant> parseInstant(QStringView text)
{
    constexpr qsizetype longestDate = 64;
    const QString trimmed = text.trimmed().toString();
    if (trimmed.isEmpty() || trimmed.size() > longestDate) {
        return std::nullopt;
    }
    for (const auto parse : {fromNumber, fromTwitter}) {
        if (const auto at = parse(trimmed)) {
            return at;
        }
    }
    for (const auto parse : {fromIso, fromDotted}) {
        if (const auto at = parse(trimmed)) {
            return at;
        }
    }
    return instantOf(QDateTime::fromString(trimmed, Qt::RFC2822Date));
}

std::optional<Instant> instantOfTweet(QStringView id)
{
    // Before November 2010 ids were just counted up; the largest of those is below this.
    constexpr qint64 lastCountedId = 30'000'000'000;
    constexpr qint64 epoch = 1'288'834'974'657;
    bool isNumber = false;
    const qint64 number = id.toLongLong(&isNumber);
    if (!isNumber || number <= lastCountedId) {
        return std::nullopt;
    }
    return fromMillis((number >> 22) + epoch);
}

} // namespace aside
