// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/phrasebook.h"
#include "models/text/sentences.h"
#include "models/text/stemmer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

PhraseBook bookOf(const QByteArray &toml)
{
    return PhraseBook({{.path = u"test.toml"_s, .text = toml}});
}

PhraseBook bookWith(const QString &phrase)
{
    return bookOf(u"[list]\nphrases = [\"%1\"]\n"_s.arg(phrase).toUtf8());
}

QStringList found(const PhraseBook &book, const QString &text)
{
    Stemmer stemmer;
    QStringList all;
    for (const auto &one : book.find(wordsOf(text, stemmer), sentencesOf(text))) {
        all.append(text.sliced(one.match.range.start, one.match.range.length));
    }
    return all;
}

} // namespace

class TestPhraseBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void phrasesAreFoundHoweverTheyAreWritten_data()
    {
        QTest::addColumn<QString>("phrase");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("places");
        const QStringList none;
        const auto informed = u"довёл до вашего сведения"_s;
        QTest::newRow("inflected") << informed << u"ДОВЁЛ до Вашего сведения, что"_s
                                   << QStringList{u"ДОВЁЛ до Вашего сведения"_s};
        QTest::newRow("punctuation") << informed << u"Довел — до вашего (сведения)"_s
                                     << QStringList{u"Довел — до вашего (сведения"_s};
        QTest::newRow("invisible characters")
            << u"скоро"_s << u"ско\u200Bро"_s << QStringList{u"ско\u200Bро"_s};
        QTest::newRow("choice") << u"(a|b c) d"_s << u"a d. b c d. c d"_s
                                << QStringList({u"a d"_s, u"b c d"_s});
        QTest::newRow("may be missing")
            << u"[very] much"_s << u"very much. much"_s << QStringList({u"very much"_s, u"much"_s});
        QTest::newRow("gap") << u"in … days"_s << u"in three to five days. in a b c d days"_s
                             << QStringList{u"in three to five days"_s};
        QTest::newRow("gap of nothing") << u"in ... days"_s << u"in days"_s << QStringList{u"in days"_s};
        QTest::newRow("not over a full stop") << u"in … days"_s << u"Come in. Days pass"_s << none;
        QTest::newRow("form alone") << u"=order"_s << u"orders. order"_s << QStringList{u"order"_s};
        QTest::newRow("number") << u"# days"_s << u"ten days. 10 days"_s << QStringList{u"10 days"_s};
        QTest::newRow("first") << u"^hello"_s << u"Hello there. Say hello"_s << QStringList{u"Hello"_s};
        QTest::newRow("last") << u"hello$"_s << u"Hello there. Say hello!"_s << QStringList{u"hello"_s};
        QTest::newRow("inside a choice") << u"(^hello|bye$)"_s << u"Hello. Hello bye. Oh hello"_s
                                         << QStringList({u"Hello"_s, u"Hello"_s, u"bye"_s});
        QTest::newRow("longest") << u"(thank you|thank you very much)"_s << u"Thank you very much!"_s
                                 << QStringList{u"Thank you very much"_s};
        QTest::newRow("nothing") << u"hello"_s << QString() << none;
    }

    void phrasesAreFoundHoweverTheyAreWritten()
    {
        QFETCH(const QString, phrase);
        QFETCH(const QString, text);
        const auto book = bookWith(phrase);
        QVERIFY(book.problems().isEmpty());
        QTEST(found(book, text), "places");
    }

    void exceptionsCoverAPlace()
    {
        const auto book = bookOf("[list]\nphrases = [\"soon\"]\nexcept = [\"as soon as you\"]\n");
        QCOMPARE(found(book, u"Soon. As soon as you can."_s), QStringList{u"Soon"_s});
    }

    void filesOfAFamilyAddToOneList()
    {
        const PhraseBook book(
            {{.path = u"a/tone.toml"_s,
              .text = "[blame]\nphrases = [\"your fault\"]\nhosts = [\"a.example\"]\n"},
             {.path = u"b/tone.toml"_s,
              .text = "[blame]\nphrases = [\"you failed\"]\nhosts = [\"b.example\"]\nlimit = 2\n"}});
        QVERIFY(book.list(u"tone.blame") >= 0);
        QCOMPARE(book.list(u"tone.threat"), -1);
        QCOMPARE(found(book, u"It is your fault, you failed."_s).size(), 2);
        QCOMPARE(book.strings(u"tone.blame", u"hosts"), QStringList({u"a.example"_s, u"b.example"_s}));
        QCOMPARE(book.number(u"tone.blame", u"limit"), 2.0);
        QVERIFY(!book.number(u"tone.blame", u"other"));
    }

    void aBrokenListDoesNotBreakTheOthers_data()
    {
        QTest::addColumn<QByteArray>("broken");
        QTest::addColumn<PhraseFault>("fault");
        QTest::addColumn<int>("line");
        QTest::newRow("no TOML") << QByteArray("[list\n") << PhraseFault::Syntax << 1;
        QTest::newRow("invalid UTF-8")
            << QByteArray("[list]\nphrases = [\"\xff\xfe\"]\n") << PhraseFault::Syntax << 2;
        QTest::newRow("no table") << QByteArray("\nlist = 3\n") << PhraseFault::WrongType << 2;
        QTest::newRow("no text") << QByteArray("[list]\nphrases = [\n1]\n") << PhraseFault::WrongType << 3;
        QTest::newRow("bracket") << QByteArray("[list]\nphrases = [\"(a|b\"]\n") << PhraseFault::Unbalanced
                                 << 2;
        QTest::newRow("other bracket")
            << QByteArray("[list]\nphrases = [\"a]\"]\n") << PhraseFault::Unbalanced << 2;
        QTest::newRow("wrong pair") << QByteArray("[list]\nphrases = [\"(a]\"]\n") << PhraseFault::Unbalanced
                                    << 2;
        QTest::newRow("nothing") << QByteArray("[list]\nphrases = [\"[a] [b]\"]\n") << PhraseFault::Nothing
                                 << 2;
        QTest::newRow("gap first") << QByteArray("[list]\nphrases = [\"… a\"]\n") << PhraseFault::Nothing
                                   << 2;
        QTest::newRow("gap last") << QByteArray("[list]\nphrases = [\"a …\"]\n") << PhraseFault::Nothing << 2;
        QTest::newRow("deep") << "[list]\nphrases = [\"" + QByteArray(50, '(') + "a" + QByteArray(50, ')')
                + "\"]\n" << PhraseFault::TooMany
                              << 2;
        QTest::newRow("long") << "[list]\nphrases = [\"" + QByteArray(5'000, 'a') + "\"]\n"
                              << PhraseFault::TooLong << 2;
        QTest::newRow("unreadable") << QByteArray() << PhraseFault::Unreadable << 0;
        QTest::newRow("large") << QByteArray(2'000'000, '#') << PhraseFault::Unreadable << 0;
    }

    void aBrokenListDoesNotBreakTheOthers()
    {
        QFETCH(const QByteArray, broken);
        QFETCH(const PhraseFault, fault);
        QFETCH(const int, line);

        const PhraseBook book({{.path = u"broken.toml"_s, .text = broken},
                               {.path = u"good.toml"_s, .text = "[list]\nphrases = [\"hello\"]\n"}});

        QCOMPARE(book.problems().size(), 1);
        QCOMPARE(book.problems().constFirst().file, u"broken.toml"_s);
        QCOMPARE(book.problems().constFirst().fault, fault);
        QCOMPARE(book.problems().constFirst().line, line);
        QCOMPARE(found(book, u"Oh, hello."_s), QStringList{u"hello"_s});
    }

    void noPhraseTakesForever_data()
    {
        QTest::addColumn<QString>("phrase");
        QTest::newRow("optional") << u"[a] "_s.repeated(300) + u"b"_s;
        QTest::newRow("gaps") << u"a … "_s.repeated(300) + u"b"_s;
        QTest::newRow("choices") << u"(a|a a|[a] a) "_s.repeated(100) + u"b"_s;
    }

    void noPhraseTakesForever()
    {
        QFETCH(const QString, phrase);
        const auto book = bookWith(phrase);
        QVERIFY(book.problems().isEmpty());
        // Without a bound to its steps a walk would not end.
        QCOMPARE(found(book, u"a "_s.repeated(1'000)), QStringList());
    }

    void theListsThatComeWithAsideAreWhole()
    {
        const auto book = PhraseBook::load();
        for (const auto &problem : book->problems()) {
            qInfo().noquote() << problem.file << problem.line << problem.excerpt;
        }
        QVERIFY(book->problems().isEmpty());
        for (const auto name : {"clutter.filler"_L1, "clutter.apologies"_L1, "segments.greetings"_L1,
                                "substance.next-steps"_L1, "talk.empty"_L1}) {
            QVERIFY2(book->list(QString(name)) >= 0, name.data());
        }
    }

    void aProfileAddsItsOwn()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"clutter.toml"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("[filler]\nphrases = [\"tally ho\"]\n");
        file.close();

        const auto book = PhraseBook::load({folder.path()});

        QCOMPARE(found(*book, u"Tally ho"_s), QStringList{u"Tally ho"_s});
    }
};

QTEST_GUILESS_MAIN(TestPhraseBook)
#include "tst_phrasebook.moc"
