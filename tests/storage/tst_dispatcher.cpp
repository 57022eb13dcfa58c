// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/dispatchworld.h"

#include <QSignalSpy>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void replyIsSentAfterAFreshLook();
    void repliesThatFollowShareARefresh();
    void everythingIsFetchedBeforeSending();
    void replyIsHeldWhenTheRefreshBringsSomething();
    void repliesToOneConversationKeepTheirOrder();
    void accountSendsOneAtATimeAndTwoSideBySide();
    void nothingPublicLeavesWhileFrozen();
    void accountWithoutAnAdapterWaits();
    void lostAnswerIsFoundByItself();
    void whatCannotBeFoundStaysUncertain();
    void silentServerMakesItUncertain();
    void answerAfterAllSettlesIt();
    void replyOfARunThatEndedIsNotSentAgain();
    void bounceThatOvertakesTheAnswerRefusesIt_data();
    void bounceThatOvertakesTheAnswerRefusesIt();
    void mistakenDecisionIsFoundOutBeforeSendingAgain();
    void withdrawnReplyIsNotSent();
    void changedAccountGetsANewConnection();

private:
    ConversationId talk(const QString &id = u"a@x"_s) { return m_world->conversation(id, m_account); }
    OutboxState state(OutboxId id) { return m_world->item(id).state; }

    std::unique_ptr<DispatchWorld> m_world;
    AccountId m_account;
};

void TestDispatcher::init()
{
    QTest::failOnWarning();
    m_world = std::make_unique<DispatchWorld>();
    m_account = m_world->addAccount(u"support@shop.example"_s).id;
}

void TestDispatcher::replyIsSentAfterAFreshLook()
{
    const auto item = m_world->write(talk(), u"Dear Anna"_s);

    m_world->look();

    QCOMPARE(state(item.id), OutboxState::Sent);
    QCOMPARE(m_world->item(item.id).record.remoteId, u"r-"_s + item.wireId);
    QCOMPARE(m_world->server.calls, (QStringList{u"fetch"_s, u"send "_s + item.wireId}));
    QCOMPARE(m_world->server.received.constFirst().text, u"Dear Anna"_s);
}

void TestDispatcher::repliesThatFollowShareARefresh()
{
    for (const QString &id : {u"a@x"_s, u"b@x"_s, u"c@x"_s}) {
        m_world->write(talk(id), u"Dear Anna"_s);
    }
    m_world->look();
    QCOMPARE(m_world->server.received.size(), 3);
    QCOMPARE(m_world->server.countCalls(u"fetch"_s), 1);

    m_world->clock.advance(11s);
    m_world->write(talk(u"d@x"_s), u"Dear Anna"_s);
    m_world->look();

    QCOMPARE(m_world->server.countCalls(u"fetch"_s), 2);
}

void TestDispatcher::everythingIsFetchedBeforeSending()
{
    const auto item = m_world->write(talk(), u"Dear Anna"_s);
    for (int i = 0; i < 5; ++i) {
        m_world->server.mailbox.append(mail(u"other%1@x"_s.arg(i), i));
    }
    m_world->server.mailbox.append(mail(u"b@x"_s, 9, {u"a@x"_s})); // the last that comes

    m_world->look();

    QCOMPARE(m_world->server.countCalls(u"fetch"_s), 6);
    QVERIFY(m_world->server.received.isEmpty());
    QCOMPARE(m_world->item(item.id).holdReason, HoldReason::ThreadMoved);
}

void TestDispatcher::replyIsHeldWhenTheRefreshBringsSomething()
{
    const auto item = m_world->write(talk(), u"Dear Anna"_s);
    m_world->server.mailbox.append(mail(u"b@x"_s, 5, {u"a@x"_s}));

    m_world->look();

    const auto held = m_world->item(item.id);
    QCOMPARE(held.state, OutboxState::Held);
    QCOMPARE(held.holdReason, HoldReason::ThreadMoved);
    QCOMPARE(held.arrivals.size(), 1);
    QCOMPARE(m_world->server.countCalls(u"send"_s), 0);
    QVERIFY(m_world->desk->sendAnyway(item.id, held.arrivals.constLast().id).result());
    m_world->look();
    QCOMPARE(state(item.id), OutboxState::Sent);
}

void TestDispatcher::repliesToOneConversationKeepTheirOrder()
{
    const auto id = talk();
    QStringList wireIds;
    for (int i = 0; i < 4; ++i) {
        wireIds.append(m_world->write(id, u"part %1"_s.arg(i)).wireId);
    }
    m_world->server.plays = {Play::ItemLater};

    for (int i = 0; i < 10; ++i) {
        m_world->pass(1min);
    }

    QStringList received;
    for (const OutgoingMessage &message : std::as_const(m_world->server.received)) {
        received.append(message.wireId);
    }
    QCOMPARE(received, wireIds);
}

