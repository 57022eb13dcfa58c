// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/apifixture.h"

#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

using namespace aside;
using namespace Qt::StringLiterals;
using Setup = test::ApiSetup;

namespace {

void hangUp(QSslSocket &socket)
{
    socket.disconnectFromHost();
}

} // namespace

class TestApiClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void eachMethodArrivesWithItsBody_data();
    void eachMethodArrivesWithItsBody();
    void formsAndQueriesKeepEveryCharacter();
    void filesAreSentInParts();
    void everyStatusIsAnAnswer_data();
    void everyStatusIsAnAnswer();
    void redirectsAreNotFollowed();
    void noCookieIsKept();
    void requestIsNeverRepeated_data();
    void requestIsNeverRepeated();
    void nothingHasLeftWhereNobodyListens();
    void nothingHasLeftWithABadCertificate();
    void cutAnswerIsNoAnswer();
    void largeAnswersAreRefused();
    void patienceEnds();
    void longPollWaitsForItsAnswer();
    void requestsCanBeCancelled();
    void clientThatGoesAnswers();
    void privateAddressesAreForOwnServersAlone();
    void plainConnectionsAreForOwnServersAlone();
    void requestsThatCannotBeMade_data();
    void requestsThatCannotBeMade();
};

void TestApiClient::eachMethodArrivesWithItsBody_data()
{
    QTest::addColumn<HttpMethod>("method");
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("get") << HttpMethod::Get << "GET"_ba << ""_ba;
    QTest::newRow("post") << HttpMethod::Post << "POST"_ba << "{\"a\":1}"_ba;
    QTest::newRow("post without a body") << HttpMethod::Post << "POST"_ba << ""_ba;
    QTest::newRow("post a large one") << HttpMethod::Post << "POST"_ba << QByteArray(3'000'000, 'x');
    QTest::newRow("put") << HttpMethod::Put << "PUT"_ba << "{}"_ba;
    QTest::newRow("delete") << HttpMethod::Delete << "DELETE"_ba << ""_ba;
}

void TestApiClient::eachMethodArrivesWithItsBody()
{
    QFETCH(const HttpMethod, method);
    QFETCH(const QByteArray, verb);
    QFETCH(const QByteArray, body);
    Setup setup;
    setup.server.serve(u"/a"_s, "application/json", "{\"ok\":true}");

    const ApiReply reply
        = setup.send({.method = method,
                      .url = setup.server.url(u"/a"_s),
                      .headers = {{"Authorization", "Bearer t"}},
                      .body = body.isEmpty() ? std::nullopt : std::optional(jsonBody(body))});

    QVERIFY(reply.response);
    QCOMPARE(reply.response->body, "{\"ok\":true}"_ba);
    QCOMPARE(reply.response->header("content-TYPE"), "application/json"_ba);
    const QByteArray head = setup.server.requests.value(0).toLower();
    QVERIFY(head.startsWith(verb.toLower() + " /a http/1.1\r\n"));
    QVERIFY(head.contains("\r\nauthorization: bearer t\r\n"));
    QCOMPARE(head.contains("content-type: application/json"), !body.isEmpty());
    QVERIFY(setup.server.bodies.value(0) == body);
}

void TestApiClient::formsAndQueriesKeepEveryCharacter()
{
    Setup setup;
    const QString text = u"a+b&c=d %20 #é 🙂\n"_s;
    setup.server.serve(u"/a"_s, "text/plain", "x");

    const ApiReply reply = setup.send({.method = HttpMethod::Post,
                                       .url = withQuery(setup.server.url(u"/a?x=1"_s), {{u"q"_s, text}}),
                                       .body = formBody({{u"message"_s, text}, {u"v"_s, u"5.199"_s}})});

    QVERIFY(reply.response);
    const QByteArray encoded = QUrl::toPercentEncoding(text);
    QVERIFY(setup.server.requests.value(0).startsWith("POST /a?x=1&q=" + encoded + " HTTP"));
    QCOMPARE(setup.server.bodies.value(0), "message=" + encoded + "&v=5.199");
}

