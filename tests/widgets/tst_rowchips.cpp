// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/inbox/rowchips.h"
#include "widgets/inbox/rowexplanation.h"
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
    void theReasonOfAPlaceFollowsTheOrder();
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

void TestRowChips::theReasonOfAPlaceFollowsTheOrder()
{
    ConversationRow row;
    row.audience = Audience::Public;
    row.reach = 12'400;
    row.waitingSince = now - std::chrono::hours(3);
    row.lastAt = now;

    const QString urgent = whyHere(row, SortOrder::Urgency, now);
    QVERIFY2(urgent.contains(u"everybody") && urgent.contains(u"followers") && urgent.contains(u"3 hour"),
             qPrintable(urgent));
    QVERIFY(!whyHere(row, SortOrder::Newest, now).contains(u"followers"));
    row.waitingSince = {};
    QVERIFY(whyHere(row, SortOrder::WaitingLongest, now).contains(u"we wrote last"));
}

QTEST_MAIN(TestRowChips)
#include "tst_rowchips.moc"
