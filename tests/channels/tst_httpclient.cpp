// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/httpfixture.h"

#include <QLoggingCategory>
#include <QTcpServer>

using namespace aside;
using namespace Qt::StringLiterals;
using Setup = test::HttpSetup;

namespace {

QStringList logged;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged.append(text);
}

} // namespace

class TestHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void bodyArrivesWhole();
    void nothingIsSaidOfWhoAsks();
    void noCookieIsKept();
    void redirectsAreFollowed();
    void answersThatAreErrors_data();
    void answersThatAreErrors();
    void redirectsNeverLeadInside_data();
    void redirectsNeverLeadInside();
    void namesOfPrivateAddressesAreRefused_data();
    void namesOfPrivateAddressesAreRefused();
    void addressesThatAreNone_data();
    void addressesThatAreNone();
    void nextAddressIsTried();
    void logHoldsNoAddress();
};

void TestHttpClient::bodyArrivesWhole()
{
    Setup setup;
    const QByteArray body(9'000'000, 'x');
    setup.server.serve(u"/large"_s, "image/png", body);

    const auto future = setup.get(setup.server.url(u"/large"_s), 10'000'000);

    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.result());
    QCOMPARE(future.result()->body.size(), body.size());
    QVERIFY(future.result()->body == body);
    QCOMPARE(future.result()->contentType, QByteArray("image/png"));
    QCOMPARE(setup.edge.asked, QStringList{u"pictures.example"_s});
}

void TestHttpClient::nothingIsSaidOfWhoAsks()
{
    Setup setup;
    setup.server.serve(u"/a?b=c"_s, "text/plain", "x");

    const auto future = setup.get(setup.server.url(u"/a?b=c#d"_s));

    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.result());
    QByteArrayList lines = setup.server.requests.constFirst().trimmed().split('\n');
    for (QByteArray &line : lines) {
        line = line.trimmed().toLower();
    }
    QCOMPARE(lines.takeFirst(), QByteArray("get /a?b=c http/1.1"));
    std::ranges::sort(lines);
    QCOMPARE(lines,
             (QByteArrayList{"accept-encoding: identity", "accept-language: *", "accept: */*",
                             "connection: keep-alive",
                             "host: pictures.example:" + QByteArray::number(setup.server.port()),
                             "user-agent: mozilla/5.0"}));
}

void TestHttpClient::noCookieIsKept()
{
    Setup setup;
    setup.server.on(u"/a"_s, [](QSslSocket &socket) {
        socket.write(test::WebServer::answer(
            "200 OK", "Set-Cookie: id=1; Path=/\r\nETag: \"e\"\r\nCache-Control: max-age=9999\r\n", "x"));
    });

    for (int i = 0; i < 2; ++i) {
        const auto future = setup.get(setup.server.url(u"/a"_s));
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.result());
    }

    QCOMPARE(setup.server.count(u"/a"_s), 2);
    for (const QByteArray &request : std::as_const(setup.server.requests)) {
        QVERIFY(!request.toLower().contains("cookie"));
        QVERIFY(!request.toLower().contains("if-none-match"));
        QVERIFY(!request.toLower().contains("referer"));
    }
}

void TestHttpClient::redirectsAreFollowed()
{
    Setup setup;
    setup.edge.know(setup.server, u"other.example"_s);
    setup.renew();
    setup.server.redirect(u"/a"_s, "/b");
    setup.server.redirect(u"/b"_s, setup.server.url(u"/c"_s, u"me:pw@other.example"_s).toEncoded());
    setup.server.serve(u"/c"_s, "text/plain", "there");

    const auto future = setup.get(setup.server.url(u"/a"_s));

    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.result());
    QCOMPARE(future.result()->body, QByteArray("there"));
    QVERIFY(setup.server.requests.constLast().toLower().contains("host: other.example"));
    QVERIFY(!setup.server.requests.constLast().toLower().contains("authorization"));
}

void TestHttpClient::answersThatAreErrors_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Errc>("code");
    const auto status = [](const char *line, const char *headers = "") {
        return test::WebServer::answer(line, headers, "no");
    };

    QTest::newRow("not found") << status("404 Not Found") << Errc::NotFound;
    QTest::newRow("gone") << status("410 Gone") << Errc::NotFound;
    QTest::newRow("log in") << status("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n")
                            << Errc::ServerRefused;
    QTest::newRow("proxy") << status("407 Proxy", "Proxy-Authenticate: Basic realm=\"x\"\r\n")
                           << Errc::ServerRefused;
    QTest::newRow("forbidden") << status("403 Forbidden") << Errc::ServerRefused;
    QTest::newRow("too many") << status("429 Too Many Requests") << Errc::ServerRefused;
    QTest::newRow("broken server") << status("500 Internal Server Error") << Errc::ServerRefused;
    QTest::newRow("not modified") << QByteArray("HTTP/1.1 304 Not Modified\r\n\r\n") << Errc::ServerRefused;
    QTest::newRow("cut body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
                              << Errc::Network;
    QTest::newRow("cut chunk") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\nhalf")
                               << Errc::Network;
    QTest::newRow("cut head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << Errc::Network;
    QTest::newRow("cut before") << QByteArray() << Errc::Network;
    QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH_9.6\r\n\r\n") << Errc::Network;
    QTest::newRow("redirect to nowhere")
        << QByteArray("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n") << Errc::ServerRefused;
    QTest::newRow("loop") << status("302 Found", "Location: /a\r\n") << Errc::ServerRefused;
}

void TestHttpClient::answersThatAreErrors()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const Errc, code);
    Setup setup;
    setup.server.on(u"/a"_s, [answer](QSslSocket &socket) {
        socket.write(answer);
        socket.disconnectFromHost();
    });

    QCOMPARE(setup.failure(setup.server.url(u"/a"_s)), code);
}

