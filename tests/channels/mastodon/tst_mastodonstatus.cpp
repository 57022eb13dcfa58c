// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/mastodon/cursor.h"
#include "app/channels/mastodon/instance.h"
#include "app/channels/mastodon/outgoingstatus.h"
#include "app/channels/mastodon/status.h"
#include "app/import/mail/htmltext.h"
#include "models/domain/channelcapabilities.h"

#include <QTest>

namespace aside::mastodon {

using namespace Qt::StringLiterals;

namespace {

const Instant now = fromMillis(1'790'000'000'000);

Reading reading()
{
    return {.server = u"m.example"_s,
            .domain = u"masto.example"_s,
            .me = {.id = u"7"_s, .address = u"shop@masto.example"_s, .url = u"https://m.example/@shop"_s},
            .toText = htmlToText,
            .now = now};
}

/// A status of Anna's with these fields in front of the others.
std::optional<IncomingMessage> read(const QByteArray &fields)
{
    const QByteArray status = fields.contains("\"account\"")
        ? "{" + fields + "}"
        : "{" + fields + R"(,"account":{"id":"5","acct":"anna","display_name":"Anna"}})";
    const Result<JsonValue> json = readJson(status);
    return json ? messageOf(*json, reading()) : std::nullopt;
}

OutgoingMessage answer(Audience audience, const QString &text)
{
    OutgoingMessage message;
    message.audience = audience;
    message.to = u"anna@masto.example"_s;
    message.text = text;
    return message;
}

} // namespace

class TestMastodonStatus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void onlyWhatEverybodySeesIsPublic_data();
    void onlyWhatEverybodySeesIsPublic();
    void idsStayWhatTheyAre();
    void brokenStatusesAreNone_data();
    void brokenStatusesAreNone();
    void datesInTheFutureAreNow();
    void warningStandsBeforeTheText();
    void pictureIsNamedByWhatItShows();
    void emptyStatusLeadsToItsPage();
    void authorWhoIsGoneIsNobody();
    void ownDirectStatusBelongsToTheTalk();
    void limitsComeFromTheServer();
    void keysAreTrustedToMastodonAlone_data();
    void keysAreTrustedToMastodonAlone();
    void customerIsNamedOnce_data();
    void customerIsNamedOnce();
    void nobodyElseIsNamedInPrivate();
    void warningLeavesAsOne_data();
    void warningLeavesAsOne();
    void cursorsAreReadBack();
    void accountKnowsItsLimit();
};

void TestMastodonStatus::onlyWhatEverybodySeesIsPublic_data()
{
    QTest::addColumn<QByteArray>("visibility");
    QTest::addColumn<Audience>("audience");
    QTest::newRow("public") << "public"_ba << Audience::Public;
    QTest::newRow("unlisted") << "unlisted"_ba << Audience::Public;
    QTest::newRow("private") << "private"_ba << Audience::Private;
    QTest::newRow("direct") << "direct"_ba << Audience::Private;
    QTest::newRow("of another server") << "local"_ba << Audience::Private;
    QTest::newRow("none") << ""_ba << Audience::Private;
}

void TestMastodonStatus::onlyWhatEverybodySeesIsPublic()
{
    QFETCH(const QByteArray, visibility);

    const auto message = read(R"("id":"1","content":"x","visibility":")" + visibility + '"');

    QVERIFY(message);
    QTEST(message->audience, "audience");
    QCOMPARE(message->conversationKey.isEmpty(), message->audience == Audience::Public);
}

void TestMastodonStatus::idsStayWhatTheyAre()
{
    for (const auto &id : {"116000000000000001"_ba, "\"116000000000000001\""_ba}) {
        const auto message = read("\"id\":" + id + R"(,"in_reply_to_id":"9223372036854775808")");
        QVERIFY(message);
        QCOMPARE(message->remoteId, u"m.example/116000000000000001"_s);
        QCOMPARE(message->references, QStringList{u"m.example/9223372036854775808"_s});
    }
    QCOMPARE(idAt(u"m.example"_s, u"m.example/01HZX"_s), u"01HZX"_s);
    QCOMPARE(idAt(u"m.example"_s, u"n.example/01HZX"_s), QString());
    QVERIFY(isLater(u"10"_s, u"9"_s) && !isLater(u"9"_s, u"10"_s) && isLater(u"01B"_s, u"01A"_s));
}

void TestMastodonStatus::brokenStatusesAreNone_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("no id") << R"("content":"x")"_ba;
    QTest::newRow("an id that is none") << R"("id":{})"_ba;
    QTest::newRow("an id with a path") << R"("id":"../1")"_ba;
    QTest::newRow("passed on") << R"("id":"1","reblog":{"id":"2"})"_ba;
}

