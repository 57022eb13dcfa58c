// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/telegram/entities.h"
#include "app/channels/telegram/place.h"
#include "app/channels/telegram/updates.h"
#include "tests/servers/telegramspec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace aside {

using namespace Qt::StringLiterals;
using telegram::Me;
using telegram::Place;
using telegram::Updates;

namespace {

constexpr qint64 nowSeconds = 1'790'000'000;
const Me me{.id = u"7"_s, .username = u"shop_bot"_s, .name = u"Shop"_s};
const QByteArray anna = R"("from":{"id":55,"is_bot":false,"first_name":"Anna","last_name":"Berg"})";
const QByteArray talk = R"("chat":{"id":55,"type":"private","first_name":"Anna","last_name":"Berg"})";
const QByteArray group = R"("chat":{"id":-1001234567890,"type":"supergroup","title":"Buyers"})";

QByteArray update(int id, const QByteArray &kind, const QByteArray &message)
{
    return R"({"update_id":)" + QByteArray::number(id) + ",\"" + kind + "\":{" + message + "}}";
}

QByteArray said(int id, const QByteArray &rest)
{
    return R"("message_id":)" + QByteArray::number(id) + R"(,"date":1789999990,)" + rest;
}

} // namespace

class TestTelegramUpdates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(); }
    void groupsArePublicAndTalksPrivate();
    void answersAreThreadedAndOwnOnesOutgoing();
    void startKeepsItsPayload();
    void albumIsOneMessage();
    void editIsTheSameMessageWithNewWords();
    void businessTalkKnowsBothSidesAndDeletions();
    void ownNumberAloneCounts_data();
    void ownNumberAloneCounts();
    void datesInTheFutureAreNow();
    void strangeUpdatesDoNoHarm_data();
    void strangeUpdatesDoNoHarm();
    void blockingClosesTheDoor();
    void idsBeyondDoublesStayWhole();
    void entitiesBecomeText_data();
    void entitiesBecomeText();
    void placesAreReadBack_data();
    void placesAreReadBack();

private:
    /// As the Bot API would say it: held against its description where that is there.
    [[nodiscard]] Updates read(const QList<QByteArray> &updates, bool isValid = true) const;

    std::optional<test::TelegramSpec> m_spec;
};

void TestTelegramUpdates::initTestCase()
{
    m_spec = test::TelegramSpec::load(QStringLiteral(SHARED_DIR) + u"/specs/telegram/api.json"_s);
}

Updates TestTelegramUpdates::read(const QList<QByteArray> &updates, bool isValid) const
{
    const QByteArray bytes = '[' + updates.join(',') + ']';
    const QString wrong = m_spec && isValid
        ? m_spec->checkValue(u"Array of Update"_s, QJsonDocument::fromJson(bytes).array())
        : QString();
    const Result<JsonValue> json = readJson(bytes);
    if (!wrong.isEmpty() || !json) {
        qWarning("%s", qPrintable(wrong.isEmpty() ? u"no JSON"_s : wrong));
        return {};
    }
    return telegram::readUpdates(*json, me, fromMillis(nowSeconds * 1000));
}

void TestTelegramUpdates::groupsArePublicAndTalksPrivate()
{
    const Updates got = read({update(10, "message", said(1, group + "," + anna + R"(,"text":"Broken!")")),
                              update(11, "message", said(2, talk + "," + anna + R"(,"text":"Hello")"))});

    QCOMPARE(got.next, 12);
    QCOMPARE(got.messages.size(), 2);
    const IncomingMessage &open = got.messages.at(0);
    QCOMPARE(open.audience, Audience::Public);
    QCOMPARE(open.remoteId, u"-1001234567890/1"_s);
    QCOMPARE(open.conversationKey, QString());
    QCOMPARE(open.subject, u"Buyers"_s);
    QCOMPARE(open.personHandle, u"55"_s);
    const IncomingMessage &closed = got.messages.at(1);
    QCOMPARE(closed.audience, Audience::Private);
    QCOMPARE(closed.remoteId, u"7:55/2"_s);
    QCOMPARE(closed.conversationKey, u"7:55"_s);
    QCOMPARE(closed.authorName, u"Anna Berg"_s);
    QCOMPARE(closed.text, u"Hello"_s);
    QVERIFY(!closed.isRead);
}

