// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/arrivals.h"
#include "tests/storage/movefixture.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::MoveCache;

/// A public line waits for Anna on Telegram, and somebody writes there in private.
class TestArrivals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void nobodyIsProposedWhereNobodyIsAwaited();
    void whoComesByTheLinkFromTheKnownAddressIsProposed();
    void whoComesByTheLinkFromElsewhereIsProposedWithThatSign();
    void whoComesFromTheKnownAddressAloneIsProposed();
    void forgedOrUsedPayloadProposesNobody();
    void linkThatWasPassedOnProposesNobody();
    void whoTalkedToUsLongAgoComesByTheLinkAsWell();
    void whoWroteBeforeTheInvitationDidNotComeByIt();
    void anotherChannelAndAPublicTalkAreNotProposed();
    void whatWasRejectedIsNotProposedAgain();
    void rejectionMovesWithAConversationThatTurnsOutToBeAnother();
    void talkThatBelongsToAMoveIsNotProposed();
    void goneTalkSaysSo();
    void everybodyWhoIsWaitedForIsExpectedTheSurestFirst();
    void nobodyIsExpectedInATalkThatBelongsToAMoveOrIsPublic();

private:
    [[nodiscard]] Database &db() const { return m_cache->db(); }
    /// An invitation whose public line has left.
    PrivateMove invite(const QString &payload = u"p1"_s, const QString &handle = u"@anna"_s)
    {
        auto order = m_cache->invitation(payload);
        order.privateHalf->channel = Channel::Telegram;
        order.privateHalf->handle = handle;
        const auto move = m_cache->start(order);
        m_cache->pass(10s);
        m_cache->sendAs(move.publicItem);
        return m_cache->move(move.id);
    }
    /// A private message, a minute later than the one before.
    ConversationId comes(const QString &text, const QString &handle = u"@anna"_s,
                         Channel channel = Channel::Telegram, Audience audience = Audience::Private)
    {
        m_cache->pass(1min);
        auto message = test::mail(u"in-%1"_s.arg(++m_number), 0);
        message.channel = channel;
        message.audience = audience;
        message.conversationKey = u"chat of "_s + handle + channelName(channel);
        message.authorHandle = handle;
        message.personHandle = handle;
        message.sentAt = m_cache->now();
        message.text = text;
        message.subject.clear();
        m_cache->apply({message});
        return m_cache->home(message.remoteId);
    }
    [[nodiscard]] QList<ArrivalProposal> proposed(ConversationId talk) const
    {
        return arrivalsIn(db(), talk).value_or(QList<ArrivalProposal>());
    }

    std::unique_ptr<MoveCache> m_cache;
    int m_number = 0;
};

void TestArrivals::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<MoveCache>();
}

void TestArrivals::nobodyIsProposedWhereNobodyIsAwaited()
{
    const auto talk = comes(u"/start p1"_s);

    QVERIFY(proposed(talk).isEmpty());
}

void TestArrivals::whoComesByTheLinkFromTheKnownAddressIsProposed()
{
    const auto move = invite();
    const auto talk = comes(u"/start p1"_s);

    const auto found = proposed(talk);

    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().move, move);
    QCOMPARE(found.constFirst().sign, ArrivalSign::LinkAndHandle);
    QCOMPARE(found.constFirst().personName, u"Anna"_s);
    QVERIFY(found.constFirst().areTwo()); // a person of X and a person of Telegram, until somebody says so
}

void TestArrivals::whoComesByTheLinkFromElsewhereIsProposedWithThatSign()
{
    invite();
    const auto talk = comes(u"/start p1"_s, u"@somebody"_s);

    QCOMPARE(proposed(talk).constFirst().sign, ArrivalSign::Link);
}

void TestArrivals::whoComesFromTheKnownAddressAloneIsProposed()
{
    invite();
    const auto talk = comes(u"Hello, you asked me to write"_s, u"@Anna"_s);

    QCOMPARE(proposed(talk).constFirst().sign, ArrivalSign::Handle);
}

void TestArrivals::forgedOrUsedPayloadProposesNobody()
{
    const auto move = invite();
    QVERIFY(proposed(comes(u"/start p2"_s)).isEmpty());
    QVERIFY(proposed(comes(u"/start p1 p1"_s, u"@other"_s)).size() == 1); // what follows is no part of it
    const auto talk = comes(u"/start p1"_s, u"@third"_s);
    QVERIFY(confirmArrival(db(), move.id, talk, {}, m_cache->now()));

    QVERIFY(proposed(comes(u"/start p1"_s, u"@fourth"_s)).isEmpty());
}

void TestArrivals::linkThatWasPassedOnProposesNobody()
{
    invite(u"p1"_s);
    m_cache->applyFrom(m_cache->publicAccount, {test::tweet(u"second"_s, 3)});
    m_cache->post = m_cache->home(u"second"_s);
    invite(u"p2"_s, u"@boris"_s);

    QVERIFY(proposed(comes(u"/start p1"_s, u"@boris"_s)).isEmpty());
    QCOMPARE(proposed(comes(u"Hi"_s, u"@anna"_s)).size(), 1);
}

void TestArrivals::whoTalkedToUsLongAgoComesByTheLinkAsWell()
{
    comes(u"A question of last year"_s);
    invite();

    QCOMPARE(proposed(comes(u"/start p1"_s)).constFirst().sign, ArrivalSign::LinkAndHandle);
}

