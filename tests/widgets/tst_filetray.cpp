// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/composer.h"
#include "tests/widgets/windowfixture.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPromise>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUrl>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

/// A window with Anna's mail open, and a folder for files.
struct Tray : test::WindowFixture {
    QTemporaryDir folder;

    Tray()
    {
        open();
        choose(1);
    }

    QString file(const QString &name, const QByteArray &data = "some bytes") const
    {
        QFile made(folder.filePath(name));
        if (!made.open(QIODevice::WriteOnly) || made.write(data) != data.size()) {
            qFatal("cannot write a test file");
        }
        return made.fileName();
    }

    void drop(QWidget *target, const QStringList &paths) const
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString &path : paths) {
            urls.append(QUrl::fromLocalFile(path));
        }
        data.setUrls(urls);
        const QPointF middle = target->rect().center();
        QDragEnterEvent enter(middle.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(target, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(target, &dropped);
    }

    [[nodiscard]] QList<DraftAttachment> files(DraftKind kind = DraftKind::Reply) const
    {
        const auto &all = kind == DraftKind::Reply ? stores.replies : stores.notes;
        const QList<Draft> versions = all.value(ConversationId{1});
        return versions.isEmpty() ? QList<DraftAttachment>() : versions.constLast().attachments;
    }

    [[nodiscard]] QWidget *tray() const { return part<QWidget>("draftFiles"); }
    [[nodiscard]] QWidget *panel() const { return tray()->parentWidget(); }
    [[nodiscard]] QPushButton *send() const { return part<QPushButton>("sendButton"); }
    [[nodiscard]] QStringList shown() const
    {
        QStringList all;
        for (const auto *row : window->findChildren<QWidget *>(u"draftFile"_s)) {
            if (row->isVisible()) {
                all.append(row->findChild<QLabel *>(u"fileName"_s)->text() + u' '
                           + row->findChild<QLabel *>(u"fileSize"_s)->text());
            }
        }
        return all;
    }
};

} // namespace

class TestFileTray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void filesDroppedOnTheTextAreAttached();
    void filesDroppedBesideTheTextAreAttached();
    void droppedElsewhereIsImported();
    void filesAreChosenInADialog();
    void aPastedPictureBecomesAPng();
    void pastedTextStaysText();
    void aFileIsSentWithoutTextAndComesBack();
    void nothingIsSentWhileAFileIsOnItsWay();
    void aPictureIsDescribed();
    void aDescriptionIsKeptWhenAnotherConversationOpens();
    void aFileIsTakenAwayByKeyboard();
    void aNoteTakesItsFiles();
    void everyDraftShowsItsOwnFiles();
    void aNameIsShownAsItIs();
    void aFileThatIsTooLargeIsTold();
    void theWindowClosesWhenThePictureIsThere();
    void whatMovesToTheNoteTakesItsFilesAlong();
};

void TestFileTray::filesDroppedOnTheTextAreAttached()
{
    Tray tray;

    tray.drop(qobject_cast<QPlainTextEdit *>(tray.reply())->viewport(),
              {tray.file(u"bill.txt"_s), tray.file(u"none"_s, {})});

    QTRY_COMPARE(tray.shown(), QStringList({u"bill.txt 10 byte(s)"_s, u"none empty"_s}));
    QCOMPARE(tray.files().size(), 2);
    for (const auto *row : tray.window->findChildren<QWidget *>(u"draftFile"_s)) {
        QTRY_COMPARE(row->visibleRegion().boundingRect(), row->rect());
    }
    QVERIFY(tray.reply()->toPlainText().isEmpty());
    QVERIFY(tray.send()->isEnabled());
}

void TestFileTray::filesDroppedBesideTheTextAreAttached()
{
    Tray tray;
    QSignalSpy imported(tray.window.get(), &MainWindow::importAsked);

    tray.drop(tray.panel(), {tray.file(u"bill.txt"_s)});

    QTRY_COMPARE(tray.shown().size(), 1);
    QCOMPARE(imported.count(), 0);
}

void TestFileTray::droppedElsewhereIsImported()
{
    Tray tray;
    QSignalSpy imported(tray.window.get(), &MainWindow::importAsked);

    tray.drop(tray.window.get(), {tray.file(u"old.mbox"_s)});

    QCOMPARE(imported.count(), 1);
    QVERIFY(tray.files().isEmpty());
}

void TestFileTray::filesAreChosenInADialog()
{
    Tray tray;

    tray.part<QPushButton>("attachButton")->click();
    auto *dialog = tray.part<QFileDialog>("attachDialog");
    QVERIFY(dialog && dialog->isVisible());
    Q_EMIT dialog->filesSelected({tray.file(u"bill.txt"_s)});
    dialog->reject();

    QTRY_COMPARE(tray.shown().size(), 1);
}

