// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/dispatchworld.h"
#include "tests/storage/movefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using State = OutboxState;

constexpr OutboxPosition awaiting{.state = State::Held, .reason = HoldReason::OtherHalf};

/// The texts that the server took, in their order.
QStringList texts(const FakeServer &server)
{
    QStringList all;
    for (const OutgoingMessage &message : server.received) {
        all.append(message.text);
    }
    return all;
}

} // namespace

/// The public line leaves when it is true, and not before.
class TestMoveHalves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void publicLineFollowsTheMessage();
    void publicLineNeverBeginsFirst();
    void publicLineStaysWhereTheMessageDoesNotArrive_data();
    void publicLineStaysWhereTheMessageDoesNotArrive();
    void endedUndoWindowIsNoWayAroundIt();
    void freezeHoldsThePublicLineAlone();
    void thawBringsBackTheReason();
    void clockThatJumpsChangesNoOrder();
    void clockSetBackInTheUndoWindowSendsOnce();
    void publicLineGoesOnHoweverTheMessageIsFound_data();
    void publicLineGoesOnHoweverTheMessageIsFound();
    void bounceStopsWhatHasNotLeft();
    void stateSaysHowFarItIs();
    void dispatcherKeepsTheOrder();
    void dispatcherSendsNothingPublicAfterARefusal();
    void messageThatWaitsForItsAccountHoldsThePublicLine();

private:
    OutboxPosition publicLine() { return positionOf(m_cache->item(m_move.publicItem)); }
    void queueBoth()
    {
        m_move = m_cache->start(m_cache->letter());
        m_cache->pass(10s);
    }

    std::unique_ptr<MoveCache> m_cache;
    PrivateMove m_move;
};

void TestMoveHalves::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<MoveCache>();
}

void TestMoveHalves::publicLineFollowsTheMessage()
{
    queueBoth();
    QCOMPARE(m_cache->item(m_move.privateItem).state, State::Queued);
    QCOMPARE(publicLine(), awaiting);
    m_cache->pass(48h);
    QCOMPARE(publicLine(), awaiting);

    m_cache->sendAs(m_move.privateItem);

    QCOMPARE(publicLine().state, State::Queued);
    QCOMPARE(outboxHistory(m_cache->db(), m_move.publicItem)->constLast().event, OutboxEvent::HalfSent);
    QCOMPARE(m_cache->sendAs(m_move.publicItem).state, State::Sent);
}

void TestMoveHalves::publicLineNeverBeginsFirst()
{
    queueBoth();
    m_cache->set("UPDATE outbox SET state = 1, hold_reason = 0"); // before anybody looked

    const auto begun = beginSending(m_cache->db(), m_move.publicItem, m_cache->now());

    QCOMPARE(positionOf(*begun), awaiting);
    QCOMPARE(begun->record.attempts, 0);
    QCOMPARE(beginSending(m_cache->db(), m_move.publicItem, m_cache->now()).error().code, Errc::Conflict);
}

void TestMoveHalves::publicLineStaysWhereTheMessageDoesNotArrive_data()
{
    QTest::addColumn<State>("end");
    QTest::addColumn<bool>("isSentAlone");
    for (const bool isSentAlone : {false, true}) {
        QTest::addRow("refused %d", isSentAlone) << State::Refused << isSentAlone;
        QTest::addRow("uncertain %d", isSentAlone) << State::Uncertain << isSentAlone;
        QTest::addRow("taken back %d", isSentAlone) << State::Withdrawn << isSentAlone;
    }
}

void TestMoveHalves::publicLineStaysWhereTheMessageDoesNotArrive()
{
    QFETCH(const State, end);
    QFETCH(const bool, isSentAlone);
    Database &db = m_cache->db();
    queueBoth();
    if (end == State::Withdrawn) {
        QVERIFY(withdrawReply(db, m_move.privateItem, m_cache->now()));
    } else {
        m_cache->sendAs(m_move.privateItem, end == State::Refused ? SendOutcome(Refused()) : Unknown());
    }
    m_cache->pass(24h);
    QCOMPARE(publicLine(), awaiting);
    QCOMPARE(m_cache->move(m_move.id).state, MoveState::Leaving);

    if (isSentAlone) {
        QCOMPARE(releaseReply(db, m_move.publicItem, m_cache->now())->state, State::Queued);
        QVERIFY(!m_cache->item(m_move.publicItem).after.isValid());
        m_cache->pass(1s);
        QCOMPARE(m_cache->sendAs(m_move.publicItem).state, State::Sent);
    } else {
        QVERIFY(withdrawReply(db, m_move.publicItem, m_cache->now()));
        QCOMPARE(m_cache->draft(m_cache->post), u"We wrote to you."_s);
    }
    const auto whenTakenBack = isSentAlone ? MoveState::Answered : MoveState::TakenBack;
    QCOMPARE(m_cache->move(m_move.id).state, end == State::Withdrawn ? whenTakenBack : MoveState::Leaving);
}

