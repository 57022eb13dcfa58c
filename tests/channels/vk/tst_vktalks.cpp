// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/arrival.h"
#include "tests/channels/vk/communityfixture.h"

#include <QSet>
#include <QTest>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

const QString letter = QString(6000, u'a') + u"!"_s;

} // namespace

/// What is said to a community in private is there as it was said.
class TestVkTalks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void croppedMessagesAreFetchedWhole();
    void croppedMessagesThatAreNotGivenStay_data();
    void croppedMessagesThatAreNotGivenStay();
    void croppedMessagesComeLaterWithoutNetwork();
    void croppedPartsCountAsWell();
    void hundredsOfCroppedMessagesComeInParts();
    void linkThatSomebodyCameByIsTold();
    void linkIsToldOnceWhateverTellsIt();
    void linkIsFoundInWhatWasMissed();
    void otherLinksSayNothing_data();
    void otherLinksSayNothing();
};

void TestVkTalks::croppedMessagesAreFetchedWhole()
{
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    shop.server.write(anna, u"Hello?"_s);
    shop.server.writeLong(anna, letter, 4000);
    shop.server.writeLong(66, letter, 0); // nothing of it was told

    const QList<IncomingMessage> messages = shop.all().messages;

    QCOMPARE(messages.size(), 3);
    QCOMPARE(messages.at(0).text, u"Hello?"_s);
    QCOMPARE(messages.at(1).text, letter);
    QCOMPARE(messages.at(1).remoteId, u"talk7:55/2"_s);
    QVERIFY(!messages.at(1).editedAt);
    QCOMPARE(messages.at(2).text, letter);
    QCOMPARE(messages.at(2).personHandle, u"66"_s);
    QCOMPARE(shop.server.count(u"messages.getById"_s), 2); // a talk each
    QCOMPARE(shop.server.refused, QStringList());
}

void TestVkTalks::croppedMessagesThatAreNotGivenStay_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("raw");
    for (const int code : {10, 15, 29, 100}) {
        QTest::addRow("%d", code) << code << QByteArray();
    }
    QTest::newRow("nothing of it") << 10 << R"({"response":{"count":0,"items":[]}})"_ba;
    QTest::newRow("no list") << 10 << R"({"response":1})"_ba;
    QTest::newRow("no JSON") << 10 << "<html>"_ba;
    QTest::newRow("another message")
        << 10 << R"({"response":{"items":[{"peer_id":55,"from_id":55,"text":""}]}})"_ba;
}

void TestVkTalks::croppedMessagesThatAreNotGivenStay()
{
    QFETCH(const int, code);
    QFETCH(const QByteArray, raw);
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    shop.server.script(u"messages.getById"_s, {.code = code, .raw = raw});
    shop.server.writeLong(anna, letter, 4000);

    const QList<IncomingMessage> messages = shop.all().messages;

    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages.constFirst().text, letter.first(4000));
    QCOMPARE(messages.constFirst().personName, u"Person 55"_s);
    QVERIFY(shop.all().messages.isEmpty());
}

void TestVkTalks::croppedMessagesComeLaterWithoutNetwork()
{
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    shop.server.script(u"messages.getById"_s, {.code = 0});
    shop.server.writeLong(anna, letter, 4000);

    const Result<FetchStep> step = shop.step();

    QVERIFY(!step);
    QCOMPARE(step.error().code, Errc::Network);
    QCOMPARE(shop.all().messages.value(0).text, letter);
}

/// What somebody passes on is a part of what they say.
void TestVkTalks::croppedPartsCountAsWell()
{
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    const QJsonObject passedOn{{u"text"_s, u"Your order"_s}, {u"is_cropped"_s, true}};
    shop.server.write(anna, u"See"_s, {{u"fwd_messages"_s, QJsonArray{passedOn}}});

    QCOMPARE(shop.all().messages.size(), 1);
    QCOMPARE(shop.server.count(u"messages.getById"_s), 1);
    QCOMPARE(shop.server.refused, QStringList());
}

void TestVkTalks::hundredsOfCroppedMessagesComeInParts()
{
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    for (int at = 0; at < 250; ++at) {
        shop.server.writeLong(anna, u"Question %1"_s.arg(at), 3);
    }

    const QList<IncomingMessage> messages = shop.all().messages;

    QCOMPARE(messages.size(), 250);
    for (int at = 0; at < 250; ++at) {
        QCOMPARE(messages.at(at).text, u"Question %1"_s.arg(at));
    }
    QCOMPARE(shop.server.count(u"messages.getById"_s), 3);
    QCOMPARE(shop.server.refused, QStringList());
}

void TestVkTalks::linkThatSomebodyCameByIsTold()
{
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    const QString payload = newMovePayload();
    shop.server.write(anna, u"It is me."_s, {{u"ref"_s, payload}, {u"ref_source"_s, u"wall"_s}});

    const QList<IncomingMessage> messages = shop.all().messages;

    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages.at(0).text, u"/start "_s + payload);
    QCOMPARE(messages.at(0).sentAt, messages.at(1).sentAt);
    QCOMPARE(messages.at(0).conversationKey, messages.at(1).conversationKey);
    QCOMPARE(messages.at(0).personName, u"Person 55"_s);
    QCOMPARE(messages.at(1).text, u"It is me."_s); // her words stay hers
}

void TestVkTalks::linkIsToldOnceWhateverTellsIt()
{
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    const QString payload = newMovePayload();
    shop.server.push(u"message_allow"_s, {{u"user_id"_s, anna}, {u"key"_s, payload}});
    shop.server.write(anna, u"It is me."_s, {{u"ref"_s, payload}});

    QSet<QString> ids;
    for (const IncomingMessage &message : shop.all().messages) {
        ids.insert(message.remoteId);
    }

    QCOMPARE(ids, (QSet<QString>{u"talk7:55/ref-"_s + payload, u"talk7:55/1"_s}));
}

void TestVkTalks::linkIsFoundInWhatWasMissed()
{
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    const QString payload = newMovePayload();
    shop.server.write(anna, u"It is me."_s, {{u"ref"_s, payload}});
    shop.server.forgetEvents();

    const QList<IncomingMessage> messages = shop.all().messages;

    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages.at(0).text, u"/start "_s + payload);
    QCOMPARE(messages.at(0).remoteId, u"talk7:55/ref-"_s + payload);
    QCOMPARE(messages.at(1).text, u"It is me."_s);
}

void TestVkTalks::otherLinksSayNothing_data()
{
    QTest::addColumn<QJsonValue>("ref");
    QTest::newRow("of an advertisement") << QJsonValue(u"autumn-sale"_s);
    QTest::newRow("empty") << QJsonValue(QString());
    QTest::newRow("no text") << QJsonValue(17);
    QTest::newRow("long") << QJsonValue(QString(5000, u'a'));
    QTest::newRow("with a line") << QJsonValue(u"abcdefghij\nklmnopqrstu"_s);
}

void TestVkTalks::otherLinksSayNothing()
{
    QFETCH(const QJsonValue, ref);
    Community shop;
    QVERIFY(shop.all().messages.isEmpty());
    shop.server.write(anna, u"It is me."_s, {{u"ref"_s, ref}});

    const QList<IncomingMessage> messages = shop.all().messages;

    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages.constFirst().text, u"It is me."_s);
}

} // namespace aside

QTEST_GUILESS_MAIN(aside::TestVkTalks)
#include "tst_vktalks.moc"
