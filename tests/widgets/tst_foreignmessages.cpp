// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/hostilewalk.h"
#include "tests/widgets/hostilewindows.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/composer/versionsdialog.h"
#include "widgets/theme/theme.h"
#include "widgets/thread/messageactions.h"
#include "widgets/thread/messageview.h"
#include "widgets/thread/pictureloader.h"
#include "widgets/thread/printing.h"
#include "widgets/thread/remoteimageloader.h"

#include <QBuffer>
#include <QListWidget>
#include <QMessageBox>
#include <QPdfWriter>
#include <QPushButton>
#include <QToolButton>

using namespace aside;
using namespace Qt::StringLiterals;
using test::attachmentOf;
using test::look;

/// Puts hostile text into what opens from a message or a draft, and looks at it.
class TestForeignMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ColorMode::Light); }
    void init() { test::failOnWarning(); }

    void theFilesOfAMessageAndOfADraft();
    void theVersionsOfADraft();
    void theQuestionAboutALink();
    void paper();
    void collectedHtmlInAMessage();
    void theRepliesOfUndo();
    void viewingAllOfItOpensNoFileAndNoConnection();
};

void TestForeignMessages::theFilesOfAMessageAndOfADraft()
{
    const QStringList texts = test::hostileLines();
    test::WindowFixture fixture;
    Message &message = fixture.stores.messages[ConversationId{1}].first();
    Draft draft;
    draft.conversation = ConversationId{1};
    draft.version = 1;
    qint64 id = 0;
    for (const QString &text : texts) {
        message.attachments.append(attachmentOf(++id, text));
        draft.attachments.append({.id = DraftAttachmentId{id},
                                  .name = text,
                                  .mimeType = u"image/png"_s,
                                  .sha256 = {},
                                  .size = 5,
                                  .alt = text});
    }
    fixture.stores.replies.insert(ConversationId{1}, {draft});
    fixture.open();
    fixture.choose(1);
    auto *all = fixture.part<QToolButton>("allAttachments");
    QTRY_VERIFY(all->isVisible());

    all->click();

    QTRY_COMPARE(fixture.window->findChildren<QWidget *>(u"draftFile"_s).size(), texts.size());
    QCOMPARE_GE(fixture.window->findChildren<QToolButton *>(u"attachment"_s).size(), texts.size());
    look(*fixture.window);
}

void TestForeignMessages::theVersionsOfADraft()
{
    test::FakeStores stores;
    QList<Draft> versions;
    for (const QString &text : test::hostileLines()) {
        versions.append({.id = DraftId{1},
                         .conversation = ConversationId{1},
                         .text = text,
                         .updatedAt = stores.clock.now(),
                         .version = static_cast<int>(versions.size()) + 1});
    }
    VersionsDialog dialog(versions, versions.constFirst().text, stores.clock, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto *list = dialog.findChild<QListWidget *>(u"versionList"_s);

    for (int row = 0; row < list->count(); ++row) {
        list->setCurrentRow(row);
        dialog.grab();
        const QString faults = test::faultsIn(dialog);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
    }
    look(dialog);
}

void TestForeignMessages::theQuestionAboutALink()
{
    test::FakeStores stores;
    QWidget window;
    QList<QUrl> opened;
    MessageActions actions(stores, [&opened](const QUrl &url) { opened.append(url); }, &window);
    int asked = 0;
    for (const QString &text : test::hostileLines()) {
        actions.openLink(u"https://canary.example/"_s + text, u"https://bank.example/"_s + text);
        for (QMessageBox *box : window.findChildren<QMessageBox *>()) {
            ++asked;
            look(*box);
            QCOMPARE(box->textFormat(), Qt::PlainText);
            box->close();
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    QCOMPARE_GT(asked, 50);
    QCOMPARE(opened, QList<QUrl>());
}

void TestForeignMessages::paper()
{
    Thread thread;
    for (const QString &text : test::hostileLines()) {
        Message message;
        message.id = MessageId{thread.messages.size() + 1};
        message.author = message.handle = message.subject = message.text = message.html = text;
        message.attachments.append(attachmentOf(message.id.value, text));
        thread.messages.append(message);
    }
    thread.conversation.subject = thread.conversation.person = test::luringTexts().constFirst();
    QTextDocument document;

    writeConversation(document, thread);

    QVERIFY(document.toPlainText().contains(u"<img src="));
    QVERIFY(!test::walk::turns(document.toPlainText()));
    for (const QTextFormat &format : document.allFormats()) {
        const QTextImageFormat image = format.toImageFormat();
        QVERIFY2(!image.isImageFormat() || image.name().startsWith(u"emoji:"), qPrintable(image.name()));
    }
    QBuffer bytes;
    QVERIFY(bytes.open(QIODevice::WriteOnly));
    QPdfWriter writer(&bytes);
    printConversation(writer, thread);
    QCOMPARE_GT(bytes.size(), 10'000);
}

void TestForeignMessages::collectedHtmlInAMessage()
{
    const QList<test::HostileText> all = test::collectedHtml();
    if (all.size() < 1'000) {
        QSKIP("the collections are not here");
    }
    constexpr qsizetype every = 13; // all of them go through the sanitiser's own test
    test::FakeStores stores;
    PictureLoader pictures(stores, nullptr);
    test::FakePictures elsewhere;
    RemoteImageLoader remote(elsewhere, nullptr);
    MessageView view({.attached = pictures, .remote = remote}, nullptr);
    view.resize(700, 400);
    view.setVisible(true);
    for (qsizetype i = 0; i < all.size(); i += every) {
        Message message;
        message.id = MessageId{i + 1};
        message.author = message.handle = message.text = message.html = all.at(i).text;
        view.show(message, {.history = History::Shown}, {});
        view.grab();
        const QString faults = test::faultsIn(view);
        QVERIFY2(faults.isEmpty(), qPrintable(QString::fromUtf8(all.at(i).name) + faults));
    }
}

void TestForeignMessages::theRepliesOfUndo()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    for (const QString &text : test::luringTexts()) {
        fixture.reply()->setPlainText(text);
        fixture.part<QPushButton>("sendButton")->click();
        QTRY_VERIFY(fixture.part<QPushButton>("undoSendButton")->isVisible());
        fixture.window->grab();
        fixture.part<QPushButton>("undoSendButton")->click();
        QTRY_VERIFY(!fixture.reply()->toPlainText().isEmpty());
    }
    look(*fixture.window);
}

void TestForeignMessages::viewingAllOfItOpensNoFileAndNoConnection()
{
    test::verifyTestsOpenNothing(metaObject(), 6);
}

QTEST_MAIN(TestForeignMessages)
#include "tst_foreignmessages.moc"
