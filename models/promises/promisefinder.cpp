// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/promises/promisefinder.h"

#include "models/promises/promisepatterns.h"
#include "models/promises/promisewords.h"

#include <QDateTime>

#include <optional>

namespace aside {

using namespace Qt::StringLiterals;
using namespace promises;

namespace {

/// Dates and times of one clause.
struct Moment {
    TextRange range;
    QDateTime at;
    bool hasTime = false;
};

/// Reads the dates of one clause.
class ClauseReader
{
public:
    ClauseReader(const QString &text, const PromiseClause &clause, const PromiseQuestion &question)
        : m_words(text.sliced(clause.start, clause.length))
        , m_start(clause.start)
        , m_saidAt(question.saidAt)
        , m_calendar(question.calendar)
        , m_now(localTime(question.saidAt))
    {
    }

    [[nodiscard]] std::optional<FoundPromise> read() const
    {
        for (const auto step :
             {&ClauseReader::duration, &ClauseReader::calendarDay, &ClauseReader::figures,
              &ClauseReader::relativeDay, &ClauseReader::workingDay, &ClauseReader::monthEnd,
              &ClauseReader::period, &ClauseReader::weekday, &ClauseReader::hour}) {
            const auto found = (this->*step)();
            if (found && !isExcluded(*found)) {
                return promise(*found);
            }
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] QDate today() const { return m_now.date(); }

    [[nodiscard]] static TextRange rangeOf(const QRegularExpressionMatch &match)
    {
        return {.start = match.capturedStart(), .length = match.capturedLength()};
    }

    [[nodiscard]] QDateTime localTime(Instant at) const
    {
        return QDateTime::fromMSecsSinceEpoch(toMillis(at), m_calendar.zone());
    }

    [[nodiscard]] QDateTime endOf(QDate day) const
    {
        return QDateTime(day, m_calendar.endOf(day), m_calendar.zone());
    }

    [[nodiscard]] std::optional<Moment> dayMoment(const QRegularExpressionMatch &match, QDate day) const
    {
        if (!day.isValid()) {
            return std::nullopt;
        }
        return Moment{.range = rangeOf(match), .at = endOf(day)};
    }

    /// "в течение двух рабочих дней", "через час", "within 24 hours"
    [[nodiscard]] std::optional<Moment> duration() const
    {
        static const auto all = pattern(
            u"\\b(?:(?:в "
            u"течение|через|за|within|in|during)\\s+)(?:(?:the\\s+next|ближайш\\w+)\\s+)?(?:(%1)\\s+)?"
            "(?:((?:рабоч\\w+|working|business)\\s+))?"
            "(минут\\w*|час\\w*|сут\\w+|дн\\w+|день|недел\\w+|месяц\\w*|minutes?|hours?|days?|weeks?|months?)"
            "\\b"_s.arg(counts));
        const auto match = all.match(m_words);
        const int count = match.hasMatch() ? numberFromWord(match.capturedView(1)) : 0;
        if (count <= 0 || count > 366) {
            return std::nullopt;
        }
        const auto unit = match.captured(3).toLower();
        const auto exactly = [&match](const QDateTime &at) {
            return Moment{.range = rangeOf(match), .at = at, .hasTime = true};
        };
        if (unit.startsWith(u"мин") || unit.startsWith(u"minute")) {
            return exactly(m_now.addSecs(qint64{60} * count));
        }
        const bool isWorking = !match.capturedView(2).isEmpty();
        if (unit.startsWith(u"час") || unit.startsWith(u"hour")) {
            const std::chrono::hours hours(count);
            return exactly(isWorking ? localTime(m_calendar.after(m_saidAt, hours))
                                     : localTime(m_saidAt + hours));
        }
        if (unit.startsWith(u"сут")) {
            return exactly(localTime(m_saidAt + std::chrono::days(count)));
        }
        if (isWorking) {
            return dayMoment(match, m_calendar.workingDayAfter(today(), count));
        }
        const bool isWeeks = unit.startsWith(u"недел") || unit.startsWith(u"week");
        const bool isMonths = unit.startsWith(u"месяц") || unit.startsWith(u"month");
        return dayMoment(match,
                         isMonths ? today().addMonths(count) : today().addDays(isWeeks ? 7 * count : count));
    }

    /// "на следующий рабочий день", "до конца рабочего дня", "by close of business"
    [[nodiscard]] std::optional<Moment> workingDay() const
    {
        static const auto next
            = pattern(u"\\b(?:(?:на|в|к)\\s+)?(?:следующ\\w+|ближайш\\w+|перв\\w+|next|first)\\s+"
                      "(?:рабоч\\w+|working|business)\\s+(?:день|дня|дню|day)\\b"_s);
        static const auto thisOne = pattern(
            u"\\b(?:(?:до\\s+)?конца\\s+рабочего\\s+дня|close of business"
            "|(?:by\\s+)?(?:the\\s+)?end\\s+of\\s+(?:the\\s+|this\\s+)?(?:business|working)\\s+day)\\b"_s);
        if (const auto match = next.match(m_words); match.hasMatch()) {
            return dayMoment(match, m_calendar.workingDayAfter(today(), 1));
        }
        const auto match = thisOne.match(m_words);
        const bool isOver = !m_calendar.isWorkingDay(today()) || m_now.time() >= m_calendar.endOf(today());
        return match.hasMatch() ? dayMoment(match, m_calendar.workingDayAfter(today(), isOver ? 1 : 0))
                                : std::nullopt;
    }

    /// A day without a year is the next one.
    [[nodiscard]] QDate nextDate(int day, int month, int year) const
    {
        if (year > 0) {
            return QDate(year < 100 ? 2000 + year : year, month, day);
        }
        const QDate date(today().year(), month, day);
        // A day that has just passed is told about, not promised.
        return date.isValid() && date < today().addDays(-90) ? date.addYears(1) : date;
    }

    /// "25 ноября", "November 25th"
    [[nodiscard]] std::optional<Moment> calendarDay() const
    {
        static const auto dayFirst = pattern(
            u"\\b(\\d{1,2})(?:st|nd|rd|th|-?го|-?е)?\\s+(?:of\\s+)?(%1)\\b\\.?(?:,?\\s+(\\d{4}))?"_s.arg(
                months));
        static const auto monthFirst
            = pattern(u"\\b(%1)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s+(\\d{4}))?"_s.arg(months));
        if (const auto match = dayFirst.match(m_words); match.hasMatch()) {
            return dayMoment(match,
                             nextDate(match.capturedView(1).toInt(), monthFromWord(match.capturedView(2)),
                                      match.capturedView(3).toInt()));
        }
        if (const auto match = monthFirst.match(m_words); match.hasMatch()) {
            return dayMoment(match,
                             nextDate(match.capturedView(2).toInt(), monthFromWord(match.capturedView(1)),
                                      match.capturedView(3).toInt()));
        }
        return std::nullopt;
    }

    /// "25.11", "25.11.2026", "2026-11-25"
    [[nodiscard]] std::optional<Moment> figures() const
    {
        static const auto iso = pattern(u"\\b(\\d{4})-(\\d{2})-(\\d{2})\\b"_s);
        static const auto dotted = pattern(
            u"(?<![\\d.])(\\d{1,2})\\.(0[1-9]|1[0-2])(?:\\.(\\d{4}|\\d{2}))?(?![\\d%])(?!\\.\\d)"_s);
        if (const auto match = iso.match(m_words); match.hasMatch()) {
            return dayMoment(match,
                             QDate(match.capturedView(1).toInt(), match.capturedView(2).toInt(),
                                   match.capturedView(3).toInt()));
        }
        const auto match = dotted.match(m_words);
        return match.hasMatch()
            ? dayMoment(match,
                        nextDate(match.capturedView(1).toInt(), match.capturedView(2).toInt(),
                                 match.capturedView(3).toInt()))
            : std::nullopt;
    }

    [[nodiscard]] std::optional<Moment> relativeDay() const
    {
        static const auto all = pattern(
            u"\\b(до\\s+вечера|послезавтра|завтра(?:шн\\w+)?|сегодня(?:шн\\w+)?|the day after "
            u"tomorrow|tomorrow|today"
            "|tonight|(?:by\\s+)?(?:the\\s+)?end\\s+of\\s+(?:the\\s+)?day|(?:до\\s+)?конца\\s+дня)\\b"_s);
        const auto match = all.match(m_words);
        if (!match.hasMatch()) {
            return std::nullopt;
        }
        const auto word = match.captured(1).toLower();
        const bool isAfter = word == u"послезавтра" || word.startsWith(u"the day after");
        const bool isTomorrow = word.startsWith(u"завтра") || word == u"tomorrow";
        return dayMoment(match, today().addDays(isAfter ? 2 : isTomorrow ? 1 : 0));
    }

    /// "до конца ноября"
    [[nodiscard]] std::optional<Moment> monthEnd() const
    {
        static const auto all = pattern(
            u"\\b(?:до\\s+конца|к\\s+концу|в\\s+конце|by\\s+the\\s+end\\s+of)\\s+(%1)\\b"_s.arg(months));
        const auto match = all.match(m_words);
        const auto first = match.hasMatch() ? nextDate(1, monthFromWord(match.capturedView(1)), 0) : QDate();
        return first.isValid() ? dayMoment(match, first.addMonths(1).addDays(-1)) : std::nullopt;
    }

    /// "до конца недели", "на следующей неделе", "by the end of the month"
    [[nodiscard]] std::optional<Moment> period() const
    {
        static const auto all = pattern(
            u"\\b(?:(?:до\\s+конца|к\\s+концу|в\\s+конце|by\\s+the\\s+end\\s+of|at\\s+the\\s+end\\s+of)\\s+"
            "(следующей|следующего|next|the|this|этой|этого)?\\s*(?:рабочей\\s+|working\\s+)?(недели|месяца|"
            "года|week|month|year)"
            "|(?:на|в)\\s+(этой|следующей)\\s+(неделе)|(this|next)\\s+(week))\\b"_s);
        const auto match = all.match(m_words);
        if (!match.hasMatch()) {
            return std::nullopt;
        }
        const auto which = match.captured(1) + match.captured(3) + match.captured(5);
        const auto unit = match.captured(2) + match.captured(4) + match.captured(6);
        const int on = which.startsWith(u"следующ") || which == u"next" ? 1 : 0;
        if (unit.startsWith(u"месяц") || unit == u"month") {
            const auto month = today().addMonths(on);
            return dayMoment(match, QDate(month.year(), month.month(), month.daysInMonth()));
        }
        if (unit == u"года" || unit == u"year") {
            return dayMoment(match, QDate(today().year() + on, 12, 31));
        }
        const auto monday = today().addDays(1 - today().dayOfWeek() + qint64{7} * on);
        return dayMoment(match, lastOfWeek(monday));
    }

    /// The last working day of a week that is not over, else its last day.
    [[nodiscard]] QDate lastOfWeek(QDate monday) const
    {
        const auto sunday = monday.addDays(6);
        for (auto day = sunday; day >= monday && day >= today(); day = day.addDays(-1)) {
            if (m_calendar.isWorkingDay(day)) {
                return day;
            }
        }
        return sunday;
    }

    [[nodiscard]] std::optional<Moment> weekday() const
    {
        static const auto all = pattern(u"\\b(?:(next|следующ\\w+)\\s+)?(?:the\\s+)?(%1)\\b"_s.arg(weekdays));
        const auto match = all.match(m_words);
        if (!match.hasMatch()) {
            return std::nullopt;
        }
        const int wanted = weekdayFromWord(match.capturedView(2));
        const int on = (wanted - today().dayOfWeek() + 6) % 7 + 1; // never today
        // "Next Friday" is that of the next week.
        const bool isNextWeek = !match.capturedView(1).isEmpty() && today().dayOfWeek() + on <= 7;
        return dayMoment(match, today().addDays(isNextWeek ? on + 7 : on));
    }

    /// "до 15:00" alone: today, or tomorrow where that has passed.
    [[nodiscard]] std::optional<Moment> hour() const
    {
        static const auto all
            = pattern(u"\\b(?:до|к|в|by|before|at|around|около)\\s+(?=\\d|noon|полудн|обед)"_s);
        const auto before = all.match(m_words);
        if (!before.hasMatch()) {
            return std::nullopt;
        }
        const auto time = timeIn(m_words, before.capturedStart());
        if (!time) {
            return std::nullopt;
        }
        QDateTime at(today(), time->second, m_calendar.zone());
        if (at <= m_now) {
            at = QDateTime(today().addDays(1), time->second, m_calendar.zone());
        }
        return Moment{.range = time->first, .at = at, .hasTime = true};
    }

    /// A time that begins at `from` or later.
    [[nodiscard]] static std::optional<std::pair<TextRange, QTime>> timeIn(const QString &words,
                                                                           qsizetype from)
    {
        // "15:00", "3.30 pm", "3 pm", "10 часов", "noon"; a number alone where it ends what was said: "до
        // 12".
        static const auto all = pattern(
            u"(?:\\b(?:не позднее|не позже|no later than|до|к|в|by|before|at|around|около|after)\\s+)?\\b"
            "(?:(\\d{1,2})[:.](\\d{2})(?!\\.?\\d)\\s*([ap])?\\.?(?:m\\b)?|(\\d{1,2})\\s*([ap])\\.?m\\b"
            "|(\\d{1,2})(?:\\s+(?:час(?:ов|а|ам)?|o['’]clock)\\b|(?=\\W*$))"
            "|(noon|midday|полудн\\w*|обед\\w*)\\b)"_s);
        const auto match = all.match(words, from);
        const bool isBare = match.hasMatch() && match.capturedStart(6) == match.capturedStart()
            && match.capturedEnd(6) == match.capturedEnd();
        if (!match.hasMatch() || isBare) {
            return std::nullopt;
        }
        int hours = (match.captured(1) + match.captured(4) + match.captured(6)).toInt();
        const auto half = (match.captured(3) + match.captured(5)).toLower();
        if (!match.capturedView(7).isEmpty()) {
            hours = match.capturedView(7).startsWith(u"обед", Qt::CaseInsensitive) ? 13 : 12;
        }
        if (half == u"p" && hours < 12) {
            hours += 12;
        }
        const QTime time(half == u"a" && hours == 12 ? 0 : hours, match.capturedView(2).toInt());
        return time.isValid() ? std::optional(std::pair(rangeOf(match), time)) : std::nullopt;
    }

    /// The time of day beside the date: "завтра до 15:00", "by noon on Friday", "завтра утром".
    [[nodiscard]] Moment withTime(Moment moment) const
    {
        if (moment.hasTime) {
            return moment;
        }
        auto masked = m_words;
        masked.replace(moment.range.start, moment.range.length, QString(moment.range.length, u' '));
        if (const auto time = timeIn(masked, 0)) {
            moment.at.setTime(time->second);
            moment.hasTime = true;
            const auto end = std::max(moment.range.end(), time->first.end());
            moment.range.start = std::min(moment.range.start, time->first.start);
            moment.range.length = end - moment.range.start;
            return moment;
        }
        static const auto part
            = pattern(u"\\b(утр\\w+|дн[её]м|вечер\\w*|morning|afternoon|evening|tonight)\\b"_s);
        if (const auto match = part.match(m_words); match.hasMatch()) {
            const auto word = match.captured(1).toLower();
            const bool isMorning = word.startsWith(u"утр") || word == u"morning";
            const bool isEvening = word.startsWith(u"вечер") || word == u"evening" || word == u"tonight";
            moment.at.setTime(isMorning       ? QTime(12, 0)
                                  : isEvening ? QTime(21, 0)
                                              : m_calendar.endOf(moment.at.date()));
        }
        return moment;
    }

    /// "ваше письмо от 21 ноября", "since Monday", "not before Friday": no day by which something is due.
    [[nodiscard]] bool isExcluded(const Moment &moment) const
    {
        static const auto before = pattern(
            u"(?:\\b(?:от|с|со|после|начиная с|не раньше|не ранее|прошл\\w+|of|since|from|after|not before"
            "|last|past|dated|until|earlier than)\\s+(?:the\\s+)?)$"_s);
        // "what you told us on 16 November"
        static const auto theirs = pattern(
            u"(?<!keep "
            u")\\b(?:you\\s+(?:told|wrote|said|sent|asked|mentioned|ordered|called|reported|posted|\\w+ed)"
            "|вы\\s+(?:\\w+\\s+)?\\w+ли)\\b[^,;:]*$"_s);
        const auto words = m_words.first(moment.range.start);
        return before.match(words).hasMatch() || theirs.match(words).hasMatch();
    }

    [[nodiscard]] std::optional<FoundPromise> promise(const Moment &found) const
    {
        auto moment = withTime(found);
        if (moment.at <= m_now && moment.at.date() == today() && !moment.hasTime) {
            moment.at.setTime({23, 59}); // said after hours: today is not over yet
        }
        if (moment.at <= m_now) {
            return std::nullopt; // it is over
        }
        return FoundPromise{.range = {.start = m_start + moment.range.start, .length = moment.range.length},
                            .dueAt = fromMillis(moment.at.toMSecsSinceEpoch())};
    }

    QString m_words;
    qsizetype m_start;
    Instant m_saidAt;
    const WorkCalendar &m_calendar;
    QDateTime m_now;
};

} // namespace

QList<FoundPromise> findPromises(const QString &text, const PromiseQuestion &question)
{
    QList<FoundPromise> found;
    const auto own = withoutQuotedWords(text);
    for (const auto clauses = promiseClauses(own); const auto &clause : clauses) {
        if (!clause.promises) {
            continue;
        }
        if (const auto one = ClauseReader(own, clause, question).read()) {
            found.append(*one);
        }
    }
    return found;
}

} // namespace aside
