// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/sendingfixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// The dispatcher's side of the outbox.
class TestDispatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void replyGoesThroughTheAccountOfItsConversation();
    void replyGoesThroughTheOnlyAccountOfItsChannel();
    void ofSeveralAccountsNoneIsChosen();
    void laterAccountTakesWhatWaits();
    void attemptIsPersistedWithItsTime();
    void wireIdStaysThroughAllAttempts();
    void whatIsNotQueuedIsNotBegun();
    void publicReplyIsNotBegunWhileFrozen();
    void replyIsNotBegunWhenTheThreadMovedOn();
    void ownMessageAndNoteDoNotMoveTheThread();
    void laterReplyWaitsForTheEarlierOne();
    void everyOutcomeIsKept_data();
    void everyOutcomeIsKept();
    void interruptedAttemptIsUncertain();
    void lateAnswerIsEvidence();
    void lookThatFindsItSettlesIt();
    void lookThatFindsNothingSettlesNothing();
    void whatAnEarlierVersionKeptOfALookIsForeignText();
    void evidenceComesBeforeASecondAttempt();
    void historyTellsEachStepWithTheServersWords();

private:
    Database &db() { return m_cache->db(); }
    Instant now() { return m_cache->now(); }

    std::unique_ptr<SendingCache> m_cache;
};

void TestDispatch::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<SendingCache>();
}

void TestDispatch::replyGoesThroughTheAccountOfItsConversation()
{
    const auto other = insertAccount(db(), mailbox(u"sales@shop.example"_s));
    QVERIFY(other);

    const auto item = m_cache->queued(u"Dear Anna"_s);

    QCOMPARE(item.account, m_cache->account);
    QVERIFY(item.hasAccount);
    QCOMPARE(item.wireId, item.idempotencyKey + u"@shop.example"_s);
}

void TestDispatch::replyGoesThroughTheOnlyAccountOfItsChannel()
{
    m_cache->apply({mail(u"imported@x"_s, 1)});

    const auto item = m_cache->queuedIn(m_cache->home(u"imported@x"_s), u"Dear Anna"_s);

    QCOMPARE(item.account, m_cache->account);
}

void TestDispatch::ofSeveralAccountsNoneIsChosen()
{
    QVERIFY(insertAccount(db(), mailbox(u"sales@shop.example"_s)));
    m_cache->apply({mail(u"imported@x"_s, 1), tweet(u"post"_s, 2)});

    const auto item = m_cache->queuedIn(m_cache->home(u"imported@x"_s), u"Dear Anna"_s);
    const auto post = m_cache->queuedIn(m_cache->home(u"post"_s), u"Hello"_s);

    QVERIFY(!item.account.isValid() && item.wireId.isEmpty());
    QVERIFY(!post.account.isValid());
    QCOMPARE(beginSending(db(), item.id, now()).error().code, Errc::Conflict);
}

void TestDispatch::laterAccountTakesWhatWaits()
{
    m_cache->apply({tweet(u"post"_s, 2)});
    const auto item = m_cache->queuedIn(m_cache->home(u"post"_s), u"Hello"_s);
    QVERIFY(!item.account.isValid());
    Account account = mailbox(u"brand"_s);
    account.channel = Channel::X;
    const auto added = insertAccount(db(), account);

    const auto moved = queueDueReplies(db(), now());

    QVERIFY(moved);
    QCOMPARE(moved->size(), 1);
    QCOMPARE(moved->constFirst().account, added->id);
    QCOMPARE(moved->constFirst().wireId, item.idempotencyKey);
    QCOMPARE(moved->constFirst().state, OutboxState::Queued);
    QVERIFY(queueDueReplies(db(), now())->isEmpty());
}

void TestDispatch::attemptIsPersistedWithItsTime()
{
    const auto item = m_cache->queued(u"Dear Anna"_s);
    m_cache->clock().advance(3s);

    const auto begun = beginSending(db(), item.id, now());

    QVERIFY(begun);
    QCOMPARE(begun->state, OutboxState::Sending);
    QCOMPARE(begun->record.attempts, 1);
    QCOMPARE(begun->record.attemptAt, now());
}

