// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/clock/workcalendar.h"

#include <QDateTime>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

WorkingHours hoursIn(const char *zone)
{
    return {.timeZone = zone};
}

/// As the clock in that zone shows it; with an offset where it shows an hour twice.
Instant at(const QString &text, const QByteArray &zone)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeZone(QTimeZone(zone));
    }
    return fromMillis(time.toMSecsSinceEpoch());
}

QString shown(Instant instant, const QByteArray &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(instant), QTimeZone(zone))
        .toString(u"yyyy-MM-ddTHH:mm:ss"_s);
}

WorkingHours with(WorkingHours hours, const QStringList &specialDays)
{
    for (const QString &day : specialDays) {
        hours.specialDays.append(*specialDayFrom(day));
    }
    return hours;
}

WorkingHours daily(const char *zone, const QString &text)
{
    WorkingHours hours = hoursIn(zone);
    hours.week.fill(*dayHoursFrom(text));
    return hours;
}

/// Russia in 2026: 23 February is a Monday, 4 November a Wednesday.
WorkingHours russian()
{
    WorkingHours hours{.timeZone = "Europe/Moscow", .holidayRegion = u"ru_ru"_s};
    hours.holidays = {{.date = QDate(2026, 2, 23), .name = u"Defender of the Fatherland Day"_s},
                      {.date = QDate(2026, 3, 8), .name = u"Women's Day"_s},
                      {.date = QDate(2026, 11, 4), .name = u"Unity Day"_s}};
    return hours;
}

} // namespace

class TestWorkCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsDueAfterTheTargetInWorkingTime_data();
    void anAnswerIsDueAfterTheTargetInWorkingTime();
    void timeBetweenIsWhatAfterCounts();
    void aTeamWithoutATargetHasNoDeadline();
    void aZoneNobodyKnowsIsUtc();
    void openMeansWithinTheHours();
    void publicHolidaysAreFreeUnlessTheTeamWorks();
    void theHolidaysThatTakeTimeAreNamed();
    void aDateIsDueWhenTheTeamGoesHome();
    void workingDaysStepOverWhatIsFree();
    void textsComeBackAsTheyWere_data();
    void textsComeBackAsTheyWere();
    void textsThatMakeNoSenseAreRefused_data();
    void textsThatMakeNoSenseAreRefused();
};

void TestWorkCalendar::anAnswerIsDueAfterTheTargetInWorkingTime_data()
{
    QTest::addColumn<WorkingHours>("hours");
    QTest::addColumn<QString>("since");
    QTest::addColumn<QString>("due");

    // 2026-03-02 is a Monday.
    const WorkingHours moscow = hoursIn("Europe/Moscow");
    QTest::addRow("in the day") << moscow << u"2026-03-03T15:00:00"_s << u"2026-03-04T15:00:00"_s;
    QTest::addRow("at night") << moscow << u"2026-03-03T23:00:00"_s << u"2026-03-04T18:00:00"_s;
    QTest::addRow("before the day") << moscow << u"2026-03-03T06:30:00"_s << u"2026-03-03T18:00:00"_s;
    QTest::addRow("at opening") << moscow << u"2026-03-03T09:00:00"_s << u"2026-03-03T18:00:00"_s;
    QTest::addRow("at closing") << moscow << u"2026-03-03T18:00:00"_s << u"2026-03-04T18:00:00"_s;
    QTest::addRow("Friday evening") << moscow << u"2026-03-06T17:00:00"_s << u"2026-03-09T17:00:00"_s;
    QTest::addRow("Saturday") << moscow << u"2026-03-07T12:00:00"_s << u"2026-03-09T18:00:00"_s;
    QTest::addRow("before a holiday")
        << with(moscow, {u"2026-03-09"_s}) << u"2026-03-06T17:00:00"_s << u"2026-03-10T17:00:00"_s;
    QTest::addRow("a yearly holiday")
        << with(moscow, {u"05-01"_s}) << u"2026-04-30T17:00:00"_s << u"2026-05-04T17:00:00"_s;
    QTest::addRow("a working Saturday") << with(moscow, {u"2026-03-07 09:00-18:00"_s})
                                        << u"2026-03-06T17:00:00"_s << u"2026-03-07T17:00:00"_s;
    QTest::addRow("a date beats its yearly day") << with(moscow, {u"2026-05-01 09:00-18:00"_s, u"05-01"_s})
                                                 << u"2026-04-30T17:00:00"_s << u"2026-05-01T17:00:00"_s;
    QTest::addRow("over the year's end")
        << with(moscow, {u"01-01"_s, u"01-02"_s, u"01-05"_s, u"01-06"_s, u"01-07"_s, u"01-08"_s})
        << u"2025-12-31T16:00:00"_s << u"2026-01-09T16:00:00"_s;
    WorkingHours lunch = daily("Europe/Moscow", u"9-13, 14-18"_s);
    QTest::addRow("a break") << lunch << u"2026-03-03T12:00:00"_s << u"2026-03-04T12:00:00"_s;
    lunch.target = {.amount = 2, .unit = ResponseTarget::Unit::Hours};
    QTest::addRow("hours over a break") << lunch << u"2026-03-03T12:00:00"_s << u"2026-03-03T15:00:00"_s;
    QTest::addRow("hours in a break") << lunch << u"2026-03-03T13:20:00"_s << u"2026-03-03T16:00:00"_s;

    // Berlin's clocks went from 2:00 to 3:00 on 2026-03-29 and go from 3:00 to 2:00 on 2026-10-25.
    WorkingHours round = daily("Europe/Berlin", u"00:00-24:00"_s);
    round.target = {.amount = 24, .unit = ResponseTarget::Unit::Hours};
    QTest::addRow("into summer") << round << u"2026-03-28T12:00:00"_s << u"2026-03-29T13:00:00"_s;
    QTest::addRow("into winter") << round << u"2026-10-24T12:00:00"_s << u"2026-10-25T11:00:00"_s;
    WorkingHours night = daily("Europe/Berlin", u"02:00-03:00, 10:00-12:00"_s);
    night.target = {.amount = 1, .unit = ResponseTarget::Unit::Hours};
    QTest::addRow("an hour that does not exist")
        << night << u"2026-03-29T01:30:00"_s << u"2026-03-29T11:00:00"_s;
    QTest::addRow("a weekend with a change")
        << hoursIn("Europe/Berlin") << u"2026-03-27T17:00:00"_s << u"2026-03-30T17:00:00"_s;
    QTest::addRow("a zone with half hours")
        << hoursIn("Asia/Kolkata") << u"2026-03-06T17:15:00"_s << u"2026-03-09T17:15:00"_s;

    WorkingHours never = daily("Europe/Moscow", QString());
    QTest::addRow("a team that never works") << never << u"2026-03-06T17:00:00"_s << u"2026-03-07T17:00:00"_s;
    WorkingHours shortDay = moscow;
    shortDay.week[4] = *dayHoursFrom(u"9-14");
    QTest::addRow("days of unlike length") // 8:12 on average
        << shortDay << u"2026-03-05T17:00:00"_s << u"2026-03-09T11:12:00"_s;
    WorkingHours three = moscow;
    three.target.amount = 3;
    QTest::addRow("three days") << three << u"2026-03-05T10:00:00"_s << u"2026-03-10T10:00:00"_s;
}

