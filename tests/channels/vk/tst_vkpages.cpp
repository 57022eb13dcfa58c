// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/vk/communityfixture.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

namespace aside {

using namespace Qt::StringLiterals;
using vk::VkAdapter;

/// The pages of the long poll, and its places: lost, renewed, broken, and those that jump back.
class TestVkPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void lostEventsAreFilledIn_data();
    void lostEventsAreFilledIn();
    void renewedKeyLosesNothing();
    void placeThatWasGivenBackFurtherIsTaken();
    void brokenPagesAreToldAndReadAgain_data();
    void brokenPagesAreToldAndReadAgain();
    void tenThousandUpdatesComeOnceEach();
    void sameEventCountsOnce();
    void placeThatJumpsBackEndsTheFetch();
    void twoConsolesReadTheSame();
    void longPollSaysThatSomethingCame();
};

void TestVkPages::lostEventsAreFilledIn_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("too old") << 1;
    QTest::newRow("all is lost") << 3;
}

void TestVkPages::lostEventsAreFilledIn()
{
    QFETCH(const int, kind);
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    shop.server.write(anna, u"Is anybody there?"_s);
    shop.server.forgetEvents();
    if (kind == 3) {
        shop.server.key = u"key-2"_s;
        shop.server.failPoll({{u"failed"_s, 3}});
    }

    const QList<IncomingMessage> messages = shop.all().messages;

    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages.constFirst().text, u"Is anybody there?"_s);
    QVERIFY(shop.all().messages.isEmpty());
}

void TestVkPages::renewedKeyLosesNothing()
{
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    shop.server.write(anna, u"Is anybody there?"_s);
    shop.server.key = u"key-2"_s;

    QCOMPARE(shop.all().messages.size(), 1);
    QCOMPARE(shop.server.count(u"messages.getHistory"_s), 0);
}

/// "failed": 1 with a place before ours: what lies between is known already, and what was missed comes.
void TestVkPages::placeThatWasGivenBackFurtherIsTaken()
{
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    shop.server.write(anna, u"one"_s);
    shop.server.write(anna, u"two"_s);
    QCOMPARE(shop.all().messages.size(), 2);
    shop.server.write(anna, u"three"_s);
    shop.server.failPoll({{u"failed"_s, 1}, {u"ts"_s, 2}}); // a number, as VK has it here

    QSet<QString> texts;
    for (const IncomingMessage &message : shop.all().messages) {
        texts.insert(message.remoteId + u' ' + message.text);
    }

    QCOMPARE(texts, (QSet<QString>{u"talk7:55/1 one"_s, u"talk7:55/2 two"_s, u"talk7:55/3 three"_s}));
    QVERIFY(shop.all().messages.isEmpty());
}

void TestVkPages::brokenPagesAreToldAndReadAgain_data()
{
    QTest::addColumn<QJsonObject>("page");
    QTest::newRow("nothing in it") << QJsonObject();
    QTest::newRow("no place") << QJsonObject{{u"updates"_s, QJsonArray()}};
    QTest::newRow("too old, no place") << QJsonObject{{u"failed"_s, 1}};
    QTest::newRow("failed in another way") << QJsonObject{{u"failed"_s, 4}, {u"min_version"_s, 0}};
    QTest::newRow("failed in words") << QJsonObject{{u"failed"_s, u"yes"_s}};
}

void TestVkPages::brokenPagesAreToldAndReadAgain()
{
    QFETCH(const QJsonObject, page);
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    const QByteArray place = shop.cursor;
    shop.server.write(anna, u"Hello?"_s);
    shop.server.failPoll(page);

    const Result<FetchStep> step = shop.step();

    QVERIFY(!step);
    QCOMPARE(step.error().code, Errc::BadAnswer);
    QCOMPARE(shop.cursor, place);
    QCOMPARE(shop.all().messages.size(), 1);
}

void TestVkPages::tenThousandUpdatesComeOnceEach()
{
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    for (int at = 0; at < 10'000; ++at) {
        shop.server.comment(1000 + at % 700, post, u"complaint %1"_s.arg(at));
    }

    QSet<QString> ids;
    const QList<IncomingMessage> messages = shop.all().messages;
    for (const IncomingMessage &message : messages) {
        ids.insert(message.remoteId);
    }

    QCOMPARE(messages.size(), 10'000);
    QCOMPARE(ids.size(), 10'000);
    QVERIFY(shop.all().messages.isEmpty());
    QCOMPARE(shop.server.refused, QStringList());
}

void TestVkPages::sameEventCountsOnce()
{
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    const QJsonObject comment{
        {u"id"_s, 5}, {u"from_id"_s, anna}, {u"owner_id"_s, -7}, {u"post_id"_s, post}, {u"text"_s, u"x"_s}};
    shop.server.push(u"wall_reply_new"_s, comment, u"same"_s);
    shop.server.push(u"wall_reply_new"_s, comment, u"same"_s);

    QCOMPARE(shop.all().messages.size(), 1);
}

void TestVkPages::placeThatJumpsBackEndsTheFetch()
{
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    shop.server.comment(anna, post, u"one"_s);
    shop.server.comment(anna, post, u"two"_s);
    QCOMPARE(shop.all().messages.size(), 2);
    const QJsonObject comment{
        {u"id"_s, 5}, {u"from_id"_s, anna}, {u"owner_id"_s, -7}, {u"post_id"_s, post}, {u"text"_s, u"x"_s}};
    shop.server.failPoll(
        {{u"ts"_s, u"1"_s},
         {u"updates"_s, QJsonArray{QJsonObject{{u"type"_s, u"wall_reply_new"_s}, {u"object"_s, comment}}}}});

    const Result<FetchStep> step = shop.step();

    QVERIFY(step);
    QCOMPARE(step->batch.messages.size(), 1);
    QVERIFY(step->isComplete);
}

void TestVkPages::twoConsolesReadTheSame()
{
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    const QByteArray place = shop.cursor;
    shop.server.write(anna, u"Hello?"_s);
    const std::unique_ptr<VkAdapter> other = shop.make();

    QCOMPARE(shop.all().messages.size(), 1);
    const Result<FetchStep> step = answerOf(other->fetch(place));

    QVERIFY(step);
    QCOMPARE(step->batch.messages.size(), 1);
}

void TestVkPages::longPollSaysThatSomethingCame()
{
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    QSignalSpy arrived(shop.adapter.get(), &ChannelAdapter::arrived);
    shop.adapter->listen();
    QVERIFY(test::waitFor([&] { return shop.server.isPolled(); }));

    shop.server.write(anna, u"Hello?"_s);

    QVERIFY(test::waitFor([&] { return arrived.size() == 1; }));
    QCOMPARE(shop.all().messages.size(), 1);
}

} // namespace aside

QTEST_GUILESS_MAIN(aside::TestVkPages)
#include "tst_vkpages.moc"
