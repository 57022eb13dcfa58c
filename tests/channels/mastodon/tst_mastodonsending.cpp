// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/mastodon/mastodonfixture.h"
#include "tests/servers/cuttingproxy.h"
#include "tests/servers/mastodonserver.h"

#include <QTest>

namespace aside {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::MastodonServer;
using test::Shop;

namespace {

const QString anna = u"anna@masto.example"_s;
const QString postCall = u"POST /api/v1/statuses"_s;

struct World {
    MastodonServer server;
    Shop shop;

    World()
        : shop(server.url(), server.token)
    {
    }
};

/// As the outbox does: again, where it surely may be tried again. The first may come to a connection that is
/// just being taken down.
SendOutcome sendAgain(const Shop &shop, const OutgoingMessage &message)
{
    SendOutcome outcome = shop.send(message);
    for (int at = 0; at < 3 && std::holds_alternative<RetryLater>(outcome); ++at) {
        outcome = shop.send(message);
    }
    return outcome;
}

QString remote(const QString &id)
{
    return u"127.0.0.1/"_s + id;
}

} // namespace

/// Statuses and files that go out, or do not.
class TestMastodonSending : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void faultsOfSendingAreTold_data();
    void faultsOfSendingAreTold();
    void cutsOfASend_data();
    void cutsOfASend();
    void keyMakesARetryOneStatus();
    void forgottenKeyIsLookedUp();
    void withoutKeysALostAnswerIsUnknown();
    void privateWithoutAPersonIsRefused();
    void uploadGoesTheOldWayWhereThereIsNoNew_data();
    void uploadGoesTheOldWayWhereThereIsNoNew();
};

void TestMastodonSending::faultsOfSendingAreTold_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<bool>("isRefused");
    QTest::addColumn<QString>("words");
    QTest::newRow("401") << 401 << R"({"error":"The access token is invalid"})"_ba << QByteArray() << false
                         << u"The access token is invalid"_s;
    QTest::newRow("403") << 403 << R"({"error":"Outside the scopes"})"_ba << QByteArray() << true
                         << u"Outside the scopes"_s;
    QTest::newRow("404") << 404 << R"({"error":"gone"})"_ba << QByteArray() << true << u"gone"_s;
    QTest::newRow("410") << 410 << R"({"error":"gone"})"_ba << QByteArray() << true << u"gone"_s;
    QTest::newRow("422") << 422 << R"({"error":"e","error_description":"too long"})"_ba << QByteArray()
                         << true << u"too long"_s;
    QTest::newRow("429") << 429 << R"({"error":"slow down"})"_ba
                         << "X-RateLimit-Reset: 2026-09-21T14:15:00.000Z\r\n"_ba << false << u"slow down"_s;
    QTest::newRow("500") << 500 << "<html>"_ba << QByteArray() << false << QString();
    QTest::newRow("a page") << 200 << "<html>"_ba << QByteArray() << false << QString();
}

void TestMastodonSending::faultsOfSendingAreTold()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, headers);
    QFETCH(const bool, isRefused);
    QFETCH(const QString, words);
    World world;
    world.server.script(postCall, {.status = status, .body = body, .headers = headers});

    const SendOutcome outcome = world.shop.send(world.shop.openly(anna, u"Hello"_s));

    const auto *refused = std::get_if<Refused>(&outcome);
    const auto *later = std::get_if<RetryLater>(&outcome);
    QVERIFY(isRefused ? refused != nullptr : later != nullptr);
    QCOMPARE(isRefused ? refused->words : later->words, words);
    if (status == 429) {
        QCOMPARE(later->after, 100s);
    }
}

void TestMastodonSending::cutsOfASend_data()
{
    QTest::addColumn<qint64>("fromClient");
    QTest::addColumn<qint64>("fromServer");
    for (const qint64 at : {0, 1, 40, 200, 300}) {
        QTest::addRow("request at %lld", at) << at << qint64(-1);
    }
    for (const qint64 at : {0, 1, 20, 150, 400}) {
        QTest::addRow("answer at %lld", at) << qint64(-1) << at;
    }
}