void TestMastodonStatus::brokenStatusesAreNone()
{
    QFETCH(const QByteArray, fields);

    QVERIFY(!read(fields));
}

void TestMastodonStatus::datesInTheFutureAreNow()
{
    const auto message
        = read(R"("id":"1","created_at":"2999-01-01T00:00:00.000Z","edited_at":"2999-01-01T00:00:00Z")");

    QVERIFY(message);
    QCOMPARE(message->sentAt, now);
    QCOMPARE(message->editedAt, now);
    QCOMPARE(read(R"("id":"1","created_at":"yesterday","edited_at":5)")->sentAt, now);
    QVERIFY(!read(R"("id":"1","edited_at":null)")->editedAt);
}

void TestMastodonStatus::warningStandsBeforeTheText()
{
    const auto message = read(R"("id":"1","content":"<p>Ends <b>badly</b></p>","spoiler_text":"The <end>")");

    QCOMPARE(message->text, u"[CW: The <end>]\nEnds badly"_s);
    QVERIFY(message->html.startsWith("<p>[CW: The &lt;end&gt;]</p>"_L1));
}

void TestMastodonStatus::pictureIsNamedByWhatItShows()
{
    const auto message = read(R"("id":"1","content":"","media_attachments":[
        {"id":"1","type":"image","url":"https://c.example/f/a.png","description":"A broken lamp"},
        {"id":"2","type":"video","url":"https://c.example/f/b.mp4","description":null},
        {"id":"3","type":"image","url":null}])");

    QCOMPARE(message->attachments.size(), 2);
    QCOMPARE(message->attachments.first().name, u"A broken lamp.png"_s);
    QCOMPARE(message->attachments.first().mimeType, u"image/png"_s);
    QCOMPARE(message->attachments.last().name, u"b.mp4"_s);
    QVERIFY(message->place);
}

void TestMastodonStatus::emptyStatusLeadsToItsPage()
{
    QCOMPARE(read(R"("id":"1","content":"<p></p>","url":"https://m.example/1")")->text,
             u"https://m.example/1"_s);
    QCOMPARE(read(R"("id":"1","content":"","poll":{"options":[{"title":"Yes"},{"title":"No"}]})")->text,
             u"- Yes\n- No"_s);
}

void TestMastodonStatus::authorWhoIsGoneIsNobody()
{
    const auto message = read(R"("id":"1","content":"x","account":null)");

    QVERIFY(message);
    QCOMPARE(message->direction, Direction::Incoming);
    QCOMPARE(message->personHandle, QString());
}

void TestMastodonStatus::ownDirectStatusBelongsToTheTalk()
{
    const auto theirs = read(R"("id":"1","content":"x","visibility":"direct")");
    const auto ours = read(R"("id":"2","content":"y","visibility":"private","in_reply_to_account_id":"5",
        "account":{"id":"other","url":"https://m.example/@shop","acct":"shop"},
        "mentions":[{"id":"0","acct":"anna","url":"https://m.example/@anna"}])");

    QVERIFY(theirs && ours);
    QCOMPARE(ours->direction, Direction::Outgoing);
    QCOMPARE(ours->conversationKey, theirs->conversationKey);
    QCOMPARE(ours->personHandle, u"anna@masto.example"_s);
}

void TestMastodonStatus::limitsComeFromTheServer()
{
    const auto two = instanceV2(*readJson(R"({"domain":"m.example","version":"4.5.0","configuration":{
        "urls":{"streaming":"wss://s.example"},"statuses":{"max_characters":5000,"max_media_attachments":8},
        "media_attachments":{"description_limit":42}}})"));
    const auto one = instanceV1(*readJson(R"({"uri":"https://m.example/","max_toot_chars":700})"));

    QVERIFY(two && one);
    QCOMPARE(two->mostCharacters, 5000);
    QCOMPARE(two->mostMedia, 8);
    QCOMPARE(two->longestDescription, 42);
    QCOMPARE(two->streaming, QUrl(u"https://s.example"_s));
    QCOMPARE(one->domain, u"m.example"_s);
    QCOMPARE(one->mostCharacters, 700);
    QVERIFY(!instanceV2(*readJson("{}")) && !instanceV1(*readJson("[]")));
    QCOMPARE(instanceV1(*readJson(R"({"uri":"m.example","max_toot_chars":-5})"))->mostCharacters, 500);
}

void TestMastodonStatus::keysAreTrustedToMastodonAlone_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("isTrusted");
    QTest::newRow("Mastodon") << u"4.5.0"_s << true;
    QTest::newRow("a fork") << u"4.5.0+glitch"_s << true;
    QTest::newRow("Pleroma") << u"2.7.2 (compatible; Pleroma 2.5.0)"_s << false;
    QTest::newRow("GoToSocial") << u"0.17.0+git-abc"_s << false;
    QTest::newRow("snac") << u"4.0.0 (not true; really snac/2.75)"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestMastodonStatus::keysAreTrustedToMastodonAlone()
{
    QFETCH(const QString, version);
    const QByteArray json = R"({"domain":"m.example","version":")" + version.toUtf8() + R"("})";

    QTEST(instanceV2(*readJson(json))->knowsKeys, "isTrusted");
}

void TestMastodonStatus::customerIsNamedOnce_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("posted");
    const QString name = u"@anna@masto.example"_s;
    QTest::newRow("not yet") << u"Hello"_s << name + u" Hello"_s;
    QTest::newRow("already") << u"Hello "_s + name + u'!' << u"Hello "_s + name + u'!';
    QTest::newRow("as a part of another")
        << u"@anna@masto.example.org"_s << name + u" @anna@masto.example.org"_s;
    QTest::newRow("nothing") << QString() << name;
}

void TestMastodonStatus::customerIsNamedOnce()
{
    QFETCH(const QString, text);

    QTEST(textFor(answer(Audience::Public, text)), "posted");
}

void TestMastodonStatus::nobodyElseIsNamedInPrivate()
{
    const QString text = textFor(
        answer(Audience::Private, u"@boris said it to @Anna@masto.example, not info@shop.example"_s));

    QCOMPARE(text, u"@\u200Bboris said it to @Anna@masto.example, not info@shop.example"_s);
    QCOMPARE(textFor(answer(Audience::Public, u"@anna@masto.example and @boris"_s)),
             u"@anna@masto.example and @boris"_s);
}

void TestMastodonStatus::warningLeavesAsOne_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("warning");
    QTest::addColumn<QString>("posted");
    const QString name = u"@anna@masto.example "_s;
    QTest::newRow("as it is shown") << u"[CW: broken glass]\nWe are sorry."_s << u"broken glass"_s
                                    << name + u"We are sorry."_s;
    QTest::newRow("with more space") << u" [CW:  glass ] \nWe are sorry."_s << u"glass"_s
                                     << name + u"We are sorry."_s;
    QTest::newRow("none") << u"We are sorry."_s << QString() << name + u"We are sorry."_s;
    QTest::newRow("empty") << u"[CW: ]\nHello"_s << QString() << name + u"[CW: ]\nHello"_s;
    QTest::newRow("in the middle") << u"Hello\n[CW: x]\nyou"_s << QString()
                                   << name + u"Hello\n[CW: x]\nyou"_s;
    QTest::newRow("in a line") << u"[CW: x] is a mark"_s << QString() << name + u"[CW: x] is a mark"_s;
}

