// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/snoozeticker.h"
#include "models/services/triagedesk.h"
#include "tests/support/fakestores.h"

#include <QSignalSpy>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = Triage::Kind;

class TestTriageDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_stores = std::make_unique<FakeStores>();
        for (int id = 1; id <= 3; ++id) {
            m_stores->addConversation(
                {.id = ConversationId{id}, .subject = {}, .person = {}, .handle = {}, .preview = {}});
        }
        m_desk = std::make_unique<TriageDesk>(*m_stores);
    }

    void aStepIsTakenBackAndDoneAgain()
    {
        QSignalSpy done(m_desk.get(), &TriageDesk::done);
        QSignalSpy undone(m_desk.get(), &TriageDesk::undone);
        QSignalSpy redone(m_desk.get(), &TriageDesk::redone);

        m_desk->apply({.kind = Kind::Close}, {one, two});
        QTRY_COMPARE(done.count(), 1);
        QCOMPARE(done.constFirst().constFirst().value<TriageReceipt>().changes.size(), 2);
        QCOMPARE(state(1), ConversationState::Closed);
        QVERIFY(m_desk->undoable() && !m_desk->redoable());
        m_desk->undo();
        QTRY_COMPARE(undone.count(), 1);
        QCOMPARE(state(2), ConversationState::Open);
        QVERIFY(!m_desk->undoable() && m_desk->redoable());
        m_desk->redo();

        QTRY_COMPARE(redone.count(), 1);
        QCOMPARE(state(1), ConversationState::Closed);
        QVERIFY(m_desk->undoable() && !m_desk->redoable());
    }

    void anUndoPressedAtOnceMeansTheStepBefore()
    {
        m_stores->setAnswers(FakeStores::Answers::HeldBack);
        QSignalSpy undone(m_desk.get(), &TriageDesk::undone);

        m_desk->apply({.kind = Kind::Close}, {one});
        m_desk->undo();
        m_stores->answerAll();
        QTRY_COMPARE(m_stores->heldBack(), 1);
        m_stores->answerAll();

        QTRY_COMPARE(undone.count(), 1);
        QCOMPARE(state(1), ConversationState::Open);
    }

    void manyStepsAreTakenBackInTurn()
    {
        for (int i = 0; i < 60; ++i) {
            m_desk->apply({.kind = Kind::AddTag, .tag = QString::number(i)}, {one});
        }
        QTRY_COMPARE(m_stores->conversations.constFirst().tags.size(), 60);

        for (int i = 0; i < 61; ++i) { // one more than there is
            m_desk->undo();
        }

        QTRY_COMPARE(m_stores->conversations.constFirst().tags, QStringList());
        QVERIFY(!m_desk->undoable());
    }

    void aNewStepEndsWhatCouldBeDoneAgain()
    {
        m_desk->apply({.kind = Kind::Close}, {one});
        m_desk->undo();
        QTRY_VERIFY(m_desk->redoable());

        m_desk->apply({.kind = Kind::AddTag, .tag = u"vip"_s}, {two});

        QTRY_VERIFY(!m_desk->redoable());
        m_desk->redo();
        QCOMPARE(state(1), ConversationState::Open);
    }

    void whatChangesNothingIsNoStep()
    {
        QSignalSpy done(m_desk.get(), &TriageDesk::done);

        m_desk->apply({.kind = Kind::Reopen}, {one});
        m_desk->apply({.kind = Kind::Close}, {});

        QTRY_COMPARE(done.count(), 1);
        QVERIFY(done.constFirst().constFirst().value<TriageReceipt>().isEmpty());
        QVERIFY(!m_desk->undoable());
    }

    void failureIsSaidAndAFailedUndoCanBeTriedAgain()
    {
        QSignalSpy failed(m_desk.get(), &TriageDesk::failed);
        m_desk->apply({.kind = Kind::Close}, {one});
        QTRY_VERIFY(m_desk->undoable());

        m_stores->failNext({.code = Errc::DiskFull, .detail = {}, .retryAfter = {}});
        m_desk->undo();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.constFirst().constFirst().value<Error>().code, Errc::DiskFull);
        QCOMPARE(state(1), ConversationState::Closed);
        m_desk->undo();

        QTRY_COMPARE(state(1), ConversationState::Open);
    }

    void aStepThatCannotBeDoneAgainIsForgotten()
    {
        QSignalSpy failed(m_desk.get(), &TriageDesk::failed);
        m_desk->apply({.kind = Kind::Close}, {one});
        m_desk->undo();
        QTRY_VERIFY(m_desk->redoable());
        m_stores->conversations.removeFirst();

        m_desk->redo();

        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!m_desk->redoable() && !m_desk->undoable());
    }

    void theTickerWakesWhatIsDueAtTheStart()
    {
        SnoozeTicker ticker(*m_stores, m_stores->changes, m_stores->clock);
        QSignalSpy woken(&ticker, &SnoozeTicker::woken);
        m_desk->apply({.kind = Kind::SnoozeUntil, .until = m_stores->clock.now() + 1h}, {one});
        QTRY_COMPARE(state(1), ConversationState::Snoozed);
        m_stores->clock.advance(2h);
        QCOMPARE(m_stores->count(u"wakeDue"_s), 0); // not before it is told to

        ticker.start();

        QTRY_COMPARE(state(1), ConversationState::Open);
        QTRY_COMPARE(woken.count(), 1);
    }

    void theTickerWakesAtTheTimeASnoozeWasGiven()
    {
        SnoozeTicker ticker(*m_stores, m_stores->changes, m_stores->clock);
        ticker.start();
        QTRY_COMPARE(m_stores->count(u"wakeDue"_s), 1);

        m_desk->apply({.kind = Kind::SnoozeUntil, .until = m_stores->clock.now() + 60ms}, {two});
        QTRY_VERIFY(m_stores->count(u"wakeDue"_s) >= 2);
        QCOMPARE(state(2), ConversationState::Snoozed);
        m_stores->clock.advance(60ms);

        QTRY_COMPARE(state(2), ConversationState::Open);
    }

    void theTickerSaysWhatFailed()
    {
        SnoozeTicker ticker(*m_stores, m_stores->changes, m_stores->clock);
        QSignalSpy failed(&ticker, &SnoozeTicker::failed);
        m_stores->failNext({.code = Errc::Io, .detail = {}, .retryAfter = {}});

        ticker.start();

        QTRY_COMPARE(failed.count(), 1);
    }

private:
    [[nodiscard]] ConversationState state(qsizetype id) const
    {
        return m_stores->conversations.at(id - 1).state;
    }

    static constexpr ConversationId one{1};
    static constexpr ConversationId two{2};
    std::unique_ptr<FakeStores> m_stores;
    std::unique_ptr<TriageDesk> m_desk;
};

QTEST_GUILESS_MAIN(TestTriageDesk)
#include "tst_triagedesk.moc"