void TestArrivals::whoWroteBeforeTheInvitationDidNotComeByIt()
{
    const auto talk = comes(u"A question of last year"_s);
    m_cache->pass(clockAllowance + 1min);
    invite();

    QVERIFY(proposed(talk).isEmpty());
}

void TestArrivals::anotherChannelAndAPublicTalkAreNotProposed()
{
    invite();

    QVERIFY(proposed(comes(u"/start p1"_s, u"@anna"_s, Channel::Vk)).isEmpty());
    QVERIFY(proposed(comes(u"/start p1"_s, u"@anna"_s, Channel::Telegram, Audience::Public)).isEmpty());
}

void TestArrivals::whatWasRejectedIsNotProposedAgain()
{
    const auto move = invite();
    const auto talk = comes(u"/start p1"_s, u"@somebody"_s);

    QVERIFY(rejectArrival(db(), move.id, talk, m_cache->now()));
    QVERIFY(rejectArrival(db(), move.id, talk, m_cache->now())); // twice is as good as once

    QVERIFY(proposed(talk).isEmpty());
    QCOMPARE(m_cache->move(move.id).state, MoveState::Awaited);
    QCOMPARE(proposed(comes(u"/start p1"_s)).size(), 1); // from herself it is proposed still
    QCOMPARE(rejectArrival(db(), PrivateMoveId{99}, talk, m_cache->now()).error().code, Errc::NotFound);
}

void TestArrivals::rejectionMovesWithAConversationThatTurnsOutToBeAnother()
{
    auto order = m_cache->invitation();
    order.privateHalf->channel = Channel::Email;
    order.privateHalf->handle = u"anna@example.org"_s;
    const auto move = m_cache->start(order);
    m_cache->pass(10s);
    m_cache->sendAs(move.publicItem);
    auto late = test::mail(u"r2@x"_s, 0);
    late.sentAt = m_cache->now() + 1min;
    m_cache->apply({late});
    const auto talk = m_cache->home(u"r2@x"_s);
    QCOMPARE(proposed(talk).size(), 1);
    QVERIFY(rejectArrival(db(), move.id, talk, m_cache->now()));

    auto root = test::mail(u"r1@x"_s, 0);
    auto link = test::mail(u"r3@x"_s, 2, {u"r1@x"_s, u"r2@x"_s});
    m_cache->apply({root});
    m_cache->apply({link}); // now both are one conversation

    QCOMPARE(m_cache->home(u"r1@x"_s), m_cache->home(u"r2@x"_s));
    QVERIFY(proposed(m_cache->home(u"r2@x"_s)).isEmpty());
}

void TestArrivals::talkThatBelongsToAMoveIsNotProposed()
{
    const auto first = invite(u"p1"_s);
    const auto talk = comes(u"/start p1"_s);
    QVERIFY(confirmArrival(db(), first.id, talk, {}, m_cache->now()));
    m_cache->applyFrom(m_cache->publicAccount, {test::tweet(u"second"_s, 3)});
    m_cache->post = m_cache->home(u"second"_s);
    invite(u"p2"_s);

    QVERIFY(proposed(talk).isEmpty());
}

void TestArrivals::goneTalkSaysSo()
{
    invite();

    QCOMPARE(arrivalsIn(db(), ConversationId{99}).error().code, Errc::NotFound);
}

void TestArrivals::everybodyWhoIsWaitedForIsExpectedTheSurestFirst()
{
    const auto rejected = invite(u"p1"_s);
    QList<PrivateMoveId> moves{rejected.id};
    for (int number = 2; number < 4; ++number) {
        const auto id = u"post%1"_s.arg(number);
        m_cache->applyFrom(m_cache->publicAccount, {test::tweet(id, number)});
        m_cache->post = m_cache->home(id);
        moves.append(invite(u"p%1"_s.arg(number), u"@person%1"_s.arg(number)).id);
    }
    const auto talk = comes(u"/start p3"_s, u"@person3"_s);
    QVERIFY(rejectArrival(db(), rejected.id, talk, m_cache->now()));

    const auto all = expectedIn(db(), talk).value_or(QList<ArrivalProposal>());

    QCOMPARE(all.size(), 3);
    QCOMPARE(all.at(0).move.id, moves.at(2));
    QCOMPARE(all.at(0).sign, ArrivalSign::LinkAndHandle);
    QCOMPARE(all.at(1).move.id, moves.at(1));
    QCOMPARE(all.at(1).sign, ArrivalSign::Nothing);
    QCOMPARE(all.at(2).move.id, rejected.id);
    const auto mail = comes(u"Hello"_s, u"anna@example.org"_s, Channel::Email);
    QCOMPARE(expectedIn(db(), mail)->size(), 3); // they may come another way than they were asked to
}

void TestArrivals::nobodyIsExpectedInATalkThatBelongsToAMoveOrIsPublic()
{
    const auto first = invite(u"p1"_s);
    const auto talk = comes(u"/start p1"_s);
    QVERIFY(confirmArrival(db(), first.id, talk, {}, m_cache->now()));
    m_cache->applyFrom(m_cache->publicAccount, {test::tweet(u"second"_s, 3)});
    m_cache->post = m_cache->home(u"second"_s);
    invite(u"p2"_s);

    QVERIFY(expectedIn(db(), talk)->isEmpty());
    QVERIFY(expectedIn(db(), m_cache->post)->isEmpty());
    QCOMPARE(expectedIn(db(), ConversationId{99}).error().code, Errc::NotFound);
}

QTEST_GUILESS_MAIN(TestArrivals)
#include "tst_arrivals.moc"
