// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/vk/communityfixture.h"

#include <QBuffer>
#include <QSet>
#include <QTest>

namespace aside {

using namespace Qt::StringLiterals;
using vk::VkAdapter;

/// What is said in a community comes in, once and whole.
class TestVkAdapter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void communityIsKnown();
    void tokenWithoutMessagesIsRefused();
    void errorsOfReadingAreTold_data();
    void errorsOfReadingAreTold();
    void earlierTalksAreFilledIn();
    void commentsKeepTheirThreads();
    void editsAndDeletionsAreTold();
    void badInputIsLivedWith();
    void attachmentsCanBeRead();
    void leftFilesAreBrought();
    void badCursorIsRefused();
};

void TestVkAdapter::communityIsKnown()
{
    Community shop;

    QVERIFY(answerOf(shop.adapter->open()));

    QCOMPARE(shop.adapter->me()->name, u"Shop"_s);
    QCOMPARE(shop.adapter->me()->address(), u"shop"_s);
    QCOMPARE(shop.server.refused, QStringList());
}

void TestVkAdapter::tokenWithoutMessagesIsRefused()
{
    Community shop;
    shop.server.permissions = {};

    const Result<void> opened = answerOf(shop.adapter->open());

    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Errc::SignInRefused);
}

void TestVkAdapter::errorsOfReadingAreTold_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<Errc>("told");
    QTest::addColumn<int>("after");
    QTest::newRow("auth") << 5 << Errc::SignInRefused << 0;
    QTest::newRow("group auth") << 27 << Errc::SignInRefused << 0;
    QTest::newRow("flood") << 9 << Errc::ServerRefused << 300;
    QTest::newRow("internal") << 10 << Errc::ServerRefused << 60;
    QTest::newRow("captcha") << 14 << Errc::ServerRefused << 600;
    QTest::newRow("rate") << 29 << Errc::ServerRefused << 3600;
    QTest::newRow("denied") << 15 << Errc::ServerRefused << 0;
}

void TestVkAdapter::errorsOfReadingAreTold()
{
    QFETCH(const int, code);
    QFETCH(const Errc, told);
    QFETCH(const int, after);
    Community shop;
    shop.server.script(u"messages.getConversations"_s, {.code = code});

    const Result<FetchStep> step = shop.step();

    QVERIFY(!step);
    QCOMPARE(step.error().code, told);
    QCOMPARE(step.error().retryAfter.value_or(std::chrono::seconds(0)).count(), after);
}

void TestVkAdapter::earlierTalksAreFilledIn()
{
    Community shop;
    for (qint64 person = 100; person < 145; ++person) {
        shop.server.write(person, u"one"_s);
        shop.server.write(person, u"two"_s);
    }

    const QList<IncomingMessage> messages = shop.all().messages;

    QSet<QString> ids;
    for (const IncomingMessage &message : messages) {
        ids.insert(message.remoteId);
        QCOMPARE(message.personName, u"Person "_s + message.personHandle);
    }
    QCOMPARE(messages.size(), 90);
    QCOMPARE(ids.size(), 90);
    QCOMPARE(shop.server.refused, QStringList());
}

void TestVkAdapter::commentsKeepTheirThreads()
{
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    const qint64 first = shop.server.comment(anna, post, u"Never came!"_s);
    shop.server.comment(66, post, u"Mine neither"_s,
                        {{u"parents_stack"_s, QJsonArray{first}}, {u"reply_to_comment"_s, first}});
    shop.server.comment(77, post, u"Nice lamp"_s);

    const QList<IncomingMessage> messages = shop.all().messages;

    QCOMPARE(messages.size(), 3);
    QCOMPARE(messages.at(0).remoteId, u"wall-7_10/%1"_s.arg(first));
    QCOMPARE(messages.at(0).audience, Audience::Public);
    QCOMPARE(messages.at(1).conversationKey, messages.at(0).conversationKey);
    QCOMPARE(messages.at(1).references, QStringList{messages.at(0).remoteId});
    QVERIFY(messages.at(2).conversationKey != messages.at(0).conversationKey);
}