void TestDispatch::wireIdStaysThroughAllAttempts()
{
    const auto item = m_cache->sending(u"Dear Anna"_s);

    for (int attempt = 2; attempt < 5; ++attempt) {
        QVERIFY(finishSending(db(), item.id, RetryLater(), {}, now()));
        const auto begun = beginSending(db(), item.id, now());
        QVERIFY(begun);
        QCOMPARE(begun->record.attempts, attempt);
        QCOMPARE(begun->wireId, item.wireId);
    }
}

void TestDispatch::whatIsNotQueuedIsNotBegun()
{
    const auto item = m_cache->sending(u"Dear Anna"_s);
    const auto before = m_cache->dump();

    const auto again = beginSending(db(), item.id, now());

    QVERIFY(!again);
    QCOMPARE(again.error().code, Errc::Conflict);
    QCOMPARE(m_cache->dump(), before);
    QCOMPARE(beginSending(db(), OutboxId{99}, now()).error().code, Errc::NotFound);
}

void TestDispatch::publicReplyIsNotBegunWhileFrozen()
{
    Account brand = mailbox(u"brand"_s);
    brand.channel = Channel::X;
    QVERIFY(insertAccount(db(), brand));
    m_cache->apply({tweet(u"post"_s, 2)});
    const auto open = m_cache->queuedIn(m_cache->home(u"post"_s), u"Hello"_s);
    const auto quiet = m_cache->queued(u"Dear Anna"_s);
    m_cache->set("INSERT INTO outbox_freeze (id, since) VALUES (1, 5);");

    const auto held = beginSending(db(), open.id, now());
    const auto begun = beginSending(db(), quiet.id, now());

    QVERIFY(held && begun);
    QCOMPARE(held->state, OutboxState::Held);
    QCOMPARE(held->holdReason, HoldReason::Freeze);
    QCOMPARE(held->record.attempts, 0);
    QCOMPARE(begun->state, OutboxState::Sending);
}

void TestDispatch::replyIsNotBegunWhenTheThreadMovedOn()
{
    const auto item = m_cache->queued(u"Dear Anna"_s);
    m_cache->apply({mail(u"b@x"_s, 5, {u"a@x"_s}), mail(u"late@x"_s, -5, {u"a@x"_s})});

    const auto held = beginSending(db(), item.id, now());

    QVERIFY(held);
    QCOMPARE(held->state, OutboxState::Held);
    QCOMPARE(held->holdReason, HoldReason::ThreadMoved);
    QCOMPARE(held->record.attempts, 0);
    QCOMPARE(held->arrivals.size(), 2); // also the one that is older and came late
    QCOMPARE(held->arrivals.at(0).text, u"Text of b@x"_s);
    QCOMPARE(held->arrivals.at(0).author, u"Anna"_s);
    QCOMPARE(held->arrivals.at(1).text, u"Text of late@x"_s);
}

void TestDispatch::ownMessageAndNoteDoNotMoveTheThread()
{
    const auto item = m_cache->queued(u"Dear Anna"_s);
    auto ours = mail(u"b@x"_s, 5, {u"a@x"_s});
    ours.direction = Direction::Outgoing;
    auto note = mail(u"c@x"_s, 6, {u"a@x"_s});
    note.direction = Direction::Note;
    m_cache->apply({ours, note});

    QCOMPARE(beginSending(db(), item.id, now())->state, OutboxState::Sending);
}

void TestDispatch::laterReplyWaitsForTheEarlierOne()
{
    const auto first = m_cache->queued(u"One"_s);
    const auto second = m_cache->queued(u"Two"_s);

    QCOMPARE(beginSending(db(), second.id, now()).error().code, Errc::Conflict);
    QVERIFY(beginSending(db(), first.id, now()));
    QCOMPARE(beginSending(db(), second.id, now()).error().code, Errc::Conflict);
    QVERIFY(finishSending(db(), first.id, Unknown(), {}, now()));
    QCOMPARE(beginSending(db(), second.id, now()).error().code, Errc::Conflict);
    QVERIFY(settleReply(db(), first.id, Settlement::Sent, now()));

    QCOMPARE(beginSending(db(), second.id, now())->state, OutboxState::Sending);
}

