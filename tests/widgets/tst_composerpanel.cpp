// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/composer/worddiff.h"

#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QTabBar>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

QString noteDraft(const test::WindowFixture &fixture)
{
    const QList<Draft> versions = fixture.stores.notes.value(ConversationId{1});
    return versions.isEmpty() ? QString() : versions.constLast().text;
}

} // namespace

class TestComposerPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void typingSavesTheDraft();
    void switchingKeepsTextsApart();
    void sendingCanBeUndone();
    void publicRepliesSaySo();
    void replyAndNoteAreKeptApart();
    void noteIsAddedAndTakenBack();
    void movingANoteIntoTheReplyAsks();
    void undoKeyInTheEmptyFieldTakesTheSendingBack();
    void sendNowEndsTheUndoWindow();
    void aLongNameIsElidedButRead();
    void anEarlierVersionIsUsedAndUndone();
    void theFieldGrowsToHalfOfThePane();
    void wordsThatChangedAreTold_data();
    void wordsThatChangedAreTold();
};

void TestComposerPanel::typingSavesTheDraft()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);

    QTest::keyClicks(fixture.reply(), u"Hello Anna"_s);

    QTRY_COMPARE(fixture.stores.draft(ConversationId{1}), u"Hello Anna"_s);
}

void TestComposerPanel::switchingKeepsTextsApart()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    QTest::keyClicks(fixture.reply(), u"for Anna"_s);

    for (int i = 0; i < 4; ++i) {
        fixture.window->openConversation(ConversationId{2});
        QVERIFY(fixture.reply()->toPlainText().isEmpty());
        fixture.window->openConversation(ConversationId{1});
    }

    QTRY_COMPARE(fixture.reply()->toPlainText(), u"for Anna"_s);
    QTRY_COMPARE(fixture.stores.draft(ConversationId{1}), u"for Anna"_s);
    QVERIFY(fixture.stores.draft(ConversationId{2}).isEmpty());
}

void TestComposerPanel::sendingCanBeUndone()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    QTest::keyClicks(fixture.reply(), u"It left today."_s);

    QTest::keyClick(fixture.reply(), Qt::Key_Return, Qt::ControlModifier);
    auto *undo = fixture.part<QPushButton>("undoSendButton");
    QTRY_VERIFY(undo->isVisible());
    QCOMPARE(fixture.stores.outbox.constFirst().state, OutboxState::Held);
    QVERIFY(fixture.reply()->toPlainText().isEmpty());
    undo->click();

    QTRY_COMPARE(fixture.reply()->toPlainText(), u"It left today."_s);
    QVERIFY(!undo->isVisible());
}

void TestComposerPanel::publicRepliesSaySo()
{
    test::WindowFixture fixture;
    fixture.open();

    fixture.choose(2);

    auto *send = fixture.part<QPushButton>("sendButton");
    QTRY_COMPARE(send->text(), u"Reply publicly on X"_s);
    const auto *strip = fixture.part<QWidget>("replyAudience");
    QVERIFY(strip->findChild<QLabel *>(u"audienceWords"_s)->text().startsWith(u"Public"));
}

void TestComposerPanel::replyAndNoteAreKeptApart()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    QTest::keyClicks(fixture.reply(), u"for Anna"_s);
    auto *kinds = fixture.part<QTabBar>("composerKinds");

    kinds->setCurrentIndex(1);
    QVERIFY(fixture.reply()->toPlainText().isEmpty());
    QTest::keyClicks(fixture.reply(), u"for us"_s);
    QCOMPARE(fixture.part<QPushButton>("sendButton")->accessibleName(), u"Add note (team only)"_s);

    QTRY_COMPARE(noteDraft(fixture), u"for us"_s);
    QCOMPARE(fixture.stores.draft(ConversationId{1}), u"for Anna"_s);
    kinds->setCurrentIndex(0);
    QTRY_COMPARE(fixture.reply()->toPlainText(), u"for Anna"_s);
}

void TestComposerPanel::noteIsAddedAndTakenBack()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    fixture.part<QTabBar>("composerKinds")->setCurrentIndex(1);
    QTest::keyClicks(fixture.reply(), u"ask the stock"_s);

    fixture.part<QPushButton>("sendButton")->click();

    QTRY_COMPARE(fixture.stores.messages.value(ConversationId{1}).last().direction, Direction::Note);
    QVERIFY(fixture.stores.outbox.isEmpty());
    QTRY_VERIFY(fixture.reply()->toPlainText().isEmpty());
    fixture.part<QPushButton>("undoSendButton")->click();
    QTRY_COMPARE(fixture.reply()->toPlainText(), u"ask the stock"_s);
    QCOMPARE(fixture.stores.messages.value(ConversationId{1}).size(), 1);
}

void TestComposerPanel::movingANoteIntoTheReplyAsks()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    fixture.part<QTabBar>("composerKinds")->setCurrentIndex(1);
    QTest::keyClicks(fixture.reply(), u"secret"_s);

    fixture.part<QPushButton>("moveTextButton")->click();

    auto *question = fixture.part<QMessageBox>("moveQuestion");
    QVERIFY(question);
    QVERIFY(fixture.stores.draft(ConversationId{1}).isEmpty());
    question->button(QMessageBox::Cancel)->click();
    QCOMPARE(fixture.reply()->toPlainText(), u"secret"_s);
    fixture.part<QPushButton>("moveTextButton")->click();
    for (QMessageBox *asked : fixture.window->findChildren<QMessageBox *>(u"moveQuestion"_s)) {
        for (QAbstractButton *button : asked->buttons()) {
            if (asked->isVisible() && asked->buttonRole(button) == QMessageBox::AcceptRole) {
                button->click();
            }
        }
    }
    QTRY_COMPARE(fixture.stores.draft(ConversationId{1}), u"secret"_s);
    QTRY_COMPARE(noteDraft(fixture), QString());
    QCOMPARE(fixture.part<QTabBar>("composerKinds")->currentIndex(), 0);
    QCOMPARE(fixture.reply()->toPlainText(), u"secret"_s);
}

