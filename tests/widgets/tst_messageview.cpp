// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/hostiletexts.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/thread/attachmentfile.h"
#include "widgets/thread/attachmentstrip.h"
#include "widgets/thread/messagetext.h"
#include "widgets/thread/messageview.h"
#include "widgets/thread/pictureloader.h"
#include "widgets/thread/threadview.h"

#include <QAccessible>
#include <QBuffer>
#include <QClipboard>
#include <QLabel>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUrl>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

struct ThreadFixture {
    test::FakeStores stores;
    test::FakePictures pictures;
    ThreadView view{stores.clock, stores, pictures, nullptr};
    QList<QUrl> opened;

    ThreadFixture()
    {
        view.resize(700, 600);
        view.setOpener([this](const QUrl &url) { opened.append(url); });
        view.QWidget::show();
    }

    void show(const QList<Message> &messages, int unread = 0)
    {
        ConversationRow row;
        row.id = ConversationId{1};
        row.unread = unread;
        stores.addConversation(row, messages);
        view.show(outlineOf({.conversation = row, .messages = messages}));
    }

    Message message(qint64 id, const QString &text, const QString &html = {}) const
    {
        Message made;
        made.id = MessageId{id};
        made.author = u"Anna"_s;
        made.sentAt = stores.clock.now();
        made.text = text;
        made.html = html;
        return made;
    }

    [[nodiscard]] MessageView *only() const
    {
        for (MessageView *each : view.findChildren<MessageView *>()) {
            if (each->isVisible()) {
                return each;
            }
        }
        return nullptr;
    }
    template <typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        return only()->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString text() const { return only()->text().toPlainText(); }
};

Attachment attachment(qint64 id, const QString &name, qint64 size = 10)
{
    Attachment made;
    made.id = AttachmentId{id};
    made.name = name;
    made.size = size;
    return made;
}

QByteArray png(int width, int height)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::red);
    image.save(&buffer, "png");
    return bytes;
}

/// A file that says it is that large, and is nothing else.
QByteArray pngHeader(quint32 width, quint32 height)
{
    QByteArray bytes = png(1, 1);
    const auto put = [&bytes](qsizetype at, quint32 value) {
        for (int i = 0; i < 4; ++i) {
            bytes[at + i] = static_cast<char>(value >> (24 - 8 * i));
        }
    };
    put(16, width);
    put(20, height);
    quint32 crc = 0xffffffff; // of the header, else it is refused for that
    for (const char c : bytes.sliced(12, 17)) {
        crc ^= static_cast<uchar>(c);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
        }
    }
    put(29, ~crc);
    return bytes;
}

} // namespace

class TestMessageView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void htmlIsShownFormatted();
    void foldedHistoryOpensAndCloses();
    void remotePicturesAreNamedAndNotLoaded();
    void whatIsTooLargeIsShownPlainAndSaysWhy();
    void longTextsAreCutAndShownWhole();
    void linksAreOpenedOrAskedAbout();
    void picturesOfTheMessageAreShown();
    void widePicturesFitTheBubble();
    void bombsAreNoPictures_data();
    void bombsAreNoPictures();
    void manyAttachmentsCollapse();
    void sizesAndProgramsAreSaid();
    void namesOfFilesAreSafe_data();
    void namesOfFilesAreSafe();
    void savingNeverOverwritesAndNeverFollows();
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

void TestMessageView::picturesOfTheMessageAreShown()
{
    ThreadFixture fixture;
    Message message = fixture.message(1, u"x"_s, u"<p>x</p><img src='cid:pic'>"_s);
    message.attachments = {attachment(7, u"a.png"_s), attachment(8, u"photo.jpg"_s)};
    message.attachments[0].contentId = u"pic"_s;
    fixture.stores.attachments.insert(AttachmentId{7}, png(300, 200));
    fixture.stores.attachments.insert(AttachmentId{8}, png(3'000, 2'000));
    fixture.show({message});

    QTRY_VERIFY(fixture.only()->text().height() > 200);
    const auto chips = fixture.only()->findChildren<QToolButton *>(u"attachment"_s);
    QTRY_VERIFY(std::ranges::any_of(chips, [](const QToolButton *chip) {
        return chip->isVisible() && chip->toolButtonStyle() == Qt::ToolButtonTextUnderIcon;
    }));
    QCOMPARE(std::ranges::count_if(chips, &QToolButton::isVisible), 1);
}

void TestMessageView::widePicturesFitTheBubble()
{
    ThreadFixture fixture;
    fixture.view.resize(400, 600);
    Message message = fixture.message(1, u"x"_s, u"<p>x <img src='cid:pic' width=560> </p>"_s);
    message.attachments = {attachment(7, u"a.png"_s)};
    message.attachments[0].contentId = u"pic"_s;
    fixture.stores.attachments.insert(AttachmentId{7}, png(560, 160));
    fixture.show({message});

    // As high as it is wide, once it is there.
    QTRY_COMPARE_LT(fixture.only()->text().height(), 140);
    const MessageText &text = fixture.only()->text();
    QCOMPARE_GT(text.height(), 50);
    QCOMPARE_LE(text.document()->size().width(), text.width());
}

