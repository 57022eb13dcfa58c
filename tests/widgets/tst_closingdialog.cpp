// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/movedesk.h"
#include "models/templates/templatecatalog.h"
#include "tests/support/fakemoves.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/common/elidedbutton.h"
#include "widgets/privacy/movedialog.h"
#include "widgets/privacy/resolutiondialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

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
                 {source(u"private/en/closing-1"_s, "public", "Here is how it ended: it's solved.\n"),
                  source(u"private/en/ask-update-1"_s, "private",
                         "If you like, you could update your review; that is for you to decide.\n")});
    catalog->finish();
    return catalog;
}

Message privateMessage(Instant at)
{
    Message said;
    said.id = MessageId{7701};
    said.conversation = ConversationId{77};
    said.direction = Direction::Incoming;
    said.handle = u"@boris"_s;
    said.text = u"The new lamp from the second shelf arrived today, thank you."_s;
    said.sentAt = at;
    return said;
}

PrivateMove solvedMove(ConversationId home, Instant at)
{
    PrivateMove move;
    move.id = PrivateMoveId{1};
    move.conversation = home;
    move.talk = ConversationId{77};
    move.way = MoveWay::DirectMessage;
    move.state = MoveState::Joined;
    move.resolution = Resolution{.what = u"We sent a second lamp for free."_s, .at = at};
    return move;
}

ConversationRow privateTalk()
{
    ConversationRow talk;
    talk.id = ConversationId{77};
    talk.channel = Channel::Mastodon;
    talk.audience = Audience::Private;
    talk.person = u"Boris"_s;
    talk.handle = u"@boris"_s;
    return talk;
}

} // namespace

/// The end in public, as the operator sees it.
class TestClosingDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theEndIsShownTheSameWay();
    void eitherHalfOfTheEndCanBeLeftOut_data();
    void eitherHalfOfTheEndCanBeLeftOut();
    void whatWasDoneIsNotRepeatedInPublic();
    void someoneElseWasFaster();
    void whatWasDoneIsRecorded();
    void whatWasDoneStaysWhereItIsRefused();

private:
    void openEnd();
    template <typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        return m_dialog->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] ElidedButton *send() const { return part<ElidedButton>("startMoveButton"); }
    [[nodiscard]] QPlainTextEdit *inPublic() const { return part<QPlainTextEdit>("publicText"); }
    [[nodiscard]] QPlainTextEdit *inPrivate() const { return part<QPlainTextEdit>("privateText"); }

    std::unique_ptr<WindowFixture> m_fixture;
    FakeMoves m_moves;
    QPointer<MoveDialog> m_dialog;
};

void TestClosingDialog::init()
{
    failOnWarning();
    m_moves.orders.clear();
    m_moves.known.clear();
    m_moves.resolved.clear();
    m_moves.failure.reset();
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->open();
}

void TestClosingDialog::cleanup()
{
    delete m_dialog;
    m_fixture.reset();
}

