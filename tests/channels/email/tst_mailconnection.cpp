// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/net/connection.h"
#include "app/channels/email/net/deflate.h"
#include "tests/channels/email/signingin.h"
#include "tests/channels/email/waiting.h"
#include "tests/servers/mailcertificates.h"
#include "tests/servers/mailedgefake.h"
#include "tests/servers/mailscript.h"

#include <QSignalSpy>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using mail::Security;
using test::MailCertificate;

class MailConnectionTest : public QObject
{
    Q_OBJECT

private:
    using Script = QList<QByteArray>;

    std::unique_ptr<test::MailCertificates> m_certificates;

private Q_SLOTS:
    void initTestCase()
    {
        m_certificates = test::MailCertificates::make();
        if (m_certificates == nullptr) {
            QSKIP("openssl 3.4 or later is not installed");
        }
    }

    void init() { QTest::failOnWarning(); }

    void tlsIsThereFromTheFirstByte()
    {
        test::MailEdgeFake time(m_certificates->authorities());
        test::MailScript server({"TLS", "S: hello", "C: hi"}, m_certificates->server(MailCertificate::Good));
        const mail::MailEdge edge = time.edge();
        mail::Connection connection(edge);

        QVERIFY(test::settled(connection.open(test::at(server, Security::Tls))));
        QVERIFY(connection.isEncrypted());
        QByteArray heard;
        QTRY_COMPARE((heard += connection.take(), heard), "hello\r\n"_ba);
        connection.write("hi\r\n");

        QTRY_VERIFY(server.isDone());
    }

    void aCertificateThatDoesNotHoldEndsIt_data()
    {
        QTest::addColumn<MailCertificate>("certificate");
        QTest::addColumn<Security>("security");
        QTest::addColumn<Errc>("code");
        const auto row = [](const char *name, MailCertificate certificate, Errc code) {
            QTest::addRow("%s, TLS", name) << certificate << Security::Tls << code;
            QTest::addRow("%s, STARTTLS", name) << certificate << Security::StartTls << code;
        };
        row("self-signed", MailCertificate::SelfSigned, Errc::CertificateUntrusted);
        row("wrong host", MailCertificate::WrongHost, Errc::CertificateWrongHost);
        row("expired", MailCertificate::Expired, Errc::CertificateExpired);
        row("of next century", MailCertificate::NotYet, Errc::CertificateExpired);
        row("nobody's name", MailCertificate::NoName, Errc::CertificateWrongHost);
        row("of an unknown authority", MailCertificate::Stranger, Errc::CertificateUntrusted);
    }

    void aCertificateThatDoesNotHoldEndsIt()
    {
        QFETCH(const MailCertificate, certificate);
        QFETCH(const Security, security);
        QFETCH(const Errc, code);
        test::MailEdgeFake time(m_certificates->authorities());
        test::MailScript server({"TLS", "C: nothing"}, m_certificates->server(certificate));
        const mail::MailEdge edge = time.edge();
        mail::Connection connection(edge);

        Result<void> opened = test::settled(connection.open(test::at(server, security)));
        if (security == Security::StartTls) {
            QVERIFY(opened);
            opened = test::settled(connection.startTls());
        }
        connection.write("PASSWORD\r\n");

        QVERIFY(!opened);
        QCOMPARE(opened.error().code, code);
        QVERIFY(!connection.isPrivate());
        QTRY_VERIFY(server.isLeft());
        QVERIFY(server.heard().isEmpty());
    }

    void aServerThatHangsUpInTheHandshakeIsANetworkError()
    {
        test::MailEdgeFake time;
        test::MailScript server({"END"});
        const mail::MailEdge edge = time.edge();
        mail::Connection connection(edge);

        QCOMPARE(test::errorOf(connection.open(test::at(server, Security::Tls))), Errc::Network);
        QVERIFY(!connection.isPrivate());
    }

    void aServerThatSpeaksNoTlsIsRefused()
    {
        test::MailEdgeFake time;
        test::MailScript server({"S: * OK plain", "C? x"});
        const mail::MailEdge edge = time.edge();
        mail::Connection connection(edge);

        QCOMPARE(test::errorOf(connection.open(test::at(server, Security::Tls))), Errc::Tls);
    }

    // CVE-2021-29969, CVE-2020-15685, CVE-2026-126135, CVE-2020-14093
    void bytesInFrontOfTheHandshakeEndIt()
    {
        test::MailEdgeFake time(m_certificates->authorities());
        test::MailScript server({"S: OK begin", "S: * INJECTED", "TLS"},
                                m_certificates->server(MailCertificate::Good));
        const mail::MailEdge edge = time.edge();
        mail::Connection connection(edge);
        QSignalSpy received(&connection, &mail::Connection::received);
        QVERIFY(test::settled(connection.open(test::at(server, Security::StartTls))));
        QTRY_VERIFY(!received.isEmpty());

        QCOMPARE(test::errorOf(connection.startTls()), Errc::Insecure);
        QVERIFY(connection.take().isEmpty());
        QVERIFY(!connection.isPrivate());
    }

