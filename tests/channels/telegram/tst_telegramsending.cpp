// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/refusal.h"
#include "models/privacy/arrival.h"
#include "tests/channels/telegram/telegrambot.h"

namespace aside {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace test;

class TestTelegramSending : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void publicAnswerQuotesAndPrivateOneDoesNot();
    void refusalsHaveReasons_data();
    void refusalsHaveReasons();
    void nobodyIsWrittenToWhoDidNotWriteOrBlockedUs();
    void faultsOfSendingAreTold_data();
    void faultsOfSendingAreTold();
    void lostAnswerIsUnknownAndNobodyCanTell();
    void movedGroupIsWrittenToWhereItIs();
    void limitsAndRequestsAreTold();
    void filesGoOut();
    void complaintIsMovedToPrivate();
};

void TestTelegramSending::publicAnswerQuotesAndPrivateOneDoesNot()
{
    Bot bot;
    bot.server.post(anna, group, u"Broken!"_s);
    bot.server.write(anna, u"Hello"_s);
    const QList<IncomingMessage> messages = bot.all();

    const SendOutcome open = bot.send(openly(u"Sorry"_s, messages.at(0).remoteId));
    OutgoingMessage quiet = privately(u"Dear Anna"_s);
    quiet.inReplyTo = messages.at(1).remoteId;
    const SendOutcome closed = bot.send(quiet);

    QVERIFY(std::holds_alternative<Sent>(open) && std::holds_alternative<Sent>(closed));
    QCOMPARE(std::get<Sent>(open).remoteId, u"-1001234567890/3"_s);
    QCOMPARE(std::get<Sent>(closed).remoteId, u"7:55/4"_s);
    QCOMPARE(bot.server.sent.at(0).value("chat_id"_L1).toInteger(), group);
    QVERIFY(bot.server.sent.at(0).contains("reply_parameters"_L1));
    QCOMPARE(bot.server.sent.at(1).value("chat_id"_L1).toInteger(), anna);
    QVERIFY(!bot.server.sent.at(1).contains("reply_parameters"_L1));
    QCOMPARE(bot.server.refused, QStringList());
}

void TestTelegramSending::refusalsHaveReasons_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("code");

    const auto name = [](Refusal refusal) {
        return QString(refusalName(refusal));
    };
    QTest::newRow("blocked") << 403 << u"Forbidden: bot was blocked by the user"_s
                             << name(Refusal::PersonBlocked);
    QTest::newRow("gone") << 403 << u"Forbidden: user is deactivated"_s << name(Refusal::PersonGone);
    QTest::newRow("never wrote") << 403 << u"Forbidden: bot can't initiate conversation with a user"_s
                                 << name(Refusal::PersonWritesFirst);
    QTest::newRow("kicked") << 403 << u"Forbidden: bot was kicked from the supergroup chat"_s
                            << name(Refusal::NotAllowedThere);
    QTest::newRow("left") << 403 << u"Forbidden: bot is not a member of the channel chat"_s
                          << name(Refusal::NotAllowedThere);
    QTest::newRow("silenced") << 400 << u"Bad Request: not enough rights to send text messages to the chat"_s
                              << name(Refusal::NotAllowedThere);
    QTest::newRow("nothing we know") << 403 << u"Forbidden: the moon is full"_s << u"403"_s;
    QTest::newRow("a text that is wrong") << 400 << u"Bad Request: message text is empty"_s << u"400"_s;
}

void TestTelegramSending::refusalsHaveReasons()
{
    QFETCH(const int, status);
    QFETCH(const QString, words);
    QFETCH(const QString, code);
    Bot bot;
    bot.server.write(anna, u"Hello"_s);
    bot.server.script(u"sendMessage"_s, {.code = status, .words = words});

    const SendOutcome outcome = bot.send(privately(u"Dear Anna"_s));

    QVERIFY(std::holds_alternative<Refused>(outcome));
    QCOMPARE(std::get<Refused>(outcome), (Refused{.code = code, .words = words}));
}

