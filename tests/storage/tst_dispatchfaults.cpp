// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/dispatchworld.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// What the dispatcher does when servers and networks fail.
class TestDispatchFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void networkFaultLetsTheAccountRest();
    void networkThatComesBackEndsTheRest();
    void offlineNothingIsTriedButAProbe();
    void retryAfterIsObeyedAlsoAfterARestart();
    void replyThatIsToWaitDoesNotHoldUpOthers();
    void repeatedRefusalsToSignInPauseTheAccount();
    void refusedReplyKeepsTheServersWords();

private:
    ConversationId talk(const QString &id = u"a@x"_s) { return m_world->conversation(id, m_account); }
    OutboxState state(OutboxId id) { return m_world->item(id).state; }

    std::unique_ptr<DispatchWorld> m_world;
    AccountId m_account;
};

void TestDispatchFaults::init()
{
    QTest::failOnWarning();
    m_world = std::make_unique<DispatchWorld>();
    m_account = m_world->addAccount(u"support@shop.example"_s).id;
}

void TestDispatchFaults::networkFaultLetsTheAccountRest()
{
    const auto item = m_world->write(talk(), u"Dear Anna"_s);
    m_world->server.fault = Error{.code = Errc::Network, .detail = u"scripted"_s, .retryAfter = {}};

    m_world->look();
    for (int second = 0; second < 3; ++second) {
        m_world->pass(1s);
    }
    QCOMPARE(m_world->server.countCalls(u"fetch"_s), 1); // at least 3.75 s after the first fault
    for (int minute = 0; minute < 120; ++minute) {
        m_world->pass(1min);
    }

    QCOMPARE_LE(m_world->server.countCalls(u"fetch"_s), 20);
    QCOMPARE_GE(m_world->server.countCalls(u"fetch"_s), 10);
    QVERIFY(m_world->connectivity->offlineSince());
    QCOMPARE(state(item.id), OutboxState::Queued);
    QVERIFY(!m_world->desk->accounts().result()->constFirst().pause);
    m_world->server.fault.reset();
    m_world->pass(20min);
    QCOMPARE(state(item.id), OutboxState::Sent);
    QVERIFY(!m_world->connectivity->offlineSince());
}

void TestDispatchFaults::networkThatComesBackEndsTheRest()
{
    const auto item = m_world->write(talk(), u"Dear Anna"_s);
    m_world->server.fault = Error{.code = Errc::Network, .detail = u"scripted"_s, .retryAfter = {}};
    for (int minute = 0; minute < 60; ++minute) {
        m_world->pass(1min);
    }
    m_world->network.set(SystemNetwork::Offline);
    m_world->server.fault.reset();

    m_world->network.set(SystemNetwork::Online);
    m_world->settle();

    QCOMPARE(state(item.id), OutboxState::Sent); // no time has passed
}

void TestDispatchFaults::offlineNothingIsTriedButAProbe()
{
    m_world->network.set(SystemNetwork::Offline);
    m_world->server.fault = Error{.code = Errc::Network, .detail = u"scripted"_s, .retryAfter = {}};
    const auto item = m_world->write(talk(), u"Dear Anna"_s);

    m_world->look();
    for (int second = 0; second < 59; ++second) {
        m_world->pass(1s);
    }

    QCOMPARE(m_world->server.calls.size(), 1);
    m_world->pass(1s);
    QCOMPARE(m_world->server.calls.size(), 2);
    QCOMPARE(state(item.id), OutboxState::Queued);
}

void TestDispatchFaults::retryAfterIsObeyedAlsoAfterARestart()
{
    const auto item = m_world->write(talk(), u"Dear Anna"_s);
    m_world->server.later = {.cause = Errc::ServerRefused, .after = 600s, .code = u"429"_s};
    m_world->server.plays = {Play::AccountLater};
    m_world->look();
    QCOMPARE(m_world->server.countCalls(u"send"_s), 1);
    const auto pause = m_world->desk->accounts().result()->constFirst().pause;
    QVERIFY(pause && pause->until >= m_world->clock.now() + 600s);

    m_world->reopen();
    m_world->pass(599s);
    QCOMPARE(m_world->server.countCalls(u"send"_s), 1);
    m_world->pass(7s); // and a little, so that not all come at once

    QCOMPARE(state(item.id), OutboxState::Sent);
}

void TestDispatchFaults::replyThatIsToWaitDoesNotHoldUpOthers()
{
    const auto first = m_world->write(talk(u"a@x"_s), u"one"_s);
    const auto second = m_world->write(talk(u"b@x"_s), u"two"_s);
    m_world->server.later
        = {.cause = Errc::Timeout, .after = 300s, .code = u"451"_s, .words = u"greylisted"_s};
    m_world->server.plays = {Play::ItemLater};

    m_world->look();

    QCOMPARE(state(first.id), OutboxState::Queued);
    QCOMPARE(m_world->item(first.id).record.serverWords, u"greylisted"_s);
    QCOMPARE(state(second.id), OutboxState::Sent);
    m_world->pass(299s);
    QCOMPARE(state(first.id), OutboxState::Queued);
    m_world->pass(7s);
    QCOMPARE(state(first.id), OutboxState::Sent);
}

void TestDispatchFaults::repeatedRefusalsToSignInPauseTheAccount()
{
    const auto item = m_world->write(talk(), u"Dear Anna"_s);
    m_world->server.fault
        = Error{.code = Errc::ServerRefused, .detail = u"535 wrong password"_s, .retryAfter = {}};

    for (int minute = 0; minute < 60; ++minute) {
        m_world->pass(1min);
    }

    QCOMPARE(m_world->server.countCalls(u"fetch"_s), 3);
    const auto paused = m_world->desk->accounts().result()->constFirst();
    QVERIFY(paused.pause);
    QCOMPARE(paused.pause->until, untilResumed);
    QCOMPARE(paused.pause->cause, Errc::ServerRefused);
    m_world->server.fault.reset();
    m_world->pass(24h);
    QCOMPARE(state(item.id), OutboxState::Queued); // it wants a person
    QVERIFY(m_world->desk->pauseAccount(m_account, std::nullopt).result());
    m_world->look();
    QCOMPARE(state(item.id), OutboxState::Sent);
}

void TestDispatchFaults::refusedReplyKeepsTheServersWords()
{
    const auto item = m_world->write(talk(), u"Dear Anna"_s);
    m_world->server.plays = {Play::Refuse};

    m_world->pass(24h);

    QCOMPARE(state(item.id), OutboxState::Refused);
    QCOMPARE(m_world->item(item.id).record.serverCode, u"550"_s);
    QCOMPARE(m_world->item(item.id).record.serverWords, u"no such user"_s);
    QCOMPARE(m_world->server.countCalls(u"send"_s), 1);
}

QTEST_GUILESS_MAIN(TestDispatchFaults)
#include "tst_dispatchfaults.moc"
