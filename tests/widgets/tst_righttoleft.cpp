// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/common/foreigntext.h"
#include "widgets/inbox/conversationdelegate.h"
#include "widgets/theme/theme.h"
#include "widgets/thread/messagetext.h"
#include "widgets/thread/messageview.h"
#include "widgets/thread/pictureloader.h"
#include "widgets/thread/remoteimageloader.h"

#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QStandardItemModel>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

constexpr int wide = 700;
constexpr int rowRole = Qt::UserRole;
constexpr int loadedRole = Qt::UserRole + 1;

Message messageOf(Direction direction, const QString &text)
{
    Message message;
    message.id = MessageId{1};
    message.direction = direction;
    message.author = u"Anna"_s;
    message.text = text;
    return message;
}

/// Where the letters of the first line are, in the width that its lines have.
enum class Side { Left, Right };

Side sideOf(const QTextDocument &document)
{
    const QTextLine line = document.firstBlock().layout()->lineAt(0);
    const double before = line.naturalTextRect().left();
    const double after = line.width() - line.naturalTextRect().right();
    return before > after ? Side::Right : Side::Left;
}

/// The columns of the picture that are not of its ground colour, from the first to the last.
QPair<int, int> inkOf(const QImage &image, const QRect &where)
{
    QPair<int, int> ink{-1, -1};
    const QRgb ground = image.pixel(where.left(), where.top());
    for (int x = where.left(); x <= where.right(); ++x) {
        for (int y = where.top(); y <= where.bottom(); ++y) {
            if (image.pixel(x, y) != ground) {
                ink = {ink.first < 0 ? x : ink.first, x};
                break;
            }
        }
    }
    return ink;
}

} // namespace

/// Windows that run from right to left, and texts that do so in any window.
class TestRightToLeft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ColorMode::Light); }
    void init() { test::failOnWarning(); }
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LayoutDirectionAuto); }

    void bubblesStandOnTheirSide_data();
    void bubblesStandOnTheirSide();
    void filesBeginWhereTheBubbleDoes();
    void theThreadTurnsWithTheWindow();
    void aMessageRunsAsItsLettersDo_data();
    void aMessageRunsAsItsLettersDo();
    void theReplyRunsAsItsLettersDo_data();
    void theReplyRunsAsItsLettersDo();
    void anEmptyReplyBeginsWhereTheWindowDoes();
    void aRowOfTheListStandsOnItsSide_data();
    void aRowOfTheListStandsOnItsSide();
    void foreignWordsTurnNothingAroundThem_data();
    void foreignWordsTurnNothingAroundThem();
    void ourWordsBeginWhereTheWindowDoes();
};

void TestRightToLeft::bubblesStandOnTheirSide_data()
{
    QTest::addColumn<Qt::LayoutDirection>("layout");
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<bool>("isOnTheLeft");

    QTest::newRow("incoming") << Qt::LeftToRight << Direction::Incoming << true;
    QTest::newRow("outgoing") << Qt::LeftToRight << Direction::Outgoing << false;
    QTest::newRow("note") << Qt::LeftToRight << Direction::Note << false;
    QTest::newRow("incoming, mirrored") << Qt::RightToLeft << Direction::Incoming << false;
    QTest::newRow("outgoing, mirrored") << Qt::RightToLeft << Direction::Outgoing << true;
    QTest::newRow("note, mirrored") << Qt::RightToLeft << Direction::Note << true;
}

void TestRightToLeft::bubblesStandOnTheirSide()
{
    QFETCH(const Qt::LayoutDirection, layout);
    QFETCH(const Direction, direction);
    QFETCH(const bool, isOnTheLeft);
    QGuiApplication::setLayoutDirection(layout);
    test::FakeStores stores;
    PictureLoader pictures(stores, nullptr);
    test::FakePictures elsewhere;
    RemoteImageLoader remote(elsewhere, nullptr);
    MessageView view({.attached = pictures, .remote = remote}, nullptr);
    view.resize(wide, 300);

    view.show(messageOf(direction, u"مرحبا"_s), {}, {});

    const QRect text = view.text().geometry();
    QVERIFY(text.width() < wide / 2);
    QCOMPARE(text.center().x() < wide / 2, isOnTheLeft);
    QCOMPARE_GE(text.left(), 0);
    QCOMPARE_LE(text.right(), wide);
    const auto *header = view.findChild<QLabel *>(u"messageHeader"_s);
    QVERIFY(header->alignment().testFlag(Qt::AlignAbsolute)); // else its letters decide
    QCOMPARE(header->alignment().testFlag(Qt::AlignLeft), isOnTheLeft);
}

