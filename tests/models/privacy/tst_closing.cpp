// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/closing.h"
#include "tests/support/testclock.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using enum ClosingState;

PrivateMove moved(qint64 id, MoveWay way, MoveState state)
{
    PrivateMove move;
    move.id = PrivateMoveId{id};
    move.conversation = ConversationId{1};
    move.talk = ConversationId{2};
    move.way = way;
    move.state = state;
    return move;
}

PrivateMove solved(PrivateMove move, Instant at)
{
    move.resolution = Resolution{.what = u"A new lamp was sent."_s, .at = at};
    return move;
}

} // namespace

class TestClosing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void movesSayHowFarTheEndIs_data();
    void movesSayHowFarTheEndIs();
    void lineIsDueADayAfterTheResolution();
    void requestFollowsThePublicLine_data();
    void requestFollowsThePublicLine();
    void everybodyReadsNobodysName();

private:
    [[nodiscard]] PrivateMoveFacts facts() const
    {
        PrivateMoveFacts made;
        made.channel = Channel::Mastodon;
        made.handle = u"@anna@social.example"_s;
        made.capabilities = capabilitiesOf(Channel::Mastodon);
        made.talks = {{.conversation = ConversationId{2},
                       .channel = Channel::Mastodon,
                       .handle = u"@anna@social.example"_s}};
        made.now = m_clock.now();
        return made;
    }

    TestClock m_clock;
};

void TestClosing::movesSayHowFarTheEndIs_data()
{
    QTest::addColumn<QList<PrivateMove>>("moves");
    QTest::addColumn<ClosingState>("state");
    const auto at = m_clock.now();
    const auto joined = moved(1, MoveWay::Letter, MoveState::Joined);
    const auto ended = solved(joined, at);
    const auto closing = [](MoveState state) {
        return moved(2, MoveWay::ClosePublic, state);
    };
    using Moves = QList<PrivateMove>;
    QTest::addRow("none") << Moves() << NothingMoved;
    QTest::addRow("answered here") << Moves{moved(1, MoveWay::StayPublic, MoveState::Answered)}
                                   << NothingMoved;
    QTest::addRow("asked for a call")
        << Moves{moved(1, MoveWay::AskForCall, MoveState::Answered)} << NothingMoved;
    QTest::addRow("taken back") << Moves{moved(1, MoveWay::Letter, MoveState::TakenBack)} << NothingMoved;
    QTest::addRow("leaving") << Moves{moved(1, MoveWay::Letter, MoveState::Leaving)} << UnderWay;
    QTest::addRow("awaited") << Moves{moved(1, MoveWay::PersonWrites, MoveState::Awaited)} << UnderWay;
    QTest::addRow("joined") << Moves{joined} << Unsolved;
    QTest::addRow("handed over") << Moves{moved(1, MoveWay::ChoiceOfWays, MoveState::Answered)} << Unsolved;
    QTest::addRow("solved") << Moves{ended} << Due;
    QTest::addRow("asked since") << Moves{moved(2, MoveWay::AskForCall, MoveState::Answered), ended} << Due;
    QTest::addRow("closing") << Moves{closing(MoveState::Leaving), ended} << ClosingState::Leaving;
    QTest::addRow("closing taken back") << Moves{closing(MoveState::TakenBack), ended} << Due;
    QTest::addRow("closed") << Moves{closing(MoveState::Answered), ended} << Closed;
    QTest::addRow("begun again") << Moves{moved(3, MoveWay::Letter, MoveState::Joined),
                                          closing(MoveState::Answered), ended}
                                 << Unsolved;
}

void TestClosing::movesSayHowFarTheEndIs()
{
    QFETCH(const QList<PrivateMove>, moves);
    QFETCH(const ClosingState, state);

    QCOMPARE(closingStory(moves).state, state);
}

void TestClosing::lineIsDueADayAfterTheResolution()
{
    const auto at = m_clock.now() - 3h;

    const auto story = closingStory({solved(moved(1, MoveWay::Letter, MoveState::Joined), at)});

    QCOMPARE(story.due, at + 24h);
    QCOMPARE(story.move.id, PrivateMoveId{1});
    QCOMPARE(story.closedAt, Instant());
}

void TestClosing::requestFollowsThePublicLine_data()
{
    QTest::addColumn<QString>("changed");
    QTest::addColumn<bool>("isAsked");
    QTest::addColumn<MoveText>("text");
    const auto row = [](const char *what, bool isAsked, MoveText text = MoveText::AskUpdate) {
        QTest::addRow("%s", what) << QString::fromLatin1(what) << isAsked << text;
    };
    row("as it is", true);
    row("posts stay", true, MoveText::AskComment);
    row("asked before", false);
    row("refused", false);
    row("no messages", false);
    row("no contact", false);
    row("talk is shut", false);
}

void TestClosing::requestFollowsThePublicLine()
{
    QFETCH(const QString, changed);
    QFETCH(const bool, isAsked);
    QFETCH(const MoveText, text);
    auto known = facts();
    const auto say = [&](ConsentTo to, ConsentState state) {
        known.consents.append({.to = to,
                               .state = state,
                               .channel = Channel::Mastodon,
                               .handle = known.handle,
                               .at = known.now - 1h,
                               .evidence = {}});
    };
    if (changed == "posts stay"_L1) {
        known.capabilities.authorCanAmend = false;
    } else if (changed == "asked before"_L1) {
        say(ConsentTo::RemovalRequest, ConsentState::Asked);
    } else if (changed == "refused"_L1) {
        say(ConsentTo::RemovalRequest, ConsentState::Refused);
    } else if (changed == "no messages"_L1) {
        say(ConsentTo::DirectMessage, ConsentState::Revoked);
    } else if (changed == "no contact"_L1) {
        known.doNotContact = true;
    } else if (changed == "talk is shut"_L1) {
        known.talks.clear();
    }

    const auto plan = planClosing(known, moved(1, MoveWay::DirectMessage, MoveState::Joined));

    QCOMPARE(plan.next, MoveNext::PublicThenRequest);
    QVERIFY(plan.publicHalf.has_value());
    QCOMPARE(plan.privateHalf.has_value(), isAsked);
    QCOMPARE(plan.records.contains(MoveRecord::RemovalAsked), isAsked);
    if (isAsked) {
        QCOMPARE(plan.privateHalf->text, text);
        QCOMPARE(plan.privateHalf->conversation, ConversationId{2});
    }
}

void TestClosing::everybodyReadsNobodysName()
{
    const auto plan = planClosing(facts(), moved(1, MoveWay::DirectMessage, MoveState::Joined));

    QCOMPARE(plan.publicHalf->text, MoveText::Closing);
    QVERIFY(plan.publicHalf->handle.isEmpty());
    QVERIFY(plan.publicHalf->fields.isEmpty());
}

QTEST_GUILESS_MAIN(TestClosing)
#include "tst_closing.moc"
