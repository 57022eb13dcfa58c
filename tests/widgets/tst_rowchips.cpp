// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/inbox/conversationlist.h"
#include "widgets/inbox/rowchips.h"
#include "widgets/inbox/rowexplanation.h"
#include "widgets/inbox/timeleft.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <cmath>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant now{std::chrono::hours(500'000)};

double luminance(const QColor &color)
{
    const auto part = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace

class TestRowChips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTagReadsInBothThemes();
    void aRowTellsItsStatesInWordsAndTwoTags();
    void theClockOfAPromiseIsTold_data();
    void theClockOfAPromiseIsTold();
    void whatIsLateIsMarkedNotByColourAlone();
    void thePublicLineThatIsDueIsMarkedAndExplained();
    void theReasonOfAPlaceFollowsTheOrder();
    void theClockOfARowSaysHowLongAndWhy();
    void aHolidayInBetweenIsNamed();
    void timeLeftIsSaidInWordsThatChangeInTime_data();
    void timeLeftIsSaidInWordsThatChangeInTime();
};

void TestRowChips::everyTagReadsInBothThemes()
{
    for (const Theme &theme : {lightTheme(), darkTheme()}) {
        for (int i = 0; i < 200; ++i) {
            const RowChip chip = tagChip(u"tag %1"_s.arg(i), theme);
            QVERIFY2(contrast(chip.ink, chip.ground) >= 4.5,
                     qPrintable(u"%1 on %2"_s.arg(chip.ink.name(), chip.ground.name())));
            QCOMPARE(tagChip(u"TAG %1"_s.arg(i), theme).ground, chip.ground);
        }
    }
}

void TestRowChips::aRowTellsItsStatesInWordsAndTwoTags()
{
    ConversationRow row;
    row.tags = {u"vip"_s, u"refund"_s, u"<b>x</b>"_s, u"later"_s};
    row.state = ConversationState::Snoozed;
    row.promisedAt = now - std::chrono::hours(1);
    row.isBlocked = true;

    const QList<RowChip> chips = rowChips(row, now, lightTheme());

    QStringList texts;
    for (const RowChip &chip : chips) {
        texts << chip.text;
        QVERIFY(chip.icon.isEmpty() || iconNames().contains(chip.icon));
        QVERIFY(contrast(chip.ink, chip.ground) >= 4.5);
    }
    QCOMPARE(texts.size(), 6);
    QVERIFY(texts.constFirst().startsWith(u"Promise late"));
    QCOMPARE(texts.sliced(1),
             (QStringList{u"Blocked"_s, u"Until a reply"_s, u"vip"_s, u"refund"_s, u"+2"_s}));
}

void TestRowChips::theClockOfAPromiseIsTold_data()
{
    QTest::addColumn<int>("minutesLeft");
    QTest::addColumn<QString>("begins");
    QTest::newRow("days") << 60 * 80 << u"Promised: "_s;
    QTest::newRow("six hours") << 360 << u"Promised: "_s;
    QTest::newRow("nearly six hours") << 359 << u"Promise: 5 h left"_s;
    QTest::newRow("an hour") << 60 << u"Promise: 1 h left"_s;
    QTest::newRow("minutes") << 59 << u"Promise: 59 min left"_s;
    QTest::newRow("its time") << 0 << u"Promise late: "_s;
    QTest::newRow("late") << -600 << u"Promise late: "_s;
}

void TestRowChips::theClockOfAPromiseIsTold()
{
    QFETCH(const int, minutesLeft);
    QFETCH(const QString, begins);

    const QString words = promiseMark(now + std::chrono::minutes(minutesLeft), now);

    QVERIFY2(words.startsWith(begins), qPrintable(words));
}

void TestRowChips::whatIsLateIsMarkedNotByColourAlone()
{
    ConversationRow row;
    row.promisedAt = now + std::chrono::hours(40);
    const RowChip open = rowChips(row, now, lightTheme()).constFirst();
    row.promisedAt = now - std::chrono::hours(1);
    const RowChip late = rowChips(row, now, lightTheme()).constFirst();

    QVERIFY(open.icon != late.icon);
    QVERIFY(iconNames().contains(open.icon) && iconNames().contains(late.icon));
    QVERIFY(whyAmongPromises(row, now).startsWith(late.text));
}

void TestRowChips::thePublicLineThatIsDueIsMarkedAndExplained()
{
    ConversationRow row;
    row.publicLineBy = now + std::chrono::hours(20);
    const RowChip due = rowChips(row, now, lightTheme()).constFirst();
    const QString why = whyHere(row, SortOrder::Urgency, {}, now);

    QCOMPARE(due.text, u"Public line due"_s);
    QVERIFY2(why.contains(u"Solved in private since"_s) && why.contains(u"say so in public by"_s),
             qPrintable(why));
    QVERIFY(ConversationList::accessibleText(row, now).contains(due.text));

    row.publicLineBy = now - std::chrono::hours(1);
    const RowChip late = rowChips(row, now, lightTheme()).constFirst();
    QCOMPARE(late.text, u"Public line overdue"_s);
    QVERIFY(due.icon != late.icon);
    QVERIFY(iconNames().contains(due.icon) && iconNames().contains(late.icon));
    QVERIFY(whyHere(row, SortOrder::Newest, {}, now).contains(u"the public line was due"_s));
    for (const Theme &theme : {lightTheme(), darkTheme()}) {
        for (const int hours : {-1, 20}) {
            row.publicLineBy = now + std::chrono::hours(hours);
            const RowChip chip = rowChips(row, now, theme).constFirst();
            QVERIFY(contrast(chip.ink, chip.ground) >= 4.5);
        }
    }
}