void TestDispatcher::accountSendsOneAtATimeAndTwoSideBySide()
{
    const auto other = m_world->addAccount(u"sales@shop.example"_s).id;
    m_world->write(talk(u"a@x"_s), u"one"_s);
    m_world->write(talk(u"b@x"_s), u"two"_s);
    m_world->write(m_world->conversation(u"c@x"_s, other), u"three"_s);
    m_world->server.plays = {Play::AcceptSilently, Play::AcceptSilently};

    m_world->look();

    QCOMPARE(m_world->server.received.size(), 2);
    QCOMPARE(m_world->server.received.at(0).text, u"one"_s);
    QCOMPARE(m_world->server.received.at(1).text, u"three"_s);
    m_world->server.answerAll();
    m_world->settle();
    QCOMPARE(m_world->server.received.size(), 3);
}

void TestDispatcher::nothingPublicLeavesWhileFrozen()
{
    auto post = mail(u"post@x"_s, 1);
    post.audience = Audience::Public;
    IncomingBatch batch;
    batch.account = m_account;
    batch.messages.append(post);
    QVERIFY(m_world->desk->apply(batch).result());
    const auto open = m_world->write(ConversationId{1}, u"Hello"_s);
    QCOMPARE(open.audience, Audience::Public);
    QVERIFY(m_world->desk->setFreeze(FreezeSwitch::Freeze).result());

    m_world->pass(10min);

    QVERIFY(m_world->server.received.isEmpty());
    QCOMPARE(m_world->item(open.id).holdReason, HoldReason::Freeze);
    QVERIFY(m_world->desk->setFreeze(FreezeSwitch::Thaw).result());
    m_world->look();
    QCOMPARE(state(open.id), OutboxState::Sent);
}

void TestDispatcher::accountWithoutAnAdapterWaits()
{
    const auto vk
        = m_world->desk
              ->addAccount(
                  {.id = {}, .channel = Channel::Vk, .name = {}, .identity = {}, .address = u"shop"_s})
              .result();
    auto post = tweet(u"post"_s, 1);
    post.channel = Channel::Vk;
    IncomingBatch batch;
    batch.account = vk->id;
    batch.messages.append(post);
    QVERIFY(m_world->desk->apply(batch).result());
    QSignalSpy failed(m_world->dispatcher.get(), &Dispatcher::failed);
    const auto item = m_world->write(ConversationId{1}, u"Hello"_s);
    QCOMPARE(item.account, vk->id);

    m_world->pass(1h);

    QCOMPARE(state(item.id), OutboxState::Queued);
    QVERIFY(failed.isEmpty());
}

void TestDispatcher::lostAnswerIsFoundByItself()
{
    const auto item = m_world->write(talk(), u"Dear Anna"_s);
    m_world->server.plays = {Play::AcceptAndLose};

    m_world->look();
    m_world->pass(1min);

    QCOMPARE(state(item.id), OutboxState::Sent);
    QCOMPARE(m_world->server.count(item.wireId), 1);
    QCOMPARE(m_world->item(item.id).record.evidence, Evidence::Found);
}

void TestDispatcher::whatCannotBeFoundStaysUncertain()
{
    const auto item = m_world->write(talk(), u"Dear Anna"_s);
    const auto next = m_world->write(talk(u"b@x"_s), u"Another"_s);
    m_world->server.plays = {Play::LoseBefore};
    m_world->server.says = Evidence::CannotTell;

    for (int hour = 0; hour < 48; ++hour) {
        m_world->pass(1h);
    }

    QCOMPARE(state(item.id), OutboxState::Uncertain);
    QCOMPARE(m_world->server.countCalls(u"send "_s + item.wireId), 1);
    QCOMPARE(m_world->server.countCalls(u"look "_s + item.wireId), 5); // then it is the operator's turn
    QCOMPARE(m_world->item(item.id).record.evidenceWords, u"looked in Sent"_s);
    QCOMPARE(state(next.id), OutboxState::Sent);
}

void TestDispatcher::silentServerMakesItUncertain()
{
    const auto item = m_world->write(talk(), u"Dear Anna"_s);
    m_world->server.plays = {Play::LoseSilently};
    m_world->look();
    m_world->pass(14min);
    QCOMPARE(state(item.id), OutboxState::Sending);

    m_world->pass(1min);

    QCOMPARE(state(item.id), OutboxState::Uncertain);
    QCOMPARE(m_world->item(item.id).record.fault, Errc::Timeout);
}

