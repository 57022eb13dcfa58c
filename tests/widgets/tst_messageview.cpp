// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/hostiletexts.h"
#include "tests/widgets/messagefixture.h"

#include <QAccessible>
#include <QClipboard>
#include <QLabel>
#include <QMessageBox>
#include <QSignalSpy>
#include <QToolButton>

using namespace aside;
using namespace Qt::StringLiterals;
using test::ThreadFixture;

class TestMessageView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void htmlIsShownFormatted();
    void foldedHistoryOpensAndCloses();
    void remotePicturesAreNamedAndNotLoaded();
    void recipientsAreFoldedUntilAskedFor();
    void aLetterToOneAloneSaysNothingOfIt();
    void hostileRecipientsArePlainText();
    void whatTheServerHasNoMoreSaysSo();
    void deletedMessageIsPaleAndSaysSo();
    void earlierWordsAreShownOnDemand();
    void aPictureKeepsItsDescription();
    void whatIsTooLargeIsShownPlainAndSaysWhy();
    void longTextsAreCutAndShownWhole();
    void linksAreOpenedOrAskedAbout();
    void findGoesThroughAllMessages();
    void keysMoveTheCurrentMessage();
    void newMessagesAreMarked();
    void conversationsAreCopiedAsText();
};

void TestMessageView::htmlIsShownFormatted()
{
    ThreadFixture fixture;
    fixture.show({fixture.message(1, u"plain"_s, u"<p>very <b>bold</b><script>x</script>"_s)});

    QCOMPARE(fixture.text(), u"very bold"_s);
    QVERIFY(fixture.only()->text().toHtml().contains(u"font-weight"_s));
}

void TestMessageView::foldedHistoryOpensAndCloses()
{
    ThreadFixture fixture;
    fixture.show({fixture.message(1, u"Yes.\n\nOn Monday Boris wrote:\n> Really?"_s)});
    auto *button = fixture.part<QToolButton>("historyButton");

    QCOMPARE(fixture.text(), u"Yes."_s);
    button->click();
    QVERIFY(fixture.text().contains(u"> Really?"_s));
    button->click();
    QCOMPARE(fixture.text(), u"Yes."_s);
}

void TestMessageView::remotePicturesAreNamedAndNotLoaded()
{
    ThreadFixture fixture;
    fixture.show({fixture.message(1, u"a"_s, u"<p>a<img src='http://track.example/1.gif'>"_s)});

    QVERIFY(fixture.part<QLabel>("remoteNote")->text().contains(u"track.example"_s));
    QVERIFY(fixture.part<QLabel>("remoteNote")->isVisible());
    QVERIFY(!fixture.part<QAbstractButton>("loadImagesButton")->isVisible());
    QVERIFY(fixture.pictures.asked.isEmpty());
}

void TestMessageView::recipientsAreFoldedUntilAskedFor()
{
    ThreadFixture fixture;
    Message message = fixture.message(1, u"a"_s);
    message.recipients = {{RecipientKind::To, u"Shop"_s, u"help@shop.example"_s},
                          {RecipientKind::Cc, u"Tom %1"_s, u"tom@x.example"_s}};
    fixture.show({message});
    auto *button = fixture.part<QToolButton>("recipientsButton");
    QVERIFY(button->isVisible());
    QVERIFY(!fixture.part<QLabel>("messageDetails")->isVisible());
    const int folded = fixture.only()->height();

    button->click();

    auto *details = fixture.part<QLabel>("messageDetails");
    QTRY_VERIFY(details->isVisible());
    QCOMPARE(details->text(), u"From: Anna\nTo: Shop <help@shop.example>\nCc: Tom %1 <tom@x.example>"_s);
    QCOMPARE(details->textFormat(), Qt::PlainText);
    QCOMPARE_GT(fixture.only()->height(), folded);

    fixture.part<QToolButton>("recipientsButton")->click();
    QTRY_VERIFY(!fixture.part<QLabel>("messageDetails")->isVisible());
}

void TestMessageView::aLetterToOneAloneSaysNothingOfIt()
{
    ThreadFixture fixture;
    Message message = fixture.message(1, u"a"_s);
    message.recipients = {{RecipientKind::To, u"Shop"_s, u"help@shop.example"_s}};
    fixture.show({message});
    QVERIFY(!fixture.part<QToolButton>("recipientsButton")->isVisible());

    message.id = MessageId{2};
    message.recipients.append({RecipientKind::ReplyTo, {}, u"desk@x.example"_s});
    fixture.show({message});

    QVERIFY(fixture.part<QToolButton>("recipientsButton")->isVisible());
}

