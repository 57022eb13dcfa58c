// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/movedesk.h"
#include "models/templates/templatecatalog.h"
#include "tests/support/fakemoves.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/check/composercheck.h"
#include "widgets/common/audiencebadge.h"
#include "widgets/common/elidedbutton.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/privacy/movedialog.h"
#include "widgets/thread/conversationpane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPointer>
#include <QSignalSpy>
#include <QToolButton>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

TemplateSourceFile source(const QString &id, const QByteArray &audience, const QByteArray &body)
{
    return {.id = id,
            .bytes = "+++\ntitle = \"T\"\nlanguage = \"en\"\naudience = \"" + audience + "\"\n+++\n" + body};
}

std::shared_ptr<const TemplateCatalog> someTexts()
{
    auto catalog = std::make_shared<TemplateCatalog>();
    catalog->add(TemplateScope::Mine,
                 {source(u"private/en/written-1"_s, "public", "We have answered you in a private message.\n"),
                  source(u"private/en/invite-1"_s, "public", "Please write to us in private.\n"),
                  source(u"private/en/answer-1"_s, "public", "We are sorry. A new lamp leaves today.\n"),
                  source(u"private/en/message-1"_s, "private", "We will send a new lamp tomorrow.\n")});
    catalog->finish();
    return catalog;
}

} // namespace

class TestMoveDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void bothHalvesAreShownForTheirReaders();
    void onePressStartsBoth();
    void whatWasEditedIsWhatLeaves();
    void whereTheyWriteFirstThePublicLineGoes();
    void whoAskedToStayIsAnsweredInPublic();
    void aProblemHoldsBothBack();
    void aReasonGoesAlong();
    void anEmptyHalfCannotLeave();
    void anErrorLeavesTheTextsAndOffersACopy_data();
    void anErrorLeavesTheTextsAndOffersACopy();
    void wayThatClosedMeanwhileIsNotTaken();
    void closingUntouchedAsksNothing();
    void editedTextsCanBeKeptAsDrafts();
    void goingOnWritingClosesNothing();
    void closedWaysUnfold();
    void aNarrowWindowPutsThemBelowEachOther();
    void theComposersFixAsksForTheMove();

private:
    void open(Channel channel, const QString &said = u"The lamp broke"_s);
    template <typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        return m_dialog->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] ElidedButton *send() const { return part<ElidedButton>("startMoveButton"); }
    [[nodiscard]] QPlainTextEdit *inPublic() const { return part<QPlainTextEdit>("publicText"); }
    [[nodiscard]] QPlainTextEdit *inPrivate() const { return part<QPlainTextEdit>("privateText"); }
    [[nodiscard]] QString notice() const
    {
        const auto *words = part<QLabel>("noticeWords");
        return words->isVisible() ? words->text() : QString();
    }

    std::unique_ptr<WindowFixture> m_fixture;
    FakeMoves m_moves;
    QPointer<MoveDialog> m_dialog;
};

void TestMoveDialog::init()
{
    failOnWarning();
    m_moves.orders.clear();
    m_moves.failure.reset();
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->open();
}

void TestMoveDialog::cleanup()
{
    delete m_dialog;
    m_fixture.reset();
}

void TestMoveDialog::open(Channel channel, const QString &said)
{
    auto &stores = m_fixture->stores;
    auto &row = stores.conversations[1];
    row.channel = channel;
    row.audience = Audience::Public;
    row.handle = u"@boris"_s;
    auto &message = stores.messages[row.id].first();
    message.text = said;
    message.handle = row.handle;
    message.sentAt = stores.clock.now() - 1h;
    const MoveQuestion question{.conversation = row.id,
                                .profile = {},
                                .phraseFolders = {},
                                .catalogs = {someTexts()},
                                .calendar = WorkCalendar(WorkingHours{.timeZone = "UTC"})};
    const auto move = MoveDesk({.conversations = stores, .persons = stores, .moves = m_moves}, stores.clock)
                          .prepare(question)
                          .result();
    QVERIFY(move);
    m_dialog = new MoveDialog(*move, question,
                              {.moves = m_moves,
                               .halves = {.runner = m_fixture->runner,
                                          .checks = m_fixture->checks,
                                          .persons = stores,
                                          .drafts = stores,
                                          .clock = stores.clock},
                               .undoWindow = 20s},
                              m_fixture->window.get());
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    QCoreApplication::processEvents();
}

void TestMoveDialog::bothHalvesAreShownForTheirReaders()
{
    open(Channel::Mastodon);

    const auto badges = m_dialog->findChildren<AudienceBadge *>();
    QCOMPARE(badges.size(), qsizetype(2));
    QVERIFY(badges.at(0)->words().contains(u"everybody"_s));
    QVERIFY(badges.at(1)->words().contains(u"only Boris"_s));
    QVERIFY(inPublic()->toPlainText().contains(u"private message"_s));
    QVERIFY(inPrivate()->toPlainText().contains(u"new lamp"_s));
    QCOMPARE(send()->words(), u"Send both"_s);
    QVERIFY(part<QLabel>("moveNext")->text().contains(u"first"_s));
}