void TestHttpClient::redirectsNeverLeadInside_data()
{
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<Errc>("code");

    QTest::newRow("unencrypted") << QByteArray("http://pictures.example/x.png") << Errc::Insecure;
    QTest::newRow("file") << QByteArray("file:///etc/passwd") << Errc::InvalidInput;
    QTest::newRow("data") << QByteArray("data:image/png;base64,AA") << Errc::InvalidInput;
    QTest::newRow("this machine") << QByteArray("https://127.0.0.1:PORT/") << Errc::PrivateAddress;
    QTest::newRow("one number") << QByteArray("https://2130706433:PORT/") << Errc::PrivateAddress;
    QTest::newRow("hexadecimal") << QByteArray("https://0x7f000001:PORT/") << Errc::PrivateAddress;
    QTest::newRow("IPv6") << QByteArray("https://[::1]:PORT/") << Errc::PrivateAddress;
    QTest::newRow("mapped") << QByteArray("https://[::ffff:127.0.0.1]:PORT/") << Errc::PrivateAddress;
    QTest::newRow("cloud") << QByteArray("https://169.254.169.254/latest/") << Errc::PrivateAddress;
    QTest::newRow("router") << QByteArray("https://192.168.1.1/") << Errc::PrivateAddress;
    QTest::newRow("by its name") << QByteArray("https://inside.example:PORT/") << Errc::PrivateAddress;
    QTest::newRow("unknown name") << QByteArray("https://nobody.example/") << Errc::Network;
}

void TestHttpClient::redirectsNeverLeadInside()
{
    QFETCH(QByteArray, place);
    QFETCH(const Errc, code);
    QTcpServer inside;
    QVERIFY(inside.listen(QHostAddress::LocalHost));
    Setup setup;
    setup.edge.names.insert(u"inside.example"_s, {QHostAddress(QHostAddress::LocalHost)});
    setup.edge.names.insert(u"0x7f000001"_s, {QHostAddress(QHostAddress::LocalHost)}); // as the system does
    setup.server.redirect(u"/a"_s, place.replace("PORT", QByteArray::number(inside.serverPort())));

    QCOMPARE(setup.failure(setup.server.url(u"/a"_s)), code);

    QCOMPARE(setup.server.requests.size(), 1);
    QVERIFY(!inside.hasPendingConnections());
}

void TestHttpClient::namesOfPrivateAddressesAreRefused_data()
{
    QTest::addColumn<QString>("host");

    QTest::newRow("name") << u"pictures.example"_s;
    QTest::newRow("number") << u"127.0.0.1"_s;
    QTest::newRow("IPv6") << u"[::1]"_s;
}

void TestHttpClient::namesOfPrivateAddressesAreRefused()
{
    QFETCH(const QString, host);
    Setup setup;
    setup.edge.allowed.clear(); // as in the program
    setup.renew();

    QCOMPARE(setup.failure(setup.server.url(u"/a"_s, host)), Errc::PrivateAddress);

    QCOMPARE(setup.server.connections, 0);
}

void TestHttpClient::addressesThatAreNone_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<Errc>("code");

    QTest::newRow("nothing") << QUrl() << Errc::InvalidInput;
    QTest::newRow("no host") << QUrl(u"https:///x"_s) << Errc::InvalidInput;
    QTest::newRow("unencrypted") << QUrl(u"http://pictures.example/"_s) << Errc::Insecure;
    QTest::newRow("file") << QUrl(u"file://host/etc/passwd"_s) << Errc::InvalidInput;
    QTest::newRow("ftp") << QUrl(u"ftp://pictures.example/"_s) << Errc::InvalidInput;
    QTest::newRow("credentials") << QUrl(u"https://a:b@pictures.example/"_s) << Errc::InvalidInput;
}

void TestHttpClient::addressesThatAreNone()
{
    QFETCH(const QUrl, url);
    QFETCH(const Errc, code);
    Setup setup;

    QCOMPARE(setup.failure(url), code);

    QVERIFY(setup.edge.asked.isEmpty());
}

void TestHttpClient::nextAddressIsTried()
{
    Setup setup;
    const QHostAddress silent(u"127.0.0.9"_s);
    setup.edge.names.insert(u"pictures.example"_s, {silent, QHostAddress(QHostAddress::LocalHost)});
    setup.edge.allowed.append({.address = silent, .port = setup.server.port()});
    setup.renew();
    setup.server.serve(u"/a"_s, "text/plain", "x");

    const auto future = setup.get(setup.server.url(u"/a"_s));

    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.result());
}

void TestHttpClient::logHoldsNoAddress()
{
    Setup setup;
    setup.server.serve(u"/a?token=SECRET"_s, "text/plain", "x");
    setup.server.redirect(u"/b?token=SECRET"_s, "http://elsewhere.example/?token=SECRET");
    QLoggingCategory::setFilterRules(u"aside.*=true"_s);
    logged.clear();
    const QtMessageHandler before = qInstallMessageHandler(&keepLog);
    QStringList details;
    for (const QString &path : {u"/a?token=SECRET"_s, u"/b?token=SECRET"_s, u"/c?token=SECRET"_s}) {
        const auto future = setup.get(setup.server.url(path));
        QTRY_VERIFY(future.isFinished());
        details.append(future.result() ? QString() : future.result().error().detail);
    }
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});

    QVERIFY(logged.size() >= 3);
    for (const QString &line : logged + details) {
        QVERIFY2(!line.contains(u"SECRET"_s) && !line.contains(u"example"_s), qPrintable(line));
    }
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
