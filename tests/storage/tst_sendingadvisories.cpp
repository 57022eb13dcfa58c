// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/dispatchworld.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// What went wrong elsewhere with sending, each by its number in the survey of advisories and threats.
class TestSendingAdvisories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void adv_25_whatComesInNeverGoesOut();
    void adv_59_lostAnswerAfterTheLastByteIsNeverRetried();
    void adv_60_weakNetworkMakesNoSecondMessage();
    void adv_61_scheduledReplyPassesTheSameChecks();
    void t22_killedAtAnyWriteItIsSentOnceOrAskedAbout();
    void t24_sameArrivalTwiceIsOne();
    void t25_stormOfRetryAfterIsObeyed();
    void t26_expiredSignInHoldsTheQueue();
    void r6_clockThatJumpsSendsNothingEarly();

private:
    OutboxItem write(const QString &conversation, const QString &text)
    {
        return m_world->write(m_world->conversation(conversation, m_account), text);
    }

    std::unique_ptr<DispatchWorld> m_world;
    AccountId m_account;
};

void TestSendingAdvisories::init()
{
    QTest::failOnWarning();
    m_world = std::make_unique<DispatchWorld>();
    m_account = m_world->addAccount(u"support@shop.example"_s).id;
}

/// CVE-2026-47123: a forged mail counted as an answer of ours and went to the customer.
void TestSendingAdvisories::adv_25_whatComesInNeverGoesOut()
{
    const auto item = write(u"a@x"_s, u"Dear Anna"_s);
    m_world->look();
    auto forged = mail(item.wireId, 5, {u"a@x"_s});
    forged.authorHandle = u"support@shop.example"_s;
    auto answer = mail(u"c@x"_s, 6, {u"a@x"_s, item.wireId});
    m_world->server.mailbox = {forged, answer};

    write(u"b@x"_s, u"Another"_s);
    m_world->pass(1h);

    QCOMPARE(m_world->server.received.size(), 2);
    QCOMPARE(m_world->items().size(), 2); // nothing came into the outbox by itself
}

/// FreeScout #5457: retried for hours, and the customer got a copy each time.
void TestSendingAdvisories::adv_59_lostAnswerAfterTheLastByteIsNeverRetried()
{
    const auto item = write(u"a@x"_s, u"Dear Anna"_s);
    m_world->server.plays = {Play::AcceptAndLose};
    m_world->server.says = Evidence::CannotTell;

    for (int day = 0; day < 5; ++day) {
        m_world->pass(24h);
        m_world->reopen();
    }

    QCOMPARE(m_world->server.countCalls(u"send"_s), 1);
    QCOMPARE(m_world->server.count(item.wireId), 1);
    QCOMPARE(m_world->item(item.id).state, OutboxState::Uncertain);
}

/// Chatwoot #9314: two POSTs on a weak network, two messages.
void TestSendingAdvisories::adv_60_weakNetworkMakesNoSecondMessage()
{
    QList<OutboxItem> items;
    for (int i = 0; i < 6; ++i) {
        items.append(write(u"t%1@x"_s.arg(i), u"reply %1"_s.arg(i)));
        m_world->server.plays.append(i % 2 == 0 ? Play::AcceptAndLose : Play::AccountLater);
    }

    for (int minute = 0; minute < 180; ++minute) {
        m_world->pass(1min);
    }

    for (const OutboxItem &item : std::as_const(items)) {
        QCOMPARE(m_world->server.count(item.wireId), 1);
        QCOMPARE(m_world->item(item.id).state, OutboxState::Sent);
    }
}

/// CVE-2017-9604: what was sent later went another way than what was sent at once.
void TestSendingAdvisories::adv_61_scheduledReplyPassesTheSameChecks()
{
    const ConversationId talk = m_world->conversation(u"a@x"_s, m_account);
    const auto held
        = m_world->desk->hold(talk, u"Dear Anna"_s, {.sendAt = m_world->clock.now() + 1h}).result();
    QVERIFY(held);
    m_world->server.mailbox.append(mail(u"b@x"_s, 5, {u"a@x"_s})); // nobody has fetched it yet

    m_world->pass(1h);

    QVERIFY(m_world->server.received.isEmpty());
    QCOMPARE(m_world->item(held->id).holdReason, HoldReason::ThreadMoved);
}

