// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/searchmailbox.h"

#include <QTest>

using namespace aside;
using namespace aside::test;

class TestSearchSnippets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void snippetsShowTheMatch_data();
    void snippetsShowTheMatch();
};

void TestSearchSnippets::snippetsShowTheMatch_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("snippet");
    const auto row = [](const char *name, const QString &text, const char *query, const QString &snippet) {
        QTest::newRow(name) << text << QString::fromUtf8(query) << snippet;
    };
    const auto long30
        = QStringLiteral("one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
                         "fifteen sixteen seventeen eighteen nineteen twenty twentyone twentytwo, end!");

    row("a short text", QStringLiteral("Where is my order?"), "order", QStringLiteral("Where is my order?"));
    row("lines", QStringLiteral("Where\r\n is\tmy\u0001 order"), "order",
        QStringLiteral("Where is my order"));
    row("text that turns", QStringLiteral("my \u202Eorder\u202C"), "order", QStringLiteral("my order"));
    row("the beginning", long30, "one",
        QStringLiteral(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen twenty…"));
    row("the end", long30, "twentytwo",
        QStringLiteral("…sixteen seventeen eighteen nineteen twenty twentyone twentytwo, end!"));
    row("another form", QStringLiteral("Где мои заказы"), "заказов", QStringLiteral("Где мои заказы"));
    row("a phrase", long30, "\"nineteen twenty\"",
        QStringLiteral("…thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty twentyone "
                       "twentytwo, end!"));
    row("a beginning", long30, "eightee*",
        QStringLiteral(
            "…twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty twentyone "
            "twentytwo, end!"));
    row("a match elsewhere", QStringLiteral("Where is it?"), "subject:hello", QStringLiteral("Where is it?"));
    row("no words", QStringLiteral(" ?!\n"), "hello", QStringLiteral("?!"));
    row("no text", QString(), "hello", QString());
}

void TestSearchSnippets::snippetsShowTheMatch()
{
    QFETCH(const QString, text);
    QFETCH(const QString, query);
    QFETCH(const QString, snippet);
    Mailbox mailbox;
    mailbox.add({.text = text, .subject = QStringLiteral("Hello")});

    const auto hits = search(mailbox.db(), parseSearchQuery(query, today), 10);

    QVERIFY(hits);
    QCOMPARE(hits->size(), 1);
    QCOMPARE(hits->constFirst().snippet, snippet);
}

QTEST_GUILESS_MAIN(TestSearchSnippets)
#include "tst_searchsnippets.moc"