void TestMessageView::hostileRecipientsArePlainText()
{
    ThreadFixture fixture;
    Message message = fixture.message(1, u"a"_s);
    for (int i = 0; i < 60; ++i) {
        message.recipients.append({RecipientKind::To, u"<img src=file:///etc/hostname>\nBcc: x\u202e"_s,
                                   u"<b>%1@x.example"_s.arg(i)});
    }
    fixture.show({message});

    fixture.part<QToolButton>("recipientsButton")->click();

    auto *details = fixture.part<QLabel>("messageDetails");
    QTRY_VERIFY(details->isVisible());
    QCOMPARE(details->textFormat(), Qt::PlainText);
    QCOMPARE(details->text().count(u'\n'), 1); // From and To
    QVERIFY(!details->text().contains(QChar(0x202e)));
    QVERIFY(details->text().endsWith(u"and 10 more"_s));
}

void TestMessageView::whatTheServerHasNoMoreSaysSo()
{
    ThreadFixture fixture;
    Message message = fixture.message(1, u"a"_s);
    message.removedAt = fixture.stores.clock.now();
    fixture.show({message});

    QVERIFY(fixture.part<QLabel>("messageNote")->isVisible());
    QVERIFY(fixture.part<QLabel>("messageNote")->text().contains(u"kept here"_s));
}

void TestMessageView::deletedMessageIsPaleAndSaysSo()
{
    ThreadFixture fixture;
    Message message = fixture.message(1, u"You cheated me"_s);
    message.deletedAt = fixture.stores.clock.now();
    fixture.show({message});

    QVERIFY(fixture.part<QLabel>("messageNote")->isVisible());
    const auto note = fixture.part<QLabel>("messageNote")->text();
    QVERIFY2(note.contains(u"Deleted where it was written"_s), qPrintable(note));
    const auto &text = fixture.only()->text();
    QCOMPARE(text.toPlainText(), u"You cheated me"_s); // nothing is lost
    QCOMPARE(text.palette().color(QPalette::Text),
             fixture.part<QLabel>("messageNote")->palette().color(QPalette::PlaceholderText));
    QVERIFY(spokenName(message).contains(u"deleted: You cheated me"_s));
}

void TestMessageView::earlierWordsAreShownOnDemand()
{
    ThreadFixture fixture;
    Message message = fixture.message(1, u"The lamp is fine"_s);
    message.editedAt = fixture.stores.clock.now();
    message.earlier = {{.text = u"The lamp is broken <b>!</b>"_s, .until = message.editedAt}};
    fixture.show({message});
    auto *fold = fixture.part<QToolButton>("recipientsButton");
    QVERIFY(fold->isVisible());
    QVERIFY2(fold->text().startsWith(u"Edited "_s), qPrintable(fold->text()));
    QVERIFY(fold->accessibleName().startsWith(u"Show the earlier words"_s));
    QVERIFY(!fixture.part<QLabel>("messageDetails")->isVisible());

    QTest::mouseClick(fold, Qt::LeftButton);

    auto *details = fixture.part<QLabel>("messageDetails");
    QTRY_VERIFY(details->isVisible());
    QVERIFY(details->text().contains(u"The lamp is broken <b>!</b>"_s));
    QCOMPARE(details->textFormat(), Qt::PlainText);
    QVERIFY(spokenName(message).contains(u"edited: The lamp is fine"_s));
}

void TestMessageView::aPictureKeepsItsDescription()
{
    ThreadFixture fixture;
    Message message = fixture.message(
        1, u"a"_s, u"<p>a<img src='https://shop.example/1.png' alt='A cracked lamp' width=90 height=90>"_s);
    message.remoteImages = RemoteImages::Load;
    fixture.show({message});

    QTRY_COMPARE(fixture.only()->text().accessibleDescription(), u"Pictures: A cracked lamp"_s);
}