void TestDispatcher::answerAfterAllSettlesIt()
{
    const auto item = m_world->write(talk(), u"Dear Anna"_s);
    m_world->server.plays = {Play::AcceptSilently};
    m_world->server.says = Evidence::CannotTell;
    m_world->look();
    m_world->pass(15min);
    QCOMPARE(state(item.id), OutboxState::Uncertain);

    m_world->server.answerAll();
    m_world->settle();

    QCOMPARE(state(item.id), OutboxState::Sent);
    QCOMPARE(m_world->item(item.id).record.remoteId, u"r-"_s + item.wireId);
}

void TestDispatcher::replyOfARunThatEndedIsNotSentAgain()
{
    const auto item = m_world->write(talk(), u"Dear Anna"_s);
    m_world->server.plays = {Play::AcceptSilently};
    m_world->server.says = Evidence::CannotTell;
    m_world->look();
    QCOMPARE(state(item.id), OutboxState::Sending);

    m_world->reopen();
    m_world->pass(24h);

    QCOMPARE(state(item.id), OutboxState::Uncertain);
    QCOMPARE(m_world->server.countCalls(u"send"_s), 1);
    m_world->server.says.reset();
    m_world->reopen();
    QVERIFY(m_world->desk->settle(item.id, Settlement::Sent).result());
    m_world->pass(24h);
    QCOMPARE(m_world->server.count(item.wireId), 1);
}

void TestDispatcher::bounceThatOvertakesTheAnswerRefusesIt_data()
{
    QTest::addColumn<bool>("isRestarted");
    QTest::addRow("the answer comes after it") << false;
    QTest::addRow("the program ends before the answer") << true;
}

void TestDispatcher::bounceThatOvertakesTheAnswerRefusesIt()
{
    QFETCH(const bool, isRestarted);
    const auto item = m_world->write(talk(), u"Dear Anna"_s);
    m_world->server.plays = {Play::AcceptSilently};
    m_world->look();
    auto report = mail(u"report@mx"_s, 5, {item.wireId});
    report.failure = DeliveryFailure{
        .messageId = item.wireId, .recipient = {}, .code = u"5.1.1"_s, .words = u"no such user"_s};
    IncomingBatch batch;
    batch.account = m_account;
    batch.messages.append(report);
    QVERIFY(m_world->desk->apply(batch).result());
    QCOMPARE(state(item.id), OutboxState::Sending);

    if (isRestarted) {
        m_world->reopen();
    } else {
        m_world->server.answerAll();
    }
    m_world->pass(24h);

    QCOMPARE(state(item.id), OutboxState::Refused);
    QCOMPARE(m_world->item(item.id).record.serverWords, u"no such user"_s);
    QCOMPARE(m_world->server.countCalls(u"send"_s), 1);
}

void TestDispatcher::mistakenDecisionIsFoundOutBeforeSendingAgain()
{
    const auto item = m_world->write(talk(), u"Dear Anna"_s);
    m_world->server.plays = {Play::AcceptAndLose};
    m_world->server.says = Evidence::NotFound; // it takes a while to appear
    m_world->look();
    QVERIFY(m_world->desk->settle(item.id, Settlement::Unsent).result());
    QVERIFY(m_world->desk->release(item.id).result());
    m_world->server.says.reset();

    m_world->pass(1min);

    QCOMPARE(state(item.id), OutboxState::Sent);
    QCOMPARE(m_world->server.count(item.wireId), 1);
    QCOMPARE(m_world->server.countCalls(u"send"_s), 1);
}

void TestDispatcher::withdrawnReplyIsNotSent()
{
    const auto item = m_world->write(talk(), u"Dear Anna"_s);
    QVERIFY(m_world->desk->withdraw(item.id).result());

    m_world->pass(1h);

    QVERIFY(m_world->server.received.isEmpty());
}

void TestDispatcher::changedAccountGetsANewConnection()
{
    int made = 0;
    m_world->channels.add(Channel::Email, [&](const Account &) -> Result<std::unique_ptr<ChannelAdapter>> {
        ++made;
        return std::make_unique<FakeAdapter>(m_world->server);
    });
    m_world->write(talk(), u"one"_s);
    m_world->look();
    m_world->write(talk(u"b@x"_s), u"two"_s);
    m_world->look();
    QCOMPARE(made, 1);
    auto account = m_world->desk->accounts().result()->constFirst();
    account.settings.insert(u"smtp.host"_s, u"other.example"_s);
    QVERIFY(m_world->desk->changeAccount(account).result());

    m_world->write(talk(u"c@x"_s), u"three"_s);
    m_world->look();

    QCOMPARE(made, 2);
    QCOMPARE(m_world->server.received.size(), 3);
}

QTEST_GUILESS_MAIN(TestDispatcher)
#include "tst_dispatcher.moc"
