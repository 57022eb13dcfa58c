// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/spelling/sonnetspelling.h"

#include <QTest>
#include <QThread>

#include <memory>

using namespace aside;
using namespace Qt::StringLiterals;

class TestSonnetSpelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void wordsAreRightOrWrong_data();
    void wordsAreRightOrWrong();
    void theLikeliestWordComesFirst();
    void anUnknownLanguageIsNoError();
    void withoutDictionariesNothingIsWrong();
    void anyInputIsAnswered_data();
    void anyInputIsAnswered();
    void itWorksOnAnotherThread();
};

void TestSonnetSpelling::wordsAreRightOrWrong_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("isRight");
    const auto row = [](const char *name, const QString &language, const QString &word, bool isRight) {
        QTest::newRow(name) << language << word << isRight;
    };

    row("Russian", u"ru"_s, u"привезём"_s, true);
    row("Russian without its dots", u"ru"_s, u"привезем"_s, true);
    row("Russian, inflected", u"ru"_s, u"заказами"_s, true);
    row("Russian, wrong", u"ru"_s, u"преедет"_s, false);
    row("English", u"en"_s, u"delivery"_s, true);
    row("English, contracted", u"en"_s, u"don't"_s, true);
    row("English, wrong", u"en"_s, u"recieve"_s, false);
    row("British: colour", u"en"_s, u"colour"_s, true);
    row("British: apologise", u"en"_s, u"apologise"_s, true);
    row("British: cancelled", u"en"_s, u"cancelled"_s, true);
    row("British: centre", u"en"_s, u"centre"_s, true);
    row("British: cheque", u"en"_s, u"cheque"_s, true);
    row("British: programme", u"en"_s, u"programmes"_s, true);
    row("not everything British is right", u"en"_s, u"honoure"_s, false);
}

void TestSonnetSpelling::wordsAreRightOrWrong()
{
    QFETCH(const QString, language);
    QFETCH(const QString, word);
    QFETCH(const bool, isRight);
    const SonnetSpelling spelling;
    if (!spelling.knows(language)) {
        QSKIP("no dictionary is installed");
    }

    QCOMPARE(spelling.isRight(language, word), isRight);
    QCOMPARE(spelling.isRight(language, word), isRight); // as remembered
}

void TestSonnetSpelling::theLikeliestWordComesFirst()
{
    const SonnetSpelling spelling;
    if (spelling.languages().size() < 2) {
        QSKIP("no dictionary is installed");
    }

    const auto english = spelling.suggestions(u"en", u"recieve"_s);
    const auto russian = spelling.suggestions(u"ru", u"преедет"_s);

    QCOMPARE(english.value(0), u"receive"_s);
    QVERIFY(english.size() <= 5);
    QVERIFY2(russian.contains(u"приедет"_s), qPrintable(russian.join(u' ')));
}

void TestSonnetSpelling::anUnknownLanguageIsNoError()
{
    const SonnetSpelling spelling;

    for (const auto &language : {u"xx"_s, QString(), u"e"_s, u"ru_RU.UTF-8"_s}) {
        QVERIFY(!spelling.knows(language));
        QVERIFY(spelling.isRight(language, u"qwrt"_s));
        QVERIFY(spelling.suggestions(language, u"qwrt"_s).isEmpty());
    }
}

void TestSonnetSpelling::withoutDictionariesNothingIsWrong()
{
    const SonnetSpelling spelling{QStringList()};

    QVERIFY(spelling.languages().isEmpty());
    QVERIFY(!spelling.knows(u"en"));
    QVERIFY(spelling.isRight(u"en", u"recieve"_s));
    QVERIFY(spelling.suggestions(u"en", u"recieve"_s).isEmpty());
}

void TestSonnetSpelling::anyInputIsAnswered_data()
{
    QTest::addColumn<QString>("word");
    QTest::newRow("nothing") << QString();
    QTest::newRow("very long") << QString(100'000, u'щ');
    QTest::newRow("emoji") << u"🙂"_s;
    QTest::newRow("right to left") << u"שלום"_s;
    QTest::newRow("zero width") << u"за\u200Bказ"_s;
    QTest::newRow("half a surrogate") << QString(QChar(0xD83D));
    QTest::newRow("a null") << QString(QChar(0));
}

void TestSonnetSpelling::anyInputIsAnswered()
{
    QFETCH(const QString, word);
    const SonnetSpelling spelling;

    const bool isRight = spelling.isRight(u"ru", word);

    QCOMPARE(spelling.isRight(u"ru", word), isRight);
    QVERIFY(spelling.suggestions(u"ru", word).size() <= 5);
}

void TestSonnetSpelling::itWorksOnAnotherThread()
{
    bool isWrong = false;
    bool hasDictionary = false;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        const SonnetSpelling spelling;
        hasDictionary = spelling.knows(u"en");
        isWrong = !spelling.isRight(u"en", u"recieve"_s);
    }));

    thread->start();

    QVERIFY(thread->wait());
    QCOMPARE(isWrong, hasDictionary);
}

QTEST_GUILESS_MAIN(TestSonnetSpelling)
#include "tst_sonnetspelling.moc"
