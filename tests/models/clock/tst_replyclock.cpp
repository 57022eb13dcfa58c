// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/clock/replyclock.h"

#include <QTest>

using namespace aside;
using namespace std::chrono_literals;

namespace {

constexpr Instant start = fromMillis(1'772'442'000'000);

ConversationRow rowWith(Instant target, Instant promise, Instant window)
{
    ConversationRow row;
    row.targetBy = target;
    row.promisedAt = promise;
    row.windowBy = window;
    return row;
}

} // namespace

class TestReplyClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEarliestDecides_data();
    void theEarliestDecides();
    void allReasonsAreTold();
    void aClosedConversationHasNone();
    void praiseWantsAnAnswerAsWell();
    void channelsCloseByTheirOwnRules_data();
    void channelsCloseByTheirOwnRules();
};

void TestReplyClock::theEarliestDecides_data()
{
    QTest::addColumn<ConversationRow>("row");
    QTest::addColumn<bool>("isDue");
    QTest::addColumn<ReplyReason>("reason");
    QTest::addRow("nothing") << rowWith({}, {}, {}) << false << ReplyReason::Target;
    QTest::addRow("target") << rowWith(start + 1h, {}, {}) << true << ReplyReason::Target;
    QTest::addRow("promise alone") << rowWith({}, start, {}) << true << ReplyReason::Promise;
    QTest::addRow("promise first") << rowWith(start + 2h, start + 1h, start + 3h) << true
                                   << ReplyReason::Promise;
    QTest::addRow("window first") << rowWith(start + 2h, start + 3h, start + 1h) << true
                                  << ReplyReason::Window;
    QTest::addRow("a tie") << rowWith(start, start, start) << true << ReplyReason::Target;
}

void TestReplyClock::theEarliestDecides()
{
    QFETCH(const ConversationRow, row);
    QFETCH(const bool, isDue);
    QFETCH(const ReplyReason, reason);

    const auto due = replyBy(row);

    QCOMPARE(due.has_value(), isDue);
    if (isDue) {
        QCOMPARE(due->reason, reason);
    }
}

void TestReplyClock::allReasonsAreTold()
{
    const QList<ReplyDeadline> all = replyDeadlines(rowWith(start + 2h, start + 3h, start + 1h));

    QCOMPARE(all,
             (QList<ReplyDeadline>{{.reason = ReplyReason::Window, .at = start + 1h},
                                   {.reason = ReplyReason::Target, .at = start + 2h},
                                   {.reason = ReplyReason::Promise, .at = start + 3h}}));
}

void TestReplyClock::aClosedConversationHasNone()
{
    ConversationRow row = rowWith({}, start, {});
    row.state = ConversationState::Closed;

    QVERIFY(!replyBy(row));
}

void TestReplyClock::praiseWantsAnAnswerAsWell()
{
    ConversationRow row = rowWith(start, {}, {});
    row.mood = Mood::Positive;

    QCOMPARE(replyBy(row), (ReplyDeadline{.reason = ReplyReason::Target, .at = start}));
}

void TestReplyClock::channelsCloseByTheirOwnRules_data()
{
    QTest::addColumn<Channel>("channel");
    QTest::addColumn<Audience>("audience");
    QTest::addColumn<Instant>("window"); // the customer waits since `start` and wrote again 2 hours later
    QTest::addRow("Facebook, message") << Channel::Facebook << Audience::Private << Instant(start + 26h);
    QTest::addRow("Facebook, comment") << Channel::Facebook << Audience::Public << Instant(start + 168h);
    QTest::addRow("Instagram, message") << Channel::Instagram << Audience::Private << Instant(start + 26h);
    QTest::addRow("mail") << Channel::Email << Audience::Private << Instant{};
    QTest::addRow("X") << Channel::X << Audience::Public << Instant{};
}

void TestReplyClock::channelsCloseByTheirOwnRules()
{
    QFETCH(const Channel, channel);
    QFETCH(const Audience, audience);
    QFETCH(const Instant, window);

    QCOMPARE(channelWindow(channel, audience, start, start + 2h).value_or(Instant{}), window);
    QVERIFY(!channelWindow(channel, audience, {}, start)); // nobody waits
}

QTEST_MAIN(TestReplyClock)
#include "tst_replyclock.moc"