void TestApiClient::filesAreSentInParts()
{
    Setup setup;
    setup.server.serve(u"/a"_s, "text/plain", "x");
    const QByteArray file("\x89PNG\r\n\0--", 10);

    const ApiReply reply = setup.send({.method = HttpMethod::Post,
                                       .url = setup.server.url(u"/a"_s),
                                       .body = multipartBody({{.name = u"chat_id"_s, .data = "1"},
                                                              {.name = u"photo"_s,
                                                               .data = file,
                                                               .fileName = u"a\"\r\nX-Evil: 1.png"_s,
                                                               .contentType = "image/png"}})});

    QVERIFY(reply.response);
    const QByteArray head = setup.server.requests.value(0);
    const qsizetype at = head.indexOf("boundary=") + 9;
    const QByteArray boundary = head.sliced(at, head.indexOf('\r', at) - at);
    QCOMPARE(setup.server.bodies.value(0),
             "--" + boundary + "\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n1\r\n--"
                 + boundary
                 + "\r\nContent-Disposition: form-data; name=\"photo\"; "
                   "filename=\"a%22%0D%0AX-Evil: 1.png\"\r\nContent-Type: image/png\r\n\r\n"
                 + file + "\r\n--" + boundary + "--\r\n");
}

void TestApiClient::everyStatusIsAnAnswer_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("status");
    QTest::newRow("204") << "204 No Content"_ba << 204;
    QTest::newRow("304") << "304 Not Modified"_ba << 304;
    QTest::newRow("400") << "400 Bad Request"_ba << 400;
    QTest::newRow("401") << "401 Unauthorized"_ba << 401;
    QTest::newRow("403") << "403 Forbidden"_ba << 403;
    QTest::newRow("404") << "404 Not Found"_ba << 404;
    QTest::newRow("409") << "409 Conflict"_ba << 409;
    QTest::newRow("410") << "410 Gone"_ba << 410;
    QTest::newRow("418") << "418 Teapot"_ba << 418;
    QTest::newRow("429") << "429 Too Many Requests"_ba << 429;
    QTest::newRow("500") << "500 Internal Server Error"_ba << 500;
    QTest::newRow("503") << "503 Service Unavailable"_ba << 503;
}

void TestApiClient::everyStatusIsAnAnswer()
{
    QFETCH(const QByteArray, line);
    QFETCH(const int, status);
    Setup setup;
    const QByteArray body = status == 204 || status == 304 ? QByteArray() : "{\"error\":1}"_ba;
    setup.server.on(u"/a"_s, [line, body](QSslSocket &socket) {
        socket.write(test::WebServer::answer(line, "X-Left: 3\r\n", body));
    });

    const ApiReply reply
        = setup.send({.method = HttpMethod::Post, .url = setup.server.url(u"/a"_s), .body = jsonBody("{}")});

    QVERIFY(reply.response);
    QCOMPARE(reply.response->status, status);
    QCOMPARE(reply.response->body, body);
    QCOMPARE(reply.response->header("x-left"), "3"_ba);
    QCOMPARE(reply.lastByte, LastByte::Left);
}

void TestApiClient::redirectsAreNotFollowed()
{
    Setup setup;
    setup.server.redirect(u"/a"_s, "/b");

    const ApiReply reply = setup.send({.url = setup.server.url(u"/a"_s)});

    QVERIFY(reply.response);
    QCOMPARE(reply.response->status, 302);
    QCOMPARE(reply.response->header("Location"), "/b"_ba);
    QCOMPARE(setup.server.requests.size(), 1);
}

void TestApiClient::noCookieIsKept()
{
    Setup setup;
    setup.server.on(u"/a"_s, [](QSslSocket &socket) {
        socket.write(test::WebServer::answer("200 OK", "Set-Cookie: a=b\r\nETag: \"1\"\r\n", "x"));
    });

    QVERIFY(setup.send({.url = setup.server.url(u"/a"_s)}).response);
    QVERIFY(setup.send({.url = setup.server.url(u"/a"_s)}).response);

    QCOMPARE(setup.server.requests.size(), 2);
    QVERIFY(!setup.server.requests.constLast().toLower().contains("cookie"));
    QVERIFY(!setup.server.requests.constLast().toLower().contains("if-none-match"));
}

void TestApiClient::requestIsNeverRepeated_data()
{
    QTest::addColumn<HttpMethod>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isKeptAlive");
    for (const bool isKeptAlive : {false, true}) {
        const char *how = isKeptAlive ? "kept" : "fresh";
        QTest::addRow("post, %s", how) << HttpMethod::Post << "text=hello"_ba << isKeptAlive;
        QTest::addRow("post without a body, %s", how) << HttpMethod::Post << ""_ba << isKeptAlive;
        QTest::addRow("put, %s", how) << HttpMethod::Put << "text=hello"_ba << isKeptAlive;
        QTest::addRow("delete, %s", how) << HttpMethod::Delete << ""_ba << isKeptAlive;
    }
}

