// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/mastodon/mastodonfixture.h"
#include "tests/servers/mastodonserver.h"

#include <QBuffer>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace aside {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::MastodonServer;
using test::Shop;

namespace {

const QString readCall = u"GET /api/v1/notifications"_s;

struct World {
    MastodonServer server;
    Shop shop;

    World()
        : shop(server.url(), server.token)
    {
    }
};

QString remote(const QString &id)
{
    return u"127.0.0.1/"_s + id;
}

} // namespace

/// A server that is out of order, lacks parts, or is far away.
class TestMastodonFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void tenThousandNotificationsComeOnceEach();
    void pageWithMoreThanWasAskedForIsTakenInParts();
    void faultsOfReadingAreTold_data();
    void faultsOfReadingAreTold();
    void serverThatWasPutBackIsReadAnew();
    void otherTokenBeginsAnew();
    void badCursorIsRefused();
    void serverThatLacksPartsIsLivedWith();
    void serverThatDoesNotImplementPartsIsLivedWith();
    void busyServerIsAskedForChangesAgain();
    void streamRingsAndSaysWhatIsGone();
    void streamThatEndsIsTold();
    void limitsAreTold();
    void filesAreBrought();
    void addressesAreChecked_data();
    void addressesAreChecked();
};

void TestMastodonFaults::tenThousandNotificationsComeOnceEach()
{
    World world;
    QVERIFY(world.shop.all().isComplete);
    world.server.write(u"anna"_s, u"@shop first"_s);
    QCOMPARE(world.shop.all().batch.messages.size(), 1);
    QSet<QString> expected;
    for (int at = 0; at < 10'000; ++at) {
        expected.insert(remote(world.server.write(u"p%1"_s.arg(at % 100), u"@shop %1"_s.arg(at))));
    }

    const FetchStep step = world.shop.all();
    QSet<QString> ids;
    for (const IncomingMessage &message : step.batch.messages) {
        ids.insert(message.remoteId);
    }

    QCOMPARE(step.batch.messages.size(), 10'000);
    QCOMPARE(ids, expected);
    QVERIFY(world.shop.all().batch.messages.isEmpty());
}

void TestMastodonFaults::pageWithMoreThanWasAskedForIsTakenInParts()
{
    World world;
    world.server.write(u"anna"_s, u"@shop first"_s);
    QCOMPARE(world.shop.all().batch.messages.size(), 1);
    for (int at = 0; at < 10'000; ++at) {
        world.server.write(u"anna"_s, u"@shop %1"_s.arg(at));
    }
    world.server.pagesWithoutLimit = 1;

    const Result<FetchStep> step = world.shop.step();
    QVERIFY(step);
    QVERIFY(!step->isComplete);
    QCOMPARE(step->batch.messages.size(), 500);
    world.shop.cursor = step->batch.cursor;
    QCOMPARE(world.shop.all().batch.messages.size(), 9'500);
}

void TestMastodonFaults::faultsOfReadingAreTold_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Errc>("code");
    QTest::addColumn<int>("after");
    const QByteArray error = R"({"error":"no"})";
    QTest::newRow("401") << 401 << QByteArray() << error << Errc::SignInRefused << -1;
    QTest::newRow("403") << 403 << QByteArray() << error << Errc::ServerRefused << -1;
    QTest::newRow("404") << 404 << QByteArray() << error << Errc::NotFound << -1;
    QTest::newRow("422") << 422 << QByteArray() << error << Errc::ServerRefused << -1;
    QTest::newRow("429 with a date") << 429 << "X-RateLimit-Reset: 2026-09-21T14:15:00.000000Z\r\n"_ba
                                     << error << Errc::ServerRefused << 100;
    QTest::newRow("429 with seconds")
        << 429 << "X-RateLimit-Reset: 1790000030\r\n"_ba << error << Errc::ServerRefused << 30;
    QTest::newRow("429 with a wait") << 429 << "Retry-After: 7\r\n"_ba << error << Errc::ServerRefused << 7;
    QTest::newRow("429 without") << 429 << QByteArray() << error << Errc::ServerRefused << 60;
    QTest::newRow("500") << 500 << QByteArray() << error << Errc::ServerRefused << 60;
    QTest::newRow("a page") << 200 << QByteArray() << "<html>Hello</html>"_ba << Errc::BadAnswer << -1;
    QTest::newRow("an object") << 200 << QByteArray() << "{}"_ba << Errc::BadAnswer << -1;
    QTest::newRow("nothing") << 200 << QByteArray() << ""_ba << Errc::BadAnswer << -1;
    QTest::newRow("half") << 200 << QByteArray() << R"([{"id":"1",)"_ba << Errc::Truncated << -1;
}

void TestMastodonFaults::faultsOfReadingAreTold()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, headers);
    QFETCH(const QByteArray, body);
    World world;
    QVERIFY(test::answerOf(world.shop.adapter->open()));
    for (int time = 0; time < 2; ++time) { // a refusal may be about the filter, and is asked without it
        world.server.script(readCall, {.status = status, .body = body, .headers = headers});
    }

    const Result<FetchStep> step = world.shop.step();

    QVERIFY(!step);
    QTEST(step.error().code, "code");
    QTEST(static_cast<int>(step.error().retryAfter.value_or(-1s).count()), "after");
}

