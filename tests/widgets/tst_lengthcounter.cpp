// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/common/channelbadge.h"
#include "widgets/common/words.h"
#include "widgets/composer/lengthcounter.h"

#include <QDialog>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTabBar>

using namespace aside;
using namespace Qt::StringLiterals;

/// What the composer says about the channel it writes for: how much fits, and how it will look.
class TestLengthCounter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void lettersAreCountedAsTheChannelCounts();
    void whatHasNoLimitHasNoCounter();
    void whatIsTooLongIsSaidAndStopped();
    void bytesAreCalledBytes();
    void thePreviewShowsWhatReadersSee();
    void thePreviewTellsOfTheNumberButton();
    void theHeaderShowsTheChannel();
    void everySignIsSeenOnLightAndDark();
};

void TestLengthCounter::lettersAreCountedAsTheChannelCounts()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(2); // X counts a link as 23

    QTest::keyClicks(fixture.reply(), u"See https://shop.example/a/very/long/way/to/all/lamps"_s);

    auto *counter = fixture.part<LengthCounter>("lengthCounter");
    QVERIFY(counter->isVisible());
    QVERIFY2(counter->words().startsWith(QString::number(280 - 27)), qPrintable(counter->words()));
    QCOMPARE(counter->accessibleName(), counter->words());
}

void TestLengthCounter::whatHasNoLimitHasNoCounter()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1); // mail

    QTest::keyClicks(fixture.reply(), u"Hello"_s);

    QVERIFY(!fixture.part<LengthCounter>("lengthCounter")->isVisible());
    fixture.choose(2);
    QVERIFY(!fixture.part<LengthCounter>("lengthCounter")->isVisible()); // nothing is written
    QTest::keyClicks(fixture.reply(), u"Hello"_s);
    QVERIFY(fixture.part<LengthCounter>("lengthCounter")->isVisible());
    fixture.part<QTabBar>("composerKinds")->setCurrentIndex(1); // a note
    QVERIFY(!fixture.part<LengthCounter>("lengthCounter")->isVisible());
}

void TestLengthCounter::whatIsTooLongIsSaidAndStopped()
{
    test::WindowFixture fixture;
    fixture.askEverything();
    fixture.open();
    fixture.choose(3);
    auto *counter = fixture.part<LengthCounter>("lengthCounter");

    fixture.reply()->setPlainText(QString(4097, u'x'));

    QVERIFY2(counter->words().contains(u"1 letter") && counter->words().contains(u"too many"),
             qPrintable(counter->words()));
    auto *send = fixture.part<QPushButton>("sendButton");
    QTRY_VERIFY2(!send->text().startsWith(u"Message Clara"), qPrintable(send->text()));
    send->click();
    QVERIFY(fixture.stores.outbox.isEmpty());
}

void TestLengthCounter::bytesAreCalledBytes()
{
    LengthCounter counter(nullptr);

    counter.setLength(10, 1000, LengthUnit::Utf8);
    QVERIFY(counter.words().contains(u"byte"));
    counter.setLength(10, 1000, LengthUnit::Graphemes);
    QVERIFY(counter.words().contains(u"letter"));
    QVERIFY(counter.minimumSizeHint().width() < counter.sizeHint().width());
}

void TestLengthCounter::thePreviewShowsWhatReadersSee()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(3);
    auto *button = fixture.part<QPushButton>("previewButton");
    QVERIFY(!button->isVisible()); // nothing is written
    fixture.reply()->setPlainText(u"**Hello** Clara, <b>see</b> https://shop.example/a\n\n\n"_s);
    QVERIFY(button->isVisible());

    QTest::keyClick(button, Qt::Key_Space);

    QTRY_VERIFY(fixture.part<QDialog>("previewDialog") != nullptr);
    auto *dialog = fixture.part<QDialog>("previewDialog");
    const auto *shown = dialog->findChild<QPlainTextEdit *>(u"previewText"_s);
    QCOMPARE(shown->toPlainText(), u"Hello Clara, <b>see</b> https://shop.example/a"_s);
    QTextCursor cursor(shown->document());
    cursor.setPosition(2);
    QCOMPARE(cursor.charFormat().fontWeight(), QFont::Bold);
    cursor.setPosition(8);
    QVERIFY(cursor.charFormat().fontWeight() != QFont::Bold);
    const auto *notes = dialog->findChild<QLabel *>(u"previewNotes"_s);
    QVERIFY2(notes->text().contains(u"as they are typed"), qPrintable(notes->text()));
    QTest::keyClick(dialog, Qt::Key_Escape);
}

void TestLengthCounter::thePreviewTellsOfTheNumberButton()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(3);
    fixture.reply()->setPlainText(u"I am sorry. May we call you tomorrow?"_s);

    QTest::keyClick(fixture.part<QPushButton>("previewButton"), Qt::Key_Space);

    QTRY_VERIFY(fixture.part<QDialog>("previewDialog") != nullptr);
    const auto *notes = fixture.part<QDialog>("previewDialog")->findChild<QLabel *>(u"previewNotes"_s);
    QVERIFY2(notes->text().contains(u"shares their phone number"), qPrintable(notes->text()));
}

void TestLengthCounter::theHeaderShowsTheChannel()
{
    test::WindowFixture fixture;
    fixture.open();

    fixture.choose(3);

    const auto *badge = fixture.part<ChannelBadge>("channelBadge");
    QCOMPARE(badge->channel(), Channel::Telegram);
    QCOMPARE(badge->accessibleName(), channelLabel(Channel::Telegram));
    QVERIFY(badge->isVisible() && badge->width() >= 12);
}

void TestLengthCounter::everySignIsSeenOnLightAndDark()
{
    for (const auto &[ground, ink] : {std::pair{Qt::white, Qt::black}, std::pair{Qt::black, Qt::white}}) {
        QPalette palette;
        palette.setColor(QPalette::WindowText, ink);
        palette.setColor(QPalette::Text, ink);
        QApplication::setPalette(palette);
        for (qint64 number = 1; channelFromNumber(number); ++number) {
            ChannelBadge badge(nullptr);
            badge.show(*channelFromNumber(number));
            badge.resize(32, 32);
            QImage image(32, 32, QImage::Format_RGB32);
            image.fill(ground);
            badge.render(&image, {}, {}, {});
            int inked = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    inked += std::abs(qGray(image.pixel(x, y)) - qGray(QColor(ground).rgb())) > 128 ? 1 : 0;
                }
            }
            QVERIFY2(inked > 15, qPrintable(channelLabel(*channelFromNumber(number))));
            QVERIFY(!badge.accessibleName().isEmpty());
        }
    }
    QApplication::setPalette({});
}

QTEST_MAIN(TestLengthCounter)
#include "tst_lengthcounter.moc"