void TestRowChips::theReasonOfAPlaceFollowsTheOrder()
{
    ConversationRow row;
    row.audience = Audience::Public;
    row.reach = 12'400;
    row.waitingSince = now - std::chrono::hours(3);
    row.lastAt = now;

    const QString urgent = whyHere(row, SortOrder::Urgency, {}, now);
    QVERIFY2(urgent.contains(u"everybody") && urgent.contains(u"followers") && urgent.contains(u"3 hour"),
             qPrintable(urgent));
    QVERIFY(!whyHere(row, SortOrder::Newest, {}, now).contains(u"followers"));
    row.waitingSince = {};
    QVERIFY(whyHere(row, SortOrder::WaitingLongest, {}, now).contains(u"we wrote last"));
}

void TestRowChips::theClockOfARowSaysHowLongAndWhy()
{
    ConversationRow row;
    row.waitingSince = now - std::chrono::hours(3);
    row.targetBy = now + std::chrono::hours(5);
    row.promisedAt = now + std::chrono::hours(30);
    row.mood = Mood::Negative;
    row.moodWords = {u"third week"_s, u"<b>money</b>"_s};

    const RowChip left = rowChips(row, now, lightTheme()).constFirst();
    QVERIFY2(left.text.contains(u"5 h left"), qPrintable(left.text));
    const QString why = whyHere(row, SortOrder::Urgency, {}, now);
    QVERIFY2(why.contains(u"third week") && why.contains(u"1 working day") && why.contains(u"promised"),
             qPrintable(why));
    row.targetBy = now - std::chrono::hours(5);
    const RowChip late = rowChips(row, now, lightTheme()).constFirst();
    QVERIFY2(late.text.contains(u"overdue"), qPrintable(late.text)); // not the colour alone
    QCOMPARE(late.ink, lightTheme().danger);
    row.promisedAt = row.targetBy - std::chrono::hours(1);
    QVERIFY(rowChips(row, now, lightTheme()).constFirst().text.startsWith(u"Promise late"));
    row.mood = Mood::Positive;
    QVERIFY(whyHere(row, SortOrder::Urgency, {}, now).contains(u"Positive"));
}

void TestRowChips::aHolidayInBetweenIsNamed()
{
    const auto at = [](int month, int day, int hour) {
        return fromMillis(
            QDateTime(QDate(2026, month, day), QTime(hour, 0), QTimeZone::utc()).toMSecsSinceEpoch());
    };
    WorkingHours hours{.timeZone = "UTC", .holidayRegion = u"ru_ru"_s};
    hours.holidays = {{.date = QDate(2026, 2, 23), .name = u"Defender of the Fatherland Day"_s},
                      {.date = QDate(2026, 11, 4), .name = u"Unity Day"_s}};
    ConversationRow row;
    row.waitingSince = at(2, 20, 12);
    row.targetBy = at(2, 24, 12);

    const QString why = whyHere(row, SortOrder::ReplyBy, hours, at(2, 24, 10));

    QVERIFY2(why.contains(u", not counting 23 Feb: Defender of the Fatherland Day"), qPrintable(why));
    QVERIFY(!why.contains(u"Unity Day"));
    hours.holidays.clear();
    QVERIFY(!whyHere(row, SortOrder::ReplyBy, hours, at(2, 24, 10)).contains(u"not counting"));
}

void TestRowChips::timeLeftIsSaidInWordsThatChangeInTime_data()
{
    using namespace std::chrono_literals;
    QTest::addColumn<qint64>("left");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, std::chrono::milliseconds left, const QString &words) {
        QTest::addRow("%s", name) << qint64{left.count()} << words;
    };
    row("now", 0min, u"overdue by 0 min"_s);
    row("a minute", 1min, u"1 min left"_s);
    row("nearly an hour", 59min + 59s, u"59 min left"_s);
    row("an hour", 1h, u"1 h left"_s);
    row("nearly two days", 47h + 59min, u"47 h left"_s);
    row("days", 72h, u"3 d left"_s);
    row("late minutes", -40min, u"overdue by 40 min"_s);
    row("late hours", -26h, u"overdue by 26 h"_s);
    row("late days", -50h, u"overdue by 2 d"_s);
}

void TestRowChips::timeLeftIsSaidInWordsThatChangeInTime()
{
    QFETCH(const qint64, left);
    QFETCH(const QString, words);
    const Instant at = now + std::chrono::milliseconds(left);

    QCOMPARE(timeLeftLabel(at, now), words);
    const Instant change = timeLeftChanges(at, now);
    QVERIFY(change > now);
    QVERIFY(timeLeftLabel(at, change) != words);
    QCOMPARE(timeLeftLabel(at, change - std::chrono::milliseconds(1)), words);
}

QTEST_MAIN(TestRowChips)
#include "tst_rowchips.moc"
