// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/drafts.h"
#include "app/storage/handoff.h"
#include "tests/storage/sendingfixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

/// Replies that no program can send: the operator takes the text, posts it and proves it.
class TestHandOff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void replyWaitsForTheHandInsteadOfASender();
    void replyNeedsNoAccount();
    void textIsHandedOutWithItsPage();
    void textThatWasTakenIsKnownAfterTheProgramEnds();
    void nothingIsHandedOutThatMustNotLeave_data();
    void nothingIsHandedOutThatMustNotLeave();
    void otherHalfIsWaitedFor();
    void proofMakesItSent();
    void proofIsWanted_data();
    void proofIsWanted();
    void whatIsPostedIsNotPostedTwice();
    void whatWasNotPostedIsADraftAgain();
    void freezeTakesWhatWasNotTaken();
    void dispatcherHandsItOver();
    void eachStepIsWholeOrNothing();

private:
    Database &db() { return m_cache->db(); }
    Instant now() { return m_cache->now(); }
    OutboxItem waiting(const QString &text = u"Thank you, Anna"_s)
    {
        return m_cache->queuedIn(m_review, text);
    }

    std::unique_ptr<SendingCache> m_cache;
    ConversationId m_review;
};

void TestHandOff::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<SendingCache>();
    IncomingMessage review = tweet(u"review"_s, 2);
    review.channel = Channel::Manual;
    review.page = u"https://reviews.example/shop#1"_s;
    m_cache->apply({review});
    m_review = m_cache->home(u"review"_s);
}

void TestHandOff::replyWaitsForTheHandInsteadOfASender()
{
    const OutboxItem item = waiting();

    QVERIFY(waitsForHand(item));
    QCOMPARE(item.record.attempts, 0);
    QVERIFY(queueDueReplies(db(), now())->isEmpty());
}

void TestHandOff::replyNeedsNoAccount()
{
    QVERIFY(!waiting().account.isValid());
}

void TestHandOff::textIsHandedOutWithItsPage()
{
    const auto taken = takeToPost(db(), waiting().id, now());

    QVERIFY(taken);
    QVERIFY(waitsForHand(*taken));
    QCOMPARE(taken->page, u"https://reviews.example/shop#1"_s);
    QCOMPARE(taken->text, u"Thank you, Anna"_s);
    QCOMPARE(taken->record.attempts, 1);
    QCOMPARE(taken->record.attemptAt, now());
}

void TestHandOff::textThatWasTakenIsKnownAfterTheProgramEnds()
{
    const OutboxId id = waiting().id;
    QVERIFY(takeToPost(db(), id, now()));

    QVERIFY(recoverSending(db(), now())->isEmpty()); // what a start does
    QVERIFY(queueDueReplies(db(), now())->isEmpty());

    QVERIFY(waitsForHand(m_cache->item(id)));
    QCOMPARE(m_cache->item(id).record.attempts, 1);
}

void TestHandOff::nothingIsHandedOutThatMustNotLeave_data()
{
    QTest::addColumn<HoldReason>("reason");
    QTest::addRow("everything public is frozen") << HoldReason::Freeze;
    QTest::addRow("the customer wrote") << HoldReason::ThreadMoved;
}

void TestHandOff::nothingIsHandedOutThatMustNotLeave()
{
    QFETCH(const HoldReason, reason);
    const OutboxId id = waiting().id;
    if (reason == HoldReason::Freeze) {
        QVERIFY(setOutboxFreeze(db(), FreezeSwitch::Freeze, now()));
    } else {
        IncomingMessage more = tweet(u"more"_s, 3, {u"review"_s});
        more.channel = Channel::Manual;
        m_cache->apply({more});
    }

    const auto taken = takeToPost(db(), id, now());

    if (reason == HoldReason::Freeze) { // it was held before anybody asked
        QCOMPARE(taken.error().code, Errc::Conflict);
    } else {
        QVERIFY(taken);
    }
    QCOMPARE(m_cache->item(id).holdReason, reason);
    QCOMPARE(m_cache->item(id).record.attempts, 0);
}

void TestHandOff::otherHalfIsWaitedFor()
{
    const OutboxItem first = m_cache->queued(u"A letter"_s);
    Result<Transaction> transaction = Transaction::begin(db(), Durability::Synced);
    QVERIFY(transaction);
    const auto second = writeHeld(
        db(), {.conversation = m_review, .text = u"We wrote to you."_s, .after = first.id}, now());
    QVERIFY(second && transaction->commit());

    QVERIFY(queueDueReplies(db(), now()));
    QCOMPARE(m_cache->item(*second).holdReason, HoldReason::OtherHalf);
    QVERIFY(beginSending(db(), first.id, now()));
    QVERIFY(finishSending(db(), first.id, Sent(), {}, now()));
    QVERIFY(queueDueReplies(db(), now()));

    QVERIFY(waitsForHand(m_cache->item(*second)));
}

