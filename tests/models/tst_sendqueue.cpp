// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/sendqueue.h"

#include <QTest>

using namespace aside;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant now = fromMillis(1'790'000'000'000);

Account account(qint64 id)
{
    return {.id = AccountId{id}, .channel = Channel::Email, .name = {}, .identity = {}, .address = u"a@b"_s};
}

OutboxItem item(qint64 id, qint64 conversation, OutboxState state, qint64 account = 1)
{
    OutboxItem one;
    one.id = OutboxId{id};
    one.conversation = ConversationId{conversation};
    one.state = state;
    one.account = AccountId{account};
    return one;
}

/// "send 3", "look 4", in the order of the accounts.
QStringList told(const QueuePlan &plan)
{
    QStringList all;
    for (const QueueTask &task : plan.tasks) {
        const bool isSend = task.kind == QueueTask::Kind::Send;
        all.append((isSend ? u"send %1"_s : u"look %1"_s).arg(task.item.id.value));
    }
    return all;
}

} // namespace

class TestSendQueue : public QObject
{
    Q_OBJECT

    using State = OutboxState;

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void laterHalfWaitsUntilTheEarlierOneIsSent()
    {
        auto later = item(5, 2, State::Queued);
        later.after = OutboxId{4};

        for (const auto state : {State::Held, State::Refused, State::Withdrawn}) {
            QVERIFY(planQueue({later, item(4, 1, state)}, {account(1)}, {}, now).tasks.isEmpty());
        }
        QVERIFY(planQueue({later}, {account(1)}, {}, now).tasks.isEmpty());
        QCOMPARE(told(planQueue({later, item(4, 1, State::Sent)}, {account(1)}, {}, now)),
                 QStringList{u"send 5"_s});
        QCOMPARE(told(planQueue({later, item(4, 1, State::Queued)}, {account(1)}, {}, now)),
                 QStringList{u"send 4"_s});
    }

    void whatIsPostedByHandIsNoTask()
    {
        OutboxItem review = item(1, 1, State::Queued);
        review.channel = Channel::Manual;

        QCOMPARE(planQueue({review}, {account(1)}, {}, now), QueuePlan());
        QCOMPARE(told(planQueue({review, item(2, 2, State::Queued)}, {account(1)}, {}, now)),
                 QStringList{u"send 2"_s});
    }

    void oldestGoesFirstAndOneAtATime()
    {
        const QList<OutboxItem> items{item(9, 3, State::Queued), item(4, 2, State::Queued),
                                      item(7, 1, State::Queued)};

        QCOMPARE(told(planQueue(items, {account(1)}, {}, now)), QStringList{u"send 4"_s});
    }

    void eachAccountHasItsTurn()
    {
        const QList<OutboxItem> items{item(3, 3, State::Queued, 2), item(2, 2, State::Queued, 1),
                                      item(1, 1, State::Queued, 3)};

        const auto plan = planQueue(items, {account(1), account(2)}, {}, now);

        QCOMPARE(told(plan), (QStringList{u"send 2"_s, u"send 3"_s})); // nobody knows account 3
        QVERIFY(!plan.next);
    }