/// Qt sends again what a server that hung up did not answer.
void TestApiClient::requestIsNeverRepeated()
{
    QFETCH(const HttpMethod, method);
    QFETCH(const QByteArray, body);
    QFETCH(const bool, isKeptAlive);
    Setup setup;
    setup.server.serve(u"/first"_s, "text/plain", "x");
    setup.server.on(u"/send"_s, hangUp);
    if (isKeptAlive) {
        QVERIFY(setup.send({.url = setup.server.url(u"/first"_s)}).response);
    }

    const ApiReply reply = setup.send({.method = method,
                                       .url = setup.server.url(u"/send"_s),
                                       .body = ApiBody{.contentType = "text/plain", .bytes = body}});

    QVERIFY(!reply.response);
    QCOMPARE(reply.response.error().code, Errc::Network);
    QCOMPARE(reply.lastByte, LastByte::Left);
    QCOMPARE(setup.server.count(u"/send"_s), 1);
}

void TestApiClient::nothingHasLeftWhereNobodyListens()
{
    Setup setup;
    const QUrl gone = setup.server.url(u"/a"_s, u"127.0.0.1"_s);
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    QUrl url = gone;
    url.setPort(closed.serverPort());
    closed.close();
    setup.ownServers = {url};
    setup.renew();

    const ApiReply refused = setup.send({.method = HttpMethod::Post, .url = url, .body = jsonBody("{}")});
    const ApiReply unknown = setup.send(
        {.method = HttpMethod::Post, .url = QUrl(u"https://nowhere.example/"_s), .body = jsonBody("{}")});

    QCOMPARE(refused.response.error().code, Errc::Network);
    QCOMPARE(refused.lastByte, LastByte::NotLeft);
    QCOMPARE(unknown.response.error().code, Errc::Network);
    QCOMPARE(unknown.lastByte, LastByte::NotLeft);
}

void TestApiClient::nothingHasLeftWithABadCertificate()
{
    Setup setup;
    test::WebServer stranger(test::WebServer::Certificate::Stranger);
    setup.edge.know(stranger);
    setup.renew();

    const ApiReply reply
        = setup.send({.method = HttpMethod::Post, .url = stranger.url(u"/a"_s), .body = jsonBody("{}")});

    QCOMPARE(reply.response.error().code, Errc::Tls);
    QCOMPARE(reply.lastByte, LastByte::NotLeft);
    QVERIFY(stranger.requests.isEmpty());
}

void TestApiClient::cutAnswerIsNoAnswer()
{
    Setup setup;
    setup.server.on(u"/a"_s, [](QSslSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":");
        socket.disconnectFromHost();
    });

    const ApiReply reply
        = setup.send({.method = HttpMethod::Post, .url = setup.server.url(u"/a"_s), .body = jsonBody("{}")});

    QVERIFY(!reply.response);
    QCOMPARE(reply.response.error().code, Errc::Truncated);
    QCOMPARE(reply.lastByte, LastByte::Left);
}