void TestTelegramSending::nobodyIsWrittenToWhoDidNotWriteOrBlockedUs()
{
    Bot bot;
    const OutgoingMessage message = privately(u"Dear Anna"_s);

    const SendOutcome before = bot.send(message);
    bot.server.write(anna, u"Hello"_s);
    const SendOutcome between = bot.send(message);
    bot.server.block(anna);
    const SendOutcome after = bot.send(message);

    QVERIFY(std::holds_alternative<Sent>(between));
    QCOMPARE(std::get<Refused>(before).code, refusalName(Refusal::PersonWritesFirst));
    QCOMPARE(std::get<Refused>(after).code, refusalName(Refusal::PersonBlocked));
    QCOMPARE(bot.server.sent.size(), 1);
}

void TestTelegramSending::faultsOfSendingAreTold_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<int>("outcome");

    // As in SendOutcome: 0 sent, 1 refused, 2 later, 3 unknown.
    QTest::newRow("400") << 400 << QByteArray() << 1;
    QTest::newRow("401") << 401 << QByteArray() << 2;
    QTest::newRow("403") << 403 << QByteArray() << 1;
    QTest::newRow("429") << 429 << QByteArray() << 2;
    QTest::newRow("500") << 500 << QByteArray() << 3;
    QTest::newRow("a page for an answer") << 200 << QByteArray("<html>") << 3;
    QTest::newRow("an answer without a number") << 200 << QByteArray(R"({"ok":true,"result":{}})") << 3;
}

void TestTelegramSending::faultsOfSendingAreTold()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, raw);
    QFETCH(const int, outcome);
    Bot bot;
    bot.server.write(anna, u"Hello"_s);
    bot.server.script(
        u"sendMessage"_s,
        {.code = status, .words = u"Too bad"_s, .parameters = {{u"retry_after"_s, 31}}, .raw = raw});

    const SendOutcome got = bot.send(privately(u"Dear Anna"_s));

    QCOMPARE(static_cast<int>(got.index()), outcome);
    if (status == 429) {
        QCOMPARE(std::get<RetryLater>(got).after, 31s);
    }
    QCOMPARE(bot.server.count(u"sendMessage"_s), 1);
}

void TestTelegramSending::lostAnswerIsUnknownAndNobodyCanTell()
{
    Bot bot;
    bot.server.write(anna, u"Hello"_s);
    bot.server.script(u"sendMessage"_s, {.code = 0});

    const SendOutcome outcome = bot.send(privately(u"Dear Anna"_s));
    const Result<Reconciliation> look = answerOf(bot.adapter->reconcile(privately(u"Dear Anna"_s)));

    QVERIFY(std::holds_alternative<Unknown>(outcome));
    QCOMPARE(std::get<Unknown>(outcome).lastByte, LastByte::Left);
    QCOMPARE(bot.server.count(u"sendMessage"_s), 1);
    QVERIFY(look);
    QCOMPARE(look->evidence, Evidence::CannotTell);
}

void TestTelegramSending::movedGroupIsWrittenToWhereItIs()
{
    Bot bot;
    bot.server.migrate(-99, group);

    const SendOutcome outcome = bot.send(openly(u"Sorry"_s, u"7:-99/4"_s));

    QVERIFY(std::holds_alternative<Sent>(outcome));
    QCOMPARE(bot.server.sent.size(), 1);
    QCOMPARE(bot.server.sent.constFirst().value("chat_id"_L1).toInteger(), group);
    QCOMPARE(bot.server.refused, QStringList());
}

void TestTelegramSending::limitsAndRequestsAreTold()
{
    Bot bot;
    bot.server.post(anna, group, u"Nobody answers"_s);
    QVERIFY(bot.adapter->ratesLeft().isEmpty() && bot.adapter->exchanges().isEmpty());

    const SendOutcome outcome = bot.send(openly(u"Sorry"_s, u"7:%1/1"_s.arg(group)));

    QVERIFY(std::holds_alternative<Sent>(outcome));
    const RateLeft room{.bucket = u"chat %1"_s.arg(group), .left = 19}; // twenty a minute for a group
    QCOMPARE(bot.adapter->ratesLeft(), QList<RateLeft>{room});
    const QByteArray requests = bot.adapter->exchanges();
    QVERIFY2(requests.contains("/***/sendMessage"), requests.constData());
    QVERIFY(!requests.contains(bot.server.token) && !requests.contains("Sorry"));
}

