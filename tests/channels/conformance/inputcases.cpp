// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/conformance/conformance.h"

#include <algorithm>

namespace aside::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

void Conformance::clocksThatGoWrongLoseNothing_data()
{
    QTest::addColumn<int>("first"); // days that our clock is off
    QTest::addColumn<int>("then");

    QTest::newRow("behind") << -2 << -2;
    QTest::newRow("ahead") << 2 << 2;
    QTest::newRow("put back") << 2 << 0;
    QTest::newRow("put on") << -2 << 2;
}

void Conformance::clocksThatGoWrongLoseNothing()
{
    QFETCH(const int, first);
    QFETCH(const int, then);
    World world(m_make);
    world.time.setSkew(std::chrono::days(first));
    world.write(u"one"_s);
    QVERIFY(world.console.fetch());
    world.time.setSkew(std::chrono::days(then));
    world.write(u"two"_s);
    world.channel->leaveGap();
    world.write(u"three"_s);

    QVERIFY(world.console.fetch());
    QVERIFY(world.console.fetch());

    QCOMPARE(world.console.kept(), QStringList({u"one"_s, u"three"_s, u"two"_s}));
}

/// As floating point they are the same.
void Conformance::idsBeyondDoublesStayApart()
{
    World world(m_make);
    ASIDE_NEEDS(world, Ability::Numbers)
    constexpr qint64 big = 9'007'199'254'740'992;
    static_assert(static_cast<double>(big) == static_cast<double>(big + 1));
    world.channel->write({.text = u"one"_s, .number = big});
    world.channel->write({.text = u"two"_s, .number = big + 1});

    QVERIFY(world.console.fetch());
    QVERIFY(world.console.fetch());

    QCOMPARE(world.console.kept(), QStringList({u"one"_s, u"two"_s}));
    for (const Message &message : world.console.messages()) {
        const qint64 number = world.channel->wordsOf(message) == u"one"_s ? big : big + 1;
        QVERIFY2(message.remoteId.contains(QString::number(number)), qPrintable(message.remoteId));
    }
}

/// Else it would stand above all others for years.
void Conformance::datesInTheFutureAreNow()
{
    World world(m_make);
    world.channel->write({.text = u"one"_s, .after = std::chrono::days(10'000)});

    QVERIFY(world.console.fetch());

    QCOMPARE(world.console.kept(), QStringList{u"one"_s});
    const Instant at = world.console.messages().constFirst().sentAt;
    QVERIFY(at <= world.time.clock.now());
    QVERIFY(at > world.time.clock.now() - 1h);
}

void Conformance::wordsOfDeletedAuthorsStay()
{
    World world(m_make);
    world.channel->write({.text = u"one"_s, .isAuthorGone = true});
    world.write(u"two"_s);

    QVERIFY(world.console.fetch());

    QCOMPARE(world.console.kept(), QStringList({u"one"_s, u"two"_s}));
}

void Conformance::emptyTextsHarmNobody()
{
    World world(m_make);
    world.write(u"one"_s);
    world.write({});
    world.write(u"two"_s);

    QVERIFY(world.console.fetch());

    QStringList kept = world.console.kept();
    kept.removeAll(QString()); // shown or left out, as the channel has it
    QCOMPARE(kept, QStringList({u"one"_s, u"two"_s}));
}

} // namespace aside::test
