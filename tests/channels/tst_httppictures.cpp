// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/pictures/httppictures.h"
#include "tests/servers/testedge.h"
#include "tests/servers/webserver.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

class TestHttpPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void bytesArrive();
    void addressesThatAreNotFetched_data();
    void addressesThatAreNotFetched();
    void whatIsTooLargeIsLeft();
    void fewAtATime();
    void stopEndsAllThatWait();

private:
    struct Setup {
        test::WebServer server;
        test::TestEdge edge;
        HttpClient client;
        HttpPictures pictures{client};

        Setup()
            : client(known(edge, server))
        {
        }
        static HttpEdge known(test::TestEdge &edge, const test::WebServer &server)
        {
            edge.know(server);
            return edge.edge();
        }
    };
};

void TestHttpPictures::bytesArrive()
{
    Setup setup;
    setup.server.serve(u"/a.png"_s, "image/png", "a picture");

    const auto future = setup.pictures.fetch(setup.server.url(u"/a.png"_s).toString(), {});

    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().value_or(QByteArray()), QByteArray("a picture"));
    QVERIFY(setup.server.requests.constFirst().toLower().contains("accept: image/png, image/jpeg"));
}

void TestHttpPictures::addressesThatAreNotFetched_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<Errc>("code");

    QTest::newRow("unencrypted") << u"http://pictures.example/a.png"_s << Errc::Insecure;
    QTest::newRow("file") << u"file:///etc/passwd"_s << Errc::InvalidInput;
    QTest::newRow("data") << u"data:image/png;base64,AAAA"_s << Errc::InvalidInput;
    QTest::newRow("path") << u"/etc/passwd"_s << Errc::InvalidInput;
    QTest::newRow("nothing") << QString() << Errc::InvalidInput;
    QTest::newRow("inside") << u"https://10.0.0.1/a.png"_s << Errc::PrivateAddress;
}

void TestHttpPictures::addressesThatAreNotFetched()
{
    QFETCH(const QString, address);
    QFETCH(const Errc, code);
    Setup setup;

    const auto future = setup.pictures.fetch(address, {});

    QTRY_VERIFY(future.isFinished());
    QVERIFY(!future.result());
    QCOMPARE(future.result().error().code, code);
    QCOMPARE(setup.server.connections, 0);
}

void TestHttpPictures::whatIsTooLargeIsLeft()
{
    Setup setup;
    setup.server.on(u"/a.png"_s, [](QSslSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 10485761\r\n\r\n");
    });

    const auto future = setup.pictures.fetch(setup.server.url(u"/a.png"_s).toString(), {});

    QTRY_VERIFY(future.isFinished());
    QVERIFY(!future.result());
    QCOMPARE(future.result().error().code, Errc::TooLarge);
}

void TestHttpPictures::fewAtATime()
{
    Setup setup;
    QList<QPointer<QSslSocket>> asked;
    QList<QFuture<Result<QByteArray>>> futures;
    for (int i = 0; i < 10; ++i) {
        const QString path = u"/%1.png"_s.arg(i);
        setup.server.on(path, [&asked](QSslSocket &socket) { asked.append(&socket); });
        futures.append(setup.pictures.fetch(setup.server.url(path).toString(), {}));
    }

    qsizetype answered = 0;
    while (answered < futures.size()) {
        const qsizetype expected = std::min<qsizetype>(answered + HttpPictures::atATime, futures.size());
        QTRY_COMPARE(asked.size(), expected);
        QCoreApplication::processEvents();
        QCOMPARE(asked.size(), expected);
        asked.at(answered)->write(test::WebServer::answer("200 OK", {}, "x"));
        ++answered;
        QTRY_COMPARE(std::ranges::count_if(futures, [](const auto &one) { return one.isFinished(); }),
                     answered);
    }
    for (const auto &future : futures) {
        QVERIFY(future.result());
    }
}

void TestHttpPictures::stopEndsAllThatWait()
{
    Setup setup;
    std::stop_source stop;
    QList<QFuture<Result<QByteArray>>> futures;
    for (int i = 0; i < 10; ++i) {
        const QString path = u"/%1.png"_s.arg(i);
        setup.server.on(path, [](QSslSocket &) { });
        futures.append(setup.pictures.fetch(setup.server.url(path).toString(), stop.get_token()));
    }
    QTRY_COMPARE(setup.server.requests.size(), HttpPictures::atATime);

    stop.request_stop();

    for (const auto &future : futures) {
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result().error().code, Errc::Cancelled);
    }
    QCOMPARE(setup.server.requests.size(), HttpPictures::atATime);
}

QTEST_GUILESS_MAIN(TestHttpPictures)
#include "tst_httppictures.moc"
