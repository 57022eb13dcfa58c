// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/searchmailbox.h"

#include <QTest>

using namespace aside;
using namespace aside::test;

class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void wordsAreFound_data();
    void wordsAreFound();
    void changedMessagesAreFoundAnew();
    void removedMessagesAreNotFound();
    void rebuiltIndexFindsTheSame();
    void failedRebuildLeavesTheIndex();
};

void TestSearch::wordsAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("found");
    const auto row = [](const char *text, const char *query, bool found) {
        QTest::addRow("%s in %s", query, text)
            << QString::fromUtf8(text) << QString::fromUtf8(query) << found;
    };

    row("Где мои заказы?", "заказ", true);
    row("нет двух заказов", "заказ", true);
    row("номер заказа", "заказы", true);
    row("She returned it", "return", true);
    row("two returns", "returning", true);
    row("пришёл счёт", "счет", true);
    row("пришел счет", "счёт", true);
    row("Café", "cafe", true);
    row("the new order came", "\"new order\"", true);
    row("the new order came", "\"order new\"", false);
    row("the new order came", "order new", true);
    row("the new order came", "order -new", false);
    row("the new order came", "order -old", true);
    row("the new order came", "-old", true);
    row("the new order came", "-orders", false);
    row("the new order came", "refund OR order", true);
    row("the new order came", "refund OR money", false);
    row("the new order came", "refund OR order went", false);
    row("the new order came", "заказ ИЛИ order", true);
    row("где доставка", "достав*", true);
    row("где доставка", "доставка*", true);
    row("где доставка", "доставками*", true);
    row("где доставка", "доставкой*", true);
    row("a refund", "refun*", true);
    row("it was returned", "returned*", true);
    row("happiness", "happine*", true);
    row("happiness", "happ*", true);
    row("важности", "важност*", true);
    row("a refund", "fund*", false);
    row("a new refund", "\"new refun\"*", true);
    row("order ORD-0012345 please", "ORD-0012345", true);
    row("order ORD-0012345 please", "ord-0012*", true);
    row("order ORD-0012345 please", "0012345", true);
    row("write to a.b@c.com", "a.b@c.com", true);
    row("write to b.a@c.com", "a.b@c.com", false);
    row("see http://x.org/y?z=1", "http://x.org/y", true);
    row("注文番号を確認", "番号", true);
    row("注文番号を確認", "号番", false);
    row("in the text", "subject:text", false);
    row("in the text", "subject:hello", true);
    row("in the text", "subject:\"hello there\"", true);
    row("in the text", "from:petrova", true);
    row("in the text", "from:anna@example.org", true);
    row("in the text", "from:text", false);
    row("in the text", "from:pet*", true);
    row("in the text", "-from:petrova", false);
    row("in the text", "hello petrova text", true);
    row("in the text", "", false);
    row("in the text", "!!!", false);
    row("in the text", "text !!!", true);
    row("in the text", "-\"!!!\"", false);
}

void TestSearch::wordsAreFound()
{
    QFETCH(const QString, text);
    QFETCH(const QString, query);
    QFETCH(const bool, found);
    Mailbox mailbox;
    mailbox.add({.text = text, .subject = QStringLiteral("Hello there")});

    QCOMPARE(mailbox.find(query), found ? QList<qint64>{1} : QList<qint64>{});
}

void TestSearch::changedMessagesAreFoundAnew()
{
    Mailbox mailbox;
    const auto id = mailbox.add({.text = QStringLiteral("order")});

    QVERIFY(indexMessage(mailbox.db(), id, {}, QStringLiteral("refund"), {}));

    QCOMPARE(mailbox.find(QStringLiteral("order")), QList<qint64>{});
    QCOMPARE(mailbox.find(QStringLiteral("refund")), QList<qint64>{1});
}

void TestSearch::removedMessagesAreNotFound()
{
    Mailbox mailbox;
    mailbox.add({.text = QStringLiteral("order")});
    const auto id = mailbox.add({.text = QStringLiteral("order")});

    QVERIFY(unindexMessage(mailbox.db(), id));

    QCOMPARE(mailbox.find(QStringLiteral("order")), QList<qint64>{1});
}

void TestSearch::rebuiltIndexFindsTheSame()
{
    Mailbox mailbox;
    mailbox.add({.text = QStringLiteral("Где заказ"), .subject = QStringLiteral("Hello")});
    mailbox.add({.text = QStringLiteral("order")});
    QVERIFY(unindexMessage(mailbox.db(), MessageId{1}));

    QVERIFY(rebuildIndex(mailbox.db()));

    QCOMPARE(mailbox.find(QStringLiteral("заказа subject:hello from:anna from:example")), QList<qint64>{1});
    QCOMPARE(mailbox.find(QStringLiteral("orders")), QList<qint64>{2});
}

void TestSearch::failedRebuildLeavesTheIndex()
{
    for (int step = 0; step < 4; ++step) {
        Mailbox mailbox;
        mailbox.add({.text = QStringLiteral("order")});
        mailbox.add({.text = QStringLiteral("order")});

        mailbox.db().failWriteAfter(step);
        const auto rebuilt = rebuildIndex(mailbox.db());
        mailbox.db().failWriteAfter(-1);

        QVERIFY(!rebuilt);
        QCOMPARE(mailbox.find(QStringLiteral("order")), (QList<qint64>{2, 1}));
    }
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