void TestTelegramUpdates::answersAreThreadedAndOwnOnesOutgoing()
{
    const QByteArray bot = R"("from":{"id":7,"is_bot":true,"first_name":"Shop"})";
    const Updates got = read({update(
        1, "message",
        said(9, group + "," + bot + R"(,"text":"Sorry","reply_to_message":{)" + said(4, group) + "}"))});

    QCOMPARE(got.messages.constFirst().direction, Direction::Outgoing);
    QCOMPARE(got.messages.constFirst().references, QStringList{u"-1001234567890/4"_s});
}

void TestTelegramUpdates::startKeepsItsPayload()
{
    const Updates got
        = read({update(1, "message", said(9, talk + "," + anna + R"(,"text":"/start aB-_9")"))});

    QCOMPARE(got.messages.constFirst().text, u"/start aB-_9"_s);
}

void TestTelegramUpdates::albumIsOneMessage()
{
    const auto picture = [](int id, const QByteArray &file, const QByteArray &rest = {}) {
        return said(id,
                    talk + "," + anna
                        + R"(,"media_group_id":"g1","photo":[{"file_id":"small","file_unique_id":"u",
            "width":9,"height":9},{"file_id":")"
                        + file + R"(","file_unique_id":"v","width":90,"height":90,
            "file_size":1000}])"
                        + rest);
    };
    const Updates got = read({update(1, "message", picture(3, "f1")),
                              update(2, "message", picture(4, "f2", R"(,"caption":"Look")")),
                              update(3, "message", said(5, talk + "," + anna + R"(,"text":"So?")"))});

    QCOMPARE(got.messages.size(), 2);
    const IncomingMessage &album = got.messages.constFirst();
    QCOMPARE(album.remoteId, u"7:55/3"_s);
    QCOMPARE(album.text, u"Look"_s);
    QCOMPARE(album.attachments.size(), 2);
    QCOMPARE(album.attachments.at(1).part->section, u"f2"_s);
    QCOMPARE(album.attachments.at(1).part->size, 1000);
    QCOMPARE(got.albumFrom, 0);
    QCOMPARE(read({update(1, "message", picture(3, "f1")), update(2, "message", picture(4, "f2"))}).albumFrom,
             1);
}

void TestTelegramUpdates::editIsTheSameMessageWithNewWords()
{
    const Updates got = read({update(
        1, "edited_message", said(9, talk + "," + anna + R"(,"text":"No, red","edit_date":1789999995)"))});

    QCOMPARE(got.messages.constFirst().remoteId, u"7:55/9"_s);
    QCOMPARE(toMillis(got.messages.constFirst().editedAt.value_or(Instant{})), 1'789'999'995'000);
    QCOMPARE(got.messages.constFirst().text, u"No, red"_s);
}

void TestTelegramUpdates::businessTalkKnowsBothSidesAndDeletions()
{
    const QByteArray owner = R"("from":{"id":90,"is_bot":false,"first_name":"Boss"})";
    const QByteArray connection = R"(,"business_connection_id":"bc_1")";
    const Updates got
        = read({update(1, "business_message", said(3, talk + "," + anna + R"(,"text":"Hi")" + connection)),
                update(2, "business_message", said(4, talk + "," + owner + R"(,"text":"Yes")" + connection)),
                update(3, "deleted_business_messages", talk + R"(,"message_ids":[3,4])" + connection)});

    QCOMPARE(got.messages.at(0).direction, Direction::Incoming);
    QCOMPARE(got.messages.at(0).conversationKey, u"7~bc_1:55"_s);
    QCOMPARE(got.messages.at(1).direction, Direction::Outgoing);
    QCOMPARE(got.messages.at(1).personHandle, u"55"_s);
    QCOMPARE(got.deletions.size(), 2);
    QCOMPARE(got.deletions.constFirst().remoteId, got.messages.at(0).remoteId);
    QCOMPARE(toMillis(got.deletions.constFirst().at), nowSeconds * 1000);
}

