// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/drafts.h"
#include "tests/storage/sendingfixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// Why replies are held, and what ends that.
class TestOutboxHolds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void undoWindowIsAMinuteAtMost_data();
    void undoWindowIsAMinuteAtMost();
    void scheduledReplyLeavesAtItsTime();
    void scheduleEndsWhenTheCustomerWrites();
    void timeThatIsPastIsNoSchedule();
    void heldReplyIsScheduledAnew();
    void replyIsHeldForWhatItsAuthorDidNotSee();
    void movedReplyWantsADecision();
    void movedReplyIsSentAnywayUpToWhatWasShown();
    void freezeHoldsEverythingPublic();
    void freezeOutlastsTheUndoWindow();
    void freezeTwiceIsOne();
    void refusedReplyIsTriedAgainWhenAsked();
    void uncertainReplyIsWhatTheOperatorFound_data();
    void uncertainReplyIsWhatTheOperatorFound();
    void unsentReplyIsADraftAgainOrGoesAgain();
    void eachStepIsWholeOrNothing();

private:
    Database &db() { return m_cache->db(); }
    Instant now() { return m_cache->now(); }
    OutboxItem publicReply();

    std::unique_ptr<SendingCache> m_cache;
};

void TestOutboxHolds::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<SendingCache>();
}

OutboxItem TestOutboxHolds::publicReply()
{
    m_cache->apply({tweet(u"post"_s, 2)});
    return m_cache->queuedIn(m_cache->home(u"post"_s), u"Hello"_s);
}

void TestOutboxHolds::undoWindowIsAMinuteAtMost_data()
{
    QTest::addColumn<qint64>("asked");
    QTest::addColumn<qint64>("kept");
    QTest::addRow("none") << 0LL << 0LL;
    QTest::addRow("some") << 10'000LL << 10'000LL;
    QTest::addRow("most") << 60'000LL << 60'000LL;
    QTest::addRow("more") << 60'001LL << 60'000LL;
    QTest::addRow("less than none") << -5'000LL << 0LL;
}

void TestOutboxHolds::undoWindowIsAMinuteAtMost()
{
    QFETCH(const qint64, asked);
    QFETCH(const qint64, kept);

    const auto item = holdReply(db(), m_cache->talk, u"Dear Anna"_s,
                                {.undoWindow = std::chrono::milliseconds(asked)}, now());

    QVERIFY(item);
    QCOMPARE(item->holdUntil, now() + std::chrono::milliseconds(kept));
}

void TestOutboxHolds::scheduledReplyLeavesAtItsTime()
{
    const auto item
        = holdReply(db(), m_cache->talk, u"Dear Anna"_s, {.undoWindow = 10s, .sendAt = now() + 2h}, now());
    QCOMPARE(item->holdReason, HoldReason::Schedule);

    m_cache->clock().advance(2h - 1ms);
    QVERIFY(queueDueReplies(db(), now())->isEmpty());
    m_cache->clock().advance(1ms);

    QCOMPARE(queueDueReplies(db(), now())->constFirst().state, OutboxState::Queued);
}

void TestOutboxHolds::scheduleEndsWhenTheCustomerWrites()
{
    QVERIFY(holdReply(db(), m_cache->talk, u"Any news?"_s, {.sendAt = now() + 2h}, now()));
    m_cache->apply({mail(u"b@x"_s, 5, {u"a@x"_s})});

    const auto moved = queueDueReplies(db(), now());

    QCOMPARE(moved->size(), 1);
    QCOMPARE(moved->constFirst().state, OutboxState::Held);
    QCOMPARE(moved->constFirst().holdReason, HoldReason::ThreadMoved);
    QCOMPARE(moved->constFirst().arrivals.size(), 1);
    m_cache->clock().advance(3h);
    QVERIFY(queueDueReplies(db(), now())->isEmpty()); // its time means nothing any more
}

void TestOutboxHolds::timeThatIsPastIsNoSchedule()
{
    const auto item
        = holdReply(db(), m_cache->talk, u"Dear Anna"_s, {.undoWindow = 10s, .sendAt = now() - 1h}, now());
    QCOMPARE(item->holdReason, HoldReason::UndoWindow);
    QCOMPARE(item->holdUntil, now() + 10s);

    QCOMPARE(scheduleReply(db(), item->id, now(), now()).error().code, Errc::InvalidInput);
}