void TestRightToLeft::filesBeginWhereTheBubbleDoes()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    test::FakeStores stores;
    PictureLoader pictures(stores, nullptr);
    test::FakePictures elsewhere;
    RemoteImageLoader remote(elsewhere, nullptr);
    MessageView view({.attached = pictures, .remote = remote}, nullptr);
    view.resize(wide, 300);
    Message message = messageOf(
        Direction::Incoming, u"Two files lie side by side below a text that is long enough to make room"_s);
    for (const qint64 id : {1, 2}) {
        message.attachments.append({.id = AttachmentId{id},
                                    .name = u"a.txt"_s,
                                    .mimeType = u"text/plain"_s,
                                    .contentId = {},
                                    .sha256 = {},
                                    .size = 5});
    }

    view.setVisible(true);
    view.show(message, {}, {});

    const QList<QToolButton *> chips = view.findChildren<QToolButton *>(u"attachment"_s);
    QCOMPARE(chips.size(), 2);
    QCOMPARE_GT(chips.at(0)->x(), chips.at(1)->geometry().right());
    const QWidget *strip = chips.at(0)->parentWidget();
    QCOMPARE(chips.at(0)->geometry().right(), strip->width() - 1);
    QCOMPARE(strip->geometry().right(), view.text().geometry().right());
}

void TestRightToLeft::theThreadTurnsWithTheWindow()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    const auto *text = fixture.window->findChild<MessageText *>(u"messageText"_s);
    const auto isLeft = [text] {
        return text->geometry().center().x() < text->parentWidget()->width() / 2;
    };
    QVERIFY(isLeft());

    QGuiApplication::setLayoutDirection(Qt::RightToLeft);

    QVERIFY(!isLeft());
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QVERIFY(isLeft());
}

void TestRightToLeft::aMessageRunsAsItsLettersDo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isHtml");
    QTest::addColumn<Qt::LayoutDirection>("expected");

    const auto row = [](const char *name, const QString &text, Qt::LayoutDirection expected) {
        QTest::addRow("%s", name) << text << false << expected;
        QTest::addRow("%s, HTML", name) << u"<p>%1</p>"_s.arg(text) << true << expected;
    };
    row("Arabic", u"شكراً جزيلاً"_s, Qt::RightToLeft);
    row("Hebrew", u"תודה רבה!"_s, Qt::RightToLeft);
    row("Hebrew after a number", u"20418, איפה ההזמנה?"_s, Qt::RightToLeft);
    row("Arabic with a Latin name", u"طلبت Polaris 30 أمس"_s, Qt::RightToLeft);
    row("English", u"Thank you"_s, Qt::LeftToRight);
    row("Russian", u"Спасибо"_s, Qt::LeftToRight);
    row("English with an Arabic name", u"Thanks, ليلى!"_s, Qt::LeftToRight);
}

void TestRightToLeft::aMessageRunsAsItsLettersDo()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isHtml);
    QFETCH(const Qt::LayoutDirection, expected);
    for (const Qt::LayoutDirection layout : {Qt::LeftToRight, Qt::RightToLeft}) {
        QGuiApplication::setLayoutDirection(layout);
        test::FakeStores stores;
        PictureLoader pictures(stores, nullptr);
        test::FakePictures elsewhere;
        RemoteImageLoader remote(elsewhere, nullptr);
        MessageView view({.attached = pictures, .remote = remote}, nullptr);
        view.resize(wide, 300);
        Message message = messageOf(Direction::Incoming, text);
        message.html = isHtml ? text : QString();

        view.show(message, {}, {});
        view.text().setLineWrapColumnOrWidth(600); // as where a wide part of the bubble makes room

        const QTextDocument *document = view.text().document();
        QCOMPARE(document->firstBlock().textDirection(), expected);
        QCOMPARE(sideOf(*document), expected == Qt::RightToLeft ? Side::Right : Side::Left);
    }
}

void TestRightToLeft::theReplyRunsAsItsLettersDo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isOnTheRight");

    QTest::newRow("Arabic") << u"أهلاً ليلى"_s << true;
    QTest::newRow("Hebrew") << u"שלום נועה"_s << true;
    QTest::newRow("Hebrew below empty lines and a number") << u"\n\n42\nשלום"_s << true;
    QTest::newRow("after an emoji") << u"🌿 שלום"_s << true;
    QTest::newRow("Latin") << u"Hello נועה"_s << false;
    QTest::newRow("Cyrillic") << u"Здравствуйте, ליאת"_s << false;
}

void TestRightToLeft::theReplyRunsAsItsLettersDo()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isOnTheRight);
    for (const Qt::LayoutDirection layout : {Qt::LeftToRight, Qt::RightToLeft}) {
        QGuiApplication::setLayoutDirection(layout);
        test::WindowFixture fixture;
        fixture.open();
        fixture.choose(1);

        fixture.reply()->setPlainText(text);

        const Qt::Alignment side = isOnTheRight ? Qt::AlignRight : Qt::AlignLeft;
        QCOMPARE(fixture.reply()->document()->defaultTextOption().alignment(), side);
    }
}

