// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/movefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

/// A private talk that we begin, at a channel that names its conversations: what comes there later, and what
/// came first, is one talk with it.
class TestTalkNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void answerComesIntoTheTalkThatWeBegan();
    void whatCameBeforeTheOutcomeIsOneTalkWithIt();
    void talkThatIsFoundAfterwardsIsNamed();
    void anotherPersonsTalkStaysApart();
    void nothingIsNamedWithoutAName();

private:
    [[nodiscard]] static MoveOrder message(const MoveCache &cache)
    {
        MoveOrder order = cache.letter(u"@anna"_s);
        order.way = MoveWay::DirectMessage;
        order.privateHalf->channel = cache.place;
        return order;
    }
    /// Anna's answer in private.
    [[nodiscard]] static IncomingMessage answer(const QString &key = u"direct/1"_s)
    {
        IncomingMessage answer;
        answer.channel = Channel::Mastodon;
        answer.audience = Audience::Private;
        answer.remoteId = u"answer"_s;
        answer.conversationKey = key;
        answer.authorHandle = answer.personHandle = u"@anna"_s;
        answer.sentAt = fromMillis(1'790'000'000'000);
        answer.text = u"It is 1234."_s;
        return answer;
    }
    [[nodiscard]] static PrivateMove begun(MoveCache &cache)
    {
        PrivateMove move = cache.start(message(cache));
        cache.pass(std::chrono::seconds(10));
        return move;
    }
    [[nodiscard]] static Sent sent() { return {.remoteId = u"ours"_s, .conversationKey = u"direct/1"_s}; }
};

void TestTalkNames::answerComesIntoTheTalkThatWeBegan()
{
    MoveCache cache(Channel::Mastodon);
    const PrivateMove move = begun(cache);
    QCOMPARE(cache.sendAs(move.privateItem, sent()).state, OutboxState::Sent);

    cache.applyFrom(cache.publicAccount, {answer()});

    QCOMPARE(cache.home(u"answer"_s), cache.move(move.id).talk);
    QCOMPARE(cache.move(move.id).talk, move.talk);
}

void TestTalkNames::whatCameBeforeTheOutcomeIsOneTalkWithIt()
{
    MoveCache cache(Channel::Mastodon);
    const PrivateMove move = begun(cache);
    cache.applyFrom(cache.publicAccount, {answer()});
    QVERIFY(cache.home(u"answer"_s) != move.talk);

    const OutboxItem item = cache.sendAs(move.privateItem, sent());

    QCOMPARE(item.state, OutboxState::Sent);
    QCOMPARE(item.conversation, cache.home(u"answer"_s));
    QCOMPARE(cache.move(move.id).talk, cache.home(u"answer"_s));
}

void TestTalkNames::talkThatIsFoundAfterwardsIsNamed()
{
    MoveCache cache(Channel::Mastodon);
    const PrivateMove move = begun(cache);
    QCOMPARE(cache.sendAs(move.privateItem, Unknown{}).state, OutboxState::Uncertain);

    const auto found = noteLook(
        cache.db(), move.privateItem,
        {.evidence = Evidence::Found, .remoteId = u"ours"_s, .conversationKey = u"direct/1"_s}, cache.now());

    QVERIFY(found && found->state == OutboxState::Sent);
    cache.applyFrom(cache.publicAccount, {answer()});
    QCOMPARE(cache.home(u"answer"_s), move.talk);
}

void TestTalkNames::anotherPersonsTalkStaysApart()
{
    MoveCache cache(Channel::Mastodon);
    const PrivateMove move = begun(cache);
    QCOMPARE(cache.sendAs(move.privateItem, sent()).state, OutboxState::Sent);
    IncomingMessage others = answer(u"direct/2"_s);
    others.authorHandle = others.personHandle = u"@boris"_s;

    cache.applyFrom(cache.publicAccount, {others});

    QVERIFY(cache.home(u"answer"_s) != move.talk);
}

void TestTalkNames::nothingIsNamedWithoutAName()
{
    MoveCache cache(Channel::Mastodon);
    const PrivateMove move = begun(cache);
    QCOMPARE(cache.sendAs(move.privateItem, Sent{.remoteId = u"ours"_s}).state, OutboxState::Sent);

    cache.applyFrom(cache.publicAccount, {answer()});

    QVERIFY(cache.home(u"answer"_s) != move.talk);
}

QTEST_GUILESS_MAIN(TestTalkNames)
#include "tst_talknames.moc"
