// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/promises/promisefinder.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone moscow("Europe/Moscow");
const QString folder = QStringLiteral(TEST_DATA_DIR "/promises/");

Instant instant(const QString &local, const QTimeZone &zone = moscow)
{
    auto time = QDateTime::fromString(local, Qt::ISODate);
    time.setTimeZone(zone);
    return fromMillis(time.toMSecsSinceEpoch());
}

WorkCalendar calendarIn(const char *zone)
{
    return WorkCalendar(WorkingHours{.timeZone = zone});
}

/// A Wednesday.
PromiseQuestion saidAt(const QString &local = u"2026-11-18T11:00"_s)
{
    return {.saidAt = instant(local), .calendar = calendarIn("Europe/Moscow")};
}

QString localText(const QList<FoundPromise> &found, const QTimeZone &zone = moscow)
{
    return found.isEmpty() ? u"-"_s
                           : QDateTime::fromMSecsSinceEpoch(toMillis(found.constFirst().dueAt), zone)
                                 .toString(u"yyyy-MM-ddTHH:mm"_s);
}

} // namespace

/// Dates that a reply gives, and dates that only look like it.
class TestPromiseFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void phrasesAreUnderstood_data();
    void phrasesAreUnderstood();
    void theRangeIsTheDate();
    void eachClauseHasItsOwn();
    void theZoneOfTheTeamCounts();
    void weekendsAreNoWorkingDays();
    void theSummerTimeIsKept();
    void anHourThatTheClockSkipsOrRepeatsIsOneMoment();
    void theTeamsDaysAndHoursCount_data();
    void theTeamsDaysAndHoursCount();
    void strangeTextsAreHarmless();
};

void TestPromiseFinder::phrasesAreUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("due");
    int promises = 0;
    int others = 0;
    for (const auto &name : {u"ru.tsv"_s, u"en.tsv"_s, u"heldout.tsv"_s, u"second.tsv"_s, u"third.tsv"_s}) {
        QFile file(folder + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (const auto &line : lines) {
            const auto due = line.section(u'\t', 1);
            ++(due == "-"_L1 ? others : promises);
            QTest::newRow(qPrintable(line.section(u'\t', 0, 0))) << line.section(u'\t', 0, 0) << due;
        }
    }
    QVERIFY(promises >= 110 && others >= 70);
}

void TestPromiseFinder::phrasesAreUnderstood()
{
    QFETCH(const QString, text);
    QFETCH(const QString, due);

    QCOMPARE(localText(findPromises(text, saidAt())), due);
}

void TestPromiseFinder::theRangeIsTheDate()
{
    const auto text = u"Анна, спасибо. Ответим вам завтра до 15:00, как договорились."_s;

    const auto found = findPromises(text, saidAt());

    QCOMPARE(found.size(), qsizetype(1));
    QCOMPARE(text.sliced(found.constFirst().range.start, found.constFirst().range.length),
             u"завтра до 15:00"_s);
}

void TestPromiseFinder::eachClauseHasItsOwn()
{
    const auto found = findPromises(u"Завтра пришлём накладную. Деньги вернём до пятницы."_s, saidAt());

    QCOMPARE(found.size(), qsizetype(2));
    QCOMPARE(found.at(0).dueAt, instant(u"2026-11-19T18:00"_s));
    QCOMPARE(found.at(1).dueAt, instant(u"2026-11-20T18:00"_s));
}

void TestPromiseFinder::theZoneOfTheTeamCounts()
{
    const auto text = u"Ответим завтра до 15:00."_s;
    const QTimeZone vladivostok("Asia/Vladivostok");
    const auto late = instant(u"2026-11-18T20:00"_s); // the 19th in Vladivostok

    const auto found = findPromises(text, {.saidAt = late, .calendar = calendarIn("Asia/Vladivostok")});

    QCOMPARE(localText(found, vladivostok), u"2026-11-20T15:00"_s);
}

void TestPromiseFinder::weekendsAreNoWorkingDays()
{
    const auto text = u"Ответим в течение одного рабочего дня."_s;

    QCOMPARE(localText(findPromises(text, saidAt(u"2026-11-20T11:00"_s))), u"2026-11-23T18:00"_s);
    QCOMPARE(localText(findPromises(text, saidAt(u"2026-11-22T11:00"_s))), u"2026-11-23T18:00"_s);
}

void TestPromiseFinder::theSummerTimeIsKept()
{
    const QTimeZone berlin("Europe/Berlin");
    const PromiseQuestion question{.saidAt = instant(u"2026-10-24T12:00"_s, berlin),
                                   .calendar = calendarIn("Europe/Berlin")};

    QCOMPARE(localText(findPromises(u"We'll answer on Monday by 3 pm."_s, question), berlin),
             u"2026-10-26T15:00"_s);
    QCOMPARE(localText(findPromises(u"We'll answer in 24 hours."_s, question), berlin),
             u"2026-10-25T11:00"_s);
}

