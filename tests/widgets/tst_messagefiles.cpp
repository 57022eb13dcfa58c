// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ports/attachmentsource.h"
#include "tests/widgets/messagefixture.h"
#include "widgets/thread/attachmentfile.h"
#include "widgets/thread/attachmentstrip.h"
#include "widgets/thread/pictureloader.h"

#include <QBuffer>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace aside;
using namespace Qt::StringLiterals;
using test::attachment;
using test::ThreadFixture;

namespace {

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

/// Brings what the test says, when it says so.
class FakeSource final : public AttachmentSource
{
public:
    void bring(AttachmentId id) override
    {
        asked.append(id);
        say(0);
    }
    void cancel(AttachmentId id) override
    {
        end(id, Error{.code = Errc::Cancelled, .detail = {}, .retryAfter = {}});
    }
    [[nodiscard]] std::optional<int> progress(AttachmentId id) const override
    {
        return asked.contains(id) ? percent : std::nullopt;
    }

    void say(int now)
    {
        percent = now;
        Q_EMIT progressed(asked.constLast());
    }
    void end(AttachmentId id, const std::optional<Error> &error)
    {
        percent.reset();
        if (error) {
            Q_EMIT failed(id, *error);
        } else {
            Q_EMIT arrived(id);
        }
    }

    QList<AttachmentId> asked;
    std::optional<int> percent;
};

/// A thread with one file that is at its server.
struct LeftFixture {
    FakeSource source;
    ThreadFixture fixture;
    QSignalSpy said{&fixture.view, &ThreadView::notBrought};
    QSignalSpy failed{&fixture.view, &ThreadView::failed};

    LeftFixture()
    {
        fixture.view.setAttachmentSource(&source);
        Message message = fixture.message(1, u"x"_s);
        message.attachments = {attachment(7, u"plan & more.pdf"_s, 50'000'000)};
        message.attachments[0].isAtServer = true;
        fixture.show({message});
    }

    [[nodiscard]] QToolButton *chip() const { return fixture.part<QToolButton>("attachment"); }
    /// The nth thing that can be done with the file.
    void choose(qsizetype nth) const
    {
        chip()->click();
        const auto menus = chip()->findChildren<QMenu *>();
        QVERIFY(!menus.isEmpty() && menus.constLast()->actions().size() > nth);
        menus.constLast()->actions().at(nth)->trigger();
        menus.constLast()->close();
    }
};

} // namespace

class TestMessageFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void picturesOfTheMessageAreShown();
    void widePicturesFitTheBubble();
    void aPictureThatMayNotBeHadCannotBeSeen();
    void bombsAreNoPictures_data();
    void bombsAreNoPictures();
    void manyAttachmentsCollapse();
    void sizesAndProgramsAreSaid();
    void whatIsAtItsServerIsBroughtFirst();
    void whatCannotBeBroughtIsSaid_data();
    void whatCannotBeBroughtIsSaid();
    void whatIsStoppedIsQuiet();
    void namesOfFilesAreSafe_data();
    void namesOfFilesAreSafe();
    void savingNeverOverwritesAndNeverFollows();
};

void TestMessageFiles::picturesOfTheMessageAreShown()
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

void TestMessageFiles::widePicturesFitTheBubble()
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

void TestMessageFiles::aPictureThatMayNotBeHadCannotBeSeen()
{
    ThreadFixture fixture;
    fixture.show({fixture.message(1, u"x"_s, u"<p>x <img src='file:///etc/hostname'> </p>"_s)});

    const QVariant picture = fixture.only()->text().document()->resource(QTextDocument::ImageResource,
                                                                         QUrl(u"file:///etc/hostname"_s));

    QCOMPARE(picture.value<QImage>().size(), QSize(1, 1));
    QCOMPARE(picture.value<QImage>().pixelColor(0, 0).alpha(), 0);
}

void TestMessageFiles::bombsAreNoPictures_data()
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

