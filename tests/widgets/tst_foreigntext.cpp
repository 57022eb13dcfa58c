// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/foreigntext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QTest>

using namespace aside;

namespace {

bool turnsOrHides(QChar c)
{
    const char16_t u = c.unicode();
    return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator
        || u == 0x200b || u == 0x200e || u == 0x200f || u == 0x061c || u == 0xfeff
        || (u >= 0x202a && u <= 0x202e) || (u >= 0x2060 && u <= 0x2069);
}

} // namespace

class TestForeignText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void oneLineKeepsOnlyWhatIsSeen_data();
    void oneLineKeepsOnlyWhatIsSeen();
    void oneLineIsNeverLongerThanAsked();
    void toolTipsAndMenusReadNoMarkup();
    void longTextStaysSmall();
    void longWordsCanBreak();
    void displayKeepsLines_data();
    void displayKeepsLines();
    void naughtyStringsAreHarmless_data();
    void naughtyStringsAreHarmless();
    void labelsShowMarkupAsText();
};

void TestForeignText::oneLineKeepsOnlyWhatIsSeen_data()
{
    QTest::addColumn<QString>("foreign");
    QTest::addColumn<QString>("expected");

    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("line breaks") << QStringLiteral("one\r\n two\tthree\u2028four")
                                 << QStringLiteral("one two three four");
    QTest::newRow("controls") << QStringLiteral("a\u0007b\u009bc") << QStringLiteral("a b c");
    QTest::newRow("bidi override") << QStringLiteral("invoice\u202efdp.exe")
                                   << QStringLiteral("invoicefdp.exe");
    QTest::newRow("bidi isolate") << QStringLiteral("\u2067abc\u2069") << QStringLiteral("abc");
    QTest::newRow("zero width") << QStringLiteral("a\u200bb\u2060c\ufeffd") << QStringLiteral("abcd");
    QTest::newRow("only invisible") << QStringLiteral("\u200b \u3164\n") << QString();
    QTest::newRow("Russian") << QStringLiteral("  Где мой заказ?  ") << QStringLiteral("Где мой заказ?");
    QTest::newRow("joined emoji") << QStringLiteral("👩\u200d💻") << QStringLiteral("👩\u200d💻");
    QTest::newRow("half a pair") << QString(QChar(0xd83d)) << QString(QChar(QChar::ReplacementCharacter));
}

void TestForeignText::oneLineKeepsOnlyWhatIsSeen()
{
    QFETCH(const QString, foreign);
    QFETCH(const QString, expected);

    QCOMPARE(oneLine(foreign), expected);
}

void TestForeignText::oneLineIsNeverLongerThanAsked()
{
    const QString emoji = QStringLiteral("👟").repeated(50);

    for (int most = 0; most < 20; ++most) {
        const QString line = oneLine(emoji, most);
        QCOMPARE_LE(line.size(), most);
        QVERIFY(line.isEmpty() || line.endsWith(QChar(0x2026)));
        QVERIFY(line.size() < 2 || line.at(line.size() - 2).isLowSurrogate());
    }
    QCOMPARE(oneLine(QStringLiteral("abcdef"), 6), QStringLiteral("abcdef"));
    QCOMPARE(oneLine(QString(10'000'000, u' '), 10).size(), 1);
}

void TestForeignText::toolTipsAndMenusReadNoMarkup()
{
    QCOMPARE(escapedToolTip(QStringLiteral("<img src=x>\n& co")),
             QStringLiteral("&lt;img src=x&gt; &amp; co"));
    QCOMPARE(menuText(QStringLiteral("Q&A & more")), QStringLiteral("Q&&A && more"));
}

void TestForeignText::longTextStaysSmall()
{
    const QString shown = forDisplay(QStringLiteral("word ").repeated(200'000));

    QCOMPARE_LE(shown.size(), (256 * 1024) + 2);
    QVERIFY(shown.endsWith(QStringLiteral("\n…")));
}

void TestForeignText::longWordsCanBreak()
{
    const QString shown = forDisplay(QString(5'000, u'a'));

    QCOMPARE(shown.count(QChar(0x200b)), 4);
    QCOMPARE(QString(shown).remove(QChar(0x200b)), QString(5'000, u'a'));
    QCOMPARE(forDisplay(QString(1'000, u'a')), QString(1'000, u'a'));
}

void TestForeignText::displayKeepsLines_data()
{
    QTest::addColumn<QString>("foreign");
    QTest::addColumn<QString>("expected");

    QTest::newRow("kept") << QStringLiteral("a\n\tb") << QStringLiteral("a\n\tb");
    QTest::newRow("Windows") << QStringLiteral("a\r\nb") << QStringLiteral("a\nb");
    QTest::newRow("old Mac") << QStringLiteral("a\rb") << QStringLiteral("a\nb");
    QTest::newRow("separators") << QStringLiteral("a\u2028b\u2029c") << QStringLiteral("a\nb\nc");
    QTest::newRow("controls") << QStringLiteral("a\u001b[31mb\u0000c") << QStringLiteral("a[31mbc");
    QTest::newRow("turned") << QStringLiteral("a\u202egpj.exe") << QStringLiteral("agpj.exe");
    QTest::newRow("heaps of marks") << QStringLiteral("a") + QString(1'000, QChar(0x0301))
                                    << QStringLiteral("a") + QString(8, QChar(0x0301));
}

void TestForeignText::displayKeepsLines()
{
    QFETCH(const QString, foreign);
    QFETCH(const QString, expected);

    QCOMPARE(forDisplay(foreign), expected);
}

void TestForeignText::naughtyStringsAreHarmless_data()
{
    QTest::addColumn<QString>("foreign");
    QTest::newRow("none") << QString();

    QFile file(QStringLiteral(SHARED_DIR "/data/text/naughty-strings/blns.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return;
    }
    int number = 0;
    for (const QJsonValue &each : QJsonDocument::fromJson(file.readAll()).array()) {
        QTest::addRow("%d", ++number) << each.toString();
    }
}

void TestForeignText::naughtyStringsAreHarmless()
{
    QFETCH(const QString, foreign);
    if (!QFile::exists(QStringLiteral(SHARED_DIR "/data/text/naughty-strings/blns.json"))) {
        QSKIP("The naughty strings are not here");
    }

    const QString line = oneLine(foreign);

    QCOMPARE_LE(line.size(), 300);
    QVERIFY(std::ranges::none_of(line, turnsOrHides));
    QVERIFY(line.isValidUtf16());
    QVERIFY(forDisplay(foreign).isValidUtf16());
    QVERIFY(!escapedToolTip(foreign).contains(u'<'));
}

void TestForeignText::labelsShowMarkupAsText()
{
    QWidget parent;
    QLabel *label = plainLabel(&parent);

    label->setText(QStringLiteral("<b>bold</b>"));

    QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(label->parentWidget(), &parent);
}

QTEST_MAIN(TestForeignText)

#include "tst_foreigntext.moc"