void TestWorkCalendar::anAnswerIsDueAfterTheTargetInWorkingTime()
{
    QFETCH(const WorkingHours, hours);
    QFETCH(const QString, since);
    QFETCH(const QString, due);

    const auto answer = WorkCalendar(hours).targetFor(at(since, hours.timeZone));

    QVERIFY(answer);
    QCOMPARE(shown(*answer, hours.timeZone), due);
}

void TestWorkCalendar::timeBetweenIsWhatAfterCounts()
{
    const WorkCalendar calendar(with(hoursIn("Europe/Berlin"), {u"2026-03-30"_s}));
    const Instant from = at(u"2026-03-26T11:20:00"_s, "Europe/Berlin");

    for (const auto work : {10min, 300min, 540min, 2000min}) {
        QCOMPARE(calendar.between(from, calendar.after(from, work)), std::chrono::milliseconds(work));
    }
    QCOMPARE(calendar.between(from, from - 5h), 0ms); // a clock that jumped back
}

void TestWorkCalendar::aTeamWithoutATargetHasNoDeadline()
{
    WorkingHours hours = hoursIn("UTC");
    hours.target.amount = 0;

    QVERIFY(!WorkCalendar(hours).targetFor(at(u"2026-03-03T15:00:00"_s, "UTC")));
}

void TestWorkCalendar::aZoneNobodyKnowsIsUtc()
{
    QCOMPARE(WorkCalendar(hoursIn("Mars/Olympus")).zone(), QTimeZone::utc());
}

void TestWorkCalendar::openMeansWithinTheHours()
{
    const WorkCalendar calendar(with(daily("UTC", u"9-13,14-18"_s), {u"2026-03-03"_s}));

    QVERIFY(calendar.isOpen(at(u"2026-03-02T09:00:00"_s, "UTC")));
    QVERIFY(!calendar.isOpen(at(u"2026-03-02T13:00:00"_s, "UTC")));
    QVERIFY(calendar.isOpen(at(u"2026-03-02T17:59:59"_s, "UTC")));
    QVERIFY(!calendar.isOpen(at(u"2026-03-02T18:00:00"_s, "UTC")));
    QVERIFY(!calendar.isOpen(at(u"2026-03-03T10:00:00"_s, "UTC")));
}

void TestWorkCalendar::textsComeBackAsTheyWere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::addRow("free") << u" "_s << QString();
    QTest::addRow("plain") << u"9-18"_s << u"09:00-18:00"_s;
    QTest::addRow("dash and dots") << u"9.30 – 13,14:00-18:15"_s << u"09:30-13:00, 14:00-18:15"_s;
    QTest::addRow("midnight") << u"18:00-00:00"_s << u"18:00-24:00"_s;
    QTest::addRow("all day") << u"0-24"_s << u"00:00-24:00"_s;
}