    void whatStandsInTheWayOfALaterReply_data()
    {
        QTest::addColumn<OutboxState>("state");
        QTest::addColumn<HoldReason>("reason");
        QTest::addColumn<bool>("blocks");
        const auto row = [](const char *name, State state, HoldReason reason, bool blocks) {
            QTest::addRow("%s", name) << state << reason << blocks;
        };
        row("undo window", State::Held, HoldReason::UndoWindow, true);
        row("scheduled", State::Held, HoldReason::Schedule, false);
        row("frozen", State::Held, HoldReason::Freeze, false);
        row("thread moved", State::Held, HoldReason::ThreadMoved, false);
        row("in review", State::Held, HoldReason::Review, false);
        row("not sent", State::Held, HoldReason::NotSent, false);
        row("sending", State::Sending, {}, true);
        row("uncertain", State::Uncertain, {}, true);
        row("sent", State::Sent, {}, false);
        row("refused", State::Refused, {}, false);
        row("withdrawn", State::Withdrawn, {}, false);
    }
    void whatStandsInTheWayOfALaterReply()
    {
        QFETCH(const OutboxState, state);
        QFETCH(const HoldReason, reason);
        QFETCH(const bool, blocks);
        OutboxItem earlier = item(1, 5, state);
        earlier.holdReason = reason;
        earlier.record.looks = 99; // nothing to look for
        const QList<OutboxItem> items{item(2, 5, State::Queued), earlier, item(3, 6, State::Queued)};

        const auto plan = planQueue(items, {account(1)}, {}, now);

        QCOMPARE(told(plan), QStringList{blocks ? u"send 3"_s : u"send 2"_s});
    }

    void queuedReplyThatWaitsKeepsItsPlace()
    {
        OutboxItem greylisted = item(1, 5, State::Queued);
        greylisted.record.nextAttemptAt = now + 5min;
        const QList<OutboxItem> items{item(2, 5, State::Queued), greylisted, item(3, 6, State::Queued)};

        const auto plan = planQueue(items, {account(1)}, {}, now);
        const auto later = planQueue(items, {account(1)}, {}, now + 5min);

        QCOMPARE(told(plan), QStringList{u"send 3"_s}); // another conversation goes on
        QCOMPARE(plan.next, now + 5min);
        QCOMPARE(told(later), QStringList{u"send 1"_s});
    }

    void accountThatRestsOrIsPausedWaits()
    {
        const QList<OutboxItem> items{item(1, 1, State::Queued, 1), item(2, 2, State::Queued, 2),
                                      item(3, 3, State::Queued, 3), item(4, 4, State::Queued, 4),
                                      item(5, 5, State::Queued, 5)};
        Account paused = account(2);
        paused.pause = AccountPause{.until = now + 3min};
        Account wantsPerson = account(3);
        wantsPerson.pause = AccountPause{.until = untilResumed, .cause = Errc::ServerRefused};
        Account off = account(4);
        off.isOn = false;
        const QList<Account> accounts{account(1), paused, wantsPerson, off, account(5)};
        const QHash<AccountId, LineState> lines{{AccountId{1}, {.restUntil = now + 7min}},
                                                {AccountId{5}, {.isBusy = true}}};

        const auto plan = planQueue(items, accounts, lines, now);

        QVERIFY(plan.tasks.isEmpty());
        QCOMPARE(plan.next, now + 3min);
    }

    void lookComesBeforeSending()
    {
        const QList<OutboxItem> items{item(1, 1, State::Queued), item(2, 2, State::Uncertain)};

        QCOMPARE(told(planQueue(items, {account(1)}, {}, now)), QStringList{u"look 2"_s});
    }

    void looksEndAndSendingGoesOn()
    {
        OutboxItem looked = item(2, 2, State::Uncertain);
        looked.record.looks = 1;
        looked.record.lookedAt = now;
        const auto plan = planQueue({item(1, 1, State::Queued), looked}, {account(1)}, {}, now);
        QCOMPARE(told(plan), QStringList{u"send 1"_s});
        QCOMPARE(plan.next, now + 1min);

        looked.record.looks = 5;
        const auto after = planQueue({looked}, {account(1)}, {}, now + 48h);

        QVERIFY(after.tasks.isEmpty() && !after.next);
    }

    void nothingToDoWantsNoWaking()
    {
        Account paused = account(1);
        paused.pause = AccountPause{.until = now + 3min};

        const auto plan = planQueue({item(1, 1, State::Sent)}, {paused}, {}, now);

        QVERIFY(plan == QueuePlan());
    }
};

QTEST_GUILESS_MAIN(TestSendQueue)
#include "tst_sendqueue.moc"