void TestMastodonFaults::serverThatWasPutBackIsReadAnew()
{
    World world;
    world.server.write(u"anna"_s, u"@shop one"_s);
    QCOMPARE(world.shop.all().batch.messages.size(), 1);
    world.shop.cursor.replace("\"latest\":\"116", "\"latest\":\"916");
    world.shop.renew();
    world.server.write(u"anna"_s, u"@shop two"_s);

    QCOMPARE(world.shop.all().batch.messages.size(), 2); // the store knows the first
    world.server.write(u"anna"_s, u"@shop three"_s);
    QCOMPARE(world.shop.all().batch.messages.size(), 1);
}

void TestMastodonFaults::otherTokenBeginsAnew()
{
    World world;
    world.server.write(u"anna"_s, u"@shop one"_s);
    QCOMPARE(world.shop.all().batch.messages.size(), 1);
    world.shop.cursor.replace("\"me\":\"", "\"me\":\"9");

    QCOMPARE(world.shop.all().batch.messages.size(), 1);
}

void TestMastodonFaults::badCursorIsRefused()
{
    World world;
    world.shop.cursor = "{\"latest\":5}";

    const Result<FetchStep> step = world.shop.step();

    QVERIFY(!step);
    QCOMPARE(step.error().code, Errc::InvalidInput);
}

void TestMastodonFaults::serverThatLacksPartsIsLivedWith()
{
    World world;
    world.server.lacks = {u"/api/v2/instance"_s, u"/api/v1/streaming/health"_s, u"/api/v1/statuses"_s};
    world.server.saysPrivate = true;
    const QString id = world.server.write(u"anna"_s, u"@shop psst"_s, {{u"visibility"_s, u"direct"_s}});
    const QString other = world.server.write(u"boris"_s, u"@shop hey"_s);

    const QList<IncomingMessage> messages = world.shop.all().batch.messages;
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages.first().audience, Audience::Private);
    QVERIFY(!world.shop.adapter->canListen());
    world.server.edit(id, u"@shop psst!"_s);
    world.server.remove(other);
    const FetchStep step = world.shop.all();

    QCOMPARE(step.batch.messages.size(), 1);
    QCOMPARE(step.batch.deletions.size(), 1);
}

void TestMastodonFaults::serverThatDoesNotImplementPartsIsLivedWith()
{
    World world;
    const auto lacks = [&](const QString &call) {
        for (int time = 0; time < 8; ++time) {
            world.server.script(call,
                                {.status = 501, .body = "<h1>Not Implemented</h1>", .type = "text/html"});
        }
    };
    for (const char *call :
         {"GET /api/v2/instance", "GET /api/v1/streaming/health", "GET /api/v1/statuses"}) {
        lacks(QString::fromLatin1(call));
    }
    world.server.script(readCall, {.status = 501, .body = "{}"});
    const QString id = world.server.write(u"anna"_s, u"@shop hey"_s);

    QCOMPARE(world.shop.all().batch.messages.size(), 1);
    QVERIFY(world.server.count(readCall) >= 2); // again, without the filter
    QVERIFY(!world.shop.adapter->canListen());
    QCOMPARE(world.shop.adapter->instance()->mostCharacters, 500);
    world.server.edit(id, u"@shop hey!"_s);
    QCOMPARE(world.shop.all().batch.messages.size(), 1);
}