void TestDispatch::everyOutcomeIsKept_data()
{
    QTest::addColumn<SendOutcome>("outcome");
    QTest::addColumn<OutboxState>("state");
    QTest::addColumn<SendRecord>("record");
    const Instant start = TestClock().now(); // there is no cache yet
    const Instant next = start + 90s;
    const SendRecord begun{.attempts = 1, .attemptAt = start};

    SendRecord sent = begun;
    sent.remoteId = u"wall/7"_s;
    sent.serverWords = u"queued as 7"_s;
    sent.lastByte = LastByte::Left;
    QTest::addRow("sent") << SendOutcome(Sent{.remoteId = u"wall/7"_s, .words = u"queued as 7"_s})
                          << OutboxState::Sent << sent;

    SendRecord refused = begun;
    refused.fault = Errc::ServerRefused;
    refused.serverCode = u"550 5.1.1"_s;
    refused.serverWords = u"no such user"_s;
    QTest::addRow("refused") << SendOutcome(Refused{.code = u"550 5.1.1"_s, .words = u"no such user"_s})
                             << OutboxState::Refused << refused;

    SendRecord later = begun;
    later.nextAttemptAt = next;
    later.fault = Errc::Timeout;
    later.serverCode = u"451"_s;
    later.serverWords = u"greylisted"_s;
    QTest::addRow("later") << SendOutcome(RetryLater{
        .scope = FaultScope::Item, .cause = Errc::Timeout, .code = u"451"_s, .words = u"greylisted"_s})
                           << OutboxState::Queued << later;

    SendRecord lost = begun;
    lost.fault = Errc::Network;
    lost.serverWords = u"354 go ahead"_s;
    lost.lastByte = LastByte::Left;
    QTest::addRow("unknown, all of it left") << SendOutcome(
        Unknown{.lastByte = LastByte::Left, .cause = Errc::Network, .words = u"354 go ahead"_s})
                                             << OutboxState::Uncertain << lost;

    lost.lastByte = LastByte::NotLeft;
    QTest::addRow("unknown, a part of it left") << SendOutcome(
        Unknown{.lastByte = LastByte::NotLeft, .cause = Errc::Network, .words = u"354 go ahead"_s})
                                                << OutboxState::Uncertain << lost;
}

void TestDispatch::everyOutcomeIsKept()
{
    QFETCH(const SendOutcome, outcome);
    QFETCH(const OutboxState, state);
    QFETCH(const SendRecord, record);
    const auto item = m_cache->sending(u"Dear Anna"_s);

    const auto finished = finishSending(db(), item.id, outcome, now() + 90s, now());

    QVERIFY(finished);
    QCOMPARE(finished->state, state);
    QVERIFY(finished->record == record);
    QCOMPARE(finished->text, u"Dear Anna"_s);
}

void TestDispatch::interruptedAttemptIsUncertain()
{
    const auto item = m_cache->sending(u"Dear Anna"_s);

    const auto lost = recoverSending(db(), now());

    QVERIFY(lost);
    QCOMPARE(lost->size(), 1);
    QCOMPARE(lost->constFirst().id, item.id);
    QCOMPARE(lost->constFirst().state, OutboxState::Uncertain);
    QCOMPARE(lost->constFirst().record.lastByte, LastByte::Left); // it may have
    QVERIFY(recoverSending(db(), now())->isEmpty());
}

void TestDispatch::lateAnswerIsEvidence()
{
    const auto one = m_cache->uncertain(u"One"_s);
    const auto found = finishSending(db(), one.id, Sent{.remoteId = u"r"_s, .words = u"250 OK"_s}, {}, now());
    const auto two = m_cache->uncertain(u"Two"_s);
    const auto refused = finishSending(db(), two.id, Refused{.code = u"550"_s, .words = u"no"_s}, {}, now());
    const auto silent = finishSending(db(), two.id, Unknown(), {}, now());

    QCOMPARE(found->state, OutboxState::Sent);
    QCOMPARE(found->record.remoteId, u"r"_s);
    QCOMPARE(refused->state, OutboxState::Uncertain); // the operator decides
    QCOMPARE(refused->record.evidence, Evidence::NotFound);
    QCOMPARE(refused->record.look, LookKind::LateAnswer);
    QCOMPARE(refused->record.evidenceWords, u"no"_s);
    QVERIFY(*silent == *refused);
}