void TestApiClient::largeAnswersAreRefused()
{
    Setup setup;
    setup.server.serve(u"/said"_s, "text/plain", QByteArray(5'000, 'x'));
    setup.server.on(u"/unsaid"_s, [](QSslSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(5'000, 'x'));
        socket.disconnectFromHost();
    });

    QCOMPARE(setup.failure({.url = setup.server.url(u"/said"_s), .mostBytes = 4'999}), Errc::TooLarge);
    QCOMPARE(setup.failure({.url = setup.server.url(u"/unsaid"_s), .mostBytes = 4'999}), Errc::TooLarge);
    QVERIFY(setup.send({.url = setup.server.url(u"/said"_s), .mostBytes = 5'000}).response);
}

void TestApiClient::patienceEnds()
{
    Setup setup;
    setup.server.on(u"/a"_s, [](QSslSocket &) { });

    const QFuture<ApiReply> future
        = setup.begin({.method = HttpMethod::Post, .url = setup.server.url(u"/a"_s), .body = jsonBody("{}")});
    QTRY_COMPARE(setup.server.requests.size(), 1);
    setup.edge.ring();

    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().response.error().code, Errc::Timeout);
    QCOMPARE(future.result().lastByte, LastByte::Left);
}

void TestApiClient::longPollWaitsForItsAnswer()
{
    Setup setup;
    setup.server.on(u"/poll"_s, [](QSslSocket &) { });
    setup.server.serve(u"/send"_s, "text/plain", "x");

    const QFuture<ApiReply> poll
        = setup.begin({.url = setup.server.url(u"/poll"_s), .patience = std::chrono::seconds(100)});
    QTRY_COMPARE(setup.server.requests.size(), 1);
    QSslSocket *held = setup.server.open();
    QVERIFY(setup.send({.method = HttpMethod::Post, .url = setup.server.url(u"/send"_s)}).response);
    QVERIFY(!poll.isFinished());
    held->write(test::WebServer::answer("200 OK", {}, "news"));

    QTRY_VERIFY(poll.isFinished());
    QCOMPARE(poll.result().response->body, "news"_ba);
}

void TestApiClient::requestsCanBeCancelled()
{
    Setup setup;
    setup.server.on(u"/a"_s, [](QSslSocket &) { });
    std::stop_source stop;

    const QFuture<ApiReply> future
        = setup.begin({.method = HttpMethod::Post, .url = setup.server.url(u"/a"_s), .body = jsonBody("{}")},
                      stop.get_token());
    QTRY_COMPARE(setup.server.requests.size(), 1);
    stop.request_stop();
    const QFuture<ApiReply> tooLate = setup.begin({.url = setup.server.url(u"/a"_s)}, stop.get_token());

    QVERIFY(future.isFinished());
    QCOMPARE(future.result().response.error().code, Errc::Cancelled);
    QCOMPARE(future.result().lastByte, LastByte::Left);
    QVERIFY(tooLate.isFinished());
    QCOMPARE(tooLate.result().lastByte, LastByte::NotLeft);
    QCOMPARE(setup.server.requests.size(), 1);
}

void TestApiClient::clientThatGoesAnswers()
{
    Setup setup;
    setup.server.on(u"/a"_s, [](QSslSocket &) { });

    const QFuture<ApiReply> future = setup.begin({.url = setup.server.url(u"/a"_s)});
    QTRY_COMPARE(setup.server.requests.size(), 1);
    setup.client.reset();

    QVERIFY(future.isFinished());
    QCOMPARE(future.result().response.error().code, Errc::Cancelled);
}

void TestApiClient::privateAddressesAreForOwnServersAlone()
{
    Setup setup;
    setup.server.serve(u"/a"_s, "text/plain", "x");
    setup.edge.allowed.clear();
    setup.renew();

    QCOMPARE(setup.failure({.url = setup.server.url(u"/a"_s)}), Errc::PrivateAddress);
    setup.ownServers = {setup.server.url(u"/"_s)};
    setup.renew();
    QVERIFY(setup.send({.url = setup.server.url(u"/a"_s)}).response);
    setup.edge.names.insert(u"other.example"_s, {QHostAddress(QHostAddress::LocalHost)});
    QCOMPARE(setup.failure({.url = setup.server.url(u"/a"_s, u"other.example"_s)}), Errc::PrivateAddress);
}

void TestApiClient::plainConnectionsAreForOwnServersAlone()
{
    Setup setup;
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    connect(&plain, &QTcpServer::newConnection, &plain, [&plain] {
        QTcpSocket *socket = plain.nextPendingConnection();
        connect(socket, &QIODevice::readyRead, socket, [socket] {
            if (socket->readAll().contains("\r\n\r\n")) {
                socket->write(test::WebServer::answer("200 OK", {}, "plain"));
            }
        });
    });
    const QUrl url(u"http://127.0.0.1:%1/a"_s.arg(plain.serverPort()));

    QCOMPARE(setup.failure({.url = url}), Errc::Insecure);
    QCOMPARE(setup.failure({.url = url, .cleartext = Cleartext::AsAddressed}), Errc::PrivateAddress);
    setup.ownServers = {url};
    setup.renew();
    QCOMPARE(setup.send({.url = url}).response->body, "plain"_ba);
}

void TestApiClient::requestsThatCannotBeMade_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<Errc>("code");
    const QString good = u"https://pictures.example/"_s;
    QTest::newRow("no address") << QString() << ""_ba << Errc::InvalidInput;
    QTest::newRow("a file") << u"file:///etc/passwd"_s << ""_ba << Errc::InvalidInput;
    QTest::newRow("a user") << u"https://a:b@pictures.example/"_s << ""_ba << Errc::InvalidInput;
    QTest::newRow("a line in a header") << good << "a\r\nX-Evil: 1"_ba << Errc::InvalidInput;
    QTest::newRow("this machine") << u"https://127.0.0.1:1/"_s << ""_ba << Errc::PrivateAddress;
    QTest::newRow("a disguise of it") << u"https://[::ffff:10.0.0.1]/"_s << ""_ba << Errc::PrivateAddress;
}

void TestApiClient::requestsThatCannotBeMade()
{
    QFETCH(const QString, url);
    QFETCH(const QByteArray, header);
    QFETCH(const Errc, code);
    Setup setup;

    const ApiReply reply = setup.send({.url = QUrl(url), .headers = {{"X-Name", header}}});

    QCOMPARE(reply.response.error().code, code);
    QCOMPARE(reply.lastByte, LastByte::NotLeft);
}

QTEST_GUILESS_MAIN(TestApiClient)
#include "tst_apiclient.moc"