void TestOutboxHolds::heldReplyIsScheduledAnew()
{
    const auto item = holdReply(db(), m_cache->talk, u"Dear Anna"_s, {.sendAt = now() + 1h}, now());

    const auto later = scheduleReply(db(), item->id, now() + 5h, now());

    QVERIFY(later);
    QCOMPARE(later->holdUntil, now() + 5h);
    QCOMPARE(releaseReply(db(), item->id, now())->state, OutboxState::Queued);
}

void TestOutboxHolds::replyIsHeldForWhatItsAuthorDidNotSee()
{
    const MessageId shown{m_cache->number("SELECT max(id) FROM message")};
    m_cache->apply({mail(u"b@x"_s, 5, {u"a@x"_s})}); // came while the reply was written
    const auto held = holdReply(db(), m_cache->talk, u"Dear Anna"_s, {.seen = shown}, now());
    QVERIFY(queueDueReplies(db(), now()));

    const auto begun = beginSending(db(), held->id, now());

    QCOMPARE(begun->holdReason, HoldReason::ThreadMoved);
    QCOMPARE(begun->arrivals.size(), 1);
}

void TestOutboxHolds::movedReplyWantsADecision()
{
    const auto item = m_cache->queued(u"Dear Anna"_s);
    m_cache->apply({mail(u"b@x"_s, 5, {u"a@x"_s})});
    QVERIFY(beginSending(db(), item.id, now()));

    QCOMPARE(releaseReply(db(), item.id, now()).error().code, Errc::Conflict); // nothing was shown
    QVERIFY(queueDueReplies(db(), now() + 24h)->isEmpty());
    QVERIFY(withdrawReply(db(), item.id, now()));

    QCOMPARE(loadDraft(db(), m_cache->talk, DraftKind::Reply)->text, u"Dear Anna"_s);
}

void TestOutboxHolds::movedReplyIsSentAnywayUpToWhatWasShown()
{
    const auto item = m_cache->queued(u"Dear Anna"_s);
    m_cache->apply({mail(u"b@x"_s, 5, {u"a@x"_s})});
    const auto moved = beginSending(db(), item.id, now());
    m_cache->apply({mail(u"c@x"_s, 6, {u"a@x"_s})}); // while the operator reads

    const auto released = sendReplyAnyway(db(), item.id, moved->arrivals.constLast().id, now());
    QCOMPARE(released->state, OutboxState::Queued);
    const auto again = beginSending(db(), item.id, now());

    QCOMPARE(again->holdReason, HoldReason::ThreadMoved);
    QCOMPARE(again->arrivals.size(), 1);
    QCOMPARE(again->arrivals.constFirst().text, u"Text of c@x"_s);
    QVERIFY(sendReplyAnyway(db(), item.id, again->arrivals.constLast().id, now()));
    QCOMPARE(beginSending(db(), item.id, now())->state, OutboxState::Sending);
    QCOMPARE(sendReplyAnyway(db(), item.id, MessageId{9}, now()).error().code, Errc::Conflict);
}

void TestOutboxHolds::freezeHoldsEverythingPublic()
{
    const auto open = publicReply();
    const auto quiet = m_cache->queued(u"Dear Anna"_s);

    const auto frozen = setOutboxFreeze(db(), FreezeSwitch::Freeze, now());

    QVERIFY(frozen);
    QCOMPARE(frozen->freeze.since, now());
    QCOMPARE(frozen->moved.size(), 1);
    QCOMPARE(m_cache->item(open.id).holdReason, HoldReason::Freeze);
    QCOMPARE(m_cache->item(quiet.id).state, OutboxState::Queued);
    QCOMPARE(releaseReply(db(), open.id, now()).error().code, Errc::Conflict);

    const auto thawed = setOutboxFreeze(db(), FreezeSwitch::Thaw, now());

    QVERIFY(!thawed->freeze.since);
    QCOMPARE(m_cache->item(open.id).state, OutboxState::Queued);
}

void TestOutboxHolds::freezeOutlastsTheUndoWindow()
{
    m_cache->apply({tweet(u"post"_s, 2)});
    const auto item = holdReply(db(), m_cache->home(u"post"_s), u"Hello"_s, {.undoWindow = 10s}, now());
    QVERIFY(setOutboxFreeze(db(), FreezeSwitch::Freeze, now()));
    QCOMPARE(m_cache->item(item->id).holdReason, HoldReason::UndoWindow);
    m_cache->clock().advance(1min);

    QVERIFY(queueDueReplies(db(), now()));

    QCOMPARE(m_cache->item(item->id).state, OutboxState::Held);
    QCOMPARE(m_cache->item(item->id).holdReason, HoldReason::Freeze);
    QVERIFY(queueDueReplies(db(), now())->isEmpty());
}