/// Whatever is cut: with the key it is posted once in the end.
void TestMastodonSending::cutsOfASend()
{
    QFETCH(const qint64, fromClient);
    QFETCH(const qint64, fromServer);
    World world;
    test::CuttingProxy proxy(world.server.port());
    Shop shop(QUrl(u"http://127.0.0.1:%1"_s.arg(proxy.serverPort())), world.server.token);
    QVERIFY(test::answerOf(shop.adapter->open()));
    proxy.cutNow();
    proxy.cutAfter(fromClient < 0 ? std::nullopt : std::optional(fromClient),
                   fromServer < 0 ? std::nullopt : std::optional(fromServer));
    const OutgoingMessage message = shop.privately(anna, u"Hello"_s);

    const SendOutcome broken = shop.send(message);
    proxy.leaveAlone();
    proxy.cutNow();
    const SendOutcome again = sendAgain(shop, message);

    QVERIFY(std::holds_alternative<RetryLater>(broken));
    QVERIFY(std::holds_alternative<Sent>(again));
    QCOMPARE(world.server.sent().size(), 1);
}

void TestMastodonSending::keyMakesARetryOneStatus()
{
    World world;
    const OutgoingMessage message = world.shop.openly(anna, u"Hello"_s);
    world.server.script(postCall, {.status = 0});

    QVERIFY(std::holds_alternative<RetryLater>(world.shop.send(message)));
    world.shop.clock.advance(40min);
    const SendOutcome again = sendAgain(world.shop, message);

    QVERIFY(std::holds_alternative<Sent>(again));
    QCOMPARE(std::get<Sent>(again).remoteId, remote(world.server.sent().first().value("id"_L1).toString()));
    QCOMPARE(world.server.sent().size(), 1);
}

void TestMastodonSending::forgottenKeyIsLookedUp()
{
    World world;
    const OutgoingMessage message = world.shop.openly(anna, u"Hello"_s);
    world.server.script(postCall, {.status = 0});
    QVERIFY(std::holds_alternative<RetryLater>(world.shop.send(message)));
    world.shop.clock.advance(3h);
    world.server.forgetKeys();
    world.shop.renew();

    const SendOutcome again = world.shop.send(message);

    QVERIFY(std::holds_alternative<Sent>(again));
    QCOMPARE(world.server.sent().size(), 1);
    QCOMPARE(world.server.count(postCall), 1);
}

void TestMastodonSending::withoutKeysALostAnswerIsUnknown()
{
    World world;
    world.server.version = u"4.0.0 (not true; really another/2.75)"_s;
    world.server.takesKeys = false;
    world.server.script(postCall, {.status = 0});
    const OutgoingMessage message = world.shop.openly(anna, u"Hello"_s);

    const SendOutcome outcome = world.shop.send(message);
    const Result<Reconciliation> looked = test::answerOf(world.shop.adapter->reconcile(message));

    QVERIFY(std::holds_alternative<Unknown>(outcome));
    QVERIFY(looked);
    QCOMPARE(looked->evidence, Evidence::Found);
}

void TestMastodonSending::privateWithoutAPersonIsRefused()
{
    World world;

    QVERIFY(std::holds_alternative<Refused>(world.shop.send(world.shop.privately({}, u"Hello"_s))));
    QVERIFY(std::holds_alternative<Refused>(
        world.shop.send(world.shop.openly(anna, u"Hello"_s, u"elsewhere.example/5"_s))));

    QVERIFY(world.server.bodies.isEmpty());
}

void TestMastodonSending::uploadGoesTheOldWayWhereThereIsNoNew_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("not known") << 404;
    QTest::newRow("not made") << 501;
}

void TestMastodonSending::uploadGoesTheOldWayWhereThereIsNoNew()
{
    QFETCH(const int, status);
    World world;
    world.server.script(u"POST /api/v2/media"_s,
                        {.status = status, .body = "<h1>No</h1>", .type = "text/html"});
    OutgoingMessage message = world.shop.openly(anna, u"Look"_s);
    message.files = {{.name = u"a.png"_s, .mimeType = u"image/png"_s, .alt = {}, .data = "x"}};

    QVERIFY(std::holds_alternative<Sent>(world.shop.send(message)));

    QCOMPARE(world.server.count(u"POST /api/v1/media"_s), 1);
}

} // namespace aside

QTEST_GUILESS_MAIN(aside::TestMastodonSending)
#include "tst_mastodonsending.moc"
