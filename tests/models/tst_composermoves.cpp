// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/composerfixture.h"

#include <QSignalSpy>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::anna;
using test::boris;
using test::FakeStores;

class TestComposerMoves : public QObject, test::ComposerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void whatWasWrittenInAConversationThatIsGoneIsGivenBack()
    {
        m_composer->open(anna);
        m_composer->setText(u"to Anna"_s);
        m_composer->setKind(DraftKind::Note);
        m_composer->setText(u"about Anna"_s);

        const QStringList texts = m_composer->abandon();

        QCOMPARE(texts.constFirst(), u"about Anna"_s);
        QVERIFY(!m_composer->conversation().isValid());
        QCOMPARE(m_composer->text(), QString());
        QTRY_VERIFY(m_composer->isSaved());
    }

    void aSaveThatWasOnItsWayToAConversationThatIsGoneIsNoNews()
    {
        m_composer->setSaveDelay(1ms);
        m_composer->open(anna);
        QSignalSpy failed(m_composer.get(), &Composer::failed);
        m_stores->setAnswers(FakeStores::Answers::HeldBack);
        m_stores->failNext({.code = Errc::NotFound, .detail = u"gone"_s, .retryAfter = {}});
        m_composer->setText(u"to Anna"_s);
        QTRY_COMPARE(m_stores->count(u"save"_s), 1);

        QCOMPARE(m_composer->abandon(), QStringList{u"to Anna"_s});
        m_stores->setAnswers(FakeStores::Answers::AtOnce);
        m_stores->answerAll();

        QTRY_VERIFY(m_composer->isSaved());
        QCOMPARE(failed.count(), 0);
        QCOMPARE(m_stores->count(u"save"_s), 1);
    }

    void nothingIsGivenBackWhereNothingWasWritten()
    {
        QCOMPARE(m_composer->abandon(), QStringList());
        m_composer->open(anna);
        m_composer->setText(u" \n "_s);

        QCOMPARE(m_composer->abandon(), QStringList());
    }

    void appendingToADraftLeftAloneIsOneStep()
    {
        storeDraft(boris, u"Dear Boris"_s);
        m_composer->open(anna);

        m_composer->append(boris, u"PS"_s);

        QTRY_VERIFY(m_composer->isSaved());
        QCOMPARE(m_stores->draft(boris), u"Dear Boris\n\nPS"_s);
        QCOMPARE(m_composer->text(), QString());
    }

    void appendingWhereTheDraftCannotBeReadLosesNothing()
    {
        storeDraft(anna, u"Dear Anna"_s);
        QSignalSpy failed(m_composer.get(), &Composer::failed);
        m_stores->failNext(diskFull()); // for the files
        m_stores->failNext(diskFull()); // for the text
        m_composer->open(anna);
        QTRY_COMPARE(failed.count(), 2);

        m_composer->append(anna, u"PS"_s);

        QTRY_VERIFY(m_composer->isSaved());
        QCOMPARE(m_stores->draft(anna), u"Dear Anna\n\nPS"_s);
        QTRY_COMPARE(m_composer->text(), u"Dear Anna\n\nPS"_s);
    }

    void whatCouldNotBeAppendedIsTriedAgain()
    {
        storeDraft(boris, u"Dear Boris"_s);
        m_composer->open(anna);
        QSignalSpy failed(m_composer.get(), &Composer::failed);
        failNextSave();

        m_composer->append(boris, u"PS"_s);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!m_composer->isSaved());
        m_composer->append(boris, u"PPS"_s);

        QTRY_VERIFY_WITH_TIMEOUT(m_composer->isSaved(), 4s);
        QCOMPARE(m_stores->draft(boris), u"Dear Boris\n\nPS\n\nPPS"_s);
    }

    void whatWaitsToBeAppendedSurvivesTheEndOfTheProgram()
    {
        storeDraft(boris, u"Dear Boris"_s);
        m_composer->open(anna);
        failNextSave();
        QSignalSpy failed(m_composer.get(), &Composer::failed);
        m_composer->append(boris, u"PS"_s);
        QTRY_COMPARE(failed.count(), 1);

        m_composer.reset();

        QCOMPARE(m_stores->draft(boris), u"Dear Boris\n\nPS"_s);
    }

    void whatIsTypedWhileTextIsAppendedStays()
    {
        storeDraft(anna, u"Dear Anna"_s);
        m_stores->setAnswers(FakeStores::Answers::HeldBack);
        m_composer->open(anna);
        m_composer->append(anna, u"PS"_s);
        m_composer->setText(u"typed"_s);

        m_stores->setAnswers(FakeStores::Answers::AtOnce);
        m_stores->answerAll();

        QTRY_COMPARE(m_composer->text(), u"typed\n\nPS"_s);
        QTRY_COMPARE(m_stores->draft(anna), u"typed\n\nPS"_s);
    }

    void movingTakesTextAndFilesBelowTheOtherDraft()
    {
        storeDraft(anna, u"Dear Anna"_s);
        m_composer->open(anna);
        m_composer->setKind(DraftKind::Note);
        m_composer->setText(u"ask the depot"_s);
        m_composer->files().attach({u"/nowhere/list.txt"_s});
        QTRY_COMPARE(m_composer->files().files().size(), 1);

        m_composer->moveTo(DraftKind::Reply);

        QTRY_COMPARE(m_composer->text(), u"Dear Anna\n\nask the depot"_s);
        QCOMPARE(m_composer->kind(), DraftKind::Reply);
        QTRY_COMPARE(m_composer->files().files().size(), 1);
        QTRY_VERIFY(m_composer->isSaved());
        QCOMPARE(m_stores->draft(anna), u"Dear Anna\n\nask the depot"_s);
        QVERIFY(m_stores->notes.value(anna).constLast().text.isEmpty());
        QVERIFY(m_stores->notes.value(anna).constLast().attachments.isEmpty());
    }

    void aMoveThatFailsLeavesTheTextWhereItWas()
    {
        m_composer->open(anna);
        m_composer->setText(u"for the team"_s);
        m_stores->setAnswers(FakeStores::Answers::HeldBack);
        QSignalSpy failed(m_composer.get(), &Composer::failed);
        m_composer->moveTo(DraftKind::Note); // saves first, and loads the note
        QCOMPARE(m_stores->count(u"move"_s), 0);
        m_stores->failNext(diskFull());
        m_stores->setAnswers(FakeStores::Answers::AtOnce);
        m_stores->answerAll();

        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(m_stores->draft(anna), u"for the team"_s);
        m_composer->setKind(DraftKind::Reply);
        QTRY_COMPARE(m_composer->text(), u"for the team"_s);
    }

    void aFileOnItsWayMovesAsWell()
    {
        m_composer->open(anna);
        m_composer->setText(u"see the picture"_s);
        QPromise<QByteArray> picture;
        picture.start();
        m_composer->files().attachLater(u"shot.png"_s, u"image/png"_s, picture.future());

        m_composer->moveTo(DraftKind::Note);
        QCOMPARE(m_composer->kind(), DraftKind::Reply);
        picture.addResult(QByteArrayLiteral("png"));
        picture.finish();

        QTRY_COMPARE(m_composer->kind(), DraftKind::Note);
        QTRY_COMPARE(m_composer->text(), u"see the picture"_s);
        QTRY_COMPARE(m_composer->files().files().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestComposerMoves)
#include "tst_composermoves.moc"