/// It was solved in a private talk.
void TestClosingDialog::openEnd()
{
    auto &stores = m_fixture->stores;
    auto &row = stores.conversations[1];
    row.channel = Channel::Mastodon;
    row.audience = Audience::Public;
    row.handle = u"@boris"_s;
    auto &post = stores.messages[row.id].first();
    post.text = u"The lamp broke"_s;
    post.handle = row.handle;
    post.sentAt = stores.clock.now() - 3h;
    const auto home = row.id;
    stores.addConversation(privateTalk()); // the row may move
    stores.messages[ConversationId{77}] = {privateMessage(stores.clock.now() - 2h)};
    m_moves.known = {solvedMove(home, stores.clock.now() - 1h)};

    const MoveQuestion question{.conversation = home,
                                .profile = {},
                                .phraseFolders = {},
                                .catalogs = {someTexts()},
                                .calendar = WorkCalendar(WorkingHours{.timeZone = "UTC"}),
                                .aim = MoveAim::Close};
    const auto made = MoveDesk({.conversations = stores, .persons = stores, .moves = m_moves}, stores.clock)
                          .prepare(question)
                          .result();
    QVERIFY(made);
    m_dialog = new MoveDialog(*made, question,
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

void TestClosingDialog::theEndIsShownTheSameWay()
{
    openEnd();

    QCOMPARE(m_dialog->windowTitle(), u"Close the public side"_s);
    QVERIFY(inPublic()->toPlainText().contains(u"solved"_s));
    QVERIFY(inPrivate()->toPlainText().contains(u"for you to decide"_s));
    QVERIFY(part<QLabel>("moveNext")->text().contains(u"public line goes first"_s));
    QTRY_COMPARE(send()->words(), u"Send both"_s);
    QTest::mouseClick(send(), Qt::LeftButton);

    QTRY_COMPARE(m_moves.orders.size(), qsizetype(1));
    const auto &order = m_moves.orders.constFirst();
    QCOMPARE(order.way, MoveWay::ClosePublic);
    QCOMPARE(order.privateHalf->conversation, ConversationId{77});
    QVERIFY(order.records.contains(MoveRecord::RemovalAsked));
}

void TestClosingDialog::eitherHalfOfTheEndCanBeLeftOut_data()
{
    QTest::addColumn<bool>("isPublicLeftOut");
    QTest::addRow("public") << true;
    QTest::addRow("private") << false;
}

void TestClosingDialog::eitherHalfOfTheEndCanBeLeftOut()
{
    QFETCH(const bool, isPublicLeftOut);
    openEnd();
    auto *box = part<QCheckBox>(isPublicLeftOut ? "publicTextSent" : "privateTextSent");
    QVERIFY(box->isVisible());

    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    QTRY_COMPARE(send()->words(),
                 isPublicLeftOut ? u"Send the private message"_s : u"Send the public line"_s);
    QTest::mouseClick(send(), Qt::LeftButton);

    QTRY_COMPARE(m_moves.orders.size(), qsizetype(1));
    const auto &order = m_moves.orders.constFirst();
    QCOMPARE(order.publicHalf.has_value(), !isPublicLeftOut);
    QCOMPARE(order.privateHalf.has_value(), isPublicLeftOut);
    QCOMPARE(order.records.contains(MoveRecord::RemovalAsked), isPublicLeftOut);
}

void TestClosingDialog::whatWasDoneIsNotRepeatedInPublic()
{
    openEnd();

    inPublic()->setPlainText(u"It's solved: we sent a second lamp for free."_s);
    QTest::mouseClick(send(), Qt::LeftButton);

    QTRY_VERIFY(send()->words() != "Send both"_L1);
    QVERIFY(m_moves.orders.isEmpty());
}

void TestClosingDialog::someoneElseWasFaster()
{
    openEnd();
    m_moves.failure = Error{.code = Errc::Conflict, .detail = {}, .retryAfter = {}};

    QTRY_VERIFY(send()->isEnabled());
    QTest::mouseClick(send(), Qt::LeftButton);

    auto *notice = part<QLabel>("noticeWords");
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(u"Nothing of yours was sent"_s));
    QVERIFY(inPublic()->toPlainText().contains(u"solved"_s));
}

void TestClosingDialog::whatWasDoneIsRecorded()
{
    QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
    QPointer<ResolutionDialog> dialog
        = new ResolutionDialog(ConversationId{1}, u"Olga"_s, m_moves, m_fixture->window.get());
    QSignalSpy recorded(dialog, &ResolutionDialog::recorded);
    dialog->open();
    QTRY_COMPARE(QApplication::activeWindow(), dialog.data());
    auto *button = dialog->findChild<QPushButton *>(u"recordResolutionButton"_s);
    QVERIFY(!button->isEnabled());

    QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(u"resolutionText"_s), u"Refunded."_s);
    QTest::keyClick(dialog->findChild<QPlainTextEdit *>(u"resolutionText"_s), Qt::Key_Return,
                    Qt::ControlModifier);

    QTRY_COMPARE(recorded.count(), 1);
    QCOMPARE(m_moves.resolved, QStringList{u"Refunded."_s});
    QTRY_VERIFY(!dialog || !dialog->isVisible());
}

void TestClosingDialog::whatWasDoneStaysWhereItIsRefused()
{
    m_moves.failure = Error{.code = Errc::Conflict, .detail = {}, .retryAfter = {}};
    QPointer<ResolutionDialog> dialog
        = new ResolutionDialog(ConversationId{1}, u"Olga"_s, m_moves, m_fixture->window.get());
    dialog->open();
    auto *what = dialog->findChild<QPlainTextEdit *>(u"resolutionText"_s);
    what->setPlainText(u"Refunded."_s);

    QTest::mouseClick(dialog->findChild<QPushButton *>(u"recordResolutionButton"_s), Qt::LeftButton);

    QTRY_VERIFY(dialog->findChild<QLabel *>(u"noticeWords"_s)->isVisible());
    QCOMPARE(what->toPlainText(), u"Refunded."_s);
    delete dialog;
}

QTEST_MAIN(TestClosingDialog)
#include "tst_closingdialog.moc"