    void whatIsNotEncryptedIsNotPrivate_data()
    {
        QTest::addColumn<Security>("security");
        QTest::addColumn<bool>("isPrivate");
        QTest::newRow("before STARTTLS") << Security::StartTls << false;
        QTest::newRow("asked for, to this machine") << Security::PlainLoopback << true;
    }

    void whatIsNotEncryptedIsNotPrivate()
    {
        QFETCH(const Security, security);
        QFETCH(const bool, isPrivate);
        test::MailEdgeFake time;
        test::MailScript server({"S: hello"});
        const mail::MailEdge edge = time.edge();
        mail::Connection connection(edge);

        QVERIFY(test::settled(connection.open(test::at(server, security))));

        QCOMPARE(connection.isPrivate(), isPrivate);
    }

    void silenceWhileConnectingEndsAfterThirtySeconds()
    {
        test::MailEdgeFake time;
        test::MailScript server({"C: never"}); // a handshake is never answered
        const mail::MailEdge edge = time.edge();
        mail::Connection connection(edge);
        QVERIFY(test::settled(connection.open(test::at(server, Security::StartTls))));

        const QFuture<Result<void>> secured = connection.startTls();
        time.pass(std::chrono::seconds(29));
        const bool wasPatient = !secured.isFinished();
        time.pass(std::chrono::seconds(1));

        QVERIFY(wasPatient);
        QCOMPARE(test::errorOf(secured), Errc::Timeout);
    }

    void whoHangsUpIsTold()
    {
        test::MailEdgeFake time;
        test::MailScript server({"S: bye", "END"});
        const mail::MailEdge edge = time.edge();
        mail::Connection connection(edge);
        QSignalSpy closed(&connection, &mail::Connection::closed);
        QByteArray heard;
        connect(&connection, &mail::Connection::received, this, [&] { heard += connection.take(); });

        QVERIFY(test::settled(connection.open(test::at(server, Security::PlainLoopback))));

        QTRY_COMPARE(closed.count(), 1);
        QCOMPARE(heard, "bye\r\n"_ba);
        QCOMPARE(closed.constFirst().constFirst().value<Error>().code, Errc::Network);
    }

    void nobodyThereIsANetworkError()
    {
        test::MailEdgeFake time;
        quint16 port = 0;
        {
            const test::MailScript server(Script{});
            port = server.serverPort();
        }
        const mail::MailEdge edge = time.edge();
        mail::Connection connection(edge);

        QCOMPARE(test::errorOf(connection.open({.host = u"127.0.0.1"_s, .port = port})), Errc::Network);
    }

    void deflateGoesBothWays()
    {
        mail::DeflateStream ours;
        mail::DeflateStream theirs;
        const QByteArray text = QByteArray("* 1 FETCH (FLAGS (\\Seen))\r\n").repeated(1'000);

        const QByteArray packed = ours.pack(text);
        QByteArray unpacked;
        for (const char byte : packed) {
            theirs.feed(QByteArrayView(&byte, 1));
            while (theirs.hasInput()) {
                const auto part = theirs.take(100);
                QVERIFY(part);
                if (part->isEmpty()) {
                    break;
                }
                unpacked += *part;
            }
        }

        QVERIFY(packed.size() < text.size() / 20);
        QCOMPARE(unpacked, text);
    }

    void aSmallPacketIsNotUnpackedAtOnce()
    {
        mail::DeflateStream ours;
        mail::DeflateStream theirs;
        theirs.feed(ours.pack(QByteArray(50 * 1'024 * 1'024, '\0')));

        const auto part = theirs.take(1'000);

        QVERIFY(part);
        QCOMPARE(part->size(), 1'000);
        QVERIFY(theirs.hasInput());
    }

    void theEndOfAStreamIsNoErrorOfItsLastWords()
    {
        // "* BYE" and the end of the stream, as RFC 1951 writes them.
        mail::DeflateStream stream;
        stream.feed(QByteArray::fromHex("d352708a740500"));

        const auto words = stream.take(100);

        QVERIFY(words);
        QCOMPARE(*words, "* BYE"_ba);
        QVERIFY(!stream.hasInput());
    }

    void garbageIsNoStream()
    {
        mail::DeflateStream stream;
        stream.feed("\xff\xff\xff\xff not deflate");

        QCOMPARE(stream.take(100).error().code, Errc::BadAnswer);
    }
};

QTEST_GUILESS_MAIN(MailConnectionTest)
#include "tst_mailconnection.moc"
