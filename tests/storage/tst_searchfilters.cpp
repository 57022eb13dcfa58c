// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/searchmailbox.h"

#include <QTest>

using namespace aside;
using namespace aside::test;

class TestSearchFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void filtersLeaveWhatPasses_data();
    void filtersLeaveWhatPasses();
    void filtersHoldInLargeMailboxes_data();
    void filtersHoldInLargeMailboxes();
    void latestSentComesFirst();
    void theNewestMatchesAreEnough();
    void conversationsAreListedOnce();
    void longConversationsDoNotHideOthers();
};

void TestSearchFilters::filtersLeaveWhatPasses_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QList<qint64>>("found");
    const auto row = [](const char *query, const QList<qint64> &found) {
        QTest::newRow(query) << QString::fromUtf8(query) << found;
    };

    row("order", {4, 3, 2, 1});
    row("channel:vk", {2});
    row("order channel:vk", {2});
    row("refund channel:vk", {});
    row("channel:vk channel:telegram", {3, 2});
    row("channel:vk OR channel:telegram", {3, 2});
    row("-channel:vk", {4, 3, 1});
    row("-channel:vk -channel:email", {3});
    row("is:public", {3, 2});
    row("is:private", {4, 1});
    row("is:unread", {4, 2, 1});
    row("order is:unread", {4, 2, 1});
    row("is:read", {3});
    row("is:unread is:read", {});
    row("is:closed", {3});
    row("-is:closed", {4, 2, 1});
    row("is:open is:public", {2});
    row("has:attachment", {1});
    row("-has:attachment order", {4, 3, 2});
    row("has:draft", {2});
    row("has:draft order", {2});
    row("has:draft refund", {});
    row("has:draft -order", {});
    row("-has:draft", {4, 3, 1});
    row("in:outgoing", {4});
    row("in:incoming", {3, 2, 1});
    row("on:2026-03-02", {2});
    row("-on:2026-03-02", {4, 3, 1});
    row("-on:2026-03-02 -on:2026-03-04", {3, 1});
    row("before:2026-03-02", {1});
    row("after:02.03.2026 before:04.03.2026", {3, 2});
    row("after:yesterday", {4});
    row("before:2026-03-02 after:2026-03-03", {});
    row("tag:vip", {2, 1});
    row("tag:VIP order", {2, 1});
    row("tag:vip second", {2});
    row("tag:vip tag:late", {2});
    row("tag:vip -tag:late", {1});
    row("tag:\"two words\"", {3});
    row("tag:none", {});
    row("tag:none order", {});
    row("-tag:vip", {4, 3});
    row("-tag:vip -tag:late order", {4, 3});
    row("-second", {4, 3, 1});
    row("-second -is:closed", {4, 1});
    row("!!! is:closed", {3});
}

void TestSearchFilters::filtersLeaveWhatPasses()
{
    QFETCH(const QString, query);
    QFETCH(const QList<qint64>, found);
    Mailbox mailbox;
    mailbox.add({.text = QStringLiteral("first order"), .attachments = 2});
    mailbox.add({.text = QStringLiteral("second order"),
                 .channel = Channel::Vk,
                 .audience = Audience::Public,
                 .sentAt = firstDay + 24 * hour});
    mailbox.add({.text = QStringLiteral("third order"),
                 .channel = Channel::Telegram,
                 .audience = Audience::Public,
                 .state = ConversationState::Closed,
                 .sentAt = firstDay + 48 * hour,
                 .isRead = true});
    mailbox.add({.text = QStringLiteral("fourth order"),
                 .direction = Direction::Outgoing,
                 .sentAt = firstDay + 72 * hour});
    mailbox.addDraft(2, QStringLiteral("Dear"));
    mailbox.addDraft(3, QString());
    mailbox.addTag(QStringLiteral("vip"), {1, 2});
    mailbox.addTag(QStringLiteral("Late"), {2});
    mailbox.addTag(QStringLiteral("Two words"), {3});

    QCOMPARE(mailbox.find(query), found);
}

