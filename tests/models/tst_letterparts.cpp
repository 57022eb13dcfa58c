// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/letterparts.h"

#include <QFile>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

/// A letter of tests/data/letters, with what a reader takes each line for.
struct Letter {
    QString name;
    QStringList lines;
    QString parts; ///< a letter a line: o, q, s, or a blank one

    [[nodiscard]] QString text() const { return lines.join(u'\n'); }
};

QList<Letter> lettersOf(const QString &language)
{
    QFile file(QStringLiteral(TEST_DATA_DIR) + u"/letters/%1.txt"_s.arg(language));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QList<Letter> letters;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith(u"=== "_s)) {
            letters.append({.name = line.sliced(4), .lines = {}, .parts = {}});
        } else if (!letters.isEmpty() && !line.startsWith(u'#')) {
            letters.last().lines.append(line.isEmpty() ? line : line.sliced(2));
            letters.last().parts.append(line.isEmpty() ? u' ' : line.at(0));
        }
    }
    if (!letters.isEmpty()) {
        letters.last().lines.removeLast(); // behind the last line feed
        letters.last().parts.chop(1);
    }
    return letters;
}

/// The same of what the program takes it for.
QString partsFound(const Letter &letter)
{
    const QString text = letter.text();
    QString found(letter.parts.size(), u' ');
    const QList<LetterSpan> spans = letterParts(text);
    qsizetype at = 0;
    for (qsizetype line = 0; line < letter.lines.size(); ++line) {
        for (const LetterSpan &span : spans) {
            if (at >= span.from && at < span.to && letter.parts.at(line) != u' ') {
                found[line] = span.part == LetterPart::Own ? u'o'
                    : span.part == LetterPart::Quote       ? u'q'
                                                           : u's';
            }
        }
        at += letter.lines.at(line).size() + 1;
    }
    return found;
}

} // namespace

class LetterPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void lettersAreReadAsPeopleReadThem_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("Russian") << u"ru"_s;
        QTest::newRow("English") << u"en"_s;
    }

    void lettersAreReadAsPeopleReadThem()
    {
        QFETCH(const QString, language);
        const QList<Letter> letters = lettersOf(language);
        QCOMPARE_GE(letters.size(), 100);
        qsizetype lines = 0;
        qsizetype right = 0;
        QStringList wrong;
        for (const Letter &letter : letters) {
            const QString found = partsFound(letter);
            for (qsizetype i = 0; i < found.size(); ++i) {
                lines += letter.parts.at(i) != u' ' ? 1 : 0;
                right += letter.parts.at(i) != u' ' && letter.parts.at(i) == found.at(i) ? 1 : 0;
            }
            if (found != letter.parts) {
                wrong.append(u"%1\n  want %2\n  is   %3"_s.arg(letter.name, letter.parts, found));
            }
        }
        qInfo("%lld of %lld letters, %lld of %lld lines are right", letters.size() - wrong.size(),
              letters.size(), right, lines);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void everyCharacterIsInOnePart()
    {
        for (const Letter &letter : lettersOf(u"ru"_s) + lettersOf(u"en"_s)) {
            qsizetype at = 0;
            for (const LetterSpan &span : letterParts(letter.text())) {
                QCOMPARE(span.from, at);
                QVERIFY(span.to > span.from);
                at = span.to;
            }
            QCOMPARE(at, letter.text().size());
        }
    }

    void onlyTheEndIsFolded_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("start");
        QTest::newRow("empty") << QString() << qsizetype{-1};
        QTest::newRow("own") << u"Yes.\n"_s << qsizetype{-1};
        QTest::newRow("above") << u"Yes.\n\n> Really?\n"_s << qsizetype{6};
        QTest::newRow("below") << u"> Really?\n\nYes.\n"_s << qsizetype{-1};
        QTest::newRow("between") << u"> Really?\nYes.\n> Now?\n"_s << qsizetype{15};
        QTest::newRow("nothing else") << u"> Really?\n"_s << qsizetype{-1};
        QTest::newRow("signature") << u"Yes.\n-- \nAnna\n"_s << qsizetype{5};
        QTest::newRow("lead-in right below")
            << u"Yes.\n22.11.2026 10:15, Anna wrote:\n> Really?"_s << qsizetype{5};
    }

    void onlyTheEndIsFolded()
    {
        QFETCH(const QString, text);
        QFETCH(const qsizetype, start);
        QCOMPARE(letterHistoryStart(text), start);
    }

    void longTextsEnd_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("one line") << QString(2'000'000, u'x');
        QTest::newRow("quotes") << u"> a\n"_s.repeated(200'000);
        QTest::newRow("colons") << u"On a:\n"_s.repeated(100'000);
        QTest::newRow("headers") << u"From: a\n"_s.repeated(100'000);
        QTest::newRow("headers of nobody") << u"Subject: a\n"_s.repeated(100'000);
        QTest::newRow("regards") << u"Best regards,\n"_s.repeated(100'000);
        QTest::newRow("rulers") << u"__________\n"_s.repeated(100'000);
        QTest::newRow("rulers apart") << u"__________\n\n"_s.repeated(100'000);
        QTest::newRow("blank") << u"\n"_s.repeated(500'000);
        QTest::newRow("blank behind") << (u"wrote:"_s + u"\n"_s.repeated(500'000)).repeated(2);
    }

    void longTextsEnd()
    {
        QFETCH(const QString, text);
        const QList<LetterSpan> spans = letterParts(text);
        QVERIFY(!spans.isEmpty());
        QCOMPARE(spans.constLast().to, text.size());
    }
};

QTEST_GUILESS_MAIN(LetterPartsTest)
#include "tst_letterparts.moc"