void TestWorkCalendar::textsComeBackAsTheyWere()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);

    const auto hours = dayHoursFrom(text);

    QVERIFY(hours);
    QCOMPARE(toText(*hours), shown);
    QCOMPARE(dayHoursFrom(shown), hours);
    const auto day = specialDayFrom((u"2026-02-28 "_s + text).trimmed());
    QVERIFY(day);
    QCOMPARE(toText(*day), (u"2026-02-28 "_s + shown).trimmed());
}

void TestWorkCalendar::textsThatMakeNoSenseAreRefused_data()
{
    QTest::addColumn<QString>("hours");
    QTest::addColumn<QString>("day");
    QTest::addRow("words") << u"all day"_s << u"new year"_s;
    QTest::addRow("backwards") << u"18-9"_s << u"2026-13-01"_s;
    QTest::addRow("nothing between") << u"9-9"_s << u"02-30"_s;
    QTest::addRow("overlap") << u"9-13,12-18"_s << u"2026-02-29"_s;
    QTest::addRow("touching") << u"9-13,13-18"_s << u"2026-01-01 9-8"_s;
    QTest::addRow("minutes") << u"9:60-18"_s << u"26-01-01-01"_s;
    QTest::addRow("too late") << u"9-24:30"_s << u"01.05.2026"_s;
}

void TestWorkCalendar::textsThatMakeNoSenseAreRefused()
{
    QFETCH(const QString, hours);
    QFETCH(const QString, day);

    QVERIFY(!dayHoursFrom(hours));
    QVERIFY(!specialDayFrom(day));
}

void TestWorkCalendar::publicHolidaysAreFreeUnlessTheTeamWorks()
{
    const auto friday = at(u"2026-02-20T12:00"_s, "Europe/Moscow");
    const WorkCalendar calendar(russian());

    QCOMPARE(shown(*calendar.targetFor(friday), "Europe/Moscow"), u"2026-02-24T12:00:00"_s);
    QVERIFY(!calendar.isOpen(at(u"2026-02-23T12:00"_s, "Europe/Moscow")));

    const WorkCalendar working(with(russian(), {u"2026-02-23 9-18"_s}));
    QCOMPARE(shown(*working.targetFor(friday), "Europe/Moscow"), u"2026-02-23T12:00:00"_s);
    QVERIFY(toText(russian()) != toText(WorkingHours{.timeZone = "Europe/Moscow"}));
}

void TestWorkCalendar::theHolidaysThatTakeTimeAreNamed()
{
    const auto from = at(u"2026-02-20T12:00"_s, "Europe/Moscow");
    const auto until = at(u"2026-03-10T12:00"_s, "Europe/Moscow"); // 8 March is a Sunday anyway

    const auto found = WorkCalendar(russian()).holidaysBetween(from, until);

    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().name, u"Defender of the Fatherland Day"_s);
    QVERIFY(WorkCalendar(with(russian(), {u"02-23 9-18"_s})).holidaysBetween(from, until).isEmpty());
}

void TestWorkCalendar::aDateIsDueWhenTheTeamGoesHome()
{
    auto hours = russian();
    hours.week[3] = *dayHoursFrom(u"10-13, 14-20");
    hours.week[4] = *dayHoursFrom(u"9-24");
    const WorkCalendar calendar(with(hours, {u"2026-11-06 9-16"_s}));

    QCOMPARE(calendar.endOf(QDate(2026, 11, 3)), QTime(18, 0));
    QCOMPARE(calendar.endOf(QDate(2026, 11, 4)), QTime(18, 0)); // a holiday: as on other Wednesdays
    QCOMPARE(calendar.endOf(QDate(2026, 11, 5)), QTime(20, 0));
    QCOMPARE(calendar.endOf(QDate(2026, 11, 6)), QTime(16, 0)); // a short day
    QCOMPARE(calendar.endOf(QDate(2026, 11, 7)), QTime(23, 59)); // a Saturday: as late as they ever stay
    QCOMPARE(calendar.endOf(QDate(2026, 11, 13)), QTime(23, 59)); // midnight is the next day's
    auto never = russian();
    never.week = {};
    QCOMPARE(WorkCalendar(never).endOf(QDate(2026, 11, 5)), QTime(18, 0));
}

void TestWorkCalendar::workingDaysStepOverWhatIsFree()
{
    const WorkCalendar calendar(with(russian(), {u"2026-11-07 9-16"_s}));

    QCOMPARE(calendar.workingDayAfter(QDate(2026, 11, 3), 1), QDate(2026, 11, 5));
    QCOMPARE(calendar.workingDayAfter(QDate(2026, 11, 6), 1), QDate(2026, 11, 7));
    QCOMPARE(calendar.workingDayAfter(QDate(2026, 11, 7), 1), QDate(2026, 11, 9));
    auto never = russian();
    never.week = {};
    QCOMPARE(WorkCalendar(never).workingDayAfter(QDate(2026, 11, 6), 1), QDate(2026, 11, 9));
}

QTEST_MAIN(TestWorkCalendar)
#include "tst_workcalendar.moc"