void TestOutboxHolds::freezeTwiceIsOne()
{
    const auto first = setOutboxFreeze(db(), FreezeSwitch::Freeze, now());
    m_cache->clock().advance(1h);

    const auto second = setOutboxFreeze(db(), FreezeSwitch::Freeze, now());

    QCOMPARE(second->freeze, first->freeze);
    QVERIFY(!setOutboxFreeze(db(), FreezeSwitch::Thaw, now())->freeze.since);
    QVERIFY(!setOutboxFreeze(db(), FreezeSwitch::Thaw, now())->freeze.since);
}

void TestOutboxHolds::refusedReplyIsTriedAgainWhenAsked()
{
    const auto item = m_cache->sending(u"Dear Anna"_s);
    QVERIFY(finishSending(db(), item.id, Refused{.words = u"mailbox full"_s}, {}, now()));
    QVERIFY(queueDueReplies(db(), now() + 24h)->isEmpty());

    QCOMPARE(releaseReply(db(), item.id, now())->state, OutboxState::Queued);
}

void TestOutboxHolds::uncertainReplyIsWhatTheOperatorFound_data()
{
    QTest::addColumn<Settlement>("settlement");
    QTest::addColumn<OutboxState>("state");
    QTest::addRow("there") << Settlement::Sent << OutboxState::Sent;
    QTest::addRow("not there") << Settlement::Unsent << OutboxState::Held;
}

void TestOutboxHolds::uncertainReplyIsWhatTheOperatorFound()
{
    QFETCH(const Settlement, settlement);
    QFETCH(const OutboxState, state);
    const auto item = m_cache->uncertain(u"Dear Anna"_s);
    QCOMPARE(releaseReply(db(), item.id, now()).error().code, Errc::Conflict);
    QCOMPARE(withdrawReply(db(), item.id, now()).error().code, Errc::Conflict);

    const auto settled = settleReply(db(), item.id, settlement, now());

    QVERIFY(settled);
    QCOMPARE(settled->state, state);
    QVERIFY(queueDueReplies(db(), now() + 24h)->isEmpty()); // nothing leaves by itself
    QCOMPARE(settleReply(db(), item.id, settlement, now()).error().code, Errc::Conflict);
}

void TestOutboxHolds::unsentReplyIsADraftAgainOrGoesAgain()
{
    const auto one = m_cache->uncertain(u"One"_s);
    QVERIFY(settleReply(db(), one.id, Settlement::Unsent, now()));
    QVERIFY(withdrawReply(db(), one.id, now()));
    QCOMPARE(loadDraft(db(), m_cache->talk, DraftKind::Reply)->text, u"One"_s);
    const auto two = m_cache->uncertain(u"Two"_s);
    QVERIFY(settleReply(db(), two.id, Settlement::Unsent, now()));

    QCOMPARE(releaseReply(db(), two.id, now())->state, OutboxState::Queued);
    QCOMPARE(beginSending(db(), two.id, now())->wireId, two.wireId);
}

void TestOutboxHolds::eachStepIsWholeOrNothing()
{
    const auto failEachStep = [&](auto write) {
        const auto before = m_cache->dump();
        for (int after = 0; after < 60; ++after) {
            db().failWriteAfter(after);
            const bool done = write().has_value();
            db().failWriteAfter(-1);
            if (done) {
                QVERIFY(after >= 3 && m_cache->dump() != before);
                return;
            }
            QCOMPARE(m_cache->dump(), before);
        }
        QFAIL("it never succeeded");
    };
    const auto open = publicReply();
    const auto id = m_cache->queued(u"Dear Anna"_s).id;

    failEachStep([&] { return setOutboxFreeze(db(), FreezeSwitch::Freeze, now()); });
    failEachStep([&] { return setOutboxFreeze(db(), FreezeSwitch::Thaw, now()); });
    failEachStep([&] { return scheduleReply(db(), id, now() + 1h, now()); });
    failEachStep([&] { return releaseReply(db(), id, now()); });
    failEachStep([&] { return beginSending(db(), id, now()); });
    failEachStep([&] { return finishSending(db(), id, RetryLater(), now(), now()); });
    QVERIFY(beginSending(db(), id, now()));
    failEachStep([&] { return recoverSending(db(), now()); });
    failEachStep([&] { return noteLook(db(), id, {.evidence = Evidence::NotFound}, now()); });
    failEachStep([&] { return settleReply(db(), id, Settlement::Unsent, now()); });
    QCOMPARE(m_cache->item(open.id).state, OutboxState::Queued);
}

QTEST_GUILESS_MAIN(TestOutboxHolds)
#include "tst_outboxholds.moc"