void TestSendingAdvisories::t22_killedAtAnyWriteItIsSentOnceOrAskedAbout()
{
    int deaths = 0;
    for (const auto death : {SqlDesk::Death::BeforeTheWrite, SqlDesk::Death::AfterTheWrite}) {
        for (int writes = 0; writes < 8; ++writes) {
            init();
            const auto item = write(u"a@x"_s, u"Dear Anna"_s);
            m_world->desk->dieAfter(writes, death);
            m_world->look();
            deaths += m_world->desk->isDead() ? 1 : 0;

            m_world->reopen();
            m_world->pass(2h);

            const auto after = m_world->item(item.id);
            const int arrived = m_world->server.count(item.wireId);
            const bool isAsked = after.state == OutboxState::Uncertain && arrived == 0;
            QVERIFY2((after.state == OutboxState::Sent && arrived == 1) || isAsked,
                     qPrintable(u"%1 after %2 writes, arrived %3 times"_s.arg(outboxStateName(after.state))
                                    .arg(writes)
                                    .arg(arrived)));
        }
    }
    QCOMPARE_GE(deaths, 6);
}

void TestSendingAdvisories::t24_sameArrivalTwiceIsOne()
{
    const auto item = write(u"a@x"_s, u"Dear Anna"_s);
    const auto again = mail(u"b@x"_s, 5, {u"a@x"_s});
    m_world->server.mailbox = {again, again, again};

    m_world->look();

    QCOMPARE(m_world->item(item.id).arrivals.size(), 1);
}

void TestSendingAdvisories::t25_stormOfRetryAfterIsObeyed()
{
    const auto item = write(u"a@x"_s, u"Dear Anna"_s);
    m_world->server.later = {.cause = Errc::ServerRefused, .after = 30s, .code = u"429"_s};
    m_world->server.plays.fill(Play::AccountLater, 100);
    Instant last{};
    qsizetype seen = 0;

    for (int second = 0; second < 100 * 900 && m_world->server.received.isEmpty(); ++second) {
        m_world->pass(1s);
        if (m_world->server.countCalls(u"send"_s) > seen) {
            QVERIFY(m_world->clock.now() - last >= 30s);
            last = m_world->clock.now();
            ++seen;
            QCOMPARE(m_world->server.countCalls(u"send"_s), seen);
        }
        if (seen > 5) {
            m_world->pass(14min); // the waits have grown; no need to count each second of them
        }
    }

    QCOMPARE(m_world->item(item.id).state, OutboxState::Sent);
    QCOMPARE(m_world->server.countCalls(u"send"_s), 101);
}

void TestSendingAdvisories::t26_expiredSignInHoldsTheQueue()
{
    QStringList wireIds;
    for (int i = 0; i < 5; ++i) {
        wireIds.append(write(u"a@x"_s, u"reply %1"_s.arg(i)).wireId);
    }
    m_world->server.fault = Error{.code = Errc::ServerRefused, .detail = u"expired"_s, .retryAfter = {}};
    for (int hour = 0; hour < 24; ++hour) {
        m_world->pass(1h);
    }
    for (const OutboxItem &item : m_world->items()) {
        QCOMPARE(item.state, OutboxState::Queued); // held up, not failed
    }
    m_world->server.fault.reset();

    QVERIFY(m_world->desk->pauseAccount(m_account, std::nullopt).result());
    m_world->pass(2min);

    QStringList received;
    for (const OutgoingMessage &message : std::as_const(m_world->server.received)) {
        received.append(message.wireId);
    }
    QCOMPARE(received, wireIds);
}

void TestSendingAdvisories::r6_clockThatJumpsSendsNothingEarly()
{
    const ConversationId talk = m_world->conversation(u"a@x"_s, m_account);
    const Instant due = m_world->clock.now() + 2h;
    const auto held = m_world->desk->hold(talk, u"Dear Anna"_s, {.sendAt = due}).result();
    QVERIFY(held);

    for (const auto jump : {-24h, -1h, 1h, 24h}) {
        m_world->pass(jump);
        QCOMPARE(m_world->server.received.isEmpty(), m_world->clock.now() < due);
    }
    m_world->pass(2h);

    QCOMPARE(m_world->server.received.size(), 1);
    m_world->pass(-48h);
    m_world->pass(72h);
    QCOMPARE(m_world->server.received.size(), 1);
}

QTEST_GUILESS_MAIN(TestSendingAdvisories)
#include "tst_sendingadvisories.moc"
