// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/conformance/conformance.h"

#include <QCoreApplication>

namespace aside::test {

using namespace Qt::StringLiterals;

namespace {

/// What each channel has no notion of. A channel that is not here has all.
QSet<Ability> knownGaps(Channel channel)
{
    switch (channel) {
    case Channel::Feed:
        return {Ability::Sending,   Ability::Answers, Ability::Edits,
                Ability::Deletions, Ability::Numbers, Ability::Listening};
    default:
        return {};
    }
}

} // namespace

World::World(MakeChannel make)
    : channel(make())
    , door(channel->server())
    , console(add())
{
    channel->now = [this] {
        return time.worldTime();
    };
}

Console &World::add()
{
    return *consoles.emplace_back(std::make_unique<Console>(*channel, door, time));
}

QStringList World::writeMany(int count)
{
    QStringList texts;
    for (int number = 1; number <= count; ++number) {
        texts.append(u"m%1"_s.arg(number));
        write(texts.constLast());
    }
    texts.sort();
    return texts;
}

void Conformance::init()
{
    QTest::failOnWarning();
}

void Conformance::whatIsLeftOutIsKnown()
{
    const World world(m_make);
    const QHash<Ability, QString> cannot = world.channel->cannot();

    QCOMPARE(QSet<Ability>(cannot.keyBegin(), cannot.keyEnd()), knownGaps(world.channel->channel()));
    for (const QString &why : cannot) {
        QVERIFY(!why.isEmpty());
    }
}

int runConformance(int argc, char **argv, MakeChannel make)
{
    const QCoreApplication application(argc, argv);
    Conformance suite(make);
    return QTest::qExec(&suite, argc, argv);
}

} // namespace aside::test
