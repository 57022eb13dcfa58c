// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/searchmailbox.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace aside;
using namespace aside::test;

namespace {

bool hasWords(const QString &text)
{
    const auto characters = text.toUcs4();
    return std::ranges::any_of(characters, [](char32_t c) { return QChar::isLetterOrNumber(c); });
}

} // namespace

class TestSearchAnyText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void punctuationIsSearchable();
    void anyTextCanBeLookedFor_data();
    void anyTextCanBeLookedFor();
    void naughtyStringsAreFound();
};

void TestSearchAnyText::punctuationIsSearchable()
{
    Mailbox mailbox;
    mailbox.add({.text = QStringLiteral("order")});
    for (char c = 1; c < 127; ++c) {
        const auto mark = QString(QChar::fromLatin1(c));
        for (const auto &query :
             {mark, mark + mark, mark + QStringLiteral("order"), QStringLiteral("order") + mark,
              QStringLiteral("order ") + mark + QStringLiteral(" order")}) {
            QVERIFY2(!mailbox.find(query).contains(-1), qPrintable(query));
        }
    }
}

void TestSearchAnyText::anyTextCanBeLookedFor_data()
{
    QTest::addColumn<QString>("text");
    int row = 0;
    for (const auto *text : {"\"",
                             "it's",
                             "50% off",
                             "C++",
                             "a.b@c.com",
                             "AND",
                             "OR",
                             "NOT",
                             "NEAR(a b)",
                             "subject:",
                             "col:x",
                             "*",
                             "^a",
                             "a*b",
                             "{a b} : c",
                             "a + b",
                             "'; DROP TABLE message; --",
                             "\"\" \"a\"",
                             "NEAR",
                             "a AND",
                             "(a",
                             "a)",
                             "-",
                             "--a",
                             "?1",
                             ":x",
                             "@x",
                             "$x"}) {
        QTest::addRow("%d %s", ++row, text) << QString::fromUtf8(text);
    }
    QTest::newRow("brackets") << QString(100, u'(') + u'a';
    QTest::newRow("nul") << QString::fromUtf16(u"a\0b", 3);
    QTest::newRow("a phrase with nul") << QString::fromUtf16(u"\"a\0b\"", 5);
    QTest::newRow("half a surrogate pair") << u'a' + QString(QChar(0xD800)) + u'b';
    QTest::newRow("the other half") << QString(QChar(0xDC00)) + u'b';
    QTest::newRow("two megabytes") << QStringLiteral("word ").repeated(400'000);
    QTest::newRow("two megabytes without a space") << QString(2'000'000, u'a');
    QTest::newRow("quotes") << QStringLiteral("\"a ").repeated(1'000);
    QTest::newRow("beginnings") << QStringLiteral("a* ").repeated(1'000);
    QTest::newRow("either") << QStringLiteral("a OR ").repeated(1'000);
}

void TestSearchAnyText::anyTextCanBeLookedFor()
{
    QFETCH(const QString, text);
    Mailbox mailbox;
    mailbox.add({.text = text});

    QCOMPARE(mailbox.find(text), hasWords(text) ? QList<qint64>{1} : QList<qint64>{});
}

void TestSearchAnyText::naughtyStringsAreFound()
{
    QFile file(QStringLiteral(SHARED_DIR "/data/text/naughty-strings/blns.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        QSKIP("the collection of naughty strings is not here");
    }
    Mailbox mailbox;
    const auto strings = QJsonDocument::fromJson(file.readAll()).array();
    for (const auto &string : strings) {
        mailbox.add({.text = string.toString()});
    }

    for (qsizetype i = 0; i < strings.size(); ++i) {
        const auto text = strings[i].toString();
        const auto found = mailbox.find(text, 0);
        const auto query = parseSearchQuery(text, today);
        const bool isPlain = query.excluded.isEmpty() && query.filters.isEmpty();

        QVERIFY2(!found.contains(-1), qPrintable(text));
        QVERIFY2(found.contains(i + 1) || !isPlain || !hasWords(text), qPrintable(text));
    }
}

QTEST_GUILESS_MAIN(TestSearchAnyText)
#include "tst_searchanytext.moc"