void TestMoveDialog::onePressStartsBoth()
{
    open(Channel::Mastodon);
    QSignalSpy started(m_dialog, &MoveDialog::started);

    QTest::keyClick(inPublic(), Qt::Key_Return, Qt::ControlModifier);

    QTRY_COMPARE(started.count(), 1);
    QCOMPARE(m_moves.orders.size(), qsizetype(1));
    const auto &order = m_moves.orders.constFirst();
    QCOMPARE(order.next, MoveNext::PrivateThenPublic);
    QCOMPARE(order.terms.undoWindow, std::chrono::milliseconds(20s));
    QCOMPARE(order.publicHalf->checks.used->id, u"private/en/written-1"_s);
    QTRY_VERIFY(!m_dialog || !m_dialog->isVisible());
}

void TestMoveDialog::whatWasEditedIsWhatLeaves()
{
    open(Channel::Mastodon);

    inPrivate()->moveCursor(QTextCursor::End);
    QTest::keyClicks(inPrivate(), u" Thank you."_s);
    QTest::mouseClick(send(), Qt::LeftButton);

    QTRY_COMPARE(m_moves.orders.size(), qsizetype(1));
    QVERIFY(m_moves.orders.constFirst().privateHalf->text.endsWith(u"Thank you."_s));
    QVERIFY(!m_moves.orders.constFirst().publicHalf->text.contains(u"Thank you."_s));
}

void TestMoveDialog::whereTheyWriteFirstThePublicLineGoes()
{
    open(Channel::Telegram);

    QCOMPARE(send()->words(), u"Send the public line"_s);
    QVERIFY(part<QLabel>("moveReason")->text().contains(u"write first"_s));
    QVERIFY(part<QLabel>("moveNext")->text().contains(u"waits until"_s));
}

void TestMoveDialog::whoAskedToStayIsAnsweredInPublic()
{
    open(Channel::Mastodon, u"Do not write to me in private. Answer here, please: where is my lamp?"_s);

    QVERIFY(part<QLabel>("moveReason")->text().contains(u"in public"_s));
    QVERIFY(inPrivate() == nullptr);
    QVERIFY(inPublic()->toPlainText().contains(u"sorry"_s));
    QCOMPARE(send()->words(), u"Reply publicly on Mastodon"_s);
}

void TestMoveDialog::aProblemHoldsBothBack()
{
    open(Channel::Mastodon);
    inPublic()->setPlainText(u"We will call you at +7 900 000-00-17."_s);
    QTRY_VERIFY(send()->words() != u"Send both"_s);

    QTest::mouseClick(send(), Qt::LeftButton);
    QCoreApplication::processEvents();

    QVERIFY(m_moves.orders.isEmpty());
    // What is being done already is not offered as the way out.
    QVERIFY2(!send()->words().contains(u"private"_s), qPrintable(send()->words()));
    inPublic()->setPlainText(u"We have answered you in a private message."_s);
    QTRY_COMPARE(send()->words(), u"Send both"_s);
}

void TestMoveDialog::aReasonGoesAlong()
{
    open(Channel::Mastodon);
    inPrivate()->setPlainText(u"Please be informed that we will send a new lamp tomorrow."_s);
    QTRY_VERIFY(send()->words().contains(u"1"_s));
    auto *list = part<QWidget>("privateHalf")->findChild<QListWidget *>(u"findingsList"_s);
    QVERIFY(list && list->count() > 0);

    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Return);
    auto *dialog = m_dialog->findChild<QDialog *>(u"reasonDialog"_s);
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"reasonText"_s), u"She wrote so formally"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"keepReason"_s), Qt::LeftButton);
    QTRY_COMPARE(send()->words(), u"Send both"_s);
    QTest::mouseClick(send(), Qt::LeftButton);

    QTRY_COMPARE(m_moves.orders.size(), qsizetype(1));
    const auto &half = *m_moves.orders.constFirst().privateHalf;
    QCOMPARE(half.checks.reasons.value(0).reason, u"She wrote so formally"_s);
    QVERIFY(m_moves.orders.constFirst().publicHalf->checks.reasons.isEmpty());
}

void TestMoveDialog::anEmptyHalfCannotLeave()
{
    open(Channel::Mastodon);

    inPrivate()->selectAll();
    QTest::keyClick(inPrivate(), Qt::Key_Delete);
    QVERIFY(!send()->isEnabled());
    QTest::keyClick(inPrivate(), Qt::Key_Return, Qt::ControlModifier);

    QVERIFY(m_moves.orders.isEmpty());
}

void TestMoveDialog::anErrorLeavesTheTextsAndOffersACopy_data()
{
    QTest::addColumn<Errc>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("somebody was first") << Errc::Conflict << u"Somebody"_s;
    QTest::newRow("it is gone") << Errc::NotFound << u"gone"_s;
    QTest::newRow("the consent went") << Errc::ConsentMissing << u"does not allow"_s;
    QTest::newRow("the disk is full") << Errc::DiskFull << u"full"_s;
}