void TestHandOff::proofMakesItSent()
{
    const OutboxId id = waiting().id;

    const auto posted = notePosted(
        db(), id, {.page = u" https://reviews.example/shop#2 "_s, .words = u" seen by Olga "_s}, now());

    QVERIFY(posted);
    QCOMPARE(posted->state, OutboxState::Sent);
    QCOMPARE(posted->record.remoteId, u"https://reviews.example/shop#2"_s);
    QCOMPARE(posted->record.serverWords, u"seen by Olga"_s);
    const auto history = outboxHistory(db(), id);
    QVERIFY(history && history->constLast().event == OutboxEvent::Posted);
    QCOMPARE(history->constLast().words, u"https://reviews.example/shop#2 seen by Olga"_s);
    const auto messages = m_cache->messages(m_review);
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages.constLast().direction, Direction::Outgoing);
    QCOMPARE(messages.constLast().page, u"https://reviews.example/shop#2"_s);
}

void TestHandOff::proofIsWanted_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("words");
    QTest::addColumn<Errc>("code");
    QTest::addRow("none") << QString() << u"  "_s << Errc::Empty;
    QTest::addRow("no page") << u"somewhere"_s << u"words"_s << Errc::InvalidInput;
    QTest::addRow("of a program") << u"javascript:alert(1)"_s << QString() << Errc::InvalidInput;
    QTest::addRow("with a password") << u"https://a:b@c.example/"_s << QString() << Errc::InvalidInput;
    QTest::addRow("a long page") << u"https://c.example/"_s + QString(2000, u'a') << QString()
                                 << Errc::InvalidInput;
    QTest::addRow("a long story") << QString() << QString(1001, u'a') << Errc::InvalidInput;
}

void TestHandOff::proofIsWanted()
{
    QFETCH(const QString, page);
    QFETCH(const QString, words);
    QFETCH(const Errc, code);
    const OutboxId id = waiting().id;

    QCOMPARE(notePosted(db(), id, {.page = page, .words = words}, now()).error().code, code);

    QVERIFY(waitsForHand(m_cache->item(id)));
}

void TestHandOff::whatIsPostedIsNotPostedTwice()
{
    const OutboxId id = waiting().id;
    QVERIFY(takeToPost(db(), id, now()));
    QVERIFY(notePosted(db(), id, {.words = u"case 7"_s}, now()));

    QCOMPARE(takeToPost(db(), id, now()).error().code, Errc::Conflict);
    QCOMPARE(notePosted(db(), id, {.words = u"case 7"_s}, now()).error().code, Errc::Conflict);
    QCOMPARE(m_cache->messages(m_review).size(), 2);
}

void TestHandOff::whatWasNotPostedIsADraftAgain()
{
    const OutboxId id = waiting().id;
    QVERIFY(takeToPost(db(), id, now()));

    QVERIFY(withdrawReply(db(), id, now()));

    QCOMPARE(loadDraft(db(), m_review, DraftKind::Reply)->text, u"Thank you, Anna"_s);
    QCOMPARE(notePosted(db(), id, {.words = u"case 7"_s}, now()).error().code, Errc::Conflict);
}

void TestHandOff::freezeTakesWhatWasNotTaken()
{
    const OutboxId taken = waiting().id;
    const OutboxId idle = waiting(u"More"_s).id;
    QVERIFY(takeToPost(db(), taken, now()));

    QVERIFY(setOutboxFreeze(db(), FreezeSwitch::Freeze, now()));
    QVERIFY(waitsForHand(m_cache->item(taken))); // it may be posted already
    QCOMPARE(m_cache->item(idle).holdReason, HoldReason::Freeze);
    QVERIFY(setOutboxFreeze(db(), FreezeSwitch::Thaw, now()));
    QVERIFY(queueDueReplies(db(), now()));

    QVERIFY(waitsForHand(m_cache->item(idle)));
}

void TestHandOff::dispatcherHandsItOver()
{
    // Released by hand it is queued until the next look; a dispatcher that is quicker must not send it.
    QVERIFY(insertAccount(
        db(),
        {.id = {}, .channel = Channel::Manual, .name = u"Reviews"_s, .identity = {}, .address = u"r"_s}));
    const auto held = holdReply(db(), m_review, u"Hello"_s, {.undoWindow = std::chrono::seconds(10)}, now());
    QVERIFY(held && releaseReply(db(), held->id, now()));

    const auto begun = beginSending(db(), held->id, now());

    QVERIFY(begun);
    QVERIFY(waitsForHand(*begun));
}

void TestHandOff::eachStepIsWholeOrNothing()
{
    const OutboxId id = waiting().id;

    QVERIFY(m_cache->isWholeOrNothing([&] { return takeToPost(db(), id, now()); }));
    QVERIFY(m_cache->isWholeOrNothing([&] { return notePosted(db(), id, {.words = u"case 7"_s}, now()); }));
}

QTEST_GUILESS_MAIN(TestHandOff)
#include "tst_handoff.moc"