void TestTelegramUpdates::ownNumberAloneCounts_data()
{
    QTest::addColumn<QByteArray>("contact");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("number");

    const auto row
        = [](const char *name, const QByteArray &contact, const QString &text, const QString &number = {}) {
              QTest::newRow(name) << contact << text << number;
          };
    row("own", R"({"phone_number":"+491234567","first_name":"Anna","user_id":55})", u"📱 +491234567"_s,
        u"+491234567"_s);
    row("without a plus", R"({"phone_number":"79990001122","first_name":"Anna","user_id":55})",
        u"📱 +79990001122"_s, u"+79990001122"_s);
    row("with blanks", R"({"phone_number":"+7 (999) 000-11-22","first_name":"Anna","user_id":55})",
        u"📱 +79990001122"_s, u"+79990001122"_s);
    row("no number", R"({"phone_number":"call me","first_name":"Anna","user_id":55})", u"Anna"_s);
    row("too long", R"({"phone_number":"1234567890123456","first_name":"Anna","user_id":55})", u"Anna"_s);
    row("another's", R"({"phone_number":"+491234567","first_name":"Bob","user_id":56})", u"Bob"_s);
    row("nobody's", R"({"phone_number":"+491234567","first_name":"Bob"})", u"Bob"_s);
}

void TestTelegramUpdates::ownNumberAloneCounts()
{
    QFETCH(const QByteArray, contact);
    QFETCH(const QString, text);
    QFETCH(const QString, number);

    const Updates got = read({update(1, "message", said(9, talk + "," + anna + R"(,"contact":)" + contact))});

    QCOMPARE(got.messages.constFirst().text, text);
    QCOMPARE(got.messages.constFirst().ownNumber, number);
}

void TestTelegramUpdates::datesInTheFutureAreNow()
{
    const Updates got = read({update(
        1, "message", R"("message_id":1,"date":99999999999,)" + talk + "," + anna + R"(,"text":"x")")});

    QCOMPARE(toMillis(got.messages.constFirst().sentAt), nowSeconds * 1000);
    const Result<JsonValue> later = readJson(
        '['
        + update(2, "message", R"("message_id":2,"date":99999999999,)" + talk + "," + anna + R"(,"text":"x")")
        + ']');
    QVERIFY(later);
    // Not before what we said a moment ago.
    const Updates now = telegram::readUpdates(*later, me, fromMillis((nowSeconds * 1000) + 700));
    QCOMPARE(toMillis(now.messages.constFirst().sentAt), (nowSeconds * 1000) + 700);
}

void TestTelegramUpdates::strangeUpdatesDoNoHarm_data()
{
    QTest::addColumn<QByteArray>("update");
    QTest::addColumn<qsizetype>("messages");

    QTest::newRow("no number") << QByteArray(R"({"message":{}})") << qsizetype(0);
    QTest::newRow("no object") << QByteArray("5") << qsizetype(0);
    QTest::newRow("unknown kind") << update(1, "hologram", R"("id":1)") << qsizetype(0);
    QTest::newRow("no chat") << update(1, "message", R"("message_id":1)") << qsizetype(0);
    QTest::newRow("no text") << update(1, "message", said(1, talk + "," + anna)) << qsizetype(0);
    QTest::newRow("text of another kind")
        << update(1, "message", said(1, talk + R"(,"text":{"a":1})")) << qsizetype(0);
    QTest::newRow("deleted author") << update(1, "message", said(1, group + R"(,"text":"x")"))
                                    << qsizetype(1);
    QTest::newRow("unknown fields") << update(1, "message",
                                              said(1, talk + R"(,"text":"x","mood":{"deep":[1,2]})"))
                                    << qsizetype(1);
}