void TestMessageView::whatIsTooLargeIsShownPlainAndSaysWhy()
{
    ThreadFixture fixture;
    fixture.show({fixture.message(1, u"the words"_s, u"<p>word "_s.repeated(900'000))});

    QCOMPARE(fixture.text(), u"the words"_s);
    QVERIFY(fixture.part<QLabel>("messageNote")->text().contains(u"plain text"_s));
}

void TestMessageView::longTextsAreCutAndShownWhole()
{
    ThreadFixture fixture;
    fixture.show({fixture.message(1, u"line\n"_s.repeated(100'000) + u"end"_s)});

    QCOMPARE_LE(fixture.only()->text().document()->blockCount(), 601);
    fixture.part<QToolButton>("wholeTextButton")->click();
    auto *whole = fixture.view.findChild<QPlainTextEdit *>();
    QVERIFY(whole);
    QVERIFY(whole->toPlainText().endsWith(u"end"_s));
}

void TestMessageView::linksAreOpenedOrAskedAbout()
{
    ThreadFixture fixture;
    fixture.show({fixture.message(1, u"see http://a.example/x"_s)});

    Q_EMIT fixture.only()->text().anchorClicked(QUrl(u"http://a.example/x"_s));
    QCOMPARE(fixture.opened, QList<QUrl>{QUrl(u"http://a.example/x"_s)});
    Q_EMIT fixture.only()->text().anchorClicked(QUrl(u"file:///etc/passwd"_s));
    QCOMPARE(fixture.opened.size(), 1);

    fixture.show({fixture.message(2, u"x"_s, u"<a href='http://evil.example/'>www.bank.example</a>"_s)});
    Q_EMIT fixture.only()->text().anchorClicked(QUrl(u"http://evil.example/"_s));
    auto *question = fixture.view.findChild<QMessageBox *>(u"linkQuestion"_s);
    QVERIFY(question);
    QCOMPARE(fixture.opened.size(), 1);
    QVERIFY(question->text().contains(u"evil.example"_s));
    QCOMPARE(question->textFormat(), Qt::PlainText);
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::AcceptRole) {
            button->click();
        }
    }
    QCOMPARE(fixture.opened.size(), 2);
}

void TestMessageView::findGoesThroughAllMessages()
{
    ThreadFixture fixture;
    QList<Message> messages;
    for (int i = 0; i < 300; ++i) {
        messages.append(fixture.message(i + 1, i % 100 == 0 ? u"Ёлка и елка"_s : u"words"_s));
    }
    fixture.show(messages);
    fixture.view.openFind();
    auto *words = fixture.view.findChild<QLineEdit *>(u"findWords"_s);
    auto *count = fixture.view.findChild<QLabel *>(u"findCount"_s);

    words->setText(u"ЕЛКА"_s);
    QTRY_COMPARE(count->text(), u"6 of 6"_s);
    QCOMPARE(fixture.view.currentRow(), 200);
    QTest::keyClick(words, Qt::Key_Return);
    QCOMPARE(count->text(), u"1 of 6"_s);
    QCOMPARE(fixture.view.currentRow(), 0);
    QTest::keyClick(words, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(count->text(), u"6 of 6"_s);
    QTest::keyClick(words, Qt::Key_Escape);
    QVERIFY(!words->isVisible());
}

void TestMessageView::keysMoveTheCurrentMessage()
{
    ThreadFixture fixture;
    fixture.view.activateWindow();
    QList<Message> messages;
    for (int i = 0; i < 100; ++i) {
        messages.append(fixture.message(i + 1, u"words %1"_s.arg(i)));
    }
    fixture.show(messages);
    fixture.view.setFocus();

    QCOMPARE(fixture.view.currentRow(), 99);
    QTest::keyClick(&fixture.view, Qt::Key_Up);
    QCOMPARE(fixture.view.currentRow(), 98);
    QTest::keyClick(&fixture.view, Qt::Key_Home);
    QCOMPARE(fixture.view.currentRow(), 0);
    QTest::keyClick(&fixture.view, Qt::Key_Down);
    QCOMPARE(fixture.view.currentRow(), 1);
    for (MessageView *each : fixture.view.findChildren<MessageView *>()) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(each);
        QCOMPARE(interface->role(), QAccessible::ListItem);
        QVERIFY(!each->isVisible() || interface->text(QAccessible::Name).startsWith(u"Anna, incoming, "_s));
    }
}

void TestMessageView::newMessagesAreMarked()
{
    ThreadFixture fixture;
    fixture.show({fixture.message(1, u"a"_s), fixture.message(2, u"b"_s)}, 1);
    QStringList marks;
    for (const QLabel *each : fixture.view.findChildren<QLabel *>(u"daySeparator"_s)) {
        marks.append(each->isVisible() ? each->text() : QString());
    }

    QVERIFY2(marks.contains(u"New messages"_s), qPrintable(marks.join(u'|')));
}

void TestMessageView::conversationsAreCopiedAsText()
{
    ThreadFixture fixture;
    fixture.show({fixture.message(1, u"first"_s), fixture.message(2, u"second"_s)});

    QGuiApplication::clipboard()->clear();
    fixture.view.copyConversation();

    QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(u"first\n\nAnna"_s) && copied.endsWith(u"second"_s));
}

QTEST_MAIN(TestMessageView)
#include "tst_messageview.moc"