void TestMoveHalves::endedUndoWindowIsNoWayAroundIt()
{
    m_move = m_cache->start(m_cache->letter());

    QCOMPARE(releaseReply(m_cache->db(), m_move.publicItem, m_cache->now())->state, State::Queued);
    m_cache->queueDue();

    QCOMPARE(publicLine(), awaiting);
    QCOMPARE(m_cache->item(m_move.privateItem).state, State::Held);
}

void TestMoveHalves::freezeHoldsThePublicLineAlone()
{
    queueBoth();
    QVERIFY(setOutboxFreeze(m_cache->db(), FreezeSwitch::Freeze, m_cache->now()));

    m_cache->sendAs(m_move.privateItem);
    m_cache->queueDue();

    QCOMPARE(publicLine(), (OutboxPosition{.state = State::Held, .reason = HoldReason::Freeze}));
    QVERIFY(setOutboxFreeze(m_cache->db(), FreezeSwitch::Thaw, m_cache->now()));
    QCOMPARE(publicLine().state, State::Queued);
}

void TestMoveHalves::thawBringsBackTheReason()
{
    m_move = m_cache->start(m_cache->letter());
    QVERIFY(setOutboxFreeze(m_cache->db(), FreezeSwitch::Freeze, m_cache->now()));
    m_cache->pass(10s);
    QCOMPARE(publicLine(), (OutboxPosition{.state = State::Held, .reason = HoldReason::Freeze}));

    QVERIFY(setOutboxFreeze(m_cache->db(), FreezeSwitch::Thaw, m_cache->now()));

    QCOMPARE(publicLine(), awaiting);
}

void TestMoveHalves::clockThatJumpsChangesNoOrder()
{
    m_move = m_cache->start(m_cache->letter());
    m_cache->pass(-24h);
    QCOMPARE(publicLine().reason, HoldReason::UndoWindow);
    QCOMPARE(m_cache->item(m_move.privateItem).state, State::Held);
    m_cache->pass(24h * 400);
    QCOMPARE(publicLine(), awaiting);
    m_cache->clock().advance(-24h * 500);

    m_cache->sendAs(m_move.privateItem);
    m_cache->queueDue();

    QCOMPARE(publicLine().state, State::Queued);
}

void TestMoveHalves::clockSetBackInTheUndoWindowSendsOnce()
{
    m_move = m_cache->start(m_cache->letter());
    m_cache->pass(-1h);
    QCOMPARE(m_cache->item(m_move.privateItem).state, State::Held);
    for (const auto id :
         {m_move.privateItem, m_move.publicItem}) { // the operator need not wait for the clock
        QVERIFY(releaseReply(m_cache->db(), id, m_cache->now()));
    }
    m_cache->queueDue();
    m_cache->sendAs(m_move.privateItem);
    m_cache->sendAs(m_move.publicItem);

    m_cache->pass(2h); // the old end of the window passes

    for (const auto id : {m_move.privateItem, m_move.publicItem}) {
        QCOMPARE(m_cache->item(id).state, State::Sent);
        QCOMPARE(m_cache->item(id).record.attempts, 1);
        QVERIFY(!beginSending(m_cache->db(), id, m_cache->now()));
    }
}

void TestMoveHalves::publicLineGoesOnHoweverTheMessageIsFound_data()
{
    QTest::addColumn<bool>("isDecided");
    QTest::addRow("found by a look") << false;
    QTest::addRow("decided by the operator") << true;
}

void TestMoveHalves::publicLineGoesOnHoweverTheMessageIsFound()
{
    QFETCH(const bool, isDecided);
    queueBoth();
    m_cache->sendAs(m_move.privateItem, Unknown());
    QCOMPARE(publicLine(), awaiting);

    if (isDecided) {
        QVERIFY(settleReply(m_cache->db(), m_move.privateItem, Settlement::Sent, m_cache->now()));
    } else {
        QVERIFY(noteLook(m_cache->db(), m_move.privateItem, {.evidence = Evidence::Found}, m_cache->now()));
    }

    QCOMPARE(publicLine().state, State::Queued);
}

