// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/telegram/telegrambot.h"

#include <QBuffer>
#include <QSet>
#include <QSignalSpy>

namespace aside {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace test;

namespace {

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
    void leftFilesAreBrought();
    void badCursorIsRefused();
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

} // namespace aside

QTEST_GUILESS_MAIN(aside::TestTelegramAdapter)
#include "tst_telegramadapter.moc"