void TestDispatch::lookThatFindsItSettlesIt()
{
    const auto item = m_cache->uncertain(u"Dear Anna"_s);
    m_cache->clock().advance(1min);

    const auto looked = noteLook(
        db(), item.id, {.evidence = Evidence::Found, .remoteId = u"7"_s, .words = u"in Sent"_s}, now());

    QVERIFY(looked);
    QCOMPARE(looked->state, OutboxState::Sent);
    QCOMPARE(looked->record.remoteId, u"7"_s);
    QCOMPARE(looked->record.evidence, Evidence::Found);
    QCOMPARE(looked->record.lookedAt, now());
}

void TestDispatch::lookThatFindsNothingSettlesNothing()
{
    const auto item = m_cache->uncertain(u"Dear Anna"_s);

    for (int look = 1; look < 4; ++look) {
        const auto looked = noteLook(
            db(), item.id,
            {.evidence = Evidence::NotFound, .look = LookKind::SentFolders, .words = u"Sent"_s}, now());
        QVERIFY(looked);
        QCOMPARE(looked->state, OutboxState::Uncertain);
        QCOMPARE(looked->record.looks, look);
        QCOMPARE(looked->record.look, LookKind::SentFolders);
        QCOMPARE(looked->record.evidenceWords, u"Sent"_s);
    }
    QVERIFY(queueDueReplies(db(), now() + 24h)->isEmpty());
    QCOMPARE(beginSending(db(), item.id, now()).error().code, Errc::Conflict);
}

void TestDispatch::whatAnEarlierVersionKeptOfALookIsForeignText()
{
    const auto item = m_cache->uncertain(u"Dear Anna"_s);
    QVERIFY(db().execute("UPDATE outbox SET evidence = 2, evidence_words = 'Sent, All Mail'"));

    const auto read = loadItem(db(), item.id);

    QVERIFY(read);
    QCOMPARE(read->record.evidence, Evidence::NotFound);
    QCOMPARE(read->record.look, LookKind::Other);
    QCOMPARE(read->record.evidenceWords, u"Sent, All Mail"_s);
}

void TestDispatch::evidenceComesBeforeASecondAttempt()
{
    const auto item = m_cache->uncertain(u"Dear Anna"_s);
    QVERIFY(settleReply(db(), item.id, Settlement::Unsent, now()));
    const auto released = releaseReply(db(), item.id, now());
    QCOMPARE(released->state, OutboxState::Queued);
    QCOMPARE(released->record.lastByte, LastByte::Left); // so who sends it looks first

    const auto looked = noteLook(db(), item.id, {.evidence = Evidence::Found}, now());

    QCOMPARE(looked->state, OutboxState::Sent);
}

void TestDispatch::historyTellsEachStepWithTheServersWords()
{
    const auto item = m_cache->sending(u"Dear Anna"_s);
    m_cache->clock().advance(1min);
    QVERIFY(finishSending(db(), item.id, RetryLater{.words = u"busy"_s}, {}, now()));
    QVERIFY(beginSending(db(), item.id, now()));
    QVERIFY(finishSending(db(), item.id, Sent{.words = u"250 OK"_s}, {}, now()));

    const auto history = outboxHistory(db(), item.id);

    QVERIFY(history);
    QStringList told;
    for (const OutboxStep &step : *history) {
        told.append(step.event ? QString(outboxEventName(*step.event)) : u"made"_s);
    }
    QCOMPARE(
        told,
        (QStringList{u"made"_s, u"hold-ended"_s, u"started"_s, u"postponed"_s, u"started"_s, u"accepted"_s}));
    QCOMPARE(history->at(3).words, u"busy"_s);
    QCOMPARE(history->at(3).at, now());
    QCOMPARE(history->constLast().words, u"250 OK"_s);
    QCOMPARE(history->constLast().reached.state, OutboxState::Sent);
    QCOMPARE(outboxHistory(db(), OutboxId{99}).error().code, Errc::NotFound);
}

QTEST_GUILESS_MAIN(TestDispatch)
#include "tst_dispatch.moc"