void TestVkAdapter::editsAndDeletionsAreTold()
{
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    const qint64 id = shop.server.comment(anna, post, u"Never came!"_s);
    shop.server.push(u"wall_reply_edit"_s,
                     {{u"id"_s, id},
                      {u"from_id"_s, anna},
                      {u"owner_id"_s, -7},
                      {u"post_id"_s, post},
                      {u"text"_s, u"It came."_s}});
    shop.server.push(u"wall_reply_delete"_s, {{u"id"_s, id}, {u"owner_id"_s, -7}, {u"post_id"_s, post}});

    const IncomingBatch batch = shop.all();

    QCOMPARE(batch.messages.size(), 2);
    QVERIFY(!batch.messages.at(0).editedAt);
    QVERIFY(batch.messages.at(1).editedAt);
    QCOMPARE(batch.messages.at(1).remoteId, batch.messages.at(0).remoteId);
    QCOMPARE(batch.deletions.size(), 1);
    QCOMPARE(batch.deletions.constFirst().remoteId, batch.messages.at(0).remoteId);
}

void TestVkAdapter::badInputIsLivedWith()
{
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    const qint64 large = 9'007'199'254'740'993;
    shop.server.push(u"wall_reply_new"_s, {{u"id"_s, u"no number"_s}, {u"text"_s, u"x"_s}});
    shop.server.push(u"wall_reply_delete"_s, {{u"id"_s, -5}, {u"owner_id"_s, u"7; DROP"_s}});
    shop.server.push(u"message_new"_s, {});
    shop.server.comment(anna, post, u"Beyond 64 bits"_s, {{u"id"_s, u"99999999999999999999"_s}});
    shop.server.comment(anna, post, u"As floating point"_s, {{u"id"_s, 1e300}});
    shop.server.push(u"something_new"_s, {{u"id"_s, 1}});
    shop.server.comment(0, post, u"Nobody said it"_s, {{u"date"_s, qint64(99'999'999'999)}});
    shop.server.comment(anna, post, {});
    shop.server.comment(large, post, u"A large number"_s);

    const QList<IncomingMessage> messages = shop.all().messages;

    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages.at(0).authorHandle, QString());
    QVERIFY(messages.at(0).sentAt <= shop.clock.now());
    QCOMPARE(messages.at(1).authorHandle, u"9007199254740993"_s);
    QCOMPARE(shop.server.refused, QStringList());
}

void TestVkAdapter::attachmentsCanBeRead()
{
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    const QJsonArray sizes{
        QJsonObject{{u"url"_s, u"https://a.example/s.jpg"_s}, {u"width"_s, 10}, {u"height"_s, 10}},
        QJsonObject{{u"url"_s, u"https://a.example/l.jpg"_s}, {u"width"_s, 100}, {u"height"_s, 90}}};
    const QJsonArray attachments{
        QJsonObject{{u"type"_s, u"photo"_s}, {u"photo"_s, QJsonObject{{u"id"_s, 4}, {u"sizes"_s, sizes}}}},
        QJsonObject{{u"type"_s, u"video"_s},
                    {u"video"_s, QJsonObject{{u"id"_s, 5}, {u"owner_id"_s, -7}, {u"title"_s, u"Broken"_s}}}},
        QJsonObject{{u"type"_s, u"link"_s}, {u"link"_s, QJsonObject{{u"url"_s, u"https://b.example/"_s}}}},
        QJsonObject{{u"type"_s, u"novelty"_s}}};
    shop.server.write(anna, {}, {{u"attachments"_s, attachments}});

    const IncomingMessage message = shop.all().messages.value(0);

    QCOMPARE(message.attachments.size(), 1);
    QCOMPARE(message.attachments.constFirst().part->section, u"https://a.example/l.jpg"_s);
    QCOMPARE(message.text, u"Broken https://vk.com/video-7_5\nhttps://b.example/\n[novelty]"_s);
}

void TestVkAdapter::leftFilesAreBrought()
{
    Community shop;
    shop.server.files.insert(u"/lamp.jpg"_s, "bytes");
    LeftPart left;
    left.part.section = shop.server.url().toString() + u"/lamp.jpg"_s;
    const auto into = std::make_shared<QBuffer>();
    into->open(QIODevice::WriteOnly);

    QVERIFY(answerOf(shop.adapter->bring(left, {.into = into})));
    QCOMPARE(into->data(), "bytes"_ba);
}

void TestVkAdapter::badCursorIsRefused()
{
    Community shop;
    shop.cursor = "yesterday";

    const Result<FetchStep> step = shop.step();

    QVERIFY(!step);
    QCOMPARE(step.error().code, Errc::InvalidInput);
}

} // namespace aside

QTEST_GUILESS_MAIN(aside::TestVkAdapter)
#include "tst_vkadapter.moc"
