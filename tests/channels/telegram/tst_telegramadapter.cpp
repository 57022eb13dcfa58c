// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/telegram/telegramadapter.h"
#include "models/privacy/arrival.h"
#include "tests/servers/telegramserver.h"
#include "tests/support/testclock.h"
#include "tests/support/waiting.h"

#include <QBuffer>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

namespace aside {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using telegram::TelegramAdapter;
using test::TelegramServer;

namespace {

constexpr qint64 anna = 55;
constexpr qint64 group = -1001234567890;

template <typename T>
T answerOf(const QFuture<T> &future)
{
    return test::waitFor([&] { return future.isFinished(); }) && future.resultCount() > 0 ? future.result()
                                                                                          : T();
}

/// A bot, its server, and time that is always over at once.
struct Bot {
    TelegramServer server;
    test::TestClock clock;
    Secret token;
    std::unique_ptr<TelegramAdapter> adapter;
    QByteArray cursor;

    Bot()
        : server(test::TelegramSpec::load(QStringLiteral(SHARED_DIR) + u"/specs/telegram/api.json"_s))
        , token(server.token)
    {
        renew();
    }
    void renew()
    {
        HttpEdge edge = systemEdge();
        edge.resolve = [](const QString &, QObject *context, const HttpEdge::Found &found) {
            QMetaObject::invokeMethod(
                context, [found] { found({QHostAddress(QHostAddress::LocalHost)}); }, Qt::QueuedConnection);
        };
        Account account;
        account.id = AccountId{1};
        account.channel = Channel::Telegram;
        account.settings.insert(u"server"_s, server.url().toString());
        adapter = std::make_unique<TelegramAdapter>(TelegramAdapter::Parts{
            .account = account,
            .server = *TelegramAdapter::serverOf(account),
            .token = [this] { return QtFuture::makeReadyValueFuture(Result<Secret>(token)); },
            .edge = edge,
            .clock = clock});
    }
    [[nodiscard]] Result<FetchStep> step() const { return answerOf(adapter->fetch(cursor)); }
    /// All there is, as a store would: what was fetched is stored before the next step.
    [[nodiscard]] QList<IncomingMessage> all()
    {
        QList<IncomingMessage> messages;
        while (true) {
            const Result<FetchStep> step = this->step();
            if (!step) {
                return messages;
            }
            cursor = step->batch.cursor;
            messages += step->batch.messages;
            if (step->isComplete) {
                return messages;
            }
        }
    }
    [[nodiscard]] SendOutcome send(const OutgoingMessage &message) const
    {
        return answerOf(adapter->send(message));
    }
};

OutgoingMessage privately(const QString &text)
{
    OutgoingMessage message;
    message.channel = Channel::Telegram;
    message.audience = Audience::Private;
    message.to = QString::number(anna);
    message.text = text;
    return message;
}

OutgoingMessage openly(const QString &text, const QString &inReplyTo)
{
    OutgoingMessage message = privately(text);
    message.audience = Audience::Public;
    message.inReplyTo = inReplyTo;
    return message;
}

LeftPart leftPart(const QString &id)
{
    LeftPart left;
    left.part.section = id;
    return left;
}

} // namespace

class TestTelegramAdapter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void updatesAreConfirmedOnceTheyAreStored();
    void theSameIsBroughtAgainUntilItIsStored();
    void tenThousandUpdatesComeOnceEach();
    void albumIsKeptTogetherOverPages();
    void longPollSaysThatSomethingCame();
    void fetchingEndsTheLongPoll();
    void secondConsumerIsTold();
    void faultsOfReadingAreTold_data();
    void faultsOfReadingAreTold();
    void publicAnswerQuotesAndPrivateOneDoesNot();
    void botCannotBeginATalk();
    void faultsOfSendingAreTold_data();
    void faultsOfSendingAreTold();
    void lostAnswerIsUnknownAndNobodyCanTell();
    void movedGroupIsWrittenToWhereItIs();
    void limitsAndRequestsAreTold();
    void filesGoOut();
    void leftFilesAreBrought();
    void badCursorIsRefused();
    void complaintIsMovedToPrivate();
};

