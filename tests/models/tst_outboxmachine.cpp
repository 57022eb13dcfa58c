// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/outboxmachine.h"

#include <QSet>
#include <QTest>

#include <array>
#include <string_view>
#include <utility>

using namespace aside;

namespace {

using Next = std::optional<OutboxPosition>;

struct Line {
    const char *name;
    char letter;
    OutboxPosition position;
    std::string_view
        leads; ///< where each event leads, by letter, in the order of the enum; a dot: not allowed
};

constexpr OutboxPosition held(HoldReason reason)
{
    return {.state = OutboxState::Held, .reason = reason};
}

// Events: hold ended, released, scheduled, frozen, thawed, thread moved, review asked, approved, withdraw,
// start, accepted, rejected, postponed, lost, found, not found, decided sent, decided unsent,
// bounced, copy wanted, copy failed, copy filed, half awaited, half sent, consent lacking,
// handed over, taken to post, posted.
constexpr std::array table{
    Line{"undo window", 'u', held(HoldReason::UndoWindow), "qqs...r.W..................."},
    Line{"schedule", 's', held(HoldReason::Schedule), "qqs..mr.W..................."},
    Line{"freeze", 'f', held(HoldReason::Freeze), "....q...W..................."},
    Line{"thread moved", 'm', held(HoldReason::ThreadMoved), ".qs.....W..................."},
    Line{"review", 'r', held(HoldReason::Review), ".......qW..................."},
    Line{"not sent", 'n', held(HoldReason::NotSent), ".qs.....W.....T...R........."},
    Line{"other half", 'h', held(HoldReason::OtherHalf), ".q......W..............q...."},
    Line{"consent", 'c', held(HoldReason::Consent), ".q......W..................."},
    Line{"by hand", 'b', held(HoldReason::ByHand), "...f.m..W.............h.c.bT"},
    Line{"queued", 'q', {.state = OutboxState::Queued}, ".qsf.m..WS....T.......h.cb.."},
    Line{"sending", 'S', {.state = OutboxState::Sending}, "..........TRqU....S........."},
    Line{"sent", 'T', {.state = OutboxState::Sent}, "..................RTTT......"},
    Line{"refused", 'R', {.state = OutboxState::Refused}, ".q......W...........RR......"},
    Line{"uncertain", 'U', {.state = OutboxState::Uncertain}, "..............TUTnR........."},
    Line{"withdrawn", 'W', {.state = OutboxState::Withdrawn}, "............................"},
};

static_assert(std::to_underlying(OutboxState::Withdrawn) == 6);
static_assert(std::to_underlying(HoldReason::ByHand) == 8);
static_assert(std::to_underlying(OutboxEvent::Posted) == outboxEventCount - 1);

Next meant(char letter)
{
    for (const Line &line : table) {
        if (line.letter == letter) {
            return line.position;
        }
    }
    return std::nullopt;
}

/// Where one can come without an operator or a lead having decided anything.
bool isByItself(OutboxEvent event)
{
    using enum OutboxEvent;
    return event != Released && event != Scheduled && event != Withdraw && event != Approved
        && event != DecidedSent && event != DecidedUnsent && event != TakenToPost && event != Posted;
}

} // namespace

class TestOutboxMachine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyEventInEveryPositionLeadsWhereTheTableSays_data()
    {
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("event");
        for (size_t line = 0; line < table.size(); ++line) {
            QCOMPARE(table.at(line).leads.size(), size_t(outboxEventCount));
            for (int event = 0; event < outboxEventCount; ++event) {
                QTest::addRow("%s, %s", table.at(line).name, outboxEventName(OutboxEvent(event)).data())
                    << int(line) << event;
            }
        }
    }
    void everyEventInEveryPositionLeadsWhereTheTableSays()
    {
        QFETCH(const int, line);
        QFETCH(const int, event);
        const Line &from = table.at(size_t(line));

        const Next next = nextOutboxPosition(from.position, OutboxEvent(event));

        QVERIFY(next == meant(from.leads.at(size_t(event))));
    }

    void whatMayHaveLeftIsNeverSentAgainByItself()
    {
        // Everything that can be reached from Uncertain while nobody decides.
        QList<OutboxPosition> reached{{.state = OutboxState::Uncertain}};
        for (qsizetype i = 0; i < reached.size(); ++i) {
            for (int event = 0; event < outboxEventCount; ++event) {
                const Next next = nextOutboxPosition(reached.at(i), OutboxEvent(event));
                if (next && isByItself(OutboxEvent(event)) && !reached.contains(*next)) {
                    reached.append(*next);
                }
            }
        }

        QCOMPARE(reached.size(), 3); // still uncertain, or found and so sent, or come back
        QCOMPARE(reached.at(1).state, OutboxState::Sent);
        QCOMPARE(reached.at(2).state, OutboxState::Refused);
    }

    void decisionThatItIsNotThereSendsNothingYet()
    {
        const Next next = nextOutboxPosition({.state = OutboxState::Uncertain}, OutboxEvent::DecidedUnsent);

        QVERIFY(next && *next == held(HoldReason::NotSent));
        for (int event = 0; event < outboxEventCount; ++event) {
            const Next after = nextOutboxPosition(*next, OutboxEvent(event));
            QVERIFY(!after || !isByItself(OutboxEvent(event)) || after->state == OutboxState::Sent
                    || after->state == OutboxState::Refused);
        }
    }

    void onlyAQueuedReplyBeginsToBeSent()
    {
        for (const Line &line : table) {
            for (int event = 0; event < outboxEventCount; ++event) {
                const Next next = nextOutboxPosition(line.position, OutboxEvent(event));
                const bool isSending = line.position.state == OutboxState::Sending; // it only stays so
                QVERIFY(!next || next->state != OutboxState::Sending || isSending
                        || line.position.state == OutboxState::Queued);
            }
        }
    }

    void whatIsSentOrWithdrawnStaysSo()
    {
        for (int event = 0; event < outboxEventCount; ++event) {
            const Next next = nextOutboxPosition({.state = OutboxState::Sent}, OutboxEvent(event));
            const bool isBounce = OutboxEvent(event) == OutboxEvent::Bounced; // unless it comes back
            const bool isCopys = OutboxEvent(event) >= OutboxEvent::CopyWanted
                && OutboxEvent(event) <= OutboxEvent::CopyFiled;
            QCOMPARE(next.has_value(), isBounce || isCopys);
            QVERIFY(!next || next->state == (isBounce ? OutboxState::Refused : OutboxState::Sent));
            QVERIFY(!nextOutboxPosition({.state = OutboxState::Withdrawn}, OutboxEvent(event)));
        }
    }

    void reasonCountsWhereItIsHeld()
    {
        OutboxItem item;
        item.holdReason = HoldReason::Freeze;
        QVERIFY(positionOf(item) == held(HoldReason::Freeze));

        item.state = OutboxState::Queued;

        QVERIFY(positionOf(item) == OutboxPosition{.state = OutboxState::Queued});
    }

    void everyEventHasANameOfItsOwn()
    {
        QSet<QString> names;
        for (int event = 0; event < outboxEventCount; ++event) {
            names.insert(outboxEventName(OutboxEvent(event)));
        }

        QCOMPARE(names.size(), outboxEventCount);
    }
};

QTEST_GUILESS_MAIN(TestOutboxMachine)
#include "tst_outboxmachine.moc"