void TestMoveHalves::bounceStopsWhatHasNotLeft()
{
    queueBoth();
    m_cache->sendAs(m_move.privateItem);
    QCOMPARE(publicLine().state, State::Queued);

    const auto wireId = m_cache->item(m_move.privateItem).wireId;
    QVERIFY(noteBounce(m_cache->db(), {.messageId = wireId, .code = u"5.1.1"_s}, m_cache->now()));
    m_cache->queueDue();

    QCOMPARE(m_cache->item(m_move.privateItem).state, State::Refused);
    QCOMPARE(publicLine(), awaiting);
}

void TestMoveHalves::stateSaysHowFarItIs()
{
    queueBoth();
    const auto state = [&] {
        return m_cache->move(m_move.id).state;
    };
    m_cache->sendAs(m_move.privateItem);
    QCOMPARE(state(), MoveState::Leaving);
    m_cache->sendAs(m_move.publicItem);
    QCOMPARE(state(), MoveState::Joined);
    QVERIFY(m_cache->number("SELECT ended_at FROM private_move") > 0);
    const auto wireId = m_cache->item(m_move.privateItem).wireId;
    QVERIFY(noteBounce(m_cache->db(), {.messageId = wireId}, m_cache->now()));
    QCOMPARE(state(), MoveState::Leaving); // it never arrived: the operator decides
    QCOMPARE(m_cache->number("SELECT ended_at FROM private_move"), 0);
    QVERIFY(withdrawReply(m_cache->db(), m_move.privateItem, m_cache->now()));
    QCOMPARE(state(), MoveState::Answered);
}

namespace {

/// A public talk and a private one of one account.
struct Pair {
    explicit Pair(DispatchWorld &world)
    {
        const AccountId account = world.addAccount(u"support@shop.example"_s).id;
        talk = world.conversation(u"a@x"_s, account);
        IncomingBatch batch;
        batch.account = account;
        batch.messages.append(mail(u"post"_s, 1));
        batch.messages.last().audience = Audience::Public;
        (void)world.desk->apply(batch).result();
        home = ConversationId{talk.value + 1};
    }

    PrivateMove start(DispatchWorld &world, const QString &handle = {}) const
    {
        const auto move = startMove(
            *world.db,
            {.conversation = home,
             .way = MoveWay::DirectMessage,
             .next = MoveNext::PrivateThenPublic,
             .publicHalf = OrderedHalf{.text = u"public"_s, .conversation = home},
             .privateHalf = OrderedHalf{.text = u"private"_s,
                                        .conversation = handle.isEmpty() ? talk : ConversationId(),
                                        .channel = handle.isEmpty() ? Channel::Email : Channel::X,
                                        .handle = handle}},
            world.clock.now());
        return MoveCache::checked(move);
    }

    ConversationId talk;
    ConversationId home;
};

} // namespace

void TestMoveHalves::dispatcherKeepsTheOrder()
{
    DispatchWorld world;
    const auto move = Pair(world).start(world);

    world.pass(1s);
    world.pass(1s);

    QCOMPARE(texts(world.server), (QStringList{u"private"_s, u"public"_s}));
    QCOMPARE(loadMove(*world.db, move.id)->state, MoveState::Joined);
}

void TestMoveHalves::dispatcherSendsNothingPublicAfterARefusal()
{
    DispatchWorld world;
    world.server.plays = {Play::Refuse};
    const auto move = Pair(world).start(world);

    for (int hour = 0; hour < 50; ++hour) {
        world.pass(1h);
    }

    QVERIFY(world.server.received.isEmpty());
    QCOMPARE(world.item(move.privateItem).state, State::Refused);
    QCOMPARE(positionOf(world.item(move.publicItem)), awaiting);
    QVERIFY(world.desk->release(move.privateItem).result()); // tried again, it arrives
    world.pass(1s);
    world.pass(1s);
    QCOMPARE(texts(world.server), (QStringList{u"private"_s, u"public"_s}));
}

void TestMoveHalves::messageThatWaitsForItsAccountHoldsThePublicLine()
{
    DispatchWorld world;
    const auto move = Pair(world).start(world, u"@anna"_s);

    world.pass(1h);
    world.pass(1h);

    QVERIFY(world.server.received.isEmpty());
    QCOMPARE(world.item(move.privateItem).state, State::Queued);
    QVERIFY(!world.item(move.privateItem).hasAccount);
    QCOMPARE(positionOf(world.item(move.publicItem)), awaiting);
}

QTEST_GUILESS_MAIN(TestMoveHalves)
#include "tst_movehalves.moc"
