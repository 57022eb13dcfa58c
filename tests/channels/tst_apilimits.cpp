// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/apifixture.h"

#include <QLoggingCategory>
#include <QSslSocket>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Setup = test::ApiSetup;

namespace {

const QByteArray token = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";

QStringList logged;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged.append(text);
}

} // namespace

class TestApiLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void requestsWaitForTheirRate();
    void allThatWaitsGoesInItsTime();
    void peopleGoFirst();
    void serverThatAsksForAPauseGetsIt();
    void otherBucketsGoOn();
    void waitingRequestCanBeCancelled();
    void stormIsNeverAnsweredWithAStorm();
    void secretsAreNeitherLoggedNorRecorded();
};

void TestApiLimits::requestsWaitForTheirRate()
{
    Setup setup;
    setup.server.serve(u"/a"_s, "text/plain", "x");
    setup.client->rates().set({}, {.burst = 1, .every = 1s});

    QVERIFY(setup.send({.url = setup.server.url(u"/a"_s)}).response);
    const QFuture<ApiReply> second = setup.begin({.url = setup.server.url(u"/a"_s)});
    QVERIFY(!second.isFinished());
    setup.clock.advance(1s);
    setup.edge.ring();

    QTRY_VERIFY(second.isFinished());
    QVERIFY(second.result().response);
    QCOMPARE(setup.server.count(u"/a"_s), 2);
}

void TestApiLimits::allThatWaitsGoesInItsTime()
{
    Setup setup;
    setup.server.serve(u"/a"_s, "text/plain", "x");
    setup.client->rates().set({}, {.burst = 1, .every = 1s});
    QList<QFuture<ApiReply>> replies;
    for (int number = 0; number < 20; ++number) {
        replies.append(setup.begin({.url = setup.server.url(u"/a"_s)}));
    }

    for (const QFuture<ApiReply> &reply : std::as_const(replies)) {
        QTRY_VERIFY(reply.isFinished());
        QVERIFY(reply.result().response);
        setup.clock.advance(1s);
        setup.edge.ring();
    }

    QCOMPARE(setup.server.count(u"/a"_s), 20);
}

void TestApiLimits::peopleGoFirst()
{
    Setup setup;
    setup.server.serve(u"/sync"_s, "text/plain", "x");
    setup.server.serve(u"/send"_s, "text/plain", "x");
    setup.client->rates().set({}, {.burst = 1, .every = 1s});
    QVERIFY(setup.send({.url = setup.server.url(u"/sync"_s)}).response);

    const QFuture<ApiReply> sync = setup.begin({.url = setup.server.url(u"/sync"_s)});
    const QFuture<ApiReply> send = setup.begin(
        {.method = HttpMethod::Post, .url = setup.server.url(u"/send"_s), .urgency = Urgency::Interactive});
    setup.clock.advance(1s);
    setup.edge.ring();

    QTRY_VERIFY(send.isFinished());
    QVERIFY(send.result().response);
    QCOMPARE(setup.server.count(u"/sync"_s), 1);
    QVERIFY(!sync.isFinished());
}

void TestApiLimits::serverThatAsksForAPauseGetsIt()
{
    Setup setup;
    setup.server.on(u"/a"_s, [](QSslSocket &socket) {
        socket.write(test::WebServer::answer("429 Too Many Requests", "Retry-After: 120\r\n", {}));
    });

    const ApiReply told = setup.send({.url = setup.server.url(u"/a"_s)});
    const ApiReply second = setup.send({.url = setup.server.url(u"/a"_s)});
    setup.clock.advance(119s);
    const QFuture<ApiReply> third = setup.begin({.url = setup.server.url(u"/a"_s)});

    QCOMPARE(told.response->status, 429);
    QVERIFY(!second.response);
    QCOMPARE(second.response.error().code, Errc::ServerRefused);
    QCOMPARE(second.response.error().retryAfter, std::optional(120s));
    QCOMPARE(second.lastByte, LastByte::NotLeft);
    QVERIFY(!third.isFinished());
    QCOMPARE(setup.server.requests.size(), 1);
}

void TestApiLimits::otherBucketsGoOn()
{
    Setup setup;
    setup.server.serve(u"/a"_s, "text/plain", "x");
    setup.client->rates().pause(u"search"_s, setup.clock.now() + 1h);

    QVERIFY(setup.send({.url = setup.server.url(u"/a"_s), .bucket = u"post"_s}).response);
    QCOMPARE(setup.failure({.url = setup.server.url(u"/a"_s), .bucket = u"search"_s}), Errc::ServerRefused);
}

void TestApiLimits::waitingRequestCanBeCancelled()
{
    Setup setup;
    setup.client->rates().pause({}, setup.clock.now() + 10s);
    std::stop_source stop;

    const QFuture<ApiReply> future = setup.begin({.url = setup.server.url(u"/a"_s)}, stop.get_token());
    QVERIFY(!future.isFinished());
    stop.request_stop();
    setup.clock.advance(10s);
    setup.edge.ring();

    QVERIFY(future.isFinished());
    QCOMPARE(future.result().response.error().code, Errc::Cancelled);
    QVERIFY(setup.server.requests.isEmpty());
}

void TestApiLimits::stormIsNeverAnsweredWithAStorm()
{
    Setup setup;
    setup.server.on(u"/a"_s, [](QSslSocket &socket) {
        socket.write(test::WebServer::answer("503 Service Unavailable", "Retry-After: 60\r\n", {}));
    });

    for (int second = 0; second < 1'000; second += 10) {
        QVERIFY(test::waitFor([end = setup.begin({.url = setup.server.url(u"/a"_s), .patience = 1s})] {
            return end.isFinished();
        }));
        setup.clock.advance(10s);
    }

    QVERIFY(setup.server.requests.size() >= 16);
    QVERIFY(setup.server.requests.size() <= 18);
}

/// All categories but the one of Qt that is there to print each request; it is off unless somebody names it.
void TestApiLimits::secretsAreNeitherLoggedNorRecorded()
{
    Setup setup;
    setup.secrets = {Secret(token), Secret("canary-secret")};
    setup.renew();
    const QString path = u"/bot"_s + QString::fromLatin1(token) + u"/sendMessage"_s;
    setup.server.serve(path, "application/json", "{\"text\":\"canary-answer\"}");
    logged.clear();
    const QtMessageHandler before = qInstallMessageHandler(keepLog);
    QLoggingCategory::setFilterRules(u"*=true\nqt.network.http*=false"_s);

    const ApiReply reply
        = setup.send({.method = HttpMethod::Post,
                      .url = withQuery(setup.server.url(path), {{u"key"_s, u"canary-secret"_s}}),
                      .headers = {{"Authorization", "Bearer canary-secret"}},
                      .body = formBody({{u"text"_s, u"canary-text"_s}})});
    const ApiReply failed = setup.send({.url = QUrl(u"https://nowhere.example/f/canary-secret/x"_s)});
    QLoggingCategory::setFilterRules({});
    qInstallMessageHandler(before);

    QVERIFY(reply.response);
    QVERIFY(!failed.response);
    const QByteArray said = logged.join(u'\n').toUtf8() + setup.client->recorder().toJsonLines();
    QVERIFY(said.contains("sendMessage"));
    QVERIFY(said.contains("nowhere.example/f/***/x"));
    for (const QByteArray &secret : {token, token.sliced(10), "canary"_ba}) {
        QVERIFY2(!said.contains(secret), said.constData());
        QVERIFY(!said.contains(secret.toBase64()));
    }
}

QTEST_GUILESS_MAIN(TestApiLimits)
#include "tst_apilimits.moc"