void TestMessageFiles::bombsAreNoPictures()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const std::optional<Errc>, refused);

    const Result<QImage> picture = readPicture(bytes, {100, 100});

    QCOMPARE(picture ? std::nullopt : std::optional(picture.error().code), refused);
}

void TestMessageFiles::manyAttachmentsCollapse()
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

void TestMessageFiles::sizesAndProgramsAreSaid()
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

    QVERIFY2(names.value(0).contains(u"0 byte(s)"_s), qPrintable(names.value(0)));
    QVERIFY2(names.value(1).contains(u"10.7"_s) && names.value(1).contains(u"GB"_s),
             qPrintable(names.value(1)));
    QVERIFY2(names.value(2).contains(u"invoicefdp.exe"_s) && names.value(2).contains(u"program"_s),
             qPrintable(names.value(2)));
}

void TestMessageFiles::whatIsAtItsServerIsBroughtFirst()
{
    LeftFixture left;
    QVERIFY2(left.chip()->accessibleName().contains(u"at the mail server"_s),
             qPrintable(left.chip()->accessibleName()));
    const QRect place = left.chip()->geometry();

    left.choose(0);
    left.source.say(34);

    QCOMPARE(left.source.asked, QList<AttachmentId>{AttachmentId{7}});
    QVERIFY2(left.chip()->text().contains(u"34"_s), qPrintable(left.chip()->text()));
    QCOMPARE(left.chip()->geometry(), place); // nothing moves while it comes
    QVERIFY(left.fixture.opened.isEmpty());

    left.fixture.stores.attachments.insert(AttachmentId{7}, "the plan");
    left.source.end(AttachmentId{7}, {});

    QTRY_COMPARE(left.fixture.opened.size(), 1);
    QFile opened(left.fixture.opened.constFirst().toLocalFile());
    QVERIFY(opened.open(QIODevice::ReadOnly));
    QCOMPARE(opened.readAll(), QByteArray("the plan"));
    QVERIFY(!left.chip()->text().contains(u"34"_s));
    QVERIFY(left.said.isEmpty() && left.failed.isEmpty());
}

void TestMessageFiles::whatCannotBeBroughtIsSaid_data()
{
    QTest::addColumn<Errc>("why");
    QTest::addColumn<QString>("words");

    QTest::newRow("gone") << Errc::NotFound << u"not at the mail server any more"_s;
    QTest::newRow("offline") << Errc::Network << u"still there"_s;
    QTest::newRow("disk full") << Errc::DiskFull << u"disk is full"_s;
}

void TestMessageFiles::whatCannotBeBroughtIsSaid()
{
    QFETCH(const Errc, why);
    QFETCH(const QString, words);
    LeftFixture left;

    left.choose(0);
    left.source.end(AttachmentId{7}, Error{.code = why, .detail = {}, .retryAfter = {}});

    QCOMPARE(left.said.size(), 1);
    const QString said = left.said.constFirst().constFirst().toString();
    QVERIFY2(said.contains(words) && said.contains(u"plan & more.pdf"_s), qPrintable(said));
    QVERIFY(left.chip()->accessibleName().contains(u"at the mail server"_s));
    left.choose(0); // it can be tried again
    QCOMPARE(left.source.asked.size(), 2);
}

void TestMessageFiles::whatIsStoppedIsQuiet()
{
    LeftFixture left;

    left.choose(0);
    left.source.say(5);
    left.choose(0); // the one thing to do with it now

    QVERIFY(left.said.isEmpty() && left.failed.isEmpty() && left.fixture.opened.isEmpty());
    QVERIFY(left.chip()->accessibleName().contains(u"at the mail server"_s));
    QVERIFY(!left.source.percent);
}

void TestMessageFiles::namesOfFilesAreSafe_data()
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

void TestMessageFiles::namesOfFilesAreSafe()
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

void TestMessageFiles::savingNeverOverwritesAndNeverFollows()
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

QTEST_MAIN(TestMessageFiles)
#include "tst_messagefiles.moc"
