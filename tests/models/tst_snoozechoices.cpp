// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/triage/snoozechoices.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

class TestSnoozeChoices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesLieAheadAndNoneIsOfferedTwice_data();
    void timesLieAheadAndNoneIsOfferedTwice();
    void theClockOfThePlaceCounts();
};

namespace {

QStringList shown(const QList<SnoozeTime> &times, const QTimeZone &zone)
{
    QStringList texts;
    for (const SnoozeTime &time : times) {
        texts << QDateTime::fromMSecsSinceEpoch(toMillis(time.until), zone).toString(u"ddd HH:mm"_s);
    }
    return texts;
}

} // namespace

void TestSnoozeChoices::timesLieAheadAndNoneIsOfferedTwice_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<QStringList>("expected");

    QTest::newRow("a Wednesday morning")
        << u"2026-11-18T10:20:00"_s
        << QStringList{u"Wed 13:00"_s, u"Wed 18:00"_s, u"Thu 09:00"_s, u"Mon 09:00"_s, u"Wed 09:00"_s};
    QTest::newRow("three hours later is the evening")
        << u"2026-11-18T15:05:00"_s
        << QStringList{u"Wed 18:00"_s, u"Thu 09:00"_s, u"Mon 09:00"_s, u"Wed 09:00"_s};
    QTest::newRow("late") << u"2026-11-18T22:00:00"_s
                          << QStringList{u"Thu 09:00"_s, u"Mon 09:00"_s, u"Wed 09:00"_s};
    QTest::newRow("on a Sunday tomorrow is Monday")
        << u"2026-11-22T19:00:00"_s << QStringList{u"Mon 09:00"_s, u"Sun 09:00"_s};
    QTest::newRow("on a Monday next Monday is in a week")
        << u"2026-11-23T21:00:00"_s << QStringList{u"Tue 09:00"_s, u"Mon 09:00"_s};
}

void TestSnoozeChoices::timesLieAheadAndNoneIsOfferedTwice()
{
    QFETCH(const QString, now);
    QFETCH(const QStringList, expected);
    const QTimeZone zone = QTimeZone::utc();
    const Instant at = fromMillis(QDateTime(QDate::fromString(now.left(10), Qt::ISODate),
                                            QTime::fromString(now.mid(11), Qt::ISODate), zone)
                                      .toMSecsSinceEpoch());

    const QList<SnoozeTime> times = snoozeChoices(at, zone);

    QCOMPARE(shown(times, zone), expected);
    for (const SnoozeTime &time : times) {
        QVERIFY(time.until > at);
    }
}

void TestSnoozeChoices::theClockOfThePlaceCounts()
{
    const QTimeZone moscow(3 * 3600);
    const Instant noonInLondon
        = fromMillis(QDateTime(QDate(2026, 11, 18), QTime(12, 0), QTimeZone::utc()).toMSecsSinceEpoch());

    const QList<SnoozeTime> times = snoozeChoices(noonInLondon, moscow);

    QCOMPARE(times.constFirst().choice, SnoozeChoice::LaterToday);
    QCOMPARE(shown(times, moscow).constFirst(), u"Wed 18:00"_s);
}

QTEST_GUILESS_MAIN(TestSnoozeChoices)
#include "tst_snoozechoices.moc"