void TestMessageView::bombsAreNoPictures_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<std::optional<Errc>>("refused");
    using Refused = std::optional<Errc>;

    QTest::newRow("picture") << png(20, 10) << Refused();
    QTest::newRow("30,000 x 30,000") << pngHeader(30'000, 30'000) << Refused(Errc::TooLarge);
    QTest::newRow("wide") << pngHeader(2'000'000'000, 1) << Refused(Errc::BrokenItem);
    QTest::newRow("nothing") << QByteArray() << Refused(Errc::UnknownFormat);
    QTest::newRow("cut") << png(200, 200).first(40) << Refused(Errc::BrokenItem);
    QTest::newRow("svg") << QByteArray(
        "<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>")
                         << Refused(Errc::UnknownFormat);
    QTest::newRow("html") << QByteArray("<!doctype html><title>Log in</title>")
                          << Refused(Errc::UnknownFormat);
    QTest::newRow("bmp") << QByteArray("BM").leftJustified(200, '\1') << Refused(Errc::UnknownFormat);
    QTest::newRow("not a webp") << QByteArray("RIFF1234WEBP").leftJustified(100, '\1')
                                << Refused(Errc::BrokenItem);
}

void TestMessageView::bombsAreNoPictures()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const std::optional<Errc>, refused);

    const Result<QImage> picture = readPicture(bytes, {100, 100});

    QCOMPARE(picture ? std::nullopt : std::optional(picture.error().code), refused);
}

void TestMessageView::manyAttachmentsCollapse()
{
    ThreadFixture fixture;
    Message message = fixture.message(1, u"x"_s);
    for (int i = 0; i < 500; ++i) {
        message.attachments.append(attachment(i + 1, u"file%1.txt"_s.arg(i)));
    }
    fixture.show({message});
    const auto visible = [&] {
        const auto chips = fixture.only()->findChildren<QToolButton *>(u"attachment"_s);
        return std::ranges::count_if(chips, [](const QToolButton *one) { return !one->isHidden(); });
    };

    QCOMPARE(visible(), AttachmentStrip::few);
    QVERIFY(fixture.part<QToolButton>("allAttachments")->text().contains(u"500"_s));
    fixture.part<QToolButton>("allAttachments")->click();
    QCOMPARE(visible(), 500);
}

void TestMessageView::sizesAndProgramsAreSaid()
{
    ThreadFixture fixture;
    Message message = fixture.message(1, u"x"_s);
    message.attachments = {attachment(1, u"empty.txt"_s, 0), attachment(2, u"disk.zip"_s, 10'737'418'240),
                           attachment(3, u"invoice\u202efdp.exe"_s, 5)};
    fixture.show({message});
    QStringList names;
    for (const QToolButton *chip : fixture.only()->findChildren<QToolButton *>(u"attachment"_s)) {
        names.append(chip->accessibleName());
    }

    QVERIFY2(names.value(0).contains(u"0 bytes"_s), qPrintable(names.value(0)));
    QVERIFY2(names.value(1).contains(u"10"_s) && names.value(1).contains(u"GiB"_s),
             qPrintable(names.value(1)));
    QVERIFY2(names.value(2).contains(u"invoicefdp.exe"_s) && names.value(2).contains(u"program"_s),
             qPrintable(names.value(2)));
}

void TestMessageView::namesOfFilesAreSafe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("safe");

    QTest::newRow("plain") << u"Счёт 12.pdf"_s << u"Счёт 12.pdf"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"passwd"_s;
    QTest::newRow("Windows") << u"..\\..\\a.bat"_s << u"a.bat"_s;
    QTest::newRow("hidden") << u".bashrc"_s << u"bashrc"_s;
    QTest::newRow("dots") << u".."_s << u"attachment"_s;
    QTest::newRow("turned") << u"a\u202efdp.exe"_s << u"afdp.exe"_s;
    QTest::newRow("invisible") << u"a.e\u200bxe"_s << u"a.exe"_s;
    QTest::newRow("reserved") << u"CON.txt"_s << u"_CON.txt"_s;
    QTest::newRow("stream") << u"a.txt:b"_s << u"a.txt_b"_s;
    QTest::newRow("control") << u"a\n\tb\u0000.txt"_s << u"ab.txt"_s;
    QTest::newRow("option") << u"-rf"_s << u"rf"_s;
    QTest::newRow("end") << u"a.txt. ."_s << u"a.txt"_s;
    QTest::newRow("empty") << QString() << u"attachment"_s;
    QTest::newRow("long") << QString(300, u'я') + u".tar.gz"_s << QString(98, u'я') + u".gz"_s;
}

void TestMessageView::namesOfFilesAreSafe()
{
    QFETCH(const QString, name);
    QFETCH(const QString, safe);

    const QString got = safeFileName(name);

    QCOMPARE_LE(got.toUtf8().size(), 200);
    QVERIFY(!got.contains(u'/'));
    if (name.size() < 300) {
        QCOMPARE(got, safe);
    } else {
        QVERIFY(got.endsWith(u".gz"_s));
    }
    QCOMPARE(safeFileName(got), got);
}

void TestMessageView::savingNeverOverwritesAndNeverFollows()
{
    QTemporaryDir dir;
    QVERIFY(saveNew(dir.filePath(u"a.txt"_s), "one"));
    QVERIFY(QFile::link(dir.filePath(u"outside"_s), dir.filePath(u"b.txt"_s)));

    const auto second = saveNew(dir.filePath(u"a.txt"_s), "two");
    const auto linked = saveNew(dir.filePath(u"b.txt"_s), "three");

    QCOMPARE(second.value_or(QString()), dir.filePath(u"a (2).txt"_s));
    QCOMPARE(linked.value_or(QString()), dir.filePath(u"b (2).txt"_s));
    QVERIFY(!QFile::exists(dir.filePath(u"outside"_s)));
    QFile first(dir.filePath(u"a.txt"_s));
    QVERIFY(first.open(QIODevice::ReadOnly));
    QCOMPARE(first.readAll(), "one");
    QVERIFY(!saveNew(dir.filePath(u"no/such/folder"_s), "x"));
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