void TestSearchFilters::filtersHoldInLargeMailboxes_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("found");
    QTest::newRow("drafts") << QStringLiteral("has:draft") << 2'100;
    QTest::newRow("no drafts") << QStringLiteral("-has:draft") << 100;
    QTest::newRow("tagged") << QStringLiteral("tag:many") << 2'100;
    QTest::newRow("not tagged") << QStringLiteral("-tag:many") << 100;
    QTest::newRow("unread") << QStringLiteral("is:unread") << 2'100;
    QTest::newRow("read") << QStringLiteral("is:read") << 100;
    QTest::newRow("public") << QStringLiteral("is:public") << 2'100;
    QTest::newRow("private") << QStringLiteral("is:private") << 100;
    QTest::newRow("unread words") << QStringLiteral("order is:unread has:draft is:public") << 1'050;
    QTest::newRow("unread without words") << QStringLiteral("-order is:unread") << 1'050;
    QTest::newRow("private words") << QStringLiteral("order is:private") << 50;
}

void TestSearchFilters::filtersHoldInLargeMailboxes()
{
    QFETCH(const QString, query);
    QFETCH(const int, found);
    Mailbox mailbox;
    for (int i = 0; i < 2'200; ++i) {
        const bool isLate = i >= 100;
        const auto id = mailbox.add({.text = i % 2 == 0 ? QStringLiteral("order") : QStringLiteral("refund"),
                                     .audience = isLate ? Audience::Public : Audience::Private,
                                     .isRead = !isLate});
        if (isLate) {
            mailbox.addDraft(id.value, QStringLiteral("Dear"));
            mailbox.addTag(QStringLiteral("many"), {id.value});
        }
    }

    QCOMPARE(mailbox.find(query, 0).size(), found);
}

void TestSearchFilters::latestSentComesFirst()
{
    Mailbox mailbox;
    for (const qint64 hours : {5, 9, 1, 7}) {
        mailbox.add({.text = QStringLiteral("order"), .sentAt = firstDay + hours * hour});
    }

    QCOMPARE(mailbox.find(QStringLiteral("order")), (QList<qint64>{2, 4, 1, 3}));
    QCOMPARE(mailbox.find(QStringLiteral("order"), 2), (QList<qint64>{2, 4}));
    QCOMPARE(mailbox.find(QStringLiteral("order"), 0), (QList<qint64>{2, 4, 1, 3}));
}

void TestSearchFilters::theNewestMatchesAreEnough()
{
    Mailbox mailbox;
    for (int i = 0; i < 1'500; ++i) {
        mailbox.add({.text = QStringLiteral("order"), .sentAt = firstDay + i, .conversation = 1});
    }

    QCOMPARE(mailbox.find(QStringLiteral("order"), 3), (QList<qint64>{1500, 1499, 1498}));
    QCOMPARE(mailbox.find(QStringLiteral("order"), 1'200).size(), 1'200);
    QCOMPARE(mailbox.find(QStringLiteral("order"), 0).size(), 1'500);
    QCOMPARE(mailbox.find(QStringLiteral("-refund"), 0).size(), 1'500);
}

void TestSearchFilters::conversationsAreListedOnce()
{
    Mailbox mailbox;
    mailbox.add({.text = QStringLiteral("order")});
    mailbox.add({.text = QStringLiteral("order"), .sentAt = firstDay + 2 * hour});
    mailbox.add({.text = QStringLiteral("order"), .sentAt = firstDay + hour, .conversation = 2});
    mailbox.add({.text = QStringLiteral("order"), .sentAt = firstDay + 3 * hour, .conversation = 1});

    const auto query = parseSearchQuery(u"order", today);
    const auto all = searchConversations(mailbox.db(), query, 0);
    const auto first = searchConversations(mailbox.db(), query, 1);

    QVERIFY(all && first);
    QCOMPARE(*all, (QList{ConversationId{1}, ConversationId{2}}));
    QCOMPARE(*first, QList{ConversationId{1}});
}

void TestSearchFilters::longConversationsDoNotHideOthers()
{
    Mailbox mailbox;
    mailbox.add({.text = QStringLiteral("order")});
    mailbox.add({.text = QStringLiteral("order"), .sentAt = firstDay + hour});
    for (int i = 0; i < 1'500; ++i) {
        mailbox.add({.text = QStringLiteral("order"), .sentAt = firstDay + 2 * hour, .conversation = 2});
    }

    const auto found = searchConversations(mailbox.db(), parseSearchQuery(u"order", today), 10);

    QVERIFY(found);
    QCOMPARE(*found, (QList{ConversationId{2}, ConversationId{1}}));
}

QTEST_GUILESS_MAIN(TestSearchFilters)
#include "tst_searchfilters.moc"
