// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/outboxmachine.h"

#include <QTest>

#include <array>
#include <utility>

using namespace aside;

namespace {

constexpr int stateCount = 7;
constexpr int eventCount = 9;

using Next = std::optional<OutboxState>;
using Line = std::array<Next, eventCount>;

constexpr Next no = std::nullopt;
constexpr Next queued = OutboxState::Queued;
constexpr Next sending = OutboxState::Sending;
constexpr Next sent = OutboxState::Sent;
constexpr Next refused = OutboxState::Refused;
constexpr Next unsure = OutboxState::Uncertain;
constexpr Next back = OutboxState::Withdrawn;

// Every state with every event, in the order of the enums.
constexpr std::array<Line, stateCount> table{{
    //   HoldEnded Withdraw Start  Accepted Rejected Postponed Lost  Found NotFound
    Line{queued, back, no, no, no, no, no, no, no}, // Held
    Line{no, back, sending, no, no, no, no, no, no}, // Queued
    Line{no, no, no, sent, refused, queued, unsure, no, no}, // Sending
    Line{no, no, no, no, no, no, no, no, no}, // Sent
    Line{no, back, no, no, no, no, no, no, no}, // Refused
    Line{no, no, no, no, no, no, no, sent, refused}, // Uncertain
    Line{no, no, no, no, no, no, no, no, no}, // Withdrawn
}};

constexpr std::array eventNames{"hold ended", "withdraw", "start", "accepted", "rejected",
                                "postponed",  "lost",     "found", "not found"};
static_assert(eventNames.size() == eventCount);
static_assert(std::to_underlying(OutboxState::Withdrawn) == stateCount - 1);
static_assert(std::to_underlying(OutboxEvent::NotFound) == eventCount - 1);

} // namespace

class TestOutboxMachine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyEventInEveryStateLeadsWhereTheTableSays_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("event");
        for (int state = 0; state < stateCount; ++state) {
            for (int event = 0; event < eventCount; ++event) {
                const auto name = outboxStateName(OutboxState(state));
                QTest::addRow("%s, %s", name.data(), eventNames.at(size_t(event))) << state << event;
            }
        }
    }
    void everyEventInEveryStateLeadsWhereTheTableSays()
    {
        QFETCH(const int, state);
        QFETCH(const int, event);

        const Next next = nextOutboxState(OutboxState(state), OutboxEvent(event));

        QVERIFY(next == table.at(size_t(state)).at(size_t(event)));
    }

    void whatMayHaveLeftIsNeverSentAgainByItself()
    {
        for (int event = 0; event < eventCount; ++event) {
            const Next next = nextOutboxState(OutboxState::Uncertain, OutboxEvent(event));

            QVERIFY(next != OutboxState::Sending && next != OutboxState::Queued);
        }
    }

    void whatIsSentOrWithdrawnStaysSo()
    {
        for (int event = 0; event < eventCount; ++event) {
            QVERIFY(!nextOutboxState(OutboxState::Sent, OutboxEvent(event)));
            QVERIFY(!nextOutboxState(OutboxState::Withdrawn, OutboxEvent(event)));
        }
    }
};

QTEST_GUILESS_MAIN(TestOutboxMachine)
#include "tst_outboxmachine.moc"