void TestMoveDialog::anErrorLeavesTheTextsAndOffersACopy()
{
    QFETCH(const Errc, code);
    QFETCH(const QString, words);
    open(Channel::Mastodon);
    m_moves.failure = Error{.code = code, .detail = {}, .retryAfter = {}};

    QTest::mouseClick(send(), Qt::LeftButton);

    QTRY_VERIFY(notice().contains(words));
    QVERIFY(m_dialog->isVisible());
    QVERIFY(inPrivate()->toPlainText().contains(u"new lamp"_s));
    QTest::mouseClick(part<QPushButton>("noticeOffer"), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"new lamp"_s));
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"private message"_s));
}

void TestMoveDialog::wayThatClosedMeanwhileIsNotTaken()
{
    open(Channel::Facebook);
    QVERIFY(part<QLabel>("moveReason")->text().contains(u"Possible until"_s));
    m_fixture->stores.clock.advance(24h * 8); // it was a week

    QTest::mouseClick(send(), Qt::LeftButton);

    QTRY_VERIFY(notice().contains(u"the time for it is over"_s));
    QVERIFY(m_moves.orders.isEmpty());
    QVERIFY(inPrivate()->toPlainText().contains(u"new lamp"_s));
    QTest::mouseClick(part<QPushButton>("noticeOffer"), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"new lamp"_s));
}

void TestMoveDialog::closingUntouchedAsksNothing()
{
    open(Channel::Mastodon);

    QTest::keyClick(m_dialog, Qt::Key_Escape);

    QTRY_VERIFY(!m_dialog || !m_dialog->isVisible());
}

void TestMoveDialog::editedTextsCanBeKeptAsDrafts()
{
    open(Channel::Mastodon);
    QSignalSpy kept(m_dialog, &MoveDialog::textsKept);
    QTest::keyClicks(inPublic(), u"Boris, "_s);

    QTest::keyClick(m_dialog, Qt::Key_Escape);
    auto *question = part<QMessageBox>("keepMoveQuestion");
    QVERIFY(question);
    for (auto *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::AcceptRole) {
            QTest::keyClick(button, Qt::Key_Space);
            break;
        }
    }

    QTRY_COMPARE(kept.count(), 1);
    QVERIFY(kept.at(0).at(1).toString().startsWith(u"Boris, "_s));
    QVERIFY(kept.at(0).at(2).toString().contains(u"new lamp"_s));
    QTRY_VERIFY(!m_dialog || !m_dialog->isVisible());
}

void TestMoveDialog::goingOnWritingClosesNothing()
{
    open(Channel::Mastodon);
    QSignalSpy kept(m_dialog, &MoveDialog::textsKept);
    QTest::keyClicks(inPublic(), u"Boris, "_s);

    QTest::keyClick(m_dialog, Qt::Key_Escape);
    auto *question = part<QMessageBox>("keepMoveQuestion");
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Escape);
    QCoreApplication::processEvents();

    QVERIFY(m_dialog && m_dialog->isVisible());
    QVERIFY(inPublic()->toPlainText().startsWith(u"Boris, "_s));
    QCOMPARE(kept.count(), 0);
}

void TestMoveDialog::closedWaysUnfold()
{
    open(Channel::Telegram);
    const auto *ways = part<QLabel>("closedWays");
    QVERIFY(!ways->isVisible());

    part<QToolButton>("closedWaysButton")->setFocus();
    QTest::keyClick(part<QToolButton>("closedWaysButton"), Qt::Key_Space);

    QVERIFY(ways->isVisible());
    QVERIFY(ways->text().contains(u"A call: no phone number is known"_s));
}

void TestMoveDialog::aNarrowWindowPutsThemBelowEachOther()
{
    open(Channel::Mastodon);
    const auto top = [](const QWidget *widget) {
        return widget->mapToGlobal(QPoint()).y();
    };
    QCOMPARE(top(inPublic()), top(inPrivate()));

    m_dialog->resize(320, 480);
    QCoreApplication::processEvents();

    QVERIFY(top(inPrivate()) > top(inPublic()) + inPublic()->height() - 1);
}

void TestMoveDialog::theComposersFixAsksForTheMove()
{
    m_fixture->askEverything();
    m_fixture->stores.conversations[1].channel = Channel::Mastodon;
    m_fixture->choose(2);
    auto &check = m_fixture->window->conversation().composer().check();
    QSignalSpy asked(&check, &ComposerCheck::moveAsked);
    m_fixture->reply()->setPlainText(u"We will call you at +7 900 000-00-17."_s);
    auto *list = m_fixture->part<QListWidget>("findingsList");
    QTRY_VERIFY(list->count() > 0);

    const auto *fix = m_fixture->part<ElidedButton>("fixButton");
    for (int row = 0; row < list->count() && fix->words() != u"Move to private"_s; ++row) {
        list->setCurrentRow(row);
    }
    QTest::keyClick(list, Qt::Key_Delete);

    QCOMPARE(asked.count(), 1);
}

QTEST_MAIN(TestMoveDialog)
#include "tst_movedialog.moc"