void TestTelegramUpdates::strangeUpdatesDoNoHarm()
{
    QFETCH(const QByteArray, update);
    QFETCH(const qsizetype, messages);

    QCOMPARE(read({update}, false).messages.size(), messages);
}

void TestTelegramUpdates::blockingClosesTheDoor()
{
    const QByteArray bot = R"("user":{"id":7,"is_bot":true,"first_name":"Shop"})";
    const Updates got
        = read({update(1, "my_chat_member",
                       talk + "," + anna + R"(,"date":1789999990,"old_chat_member":{"status":"member",)" + bot
                           + R"(},"new_chat_member":{"status":"kicked","until_date":0,)" + bot + "}")});

    QCOMPARE(got.doors, (QList<telegram::Door>{{.person = u"55"_s, .isOpen = false}}));
}

void TestTelegramUpdates::idsBeyondDoublesStayWhole()
{
    const Updates got = read({update(
        1, "message",
        said(1,
             R"("chat":{"id":9007199254740993,"type":"private"},"from":{"id":9007199254740993,"is_bot":false,
             "first_name":"A"},"text":"x")"))});

    QCOMPARE(got.messages.constFirst().personHandle, u"9007199254740993"_s);
}

void TestTelegramUpdates::entitiesBecomeText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("entities");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("html");

    QTest::newRow("none") << u"a<b"_s << QByteArray("[]") << u"a<b"_s << QString();
    QTest::newRow("behind a picture")
        << u"🎈 big"_s << QByteArray(R"([{"type":"bold","offset":3,"length":3}])") << u"🎈 big"_s
        << u"🎈 <b>big</b>"_s;
    QTest::newRow("nested") << u"abc"_s << QByteArray(R"([{"type":"italic","offset":1,"length":1},
                                              {"type":"bold","offset":0,"length":3}])")
                            << u"abc"_s << u"<b>a<i>b</i>c</b>"_s;
    QTest::newRow("crossing") << u"abc"_s << QByteArray(R"([{"type":"bold","offset":0,"length":2},
                                                {"type":"italic","offset":1,"length":2}])")
                              << u"abc"_s << u"<b>ab</b>c"_s;
    QTest::newRow("outside") << u"abc"_s
                             << QByteArray(R"([{"type":"bold","offset":2,"length":9223372036854775807},
                                               {"type":"bold","offset":-1,"length":2},{"type":"bold"}])")
                             << u"abc"_s << QString();
    QTest::newRow("link")
        << u"see here now"_s
        << QByteArray(R"([{"type":"text_link","offset":4,"length":4,"url":"https://a.example/?x=1&y"}])")
        << u"see here <https://a.example/?x=1&y> now"_s
        << u"see <a href=\"https://a.example/?x=1&amp;y\">here</a> now"_s;
}

void TestTelegramUpdates::entitiesBecomeText()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, entities);
    QFETCH(const QString, plain);
    QFETCH(const QString, html);
    const Result<JsonValue> json = readJson(entities);
    QVERIFY(json);

    QCOMPARE(telegram::plainText(text, *json), plain);
    QCOMPARE(telegram::htmlText(text, *json), html);
}

void TestTelegramUpdates::placesAreReadBack_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isOne");

    QTest::newRow("group") << u"-1001234567890/5"_s << true;
    QTest::newRow("talk") << u"7:55/9"_s << true;
    QTest::newRow("business") << u"7~b-c_1:55/9"_s << true;
    QTest::newRow("topic") << u"-100123#77/9"_s << true;
    QTest::newRow("mail") << u"a@b.example"_s << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("no message") << u"55/"_s << false;
}

void TestTelegramUpdates::placesAreReadBack()
{
    QFETCH(const QString, id);
    QFETCH(const bool, isOne);
    const std::optional<Place> place = Place::parse(id);

    QCOMPARE(place.has_value(), isOne);
    QCOMPARE(place ? place->toId() : id, id);
}

} // namespace aside

QTEST_GUILESS_MAIN(aside::TestTelegramUpdates)
#include "tst_telegramupdates.moc"
