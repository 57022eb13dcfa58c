// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/conformance/conformance.h"
#include "tests/support/waiting.h"

#include <QSignalSpy>

#include <algorithm>

namespace aside::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

void Conformance::messagesAreThereOnce()
{
    World world(m_make);
    world.write(u"one"_s);
    world.write(u"two"_s);

    QVERIFY(world.console.fetch());
    QVERIFY(world.console.fetch());
    QCOMPARE(world.console.kept(), QStringList({u"one"_s, u"two"_s}));

    world.write(u"three"_s);
    world.console.restart();
    QVERIFY(world.console.fetch());
    QCOMPARE(world.console.kept(), QStringList({u"one"_s, u"three"_s, u"two"_s}));
    QCOMPARE(world.channel->refused(), QStringList());
}

void Conformance::pagesAreBroughtWhole()
{
    World world(m_make);
    const QStringList texts = world.writeMany(250);

    QVERIFY(world.console.fetch());

    QCOMPARE(world.console.kept(), texts);
    QCOMPARE(world.channel->refused(), QStringList());
}

void Conformance::tenThousandAtOnceAreThere()
{
    World world(m_make);
    world.channel->ignoreLimits();
    QVERIFY(world.console.fetch());
    const QStringList texts = world.writeMany(10'000);

    QVERIFY(world.console.fetch());

    QCOMPARE(world.console.kept(), texts);
    QVERIFY(world.console.steps > 10); // in parts, so that the window stays alive
}

void Conformance::sameThingTwiceIsOneMessage()
{
    World world(m_make);
    const QString one = world.write(u"one"_s);
    world.channel->repeat(one);
    QVERIFY(world.console.fetch());
    QCOMPARE(world.console.kept(), QStringList{u"one"_s});

    world.channel->repeat(one);
    world.write(u"two"_s);
    QVERIFY(world.console.fetch());

    QCOMPARE(world.console.kept(), QStringList({u"one"_s, u"two"_s}));
}

void Conformance::gapsLoseNothing()
{
    World world(m_make);
    world.write(u"one"_s);
    QVERIFY(world.console.fetch());
    world.write(u"two"_s);
    world.channel->leaveGap();
    world.write(u"three"_s);

    QVERIFY(world.console.fetch());

    QCOMPARE(world.console.kept(), QStringList({u"one"_s, u"three"_s, u"two"_s}));
}

void Conformance::answersStandInTheirConversation()
{
    World world(m_make);
    ASIDE_NEEDS(world, Ability::Answers)
    const QString one = world.write(u"one"_s);
    QVERIFY(world.console.fetch());
    world.channel->answer(one, u"two"_s);

    QVERIFY(world.console.fetch());

    const QList<Message> messages = world.console.messages();
    QCOMPARE(messages.size(), 2);
    QCOMPARE(world.channel->wordsOf(messages.at(0)), u"one"_s);
    QCOMPARE(world.channel->wordsOf(messages.at(1)), u"two"_s);
    QCOMPARE(messages.at(0).conversation, messages.at(1).conversation);
    QCOMPARE(messages.at(1).parent, messages.at(0).id);
}

void Conformance::editsTakeThePlace()
{
    World world(m_make);
    ASIDE_NEEDS(world, Ability::Edits)
    const QString one = world.write(u"one"_s);
    QVERIFY(world.console.fetch());
    world.time.pass(1min);
    world.channel->edit(one, u"changed"_s);

    QVERIFY(world.console.fetch());
    QVERIFY(world.console.fetch());

    QCOMPARE(world.console.kept(), QStringList{u"changed"_s});
    QVERIFY(toMillis(world.console.messages().constFirst().editedAt) > 0);
}

void Conformance::deletionsAreShown()
{
    World world(m_make);
    ASIDE_NEEDS(world, Ability::Deletions)
    QVERIFY(world.console.fetch());
    const QString one = world.channel->writeRemovable(u"one"_s);
    world.write(u"two"_s);
    QVERIFY(world.console.fetch());
    world.channel->remove(one);

    QVERIFY(world.console.fetch());

    QCOMPARE(world.console.kept(), QStringList({u"two"_s, u"†one"_s}));
}

void Conformance::lateOnesStandInTheirOrder()
{
    World world(m_make);
    world.channel->write({.text = u"second"_s, .after = 2h});
    QVERIFY(world.console.fetch());
    world.channel->write({.text = u"first"_s, .after = 1h});
    world.channel->write({.text = u"third"_s, .after = 3h});

    QVERIFY(world.console.fetch());

    QList<Message> messages = world.console.messages();
    QCOMPARE(messages.size(), 3);
    std::ranges::sort(messages, {}, &Message::sentAt);
    for (int hour = 1; hour <= 3; ++hour) {
        const Message &message = messages.at(hour - 1);
        QCOMPARE(world.channel->wordsOf(message),
                 QStringList({u"first"_s, u"second"_s, u"third"_s}).at(hour - 1));
        QCOMPARE(message.sentAt, fromMillis((ChannelUnderTest::day + hour * 3'600) * 1'000));
    }
}

/// Whatever a profile could not take comes again, also to another start of the program.
void Conformance::cursorIsStoredBehindTheMessages()
{
    for (int room = 0; room < 4; ++room) {
        World world(m_make);
        const QStringList texts = world.writeMany(250);
        world.console.takeOnly(room);
        const Result<void> first = world.console.fetch();
        QVERIFY(first || first.error().code == Errc::DiskFull);
        QVERIFY(room > 0 || !first);
        world.console.takeOnly({});
        if (room % 2 == 0) {
            world.console.restart();
        }

        QVERIFY(world.console.fetch());

        QCOMPARE(world.console.kept(), texts);
    }
}

/// As in a profile that was brought back from a copy, or whose disk forgot the last moment.
void Conformance::oldCursorBringsNothingTwice()
{
    World world(m_make);
    world.write(u"one"_s);
    QVERIFY(world.console.fetch());
    const QByteArray before = world.console.cursor();
    world.write(u"two"_s);
    QVERIFY(world.console.fetch());
    for (const QByteArray &old : {before, QByteArray()}) {
        world.console.forgetCursor(old);
        world.console.restart();
        world.write(old.isEmpty() ? u"four"_s : u"three"_s);

        QVERIFY(world.console.fetch());
    }

    QCOMPARE(world.console.kept(), QStringList({u"four"_s, u"one"_s, u"three"_s, u"two"_s}));
}

void Conformance::serverThatWentBackIsReadOn()
{
    World world(m_make);
    world.write(u"one"_s);
    QVERIFY(world.console.fetch());
    world.channel->goBack();
    world.console.restart();
    QStringList texts = world.writeMany(150); // more than a page
    texts.append(u"one"_s);
    texts.sort();

    QVERIFY(world.console.fetch());
    QCOMPARE(world.console.kept(), texts);

    world.write(u"last"_s);
    texts.prepend(u"last"_s);
    QVERIFY(world.console.fetch());
    QCOMPARE(world.console.kept(), texts);
}

/// Each has nothing twice, and nothing is lost to both.
void Conformance::twoConsolesHaveItOnceEach()
{
    World world(m_make);
    Console &other = world.add();
    world.write(u"one"_s);
    QVERIFY(world.console.fetch());
    QVERIFY(other.fetch());
    world.write(u"two"_s);
    QVERIFY(other.fetch());
    QVERIFY(world.console.fetch());

    QStringList all = world.console.kept();
    for (const QString &text : other.kept()) {
        QVERIFY(world.channel->isExclusive() || all.contains(text));
        if (!all.contains(text)) {
            all.append(text);
        }
    }
    all.sort();
    QCOMPARE(all, QStringList({u"one"_s, u"two"_s}));
}

void Conformance::secondReaderIsTold()
{
    World world(m_make);
    ASIDE_NEEDS(world, Ability::Listening)
    Console &other = world.add();
    QVERIFY(world.console.fetch());
    QSignalSpy arrived(&world.console.adapter(), &ChannelAdapter::arrived);
    QSignalSpy ended(&world.console.adapter(), &ChannelAdapter::listeningEnded);
    const qsizetype asked = world.door.asked.size();
    world.console.adapter().listen();
    QVERIFY(waitFor([&] { return world.door.asked.size() > asked; }));

    QVERIFY(other.fetchAtOnce());
    if (world.channel->isExclusive()) {
        QVERIFY(waitFor([&] { return !ended.isEmpty(); }));
        QCOMPARE(ended.constFirst().constFirst().value<Error>().code, Errc::OtherConsumer);
        QVERIFY(world.console.fetchAtOnce()); // when its turn comes
        world.console.adapter().listen();
    }
    world.write(u"one"_s);

    QVERIFY(waitFor([&] { return !arrived.isEmpty(); }));
    QVERIFY(world.console.fetch());
    QCOMPARE(world.console.kept(), QStringList{u"one"_s});
}

} // namespace aside::test