void TestTelegramAdapter::updatesAreConfirmedOnceTheyAreStored()
{
    Bot bot;
    bot.server.write(anna, u"Hello"_s);

    const Result<FetchStep> first = bot.step();
    QVERIFY(first);
    QCOMPARE(first->batch.messages.size(), 1);
    QVERIFY(!first->isComplete);
    QCOMPARE(bot.server.pending(), 1);
    bot.cursor = first->batch.cursor;
    const Result<FetchStep> second = bot.step();

    QVERIFY(second && second->isComplete);
    QCOMPARE(bot.server.pending(), 0);
    QCOMPARE(bot.server.offsets, (QList<qint64>{0, 101}));
    QCOMPARE(bot.server.refused, QStringList());
}

void TestTelegramAdapter::theSameIsBroughtAgainUntilItIsStored()
{
    Bot bot;
    bot.server.write(anna, u"Hello"_s);

    const Result<FetchStep> lost = bot.step();
    bot.renew();
    const Result<FetchStep> again = bot.step();

    QVERIFY(lost && again);
    QCOMPARE(again->batch, lost->batch);
}

void TestTelegramAdapter::tenThousandUpdatesComeOnceEach()
{
    Bot bot;
    for (int at = 0; at < 10'000; ++at) {
        bot.server.write(anna + at % 100, u"Message %1"_s.arg(at));
    }

    const QList<IncomingMessage> messages = bot.all();
    QSet<QString> ids;
    for (const IncomingMessage &message : messages) {
        ids.insert(message.remoteId);
    }

    QCOMPARE(messages.size(), 10'000);
    QCOMPARE(ids.size(), 10'000);
    QCOMPARE(bot.server.pending(), 0);
    QCOMPARE(bot.server.refused, QStringList());
}

void TestTelegramAdapter::albumIsKeptTogetherOverPages()
{
    Bot bot;
    for (int at = 0; at < 98; ++at) {
        bot.server.write(anna, u"x"_s);
    }
    for (int at = 0; at < 4; ++at) {
        bot.server.write(anna, {},
                         {{u"media_group_id"_s, u"g"_s},
                          {u"photo"_s,
                           QJsonArray{QJsonObject{{u"file_id"_s, u"f%1"_s.arg(at)},
                                                  {u"file_unique_id"_s, u"u"_s},
                                                  {u"width"_s, 9},
                                                  {u"height"_s, 9}}}}});
    }
    bot.server.write(anna, u"end"_s);

    const QList<IncomingMessage> messages = bot.all();

    QCOMPARE(messages.size(), 100);
    QCOMPARE(messages.at(98).attachments.size(), 4);
    QCOMPARE(bot.server.refused, QStringList());
}

void TestTelegramAdapter::longPollSaysThatSomethingCame()
{
    Bot bot;
    QCOMPARE(bot.all().size(), 0);
    QSignalSpy arrived(bot.adapter.get(), &ChannelAdapter::arrived);

    bot.adapter->listen();
    QVERIFY(test::waitFor([&] { return bot.server.isPolled(); }));
    bot.server.write(anna, u"Hello"_s);
    QVERIFY(test::waitFor([&] { return arrived.size() == 1; }));
    const qsizetype before = bot.server.offsets.size();
    const Result<FetchStep> step = bot.step();

    QVERIFY(step);
    QCOMPARE(step->batch.messages.size(), 1);
    QCOMPARE(bot.server.offsets.size(), before); // it was there already
}

void TestTelegramAdapter::fetchingEndsTheLongPoll()
{
    Bot bot;
    QCOMPARE(bot.all().size(), 0);
    QSignalSpy ended(bot.adapter.get(), &ChannelAdapter::listeningEnded);
    bot.adapter->listen();
    QVERIFY(test::waitFor([&] { return bot.server.isPolled(); }));

    QCOMPARE(bot.all().size(), 0);
    QVERIFY(test::waitFor([&] { return bot.server.isPolled(); }));

    QCOMPARE(ended.size(), 0);
}

void TestTelegramAdapter::secondConsumerIsTold()
{
    Bot bot;
    QCOMPARE(bot.all().size(), 0);
    QSignalSpy ended(bot.adapter.get(), &ChannelAdapter::listeningEnded);
    bot.adapter->listen();
    QVERIFY(test::waitFor([&] { return bot.server.isPolled(); }));
    Bot other;
    other.adapter = std::exchange(bot.adapter, nullptr);
    bot.renew();

    QCOMPARE(bot.all().size(), 0);
    QVERIFY(test::waitFor([&] { return ended.size() == 1; }));

    QCOMPARE(ended.constFirst().constFirst().value<Error>().code, Errc::OtherConsumer);
    other.adapter.reset();
}

void TestTelegramAdapter::faultsOfReadingAreTold_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<qint64>("retryAfter");
    QTest::addColumn<Errc>("code");

    QTest::newRow("401") << 401 << QByteArray() << qint64(0) << Errc::SignInRefused;
    QTest::newRow("404") << 404 << QByteArray() << qint64(0) << Errc::SignInRefused;
    QTest::newRow("409") << 409 << QByteArray() << qint64(0) << Errc::OtherConsumer;
    QTest::newRow("429") << 429 << QByteArray() << qint64(17) << Errc::ServerRefused;
    QTest::newRow("500") << 500 << QByteArray() << qint64(0) << Errc::ServerRefused;
    QTest::newRow("a page") << 200 << QByteArray("<html>Sign in</html>") << qint64(0) << Errc::BadAnswer;
    QTest::newRow("cut") << 200 << QByteArray(R"({"ok":tr)") << qint64(0) << Errc::BadAnswer;
    QTest::newRow("a page of a proxy") << 502 << QByteArray("<html>") << qint64(0) << Errc::ServerRefused;
}

void TestTelegramAdapter::faultsOfReadingAreTold()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, raw);
    QFETCH(const qint64, retryAfter);
    QFETCH(const Errc, code);
    Bot bot;
    bot.server.write(anna, u"Hello"_s);
    const QJsonObject wait = retryAfter > 0 ? QJsonObject{{u"retry_after"_s, retryAfter}} : QJsonObject();
    bot.server.script(u"getUpdates"_s,
                      {.code = status, .words = u"Too bad"_s, .parameters = wait, .raw = raw});

    const Result<FetchStep> step = bot.step();

    QVERIFY(!step);
    QCOMPARE(step.error().code, code);
    if (retryAfter > 0) {
        QCOMPARE(step.error().retryAfter, std::chrono::seconds(retryAfter));
    }
    bot.clock.advance(1h); // longer than any pause that was asked for
    QCOMPARE(bot.all().size(), 1); // nothing is lost
}

