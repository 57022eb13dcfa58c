// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/httpfixture.h"

#include <QTcpServer>

using namespace aside;
using namespace Qt::StringLiterals;
using Setup = test::HttpSetup;

class TestHttpLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void bodyIsCounted_data();
    void bodyIsCounted();
    void certificateMustBeGood_data();
    void certificateMustBeGood();
    void certificateMustBeOfThatName();
    void slowBodyRunsOutOfTime();
    void slowNameRunsOutOfTime();
    void stopEndsIt();
    void stopBeforehandConnectsNowhere();
    void goneClientAnswers();
};

void TestHttpLimits::bodyIsCounted_data()
{
    QTest::addColumn<QByteArray>("head");

    QTest::newRow("said") << QByteArray("Content-Length: 5000000\r\n");
    QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n");
    QTest::newRow("until it ends") << QByteArray("Connection: close\r\n");
    QTest::newRow("a lie") << QByteArray("Content-Length: -1\r\n");
}

void TestHttpLimits::bodyIsCounted()
{
    QFETCH(const QByteArray, head);
    Setup setup;
    setup.server.on(u"/a"_s, [head](QSslSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\n" + head + "\r\n");
        const QByteArray part(100'000, 'x');
        for (int i = 0; i < 50; ++i) {
            socket.write(head.contains("chunked") ? "186a0\r\n" + part + "\r\n" : part);
        }
    });

    QCOMPARE(setup.failure(setup.server.url(u"/a"_s), 1'000'000), Errc::TooLarge);
}

void TestHttpLimits::certificateMustBeGood_data()
{
    QTest::addColumn<test::WebServer::Certificate>("certificate");

    QTest::newRow("expired") << test::WebServer::Certificate::Expired;
    QTest::newRow("signed by itself") << test::WebServer::Certificate::Stranger;
}

void TestHttpLimits::certificateMustBeGood()
{
    QFETCH(const test::WebServer::Certificate, certificate);
    Setup setup(certificate);
    setup.server.serve(u"/a"_s, "text/plain", "x");

    QCOMPARE(setup.failure(setup.server.url(u"/a"_s)), Errc::Tls);

    QVERIFY(setup.server.connections > 0);
    QVERIFY(setup.server.requests.isEmpty());
}

void TestHttpLimits::certificateMustBeOfThatName()
{
    Setup setup;
    setup.edge.know(setup.server, u"bank.example"_s);
    setup.renew();

    QCOMPARE(setup.failure(setup.server.url(u"/a"_s, u"bank.example"_s)), Errc::Tls);

    QVERIFY(setup.server.requests.isEmpty());
}

void TestHttpLimits::slowBodyRunsOutOfTime()
{
    Setup setup;
    setup.server.on(u"/a"_s, [](QSslSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    });
    const auto future = setup.get(setup.server.url(u"/a"_s));
    QTRY_COMPARE(setup.server.requests.size(), 1);
    QVERIFY(!future.isFinished());

    setup.edge.ring();

    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, Errc::Timeout);
    QTRY_VERIFY(setup.server.open() == nullptr); // the connection is gone as well
}

void TestHttpLimits::slowNameRunsOutOfTime()
{
    Setup setup;
    HttpEdge edge = setup.edge.edge();
    HttpEdge::Found late;
    edge.resolve = [&late](const QString &, QObject *, const HttpEdge::Found &found) {
        late = found;
    };
    HttpClient client(edge);
    const auto future = client.get({.url = setup.server.url(u"/a"_s)}, {});

    setup.edge.ring();
    late({QHostAddress(QHostAddress::LocalHost)});

    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, Errc::Timeout);
    QCOMPARE(setup.server.connections, 0);
}

void TestHttpLimits::stopEndsIt()
{
    Setup setup;
    setup.server.on(u"/a"_s, [](QSslSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    });
    std::stop_source stop;
    const auto future = setup.client->get({.url = setup.server.url(u"/a"_s)}, stop.get_token());
    QTRY_COMPARE(setup.server.requests.size(), 1);

    stop.request_stop();

    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, Errc::Cancelled);
    QTRY_VERIFY(setup.server.open() == nullptr);
}

void TestHttpLimits::stopBeforehandConnectsNowhere()
{
    Setup setup;
    std::stop_source stop;
    stop.request_stop();

    const auto future = setup.client->get({.url = setup.server.url(u"/a"_s)}, stop.get_token());

    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, Errc::Cancelled);
    QVERIFY(setup.edge.asked.isEmpty());
}

void TestHttpLimits::goneClientAnswers()
{
    Setup setup;
    setup.server.on(u"/a"_s, [](QSslSocket &) { });
    const auto future = setup.get(setup.server.url(u"/a"_s));
    QTRY_COMPARE(setup.server.requests.size(), 1);

    setup.client.reset();

    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, Errc::Cancelled);
}

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "tst_httplimits.moc"