void TestMastodonFaults::busyServerIsAskedForChangesAgain()
{
    World world;
    const QString id = world.server.write(u"anna"_s, u"@shop hey"_s);
    QCOMPARE(world.shop.all().batch.messages.size(), 1);
    world.server.edit(id, u"@shop hello"_s);
    world.server.script(u"GET /api/v1/statuses"_s, {.status = 503});

    QVERIFY(world.shop.all().batch.messages.isEmpty());
    const QList<IncomingMessage> messages = world.shop.all().batch.messages;

    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages.first().text, u"@shop hello"_s);
    QCOMPARE(world.server.count(u"GET /api/v1/statuses/"_s + id), 0);
}

void TestMastodonFaults::streamRingsAndSaysWhatIsGone()
{
    World world;
    const QString id = world.server.write(u"anna"_s, u"@shop hey"_s);
    QCOMPARE(world.shop.all().batch.messages.size(), 1);
    QVERIFY(world.shop.adapter->canListen());
    QSignalSpy arrived(world.shop.adapter.get(), &ChannelAdapter::arrived);
    world.shop.adapter->listen();
    QVERIFY(test::waitFor([&] { return world.server.isListenedTo(); }));

    world.server.write(u"boris"_s, u"@shop hello"_s);
    QVERIFY(test::waitFor([&] { return arrived.count() == 1; }));
    QCOMPARE(world.shop.all().batch.messages.size(), 1);
    // Also of one that is watched no more.
    world.shop.cursor.replace(id.toLatin1(), "116000000000000009");
    world.server.remove(id);
    QVERIFY(test::waitFor([&] { return arrived.count() == 2; }));

    const QList<IncomingDeletion> gone = world.shop.all().batch.deletions;
    QVERIFY(std::ranges::contains(gone, remote(id), &IncomingDeletion::remoteId));
}

void TestMastodonFaults::streamThatEndsIsTold()
{
    World world;
    QVERIFY(world.shop.all().isComplete);
    QSignalSpy ended(world.shop.adapter.get(), &ChannelAdapter::listeningEnded);
    world.shop.adapter->listen();
    QVERIFY(test::waitFor([&] { return world.server.isListenedTo(); }));

    world.server.hangUp();

    QVERIFY(test::waitFor([&] { return ended.count() == 1; }));
    world.shop.adapter->listen();
    QVERIFY(test::waitFor([&] { return world.server.isListenedTo(); }));
}

void TestMastodonFaults::limitsAreTold()
{
    World world;
    QVERIFY(world.shop.adapter->ratesLeft().isEmpty());
    world.server.left = 17;
    QVERIFY(world.shop.all().isComplete);

    QCOMPARE(world.shop.adapter->ratesLeft().size(), 1);
    QCOMPARE(world.shop.adapter->ratesLeft().first().left, 17);
    world.shop.clock.advance(2h);
    QVERIFY(world.shop.adapter->ratesLeft().isEmpty()); // the count began anew
    QCOMPARE(world.shop.adapter->instance()->mostCharacters, 500);
}

void TestMastodonFaults::filesAreBrought()
{
    World world;
    const auto bring = [&](const QString &place) {
        LeftPart left;
        left.part.section = place;
        const auto into = std::make_shared<QBuffer>();
        into->open(QIODevice::WriteOnly);
        const Result<void> brought = test::answerOf(world.shop.adapter->bring(left, {.into = into}));
        return std::pair(brought, into->data());
    };
    const QString place = world.server.url().toString() + u"/media/1.png"_s;
    world.server.script(u"GET /media/1.png"_s,
                        {.status = 200, .body = "png", .headers = {}, .type = "image/png"});

    const auto [brought, content] = bring(place);

    QVERIFY(brought);
    QCOMPARE(content, "png"_ba);
    QCOMPARE(bring(u"http://127.0.0.1:1/secret"_s).first.error().code, Errc::Insecure);
}

void TestMastodonFaults::addressesAreChecked_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("usual") << u"https://masto.example"_s << true;
    QTest::newRow("below a path") << u"https://masto.example/social"_s << true;
    QTest::newRow("without TLS") << u"http://127.0.0.1:8001"_s << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("a name") << u"masto.example"_s << false;
    QTest::newRow("a file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("with a password") << u"https://a:b@masto.example"_s << false;
}

void TestMastodonFaults::addressesAreChecked()
{
    QFETCH(const QString, address);
    Account account;
    account.settings.insert(u"server"_s, address);

    QTEST(mastodon::MastodonAdapter::serverOf(account).has_value(), "isGood");
}

} // namespace aside

QTEST_GUILESS_MAIN(aside::TestMastodonFaults)
#include "tst_mastodonfaults.moc"