void TestPromiseFinder::anHourThatTheClockSkipsOrRepeatsIsOneMoment()
{
    const QTimeZone berlin("Europe/Berlin");
    const auto due = [&](const QString &text, const QString &said) {
        const auto found
            = findPromises(text, {.saidAt = instant(said, berlin), .calendar = calendarIn("Europe/Berlin")});
        return localText(found, QTimeZone::utc());
    };

    QCOMPARE(due(u"We'll restart it tomorrow at 2:30 am."_s, u"2026-03-28T12:00"_s), u"2026-03-29T01:30"_s);
    QCOMPARE(due(u"We'll restart it tomorrow at 2:30 am."_s, u"2026-10-24T12:00"_s), u"2026-10-25T00:30"_s);
    QCOMPARE(due(u"Ответим завтра."_s, u"2026-03-28T12:00"_s), u"2026-03-29T16:00"_s);
    QCOMPARE(due(u"Ответим завтра."_s, u"2026-10-24T12:00"_s), u"2026-10-25T17:00"_s);
    QCOMPARE(due(u"Ответим в течение суток."_s, u"2026-10-24T12:00"_s), u"2026-10-25T10:00"_s);
}

void TestPromiseFinder::theTeamsDaysAndHoursCount_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("due");
    const auto row = [](const QString &said, const QString &text, const QString &due) {
        QTest::newRow(qPrintable(said + u' ' + text)) << said << text << due;
    };
    // Monday to Thursday 9 to 17, Friday to 16, Saturday 10 to 14; Wednesday 4 November is a holiday.
    row(u"2026-11-02T11:00"_s, u"Ответим до пятницы."_s, u"2026-11-06T16:00"_s);
    row(u"2026-11-02T11:00"_s, u"We'll answer by Friday."_s, u"2026-11-06T16:00"_s);
    row(u"2026-11-02T11:00"_s, u"Ответим завтра."_s, u"2026-11-03T17:00"_s);
    row(u"2026-11-03T11:00"_s, u"Ответим завтра."_s, u"2026-11-04T17:00"_s); // what was said counts
    row(u"2026-11-06T11:00"_s, u"Привезём завтра."_s, u"2026-11-07T14:00"_s);
    row(u"2026-11-07T11:00"_s, u"Привезём завтра."_s, u"2026-11-08T17:00"_s);
    row(u"2026-11-03T11:00"_s, u"Ответим в течение одного рабочего дня."_s, u"2026-11-05T17:00"_s);
    row(u"2026-11-03T11:00"_s, u"Ответим на следующий рабочий день."_s, u"2026-11-05T17:00"_s);
    row(u"2026-11-03T11:00"_s, u"Перезвоним в ближайший рабочий день."_s, u"2026-11-05T17:00"_s);
    row(u"2026-11-03T11:00"_s, u"Перезвоним в первый рабочий день до 12:00."_s, u"2026-11-05T12:00"_s);
    row(u"2026-11-03T11:00"_s, u"We'll call you on the next working day."_s, u"2026-11-05T17:00"_s);
    row(u"2026-11-03T11:00"_s, u"We will reply within two business days."_s, u"2026-11-06T16:00"_s);
    row(u"2026-11-03T15:00"_s, u"Ответим в течение четырёх рабочих часов."_s, u"2026-11-05T11:00"_s);
    row(u"2026-11-03T15:00"_s, u"We'll answer within 4 working hours."_s, u"2026-11-05T11:00"_s);
    row(u"2026-11-02T11:00"_s, u"Вернём деньги до конца недели."_s, u"2026-11-07T14:00"_s);
    row(u"2026-11-02T11:00"_s, u"Вернём деньги до конца рабочей недели."_s, u"2026-11-07T14:00"_s);
    row(u"2026-11-02T11:00"_s, u"Ответим до конца рабочего дня."_s, u"2026-11-02T17:00"_s);
    row(u"2026-11-02T19:00"_s, u"Ответим до конца рабочего дня."_s, u"2026-11-03T17:00"_s);
    row(u"2026-11-04T12:00"_s, u"You'll have it by close of business."_s, u"2026-11-05T17:00"_s);
    row(u"2026-11-02T19:00"_s, u"Ответим сегодня."_s, u"2026-11-02T23:59"_s);
    row(u"2026-11-02T19:00"_s, u"Ответим сегодня до 10:00."_s, u"-"_s);
}

void TestPromiseFinder::theTeamsDaysAndHoursCount()
{
    QFETCH(const QString, said);
    QFETCH(const QString, text);
    QFETCH(const QString, due);
    WorkingHours hours{.timeZone = "Europe/Moscow"};
    const auto day = *dayHoursFrom(u"9-17");
    hours.week = {day, day, day, day, *dayHoursFrom(u"9-16"), *dayHoursFrom(u"10-14"), {}};
    hours.holidays = {{.date = QDate(2026, 11, 4), .name = u"Unity Day"_s}};

    const auto found = findPromises(text, {.saidAt = instant(said), .calendar = WorkCalendar(hours)});

    QCOMPARE(localText(found), due);
}

void TestPromiseFinder::strangeTextsAreHarmless()
{
    for (const auto &text : {QString(), u"\n\n"_s, u"31 февраля ответим"_s, u"We'll answer by 99 November"_s,
                             u"Ответим через 999 лет"_s, QString(5000, u'.'), QString(5000, u','),
                             u"ответим до 45:99"_s, u"We'll answer in 0 days"_s}) {
        QVERIFY2(findPromises(text, saidAt()).isEmpty(), qPrintable(text.first(qMin(40, text.size()))));
    }
}

QTEST_APPLESS_MAIN(TestPromiseFinder)
#include "tst_promisefinder.moc"