void TestMastodonStatus::warningLeavesAsOne()
{
    QFETCH(const QString, text);

    const auto status = statusFor(answer(Audience::Public, text), u"masto.example"_s, {});

    QVERIFY(status);
    QTEST(status->value("spoiler_text"_L1).toString(), "warning");
    QTEST(status->value("status"_L1).toString(), "posted");
}

void TestMastodonStatus::cursorsAreReadBack()
{
    Cursor cursor{.server = u"m.example"_s, .me = u"7"_s, .latest = u"116000000000000001"_s, .back = u"5"_s};
    for (int id = 10; id < 40; ++id) {
        cursor.watch({.id = QString::number(id), .changed = now});
    }

    QCOMPARE(Cursor::parse(cursor.toBytes()), cursor);
    QCOMPARE(cursor.watched.size(), Cursor::mostWatched);
    QCOMPARE(cursor.watched.first().id, u"20"_s);
    QCOMPARE(Cursor::parse({}), Cursor{});
    QVERIFY(!Cursor::parse("5") && !Cursor::parse("{}") && !Cursor::parse("[]"));
}

void TestMastodonStatus::accountKnowsItsLimit()
{
    Account account;
    account.channel = Channel::Mastodon;
    QCOMPARE(capabilitiesFor(account), capabilitiesOf(Channel::Mastodon));
    account.settings.insert(u"limit.characters"_s, u"5000"_s);
    QCOMPARE(capabilitiesFor(account).publicLimit, 4968);
    QCOMPARE(capabilitiesFor(account).privateLimit, 4968);
    account.settings.insert(u"limit.characters"_s, u"-1"_s);
    QCOMPARE(capabilitiesFor(account), capabilitiesOf(Channel::Mastodon));
}

} // namespace aside::mastodon

QTEST_GUILESS_MAIN(aside::mastodon::TestMastodonStatus)
#include "tst_mastodonstatus.moc"
