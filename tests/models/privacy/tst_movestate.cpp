// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/movestate.h"

#include <QTest>

using namespace aside;

namespace {

using Item = std::optional<OutboxState>;
using enum MoveState;

struct Line {
    const char *name;
    MoveWay way;
    Item inPublic;
    Item inPrivate;
    MoveState reached;
};

constexpr auto held = OutboxState::Held;
constexpr auto sent = OutboxState::Sent;
constexpr auto gone = OutboxState::Withdrawn;

const QList<Line> lines{
    {"both held", MoveWay::Letter, held, held, Leaving},
    {"message sent", MoveWay::Letter, OutboxState::Queued, sent, Leaving},
    {"both sent", MoveWay::Letter, sent, sent, Joined},
    {"message refused", MoveWay::Letter, held, OutboxState::Refused, Leaving},
    {"message uncertain", MoveWay::Letter, sent, OutboxState::Uncertain, Leaving},
    {"message taken back", MoveWay::Letter, held, gone, Leaving},
    {"public line alone", MoveWay::Letter, sent, gone, Answered},
    {"message alone", MoveWay::Letter, gone, sent, Joined},
    {"both taken back", MoveWay::Letter, gone, gone, TakenBack},
    {"message without a line", MoveWay::DirectMessage, {}, sent, Joined},
    {"answer held", MoveWay::StayPublic, held, {}, Leaving},
    {"answer sent", MoveWay::StayPublic, sent, {}, Answered},
    {"answer taken back", MoveWay::ChoiceOfWays, gone, {}, TakenBack},
    {"invitation held", MoveWay::PersonWrites, held, {}, Leaving},
    {"invitation uncertain", MoveWay::PersonWrites, OutboxState::Uncertain, {}, Leaving},
    {"invitation sent", MoveWay::PersonWrites, sent, {}, Awaited},
    {"invitation taken back", MoveWay::PersonWrites, gone, {}, TakenBack},
};

} // namespace

class TestMoveState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void halvesSayHowFarItIs_data()
    {
        QTest::addColumn<qsizetype>("line");
        for (qsizetype i = 0; i < lines.size(); ++i) {
            QTest::addRow("%s", lines.at(i).name) << i;
        }
    }

    void halvesSayHowFarItIs()
    {
        QFETCH(const qsizetype, line);
        const auto &[name, way, inPublic, inPrivate, reached] = lines.at(line);

        const MoveProgress progress{.way = way, .publicItem = inPublic, .privateItem = inPrivate};

        QCOMPARE(moveStateOf(progress), reached);
    }

    void whoCameHasCome()
    {
        for (const auto item : {held, sent, gone}) {
            QCOMPARE(moveStateOf({.way = MoveWay::PersonWrites,
                                  .state = Joined,
                                  .hasTalk = true,
                                  .publicItem = sent,
                                  .privateItem = item}),
                     Joined);
        }
    }

    void whatWasTakenBackStaysSo()
    {
        QCOMPARE(moveStateOf({.way = MoveWay::PersonWrites, .state = TakenBack, .publicItem = sent}),
                 TakenBack);
    }
};

QTEST_GUILESS_MAIN(TestMoveState)
#include "tst_movestate.moc"
