// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testclock.h"
#include "widgets/privacy/storybar.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestStoryBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachSideLeadsToTheOther();
    void whatIsToldDependsOnHowFarItCame_data();
    void whatIsToldDependsOnHowFarItCame();
    void anEarlierMoveIsToldWhereTheLastWasTakenBack();
    void theNextStepIsOffered_data();
    void theNextStepIsOffered();
    void theLineIsDueUntilATime();

private:
    [[nodiscard]] PrivateMove move(MoveState state) const
    {
        PrivateMove made;
        made.id = PrivateMoveId{1};
        made.conversation = ConversationId{1};
        made.talk = ConversationId{2};
        made.state = state;
        made.startedAt = m_clock.now() - 1h;
        return made;
    }

    TestClock m_clock;
};

void TestStoryBar::eachSideLeadsToTheOther()
{
    QWidget window;
    StoryBar bar(&window);
    QSignalSpy asked(&bar, &StoryBar::otherSideAsked);
    window.show();

    bar.show({move(MoveState::Joined)}, ConversationId{1}, m_clock.now());
    QTest::keyClick(bar.findChild<QPushButton *>(u"otherSideButton"_s), Qt::Key_Space);
    bar.show({move(MoveState::Joined)}, ConversationId{2}, m_clock.now());
    QTest::keyClick(bar.findChild<QPushButton *>(u"otherSideButton"_s), Qt::Key_Space);

    QCOMPARE(asked.size(), qsizetype(2));
    QCOMPARE(asked.at(0).at(0).value<ConversationId>(), ConversationId{2});
    QCOMPARE(asked.at(1).at(0).value<ConversationId>(), ConversationId{1});
}

void TestStoryBar::whatIsToldDependsOnHowFarItCame_data()
{
    QTest::addColumn<MoveState>("state");
    QTest::addColumn<QString>("words");
    QTest::newRow("leaving") << MoveState::Leaving << u"on its way"_s;
    QTest::newRow("awaited") << MoveState::Awaited << u"Waits"_s;
    QTest::newRow("joined") << MoveState::Joined << u"Continued in private since"_s;
    QTest::newRow("taken back") << MoveState::TakenBack << QString();
    QTest::newRow("answered") << MoveState::Answered << QString();
}

void TestStoryBar::whatIsToldDependsOnHowFarItCame()
{
    QFETCH(const MoveState, state);
    QFETCH(const QString, words);
    QWidget window;
    StoryBar bar(&window);
    window.show();

    bar.show({move(state)}, ConversationId{1}, m_clock.now());

    QCOMPARE(bar.isVisible(), !words.isEmpty());
    QVERIFY(bar.findChild<QLabel *>(u"storyWords"_s)->text().contains(words));
}

void TestStoryBar::anEarlierMoveIsToldWhereTheLastWasTakenBack()
{
    QWidget window;
    StoryBar bar(&window);
    window.show();

    bar.show({move(MoveState::TakenBack), move(MoveState::Joined)}, ConversationId{1}, m_clock.now());
    QVERIFY(bar.isVisible());
    bar.clear();
    QVERIFY(!bar.isVisible());
}

void TestStoryBar::theNextStepIsOffered_data()
{
    QTest::addColumn<ClosingState>("state");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("step");
    QTest::newRow("under way") << ClosingState::UnderWay << u"Continued"_s << QString();
    QTest::newRow("unsolved") << ClosingState::Unsolved << u"Continued"_s << u"What was done…"_s;
    QTest::newRow("solved") << ClosingState::Due << u"Solved since"_s << u"Close the public side…"_s;
    QTest::newRow("leaving") << ClosingState::Leaving << u"being closed"_s << QString();
    QTest::newRow("closed") << ClosingState::Closed << u"is closed since"_s << QString();
}

void TestStoryBar::theNextStepIsOffered()
{
    QFETCH(const ClosingState, state);
    QFETCH(const QString, words);
    QFETCH(const QString, step);
    QWidget window;
    StoryBar bar(&window);
    QSignalSpy asked(&bar, &StoryBar::endAsked);
    window.show();
    const auto now = m_clock.now();
    ClosingStory end{.state = state, .move = move(MoveState::Joined), .due = now + 3h, .closedAt = now - 1h};
    end.move.resolution = Resolution{.what = u"A new lamp was sent."_s, .at = now - 2h};

    bar.show({move(MoveState::Joined)}, ConversationId{2}, now, end);

    auto *button = bar.findChild<QPushButton *>(u"storyStepButton"_s);
    QCOMPARE(button->isVisible(), !step.isEmpty());
    const auto told = bar.findChild<QLabel *>(u"storyWords"_s)->text();
    QVERIFY2(told.contains(words) || words == "Continued"_L1, qPrintable(told));
    QVERIFY(!told.contains(u"lamp"_s)); // it is the team's
    if (!step.isEmpty()) {
        QCOMPARE(button->text(), step);
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(asked.size(), qsizetype(1));
    }
}

void TestStoryBar::theLineIsDueUntilATime()
{
    QWidget window;
    StoryBar bar(&window);
    window.show();
    ClosingStory end{.state = ClosingState::Due, .move = move(MoveState::Joined)};
    end.move.resolution = Resolution{.what = u"x"_s, .at = m_clock.now() - 30h};
    end.due = m_clock.now() - 6h;

    bar.show({move(MoveState::Joined)}, ConversationId{1}, m_clock.now(), end);
    QVERIFY(bar.findChild<QLabel *>(u"storyWords"_s)->text().contains(u"was due"_s));
    end.due = m_clock.now() + 6h;
    bar.show({move(MoveState::Joined)}, ConversationId{1}, m_clock.now(), end);
    QVERIFY(bar.findChild<QLabel *>(u"storyWords"_s)->text().contains(u"is due by"_s));
}

QTEST_MAIN(TestStoryBar)
#include "tst_storybar.moc"