void TestRightToLeft::anEmptyReplyBeginsWhereTheWindowDoes()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    const auto side = [&fixture] {
        return fixture.reply()->document()->defaultTextOption().alignment();
    };
    QCOMPARE(side(), Qt::AlignLeft);

    QGuiApplication::setLayoutDirection(Qt::RightToLeft);

    QCOMPARE(side(), Qt::AlignRight);
    fixture.reply()->setPlainText(u"Hello"_s);
    QCOMPARE(side(), Qt::AlignLeft);
    fixture.reply()->clear();
    QCOMPARE(side(), Qt::AlignRight);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    fixture.reply()->setPlainText(u"שלום"_s);
    QCOMPARE(side(), Qt::AlignRight);
    fixture.choose(2); // nothing is written there
    QCOMPARE(side(), Qt::AlignLeft);
}

void TestRightToLeft::aRowOfTheListStandsOnItsSide_data()
{
    QTest::addColumn<QString>("person");
    QTest::newRow("Arabic") << u"ليلى"_s;
    QTest::newRow("Hebrew") << u"נועה"_s;
    QTest::newRow("Latin") << u"Noa"_s;
}

void TestRightToLeft::aRowOfTheListStandsOnItsSide()
{
    QFETCH(const QString, person);
    QStandardItemModel model(1, 1);
    ConversationRow row;
    row.id = ConversationId{1};
    row.person = row.subject = row.preview = person;
    model.setData(model.index(0, 0), QVariant::fromValue(row), rowRole);
    model.setData(model.index(0, 0), true, loadedRole);
    const ConversationDelegate delegate(rowRole, loadedRole, nullptr);
    for (const Qt::LayoutDirection layout : {Qt::LeftToRight, Qt::RightToLeft}) {
        QStyleOptionViewItem option;
        option.rect = QRect(0, 0, 400, 80);
        option.direction = layout;
        option.font = QApplication::font();
        option.fontMetrics = QFontMetrics(option.font);
        QImage image(option.rect.size(), QImage::Format_RGB32);
        image.fill(currentTheme().base);
        QPainter painter(&image);

        delegate.paint(&painter, option, model.index(0, 0));
        painter.end();

        // The second line: no time stands there, only the subject beside the avatar.
        const int line = option.fontMetrics.height();
        const auto [from, to] = inkOf(image, {80, 40 - line / 3, 240, 2 * line / 3});
        QVERIFY(from >= 0);
        QCOMPARE(from - 80 < 319 - to, layout == Qt::LeftToRight);
    }
}

void TestRightToLeft::foreignWordsTurnNothingAroundThem_data()
{
    QTest::addColumn<Qt::LayoutDirection>("layout");
    QTest::addColumn<QString>("foreign");
    QTest::addColumn<QString>("expected");

    QTest::newRow("Latin") << Qt::LeftToRight << u"Anna"_s << u"Anna"_s;
    QTest::newRow("Cyrillic") << Qt::LeftToRight << u"Анна 5"_s << u"Анна 5"_s;
    QTest::newRow("Arabic") << Qt::LeftToRight << u"ليلى"_s << u"\u2068ليلى\u2069"_s;
    QTest::newRow("Hebrew inside") << Qt::LeftToRight << u"a נ"_s << u"\u2068a נ\u2069"_s;
    QTest::newRow("Latin, mirrored") << Qt::RightToLeft << u"Anna"_s << u"\u2068Anna\u2069"_s;
    QTest::newRow("nothing") << Qt::RightToLeft << QString() << QString();
}

void TestRightToLeft::foreignWordsTurnNothingAroundThem()
{
    QFETCH(const Qt::LayoutDirection, layout);
    QFETCH(const QString, foreign);
    QFETCH(const QString, expected);
    QGuiApplication::setLayoutDirection(layout);

    QCOMPARE(isolated(foreign), expected);
}

void TestRightToLeft::ourWordsBeginWhereTheWindowDoes()
{
    test::WindowFixture fixture;
    const auto isOnTheRight = [&fixture](const char *name) {
        const auto *label = fixture.part<QLabel>(name);
        return label->alignment().testFlag(Qt::AlignAbsolute) && label->alignment().testFlag(Qt::AlignRight);
    };
    fixture.open();
    QVERIFY(!isOnTheRight("connectionStatus"));

    QGuiApplication::setLayoutDirection(Qt::RightToLeft);

    QTRY_VERIFY(isOnTheRight("connectionStatus"));
    QTRY_VERIFY(isOnTheRight("outboxTitle"));
}

QTEST_MAIN(TestRightToLeft)
#include "tst_righttoleft.moc"