void TestComposerPanel::undoKeyInTheEmptyFieldTakesTheSendingBack()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    QTest::keyClicks(fixture.reply(), u"It left today."_s);
    QTest::keyClick(fixture.reply(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(fixture.reply()->toPlainText().isEmpty());

    QTest::keyClicks(fixture.reply(), u"x"_s);
    QTest::keyClick(fixture.reply(), Qt::Key_Z, Qt::ControlModifier); // the text's own
    QVERIFY(fixture.reply()->toPlainText().isEmpty());
    QCOMPARE(fixture.stores.outbox.size(), 1);
    QTest::keyClick(fixture.reply(), Qt::Key_Z, Qt::ControlModifier);

    QTRY_COMPARE(fixture.reply()->toPlainText(), u"It left today."_s);
    QVERIFY(fixture.stores.outbox.isEmpty());
}

void TestComposerPanel::sendNowEndsTheUndoWindow()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    QTest::keyClicks(fixture.reply(), u"It left today."_s);
    QTest::keyClick(fixture.reply(), Qt::Key_Return, Qt::ControlModifier);
    auto *now = fixture.part<QPushButton>("sendNowButton");
    QTRY_VERIFY(now->isVisible());
    QVERIFY(fixture.part<QProgressBar>("undoProgress")->value() > 0);

    now->click();

    QTRY_COMPARE(fixture.stores.outbox.constFirst().state, OutboxState::Queued);
    QVERIFY(!now->isVisible());
}

void TestComposerPanel::aLongNameIsElidedButRead()
{
    test::WindowFixture fixture;
    const QString name = u"Maximiliane "_s.repeated(20).trimmed();
    fixture.add(4, Channel::Email, Audience::Private, name, u"Hi"_s, u"Hello"_s);
    fixture.open();

    fixture.choose(4);

    auto *send = fixture.part<QPushButton>("sendButton");
    QTRY_VERIFY(send->accessibleName().endsWith(name));
    QVERIFY(send->text().endsWith(u'…'));
    QVERIFY(send->fontMetrics().horizontalAdvance(send->text()) < send->width());
}

void TestComposerPanel::anEarlierVersionIsUsedAndUndone()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    QTest::keyClicks(fixture.reply(), u"first words"_s);
    QTRY_COMPARE(fixture.stores.draft(ConversationId{1}), u"first words"_s);
    fixture.reply()->selectAll();
    QTest::keyClicks(fixture.reply(), u"other"_s);
    QTRY_COMPARE(fixture.stores.draft(ConversationId{1}), u"other"_s);

    fixture.part<QPushButton>("versionsButton")->click();
    QTRY_VERIFY(fixture.part<QListWidget>("versionList"));
    auto *list = fixture.part<QListWidget>("versionList");
    int row = 0;
    while (row < list->count() && !list->item(row)->text().endsWith(u"first words"_s)) {
        ++row;
    }
    QVERIFY(row < list->count());
    list->setCurrentRow(row);
    fixture.part<QPushButton>("useVersionButton")->click();

    QCOMPARE(fixture.reply()->toPlainText(), u"first words"_s);
    fixture.reply()->undo();
    QCOMPARE(fixture.reply()->toPlainText(), u"other"_s);
}

void TestComposerPanel::theFieldGrowsToHalfOfThePane()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    const int few = fixture.reply()->minimumHeight();

    fixture.reply()->setPlainText(u"line\n"_s.repeated(8));
    const int more = fixture.reply()->minimumHeight();
    fixture.reply()->setPlainText(u"line\n"_s.repeated(500));

    QVERIFY(more > few);
    QVERIFY(fixture.reply()->minimumHeight() > more);
    QVERIFY(fixture.reply()->minimumHeight() <= fixture.window->height() / 2);
}

void TestComposerPanel::wordsThatChangedAreTold_data()
{
    using Kind = DiffPart::Kind;
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QList<DiffPart>>("parts");
    QTest::addRow("nothing") << u"a b"_s << u"a b"_s << QList<DiffPart>{{Kind::Same, u"a b"_s}};
    QTest::addRow("one word") << u"we go now"_s << u"we run now"_s
                              << QList<DiffPart>{{Kind::Same, u"we "_s},
                                                 {Kind::Removed, u"go"_s},
                                                 {Kind::Added, u"run"_s},
                                                 {Kind::Same, u" now"_s}};
    QTest::addRow("from nothing") << QString() << u"hello"_s << QList<DiffPart>{{Kind::Added, u"hello"_s}};
    QTest::addRow("to nothing") << u"hello"_s << QString() << QList<DiffPart>{{Kind::Removed, u"hello"_s}};
}

void TestComposerPanel::wordsThatChangedAreTold()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    QFETCH(const QList<DiffPart>, parts);

    QVERIFY(wordDiff(before, after) == parts);
}

QTEST_MAIN(TestComposerPanel)
#include "tst_composerpanel.moc"