void TestTelegramSending::filesGoOut()
{
    Bot bot;
    bot.server.write(anna, u"Hello"_s);
    OutgoingMessage one = privately(u"The bill"_s);
    one.files = {{.name = u"bill.pdf"_s, .mimeType = u"application/pdf"_s, .alt = {}, .data = "%PDF"}};
    OutgoingMessage two = one;
    two.files.append({.name = u"photo.png"_s, .mimeType = u"image/png"_s, .alt = {}, .data = "PNG\r\n--"});
    OutgoingMessage longOne = one;
    longOne.text = QString(1025, u'a');

    QVERIFY(std::holds_alternative<Sent>(bot.send(one)));
    QVERIFY(std::holds_alternative<Sent>(bot.send(two)));
    QVERIFY(std::holds_alternative<Sent>(bot.send(longOne)));

    QCOMPARE(bot.server.count(u"sendDocument"_s), 2);
    QCOMPARE(bot.server.count(u"sendMediaGroup"_s), 1);
    QCOMPARE(bot.server.count(u"sendMessage"_s), 1);
    QCOMPARE(bot.server.uploads.size(), 4);
    QVERIFY(bot.server.uploads.contains(std::pair(u"file1"_s, "PNG\r\n--"_ba)));
    QCOMPARE(bot.server.refused, QStringList());
}

void TestTelegramSending::complaintIsMovedToPrivate()
{
    Bot bot;
    bot.server.post(anna, group, u"My parcel never came!"_s);
    const IncomingMessage complaint = bot.all().constFirst();
    const QString payload = newMovePayload();
    const QString link = linkWithPayload(Channel::Telegram, u"https://t.me/shop_bot"_s, payload);

    QVERIFY(std::holds_alternative<Refused>(bot.send(privately(u"Where do you live?"_s))));
    QVERIFY(
        std::holds_alternative<Sent>(bot.send(openly(u"Please write to us: "_s + link, complaint.remoteId))));
    bot.server.write(anna, u"/start "_s + payload);
    const IncomingMessage start = bot.all().constFirst();
    PrivateMove move;
    move.id = PrivateMoveId{3};
    move.channel = Channel::Telegram;
    move.handle = complaint.personHandle;
    move.state = MoveState::Awaited;
    move.payload = payload;

    const QList<ArrivalCandidate> candidates = arrivalCandidates({.channel = start.channel,
                                                                  .audience = start.audience,
                                                                  .handle = start.personHandle,
                                                                  .firstText = start.text,
                                                                  .at = start.sentAt},
                                                                 {move});
    QCOMPARE(candidates.size(), 1);
    QCOMPARE(candidates.constFirst().sign, ArrivalSign::LinkAndHandle);
    OutgoingMessage answer = privately(u"Where do you live?"_s);
    answer.inReplyTo = start.remoteId;
    QVERIFY(std::holds_alternative<Sent>(bot.send(answer)));
    QVERIFY(std::holds_alternative<Sent>(
        bot.send(openly(u"We have answered you in private."_s, complaint.remoteId))));

    QCOMPARE(bot.server.sent.size(), 3);
    QCOMPARE(bot.server.sent.at(0).value("chat_id"_L1).toInteger(), group);
    QCOMPARE(bot.server.sent.at(1).value("chat_id"_L1).toInteger(), anna);
    QCOMPARE(bot.server.sent.at(2).value("chat_id"_L1).toInteger(), group);
    QCOMPARE(bot.server.pending(), 0);
    QCOMPARE(bot.server.refused, QStringList());
}

} // namespace aside

QTEST_GUILESS_MAIN(aside::TestTelegramSending)
#include "tst_telegramsending.moc"
