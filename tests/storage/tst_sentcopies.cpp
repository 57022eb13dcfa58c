// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/retrypolicy.h"
#include "tests/storage/dispatchworld.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// A copy of what was sent is filed at the server, however long that takes and however often the program
/// ends.
class TestSentCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void sentReplyGetsItsCopy();
    void nothingIsFiledWhereNobodyAsks();
    void copyThatFailsIsTriedAgainAfterARestart();
    void copyOfARunThatEndedIsFiledByTheNext();
    void copyThatAlwaysFailsIsGivenUp();
    void serverThatCannotBeReachedCostsNoTry();
    void answerAfterAllAsksForItsCopyToo();
    void replyThatCameBackKeepsItsCopy();
    void nextReplyDoesNotWaitForACopy();
    void fullMailboxDoesNotHoldTheAccount();

private:
    [[nodiscard]] OutboxItem write(const QString &id = u"a@x"_s)
    {
        return m_world->write(m_world->conversation(id, m_account), u"Dear Anna"_s);
    }
    [[nodiscard]] SentCopy copyOf(const OutboxItem &item) { return m_world->item(item.id).record.copy; }
    void fail(int times)
    {
        m_world->server.copyFaults.fill({.fault = Errc::QuotaFull, .words = u"mailbox is full"_s}, times);
    }

    std::unique_ptr<DispatchWorld> m_world;
    AccountId m_account;
};

void TestSentCopies::init()
{
    QTest::failOnWarning();
    m_world = std::make_unique<DispatchWorld>();
    m_world->server.wantsCopies = true;
    m_account = m_world->addAccount(u"support@shop.example"_s).id;
}

void TestSentCopies::sentReplyGetsItsCopy()
{
    const auto item = write();

    m_world->look();

    QCOMPARE(m_world->item(item.id).state, OutboxState::Sent);
    QCOMPARE(m_world->server.copies, QStringList{item.wireId});
    QCOMPARE(copyOf(item), SentCopy());
    m_world->pass(48h);
    QCOMPARE(m_world->server.countCalls(u"copy"_s), 1);
}

void TestSentCopies::nothingIsFiledWhereNobodyAsks()
{
    m_world->server.wantsCopies = false;
    const auto item = write();

    m_world->pass(48h);

    QCOMPARE(m_world->item(item.id).state, OutboxState::Sent);
    QCOMPARE(m_world->server.countCalls(u"copy"_s), 0);
}

void TestSentCopies::copyThatFailsIsTriedAgainAfterARestart()
{
    fail(2);
    const auto item = write();
    m_world->look();
    QCOMPARE(copyOf(item),
             (SentCopy{.isWanted = true,
                       .tries = 1,
                       .triedAt = m_world->clock.now(),
                       .fault = Errc::QuotaFull,
                       .words = u"mailbox is full"_s}));
    m_world->pass(59s);
    QCOMPARE(m_world->server.countCalls(u"copy"_s), 1);
    m_world->pass(1s);
    QCOMPARE(copyOf(item).tries, 2);

    m_world->reopen();
    QVERIFY(m_world->server.copies.isEmpty());
    m_world->pass(5min);

    QCOMPARE(m_world->server.copies, QStringList{item.wireId});
    QCOMPARE(copyOf(item), SentCopy());
    QCOMPARE(m_world->server.count(item.wireId), 1); // the letter itself went once
}

void TestSentCopies::copyOfARunThatEndedIsFiledByTheNext()
{
    const auto item = write();
    m_world->desk->dieAfter(3, SqlDesk::Death::BeforeTheWrite); // fetched, begun, ended, and no more
    m_world->look();
    QVERIFY(m_world->desk->isDead());
    QCOMPARE(m_world->server.countCalls(u"copy"_s), 1); // it may lie there

    m_world->reopen();
    m_world->look();

    QCOMPARE(m_world->server.countCalls(u"copy"_s), 2);
    QCOMPARE(m_world->server.copies, QStringList{item.wireId});
    QCOMPARE(copyOf(item), SentCopy());
}

void TestSentCopies::copyThatAlwaysFailsIsGivenUp()
{
    fail(1000);
    const auto item = write();

    for (int day = 0; day < 30; ++day) {
        m_world->pass(24h);
    }

    const SentCopy copy = copyOf(item);
    QVERIFY(copy.isWanted && !nextCopy(copy.tries));
    QCOMPARE(copy.fault, Errc::QuotaFull);
    QCOMPARE(m_world->server.countCalls(u"copy"_s), copy.tries);
    QCOMPARE(m_world->item(item.id).state, OutboxState::Sent);
}

void TestSentCopies::serverThatCannotBeReachedCostsNoTry()
{
    const auto item = write();
    fail(1);
    m_world->look();
    m_world->server.fault = Error{.code = Errc::Network, .detail = u"scripted"_s, .retryAfter = {}};
    for (int hour = 0; hour < 100; ++hour) {
        m_world->pass(1h);
    }
    QCOMPARE(copyOf(item).tries, 1);

    m_world->server.fault.reset();
    m_world->pass(1h);

    QCOMPARE(m_world->server.copies, QStringList{item.wireId});
}

void TestSentCopies::answerAfterAllAsksForItsCopyToo()
{
    const auto item = write();
    m_world->server.plays = {Play::AcceptSilently};
    m_world->server.says = Evidence::CannotTell;
    m_world->look();
    m_world->pass(15min);
    QCOMPARE(m_world->item(item.id).state, OutboxState::Uncertain);

    m_world->server.answerAll();
    m_world->pass(1h); // the account had a rest for the silence

    QCOMPARE(m_world->item(item.id).state, OutboxState::Sent);
    QCOMPARE(m_world->server.copies, QStringList{item.wireId});
}

void TestSentCopies::replyThatCameBackKeepsItsCopy()
{
    fail(1);
    const auto item = write();
    m_world->look();
    auto report = mail(u"report@mx"_s, 5, {item.wireId});
    report.failure = DeliveryFailure{.messageId = item.wireId};
    IncomingBatch batch;
    batch.account = m_account;
    batch.messages.append(report);
    QVERIFY(m_world->desk->apply(batch).result());
    QCOMPARE(m_world->item(item.id).state, OutboxState::Refused);

    m_world->pass(1min);

    QCOMPARE(m_world->server.copies, QStringList{item.wireId});
    QCOMPARE(m_world->item(item.id).state, OutboxState::Refused);
    QCOMPARE(copyOf(item), SentCopy());
}

void TestSentCopies::nextReplyDoesNotWaitForACopy()
{
    fail(1000);
    const auto first = write();
    m_world->look();
    const auto next = m_world->write(first.conversation, u"One more thing"_s);

    m_world->look();

    QCOMPARE(m_world->item(next.id).state, OutboxState::Sent);
}

void TestSentCopies::fullMailboxDoesNotHoldTheAccount()
{
    fail(1000);
    const auto item = write();

    m_world->pass(48h);

    QCOMPARE(m_world->item(item.id).state, OutboxState::Sent);
    const auto accounts = m_world->desk->accounts().result();
    QVERIFY(accounts && !accounts->constFirst().pause);
}

QTEST_GUILESS_MAIN(TestSentCopies)
#include "tst_sentcopies.moc"