void TestTelegramAdapter::publicAnswerQuotesAndPrivateOneDoesNot()
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

void TestTelegramAdapter::botCannotBeginATalk()
{
    Bot bot;

    const SendOutcome outcome = bot.send(privately(u"Dear Anna"_s));

    QVERIFY(std::holds_alternative<Refused>(outcome));
    QCOMPARE(std::get<Refused>(outcome).code, u"403"_s);
    QCOMPARE(std::get<Refused>(outcome).words, u"Forbidden: bot can't initiate conversation with a user"_s);
}

void TestTelegramAdapter::faultsOfSendingAreTold_data()
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

void TestTelegramAdapter::faultsOfSendingAreTold()
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

void TestTelegramAdapter::lostAnswerIsUnknownAndNobodyCanTell()
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

void TestTelegramAdapter::movedGroupIsWrittenToWhereItIs()
{
    Bot bot;
    bot.server.migrate(-99, group);

    const SendOutcome outcome = bot.send(openly(u"Sorry"_s, u"7:-99/4"_s));

    QVERIFY(std::holds_alternative<Sent>(outcome));
    QCOMPARE(bot.server.sent.size(), 1);
    QCOMPARE(bot.server.sent.constFirst().value("chat_id"_L1).toInteger(), group);
    QCOMPARE(bot.server.refused, QStringList());
}

void TestTelegramAdapter::limitsAndRequestsAreTold()
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

void TestTelegramAdapter::filesGoOut()
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

void TestTelegramAdapter::leftFilesAreBrought()
{
    Bot bot;
    bot.server.addFile(u"f1"_s, "picture");
    const auto into = std::make_shared<QBuffer>();
    into->open(QIODevice::WriteOnly);

    const Result<void> brought = answerOf(bot.adapter->bring(leftPart(u"f1"_s), {.into = into}));
    const Result<void> gone = answerOf(bot.adapter->bring(leftPart(u"f2"_s), {.into = into}));

    QVERIFY(brought);
    QCOMPARE(into->data(), "picture");
    QVERIFY(!gone);
}

void TestTelegramAdapter::badCursorIsRefused()
{
    Bot bot;
    bot.cursor = "yesterday";

    const Result<FetchStep> step = bot.step();

    QVERIFY(!step);
    QCOMPARE(step.error().code, Errc::InvalidInput);
}

void TestTelegramAdapter::complaintIsMovedToPrivate()
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

QTEST_GUILESS_MAIN(aside::TestTelegramAdapter)
#include "tst_telegramadapter.moc"