void TestFileTray::aPastedPictureBecomesAPng()
{
    Tray tray;
    QImage picture(8, 8, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QGuiApplication::clipboard()->setImage(picture);

    QTest::keyClick(tray.reply(), Qt::Key_V, Qt::ControlModifier);

    QTRY_COMPARE(tray.files().size(), 1);
    QCOMPARE(tray.files().constFirst().mimeType, u"image/png"_s);
    QCOMPARE(tray.files().constFirst().name, u"Pasted picture.png"_s);
    QVERIFY(tray.files().constFirst().size > 0);
    QTRY_COMPARE(tray.shown().size(), 1);
}

void TestFileTray::pastedTextStaysText()
{
    Tray tray;
    auto data = std::make_unique<QMimeData>();
    data->setText(u"words"_s);
    data->setImageData(QImage(8, 8, QImage::Format_RGB32));
    QGuiApplication::clipboard()->setMimeData(data.release()); // the clipboard owns it

    QTest::keyClick(tray.reply(), Qt::Key_V, Qt::ControlModifier);

    QCOMPARE(tray.reply()->toPlainText(), u"words"_s);
    QVERIFY(tray.files().isEmpty());
}

void TestFileTray::aFileIsSentWithoutTextAndComesBack()
{
    Tray tray;
    QVERIFY(!tray.send()->isEnabled());
    tray.drop(tray.panel(), {tray.file(u"bill.txt"_s)});
    QTRY_VERIFY(tray.send()->isEnabled());

    tray.send()->click();

    QTRY_COMPARE(tray.stores.outbox.size(), 1);
    QCOMPARE(tray.stores.outbox.constFirst().attachments.constFirst().name, u"bill.txt"_s);
    QTRY_VERIFY(tray.shown().isEmpty());
    QTRY_VERIFY(!tray.send()->isEnabled());
    tray.part<QPushButton>("undoSendButton")->click();
    QTRY_COMPARE(tray.shown(), QStringList{u"bill.txt 10 byte(s)"_s});
    QVERIFY(tray.send()->isEnabled());
    QVERIFY(tray.reply()->toPlainText().isEmpty());
}

void TestFileTray::nothingIsSentWhileAFileIsOnItsWay()
{
    Tray tray;
    QTest::keyClicks(tray.reply(), u"See the bill."_s);
    QTRY_COMPARE(tray.stores.draft(ConversationId{1}), u"See the bill."_s);
    tray.stores.setAnswers(test::FakeStores::Answers::HeldBack);

    tray.drop(tray.panel(), {tray.file(u"bill.txt"_s)});
    QTest::keyClick(tray.reply(), Qt::Key_Return, Qt::ControlModifier);

    QVERIFY(!tray.send()->isEnabled());
    QCOMPARE(tray.stores.count(u"hold"_s), 0);
    tray.stores.setAnswers(test::FakeStores::Answers::AtOnce);
    tray.stores.answerAll();
    QTRY_VERIFY(tray.send()->isEnabled());
    QTest::keyClick(tray.reply(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(tray.stores.outbox.size(), 1);
    QCOMPARE(tray.stores.outbox.constFirst().attachments.size(), 1);
}

void TestFileTray::aPictureIsDescribed()
{
    Tray tray;
    tray.drop(tray.panel(), {tray.file(u"lamp.png"_s), tray.file(u"bill.txt"_s)});
    QTRY_COMPARE(tray.shown().size(), 2);
    const auto edits = tray.window->findChildren<QLineEdit *>(u"altText"_s);
    QVERIFY(edits.at(0)->isVisible() && !edits.at(1)->isVisible());
    QCOMPARE(edits.at(0)->accessibleName(), u"What the picture lamp.png shows"_s);

    QTest::keyClicks(edits.at(0), u"A broken lamp"_s);
    QTest::keyClick(edits.at(0), Qt::Key_Return, Qt::ControlModifier); // sends it

    QTRY_COMPARE(tray.stores.outbox.size(), 1);
    QCOMPARE(tray.stores.outbox.constFirst().attachments.constFirst().alt, u"A broken lamp"_s);
}

void TestFileTray::aDescriptionIsKeptWhenAnotherConversationOpens()
{
    Tray tray;
    tray.drop(tray.panel(), {tray.file(u"lamp.png"_s)});
    QTRY_COMPARE(tray.shown().size(), 1);
    QTest::keyClicks(tray.part<QLineEdit>("altText"), u"A lamp"_s);

    tray.choose(2);

    QTRY_COMPARE(tray.files().constFirst().alt, u"A lamp"_s);
    QTRY_VERIFY(tray.shown().isEmpty());
}

void TestFileTray::aFileIsTakenAwayByKeyboard()
{
    Tray tray;
    tray.drop(tray.panel(), {tray.file(u"a.txt"_s), tray.file(u"b.txt"_s)});
    QTRY_COMPARE(tray.shown().size(), 2);
    auto *remove = tray.part<QToolButton>("removeFileButton");
    QCOMPARE(remove->accessibleName(), u"Remove a.txt"_s);

    tray.part<QPushButton>("attachButton")->setFocus();
    QTest::keyClick(tray.window->focusWidget(), Qt::Key_Tab);
    QVERIFY(remove->hasFocus());
    QTest::keyClick(remove, Qt::Key_Space);

    QTRY_COMPARE(tray.shown(), QStringList{u"b.txt 10 byte(s)"_s});
    QTRY_COMPARE(tray.files().size(), 1);
}

void TestFileTray::aNoteTakesItsFiles()
{
    Tray tray;
    tray.part<QTabBar>("composerKinds")->setCurrentIndex(1);
    tray.drop(tray.panel(), {tray.file(u"shelf.txt"_s)});
    QTRY_COMPARE(tray.files(DraftKind::Note).size(), 1);
    QTRY_VERIFY(tray.send()->isEnabled());

    tray.send()->click();

    QTRY_COMPARE(tray.stores.messages.value(ConversationId{1}).last().direction, Direction::Note);
    QCOMPARE(tray.stores.messages.value(ConversationId{1}).last().attachments.size(), 1);
    QTRY_VERIFY(tray.shown().isEmpty());
}

void TestFileTray::everyDraftShowsItsOwnFiles()
{
    Tray tray;
    tray.drop(tray.panel(), {tray.file(u"bill.txt"_s)});
    QTRY_COMPARE(tray.shown().size(), 1);
    auto *kinds = tray.part<QTabBar>("composerKinds");

    kinds->setCurrentIndex(1);
    QTRY_VERIFY(tray.shown().isEmpty());
    kinds->setCurrentIndex(0);
    QTRY_COMPARE(tray.shown().size(), 1);
    tray.choose(2);
    QTRY_VERIFY(tray.shown().isEmpty());
    tray.choose(1);
    QTRY_COMPARE(tray.shown().size(), 1);
}

void TestFileTray::aNameIsShownAsItIs()
{
    Tray tray;
    tray.drop(tray.panel(), {tray.file(u"<b>fdp.\u202Eexe.txt"_s)});

    QTRY_COMPARE(tray.shown().size(), 1);

    auto *name = tray.window->findChild<QLabel *>(u"fileName"_s);
    QCOMPARE(name->textFormat(), Qt::PlainText);
    QVERIFY(name->text().startsWith(u"<b>"_s));
    QVERIFY(!name->text().contains(u'\u202E'));
    QVERIFY(!name->toolTip().contains(u"<b>"_s));
}

void TestFileTray::aFileThatIsTooLargeIsTold()
{
    Tray tray;
    tray.stores.failNext({.code = Errc::TooLarge, .detail = {}, .retryAfter = {}});

    tray.drop(tray.panel(), {tray.file(u"film.mov"_s)});

    const auto *notice = tray.part<QLabel>("noticeWords");
    QVERIFY(notice);
    QTRY_VERIFY(notice->isVisible());
    QVERIFY2(notice->text().contains(u"film.mov"_s), qPrintable(notice->text()));
    QVERIFY2(notice->text().contains(u"25 MB"_s), qPrintable(notice->text()));
    QVERIFY(tray.shown().isEmpty());
    QVERIFY(!tray.send()->isEnabled());
}

void TestFileTray::theWindowClosesWhenThePictureIsThere()
{
    Tray tray;
    QPromise<QByteArray> picture;
    picture.start();
    tray.window->findChild<Composer *>()->files().attachLater(u"shot.png"_s, u"image/png"_s,
                                                              picture.future());

    tray.window->close();
    QVERIFY(tray.window->isVisible());
    picture.addResult(QByteArrayLiteral("png"));
    picture.finish();

    QTRY_VERIFY(!tray.window->isVisible());
    QCOMPARE(tray.files().size(), 1);
}

void TestFileTray::whatMovesToTheNoteTakesItsFilesAlong()
{
    Tray tray;
    tray.reply()->setPlainText(u"look"_s);
    tray.drop(tray.panel(), {tray.file(u"bill.txt"_s)});
    QTRY_COMPARE(tray.shown().size(), 1);

    tray.part<QPushButton>("moveTextButton")->click();

    QTRY_COMPARE(tray.part<QTabBar>("composerKinds")->currentIndex(), 1);
    QTRY_COMPARE(tray.shown().size(), 1);
    QTRY_COMPARE(tray.reply()->toPlainText(), u"look"_s);
    QTRY_VERIFY(tray.files().isEmpty()); // those of the reply
}

QTEST_MAIN(TestFileTray)
#include "tst_filetray.moc"
