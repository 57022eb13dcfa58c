// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/outboxticker.h"
#include "tests/models/composerfixture.h"

#include <QSignalSpy>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::anna;
using test::boris;
using test::FakeStores;

namespace {

QString said(const QSignalSpy &spy)
{
    return spy.isEmpty() ? QString() : spy.constLast().constFirst().toString();
}

} // namespace

class TestComposer : public QObject, test::ComposerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void openingShowsTheDraft()
    {
        storeDraft(anna, u"Dear Anna"_s);
        QSignalSpy loaded(m_composer.get(), &Composer::draftLoaded);

        m_composer->open(anna);

        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(said(loaded), u"Dear Anna"_s);
        QCOMPARE(m_composer->text(), u"Dear Anna"_s);
        QVERIFY(m_composer->isSaved());
    }

    void severalKeysAreSavedOnce()
    {
        m_composer->open(anna);
        QSignalSpy saved(m_composer.get(), &Composer::savedChanged);

        m_composer->setText(u"H"_s);
        m_composer->setText(u"Hello"_s);

        QVERIFY(!m_composer->isSaved());
        QTRY_VERIFY(m_composer->isSaved());
        QCOMPARE(m_stores->draft(anna), u"Hello"_s);
        QCOMPARE(m_stores->count(u"save"_s), 1);
        QCOMPARE(saved.count(), 2);
    }

    void whoNeverStopsTypingIsSavedAsWell()
    {
        m_composer->setSaveDelay(1h);
        m_composer->open(anna);

        m_composer->setText(u"on and on"_s);

        QTRY_COMPARE_WITH_TIMEOUT(m_stores->draft(anna), u"on and on"_s, 2s);
    }

    void whileOneSaveRunsTheNewestTextWaitsForIt()
    {
        m_composer->setSaveDelay(1ms);
        m_composer->open(anna);
        m_stores->setAnswers(FakeStores::Answers::HeldBack);
        m_composer->setText(u"one"_s);
        QTRY_COMPARE(m_stores->count(u"save"_s), 1);

        m_composer->setText(u"two"_s);
        m_composer->setText(u"three"_s);
        m_composer->close();
        QCOMPARE(m_stores->count(u"save"_s), 1);
        m_stores->answerAll();
        QTRY_COMPARE(m_stores->count(u"save"_s), 2);
        m_stores->answerAll();

        QTRY_VERIFY(m_composer->isSaved());
        QCOMPARE(m_stores->draft(anna), u"three"_s);
    }

    void aTextThatCouldNotBeSavedIsTriedAgain()
    {
        m_composer->setSaveDelay(1ms);
        m_composer->open(anna);
        QSignalSpy failed(m_composer.get(), &Composer::failed);
        failNextSave();

        m_composer->setText(u"important"_s);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.constFirst().constFirst().value<Error>().code, Errc::DiskFull);
        QVERIFY(!m_composer->isSaved());

        QTRY_VERIFY_WITH_TIMEOUT(m_composer->isSaved(), 4s);
        QCOMPARE(m_stores->draft(anna), u"important"_s);
        QCOMPARE(m_composer->text(), u"important"_s);
    }

    void movingOnSavesAndComingBackShowsWhatCouldNotBeSaved()
    {
        m_composer->open(anna);
        m_composer->setText(u"for Anna"_s);
        failNextSave();

        m_composer->open(boris);
        QTRY_COMPARE(m_composer->text(), QString());
        QVERIFY(!m_composer->isSaved());
        m_composer->open(anna);

        QTRY_COMPARE(m_composer->text(), u"for Anna"_s);
    }

    void aLateDraftDoesNotReplaceWhatWasTyped()
    {
        storeDraft(anna, u"old"_s);
        m_stores->setAnswers(FakeStores::Answers::HeldBack);
        QSignalSpy loaded(m_composer.get(), &Composer::draftLoaded);
        m_composer->open(anna);

        m_composer->setText(u"typed"_s);
        m_stores->setAnswers(FakeStores::Answers::AtOnce);
        m_stores->answerAll();

        QTRY_COMPARE(m_stores->draft(anna), u"typed"_s);
        QCOMPARE(m_composer->text(), u"typed"_s);
        QCOMPARE(loaded.count(), 0);
    }

    void theDraftOfAConversationLeftBehindIsNotShown()
    {
        storeDraft(anna, u"for Anna"_s);
        storeDraft(boris, u"for Boris"_s);
        m_stores->setAnswers(FakeStores::Answers::HeldBack);
        QSignalSpy loaded(m_composer.get(), &Composer::draftLoaded);

        m_composer->open(anna);
        m_composer->open(boris);
        m_stores->answerAll();

        QTRY_COMPARE(m_composer->text(), u"for Boris"_s);
        QCOMPARE(loaded.count(), 1);
    }

    void sendingClearsTheTextOnlyWhenItIsInTheOutbox()
    {
        m_composer->open(anna);
        m_composer->setText(u"Bye"_s);
        m_stores->setAnswers(FakeStores::Answers::HeldBack);
        QSignalSpy held(m_composer.get(), &Composer::held);

        m_composer->send();
        m_composer->send();
        QCOMPARE(m_composer->text(), u"Bye"_s);
        m_stores->answerAll();

        QTRY_COMPARE(held.count(), 1);
        QCOMPARE(m_composer->text(), QString());
        QVERIFY(m_composer->isSaved());
        QCOMPARE(m_stores->outbox.size(), 1);
        QCOMPARE(m_stores->count(u"hold"_s), 1);
        QCOMPARE(m_stores->count(u"save"_s), 0);
    }

    void sendingWaitsForTheSaveThatRuns()
    {
        m_composer->setSaveDelay(1ms);
        m_composer->open(anna);
        m_stores->setAnswers(FakeStores::Answers::HeldBack);
        m_composer->setText(u"By"_s);
        QTRY_COMPARE(m_stores->count(u"save"_s), 1);
        m_composer->setText(u"Bye"_s);

        m_composer->send();
        QCOMPARE(m_stores->count(u"hold"_s), 0);
        m_stores->answerAll();
        QTRY_COMPARE(m_stores->count(u"hold"_s), 1);
        m_stores->answerAll();

        QTRY_VERIFY(m_composer->isSaved());
        QCOMPARE(m_stores->outbox.constFirst().text, u"Bye"_s);
        QCOMPARE(m_stores->draft(anna), QString());
    }

    void whatIsTypedWhileSendingStays()
    {
        m_composer->open(anna);
        m_composer->setText(u"Bye"_s);
        m_stores->setAnswers(FakeStores::Answers::HeldBack);
        m_composer->send();
        m_composer->setText(u"Bye. And one more thing"_s);

        m_stores->setAnswers(FakeStores::Answers::AtOnce);
        m_stores->answerAll();

        QTRY_VERIFY(m_composer->isSaved());
        QCOMPARE(m_composer->text(), u"Bye. And one more thing"_s);
        QCOMPARE(m_stores->draft(anna), u"Bye. And one more thing"_s);
        QCOMPARE(m_stores->outbox.constFirst().text, u"Bye"_s);
    }

    void aReplyTheOutboxRefusesStaysAndIsSaved()
    {
        m_composer->open(anna);
        m_composer->setText(u"Bye"_s);
        QSignalSpy failed(m_composer.get(), &Composer::failed);
        m_stores->failNext(diskFull());

        m_composer->send();

        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(m_composer->text(), u"Bye"_s);
        QTRY_VERIFY(m_composer->isSaved());
        QCOMPARE(m_stores->draft(anna), u"Bye"_s);
    }

    void nothingToSendIsAnError()
    {
        m_composer->open(anna);
        m_composer->setText(u" \n"_s);
        QSignalSpy failed(m_composer.get(), &Composer::failed);

        m_composer->send();

        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.constFirst().constFirst().value<Error>().code, Errc::Empty);
        QCOMPARE(m_stores->count(u"hold"_s), 0);
    }

    void undoGivesTheTextBack()
    {
        m_composer->open(anna);
        m_composer->setText(u"Bye"_s);
        m_composer->send();
        QTRY_COMPARE(m_composer->text(), QString());
        QSignalSpy withdrawn(m_composer.get(), &Composer::withdrawn);

        m_composer->undo(m_stores->outbox.constFirst().id);

        QTRY_COMPARE(withdrawn.count(), 1);
        QCOMPARE(m_composer->text(), u"Bye"_s);
        QCOMPARE(m_stores->draft(anna), u"Bye"_s);
    }

    void undoPutsTheTextBeforeWhatWasTypedSince()
    {
        m_composer->open(anna);
        m_composer->setText(u"Bye"_s);
        m_composer->send();
        QTRY_COMPARE(m_composer->text(), QString());
        m_composer->setText(u"PS"_s);

        m_composer->undo(m_stores->outbox.constFirst().id);

        QTRY_COMPARE(m_composer->text(), u"Bye\n\nPS"_s);
        QTRY_VERIFY(m_composer->isSaved());
        QCOMPARE(m_stores->draft(anna), u"Bye\n\nPS"_s);
    }

    void closingTheProgramLosesNothing()
    {
        m_composer->open(anna);
        m_composer->setText(u"last words"_s);

        m_composer.reset();

        QCOMPARE(m_stores->draft(anna), u"last words"_s);
    }

    void aReplyIsQueuedWhenItsUndoWindowEnds()
    {
        OutboxTicker ticker(*m_stores, m_stores->changes, m_stores->clock);
        ticker.start();
        m_composer->open(anna);
        m_composer->setText(u"Bye"_s);
        m_composer->send({.undoWindow = 50ms});
        QTRY_COMPARE(m_stores->outbox.size(), 1);
        QCOMPARE(m_stores->outbox.constFirst().state, OutboxState::Held);

        m_stores->clock.advance(50ms);

        QTRY_COMPARE(m_stores->outbox.constFirst().state, OutboxState::Queued);
    }

    void whatBecameDueWhileAsideWasClosedIsQueuedAtTheStart()
    {
        m_composer->open(anna);
        m_composer->setText(u"Bye"_s);
        m_composer->send();
        QTRY_COMPARE(m_stores->outbox.size(), 1);
        m_stores->clock.advance(24h);
        OutboxTicker ticker(*m_stores, m_stores->changes, m_stores->clock);

        ticker.start();

        QTRY_COMPARE(m_stores->outbox.constFirst().state, OutboxState::Queued);
    }

    void anOutboxThatCannotBeReadIsReported()
    {
        OutboxTicker ticker(*m_stores, m_stores->changes, m_stores->clock);
        QSignalSpy failed(&ticker, &OutboxTicker::failed);
        m_stores->failNext(diskFull());

        ticker.start();

        QTRY_COMPARE(failed.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestComposer)
#include "tst_composer.moc"
