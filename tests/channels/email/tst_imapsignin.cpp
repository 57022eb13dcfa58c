// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/imapsession.h"
#include "tests/channels/email/signingin.h"
#include "tests/channels/email/waiting.h"
#include "tests/servers/mailcertificates.h"
#include "tests/servers/mailedgefake.h"
#include "tests/servers/mailscript.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using mail::Security;
using Script = QList<QByteArray>;

class ImapSignInTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::MailCertificates> m_certificates;

private Q_SLOTS:
    void initTestCase() { m_certificates = test::MailCertificates::make(); }
    void init() { QTest::failOnWarning(); }

    void conversations_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<Errc>("code"); // Internal: it goes well
        const auto good = Errc::Internal;
        QTest::newRow("PLAIN at once")
            << Script{"S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] hi",
                      "C: A1 AUTHENTICATE PLAIN AGFubmEAczNjcmV0", "S: A1 OK [CAPABILITY IMAP4rev1] in"}
            << good;
        QTest::newRow("PLAIN when asked, capabilities when asked")
            << Script{"S: * OK hi",
                      "C: A1 CAPABILITY",
                      "S: * CAPABILITY IMAP4rev1 AUTH=PLAIN",
                      "S: A1 OK done",
                      "C: A2 AUTHENTICATE PLAIN",
                      "S: + ",
                      "C: AGFubmEAczNjcmV0",
                      "S: A2 OK in",
                      "C: A3 CAPABILITY",
                      "S: * CAPABILITY IMAP4rev1",
                      "S: A3 OK done"}
            << good;
        QTest::newRow("LOGIN as a mechanism") << Script{"S: * OK [CAPABILITY IMAP4rev1 AUTH=LOGIN] hi",
                                                        "C: A1 AUTHENTICATE LOGIN",
                                                        "S: + VXNlcm5hbWU6",
                                                        "C: YW5uYQ==",
                                                        "S: + UGFzc3dvcmQ6",
                                                        "C: czNjcmV0",
                                                        "S: A1 OK [CAPABILITY IMAP4rev1] in"}
                                              << good;
        QTest::newRow("LOGIN as a command")
            << Script{"S: * OK [CAPABILITY IMAP4rev1] hi", "C: A1 LOGIN \"anna\" \"s3cret\"",
                      "S: A1 OK [CAPABILITY IMAP4rev1] in"}
            << good;
        QTest::newRow("all that makes it better")
            << Script{"S: * OK [CAPABILITY IMAP4rev1] hi",
                      "C: A1 LOGIN \"anna\" \"s3cret\"",
                      "S: A1 OK [CAPABILITY IMAP4rev1 ENABLE QRESYNC ID] in",
                      "C: A2 ID (\"name\" \"Aside\")",
                      "S: * ID NIL",
                      "S: A2 OK done",
                      "C: A3 ENABLE QRESYNC",
                      "S: * ENABLED QRESYNC",
                      "S: A3 OK done"}
            << good;
        QTest::newRow("what makes it better is refused")
            << Script{"S: * OK [CAPABILITY IMAP4rev1] hi",
                      "C: A1 LOGIN \"anna\" \"s3cret\"",
                      "S: A1 OK [CAPABILITY IMAP4rev1 ENABLE QRESYNC ID] in",
                      "C: A2 ID (\"name\" \"Aside\")",
                      "S: A2 BAD no",
                      "C: A3 ENABLE QRESYNC",
                      "S: A3 NO no"}
            << good;
        QTest::newRow("known already") << Script{"S: * PREAUTH [CAPABILITY IMAP4rev1] hi"} << good;
        QTest::newRow("wrong password")
            << Script{"S: * OK [CAPABILITY IMAP4rev1] hi", "C: A1 LOGIN \"anna\" \"s3cret\"",
                      "S: A1 NO [AUTHENTICATIONFAILED] no"}
            << Errc::SignInRefused;
        QTest::newRow("wrong password, no reason given")
            << Script{"S: * OK [CAPABILITY IMAP4rev1] hi", "C: A1 LOGIN \"anna\" \"s3cret\"", "S: A1 NO no"}
            << Errc::SignInRefused;
        QTest::newRow("a question too many") << Script{"S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] hi",
                                                       "C: A1 AUTHENTICATE PLAIN AGFubmEAczNjcmV0",
                                                       "S: + bW9yZQ==", "C: *", "S: A1 BAD gave up"}
                                             << Errc::BadAnswer;
        QTest::newRow("no way in") << Script{"S: * OK [CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=GSSAPI] hi",
                                             "C? A"}
                                   << Errc::SignInUnsupported;
        QTest::newRow("not now") << Script{"S: * BYE too many connections", "END"} << Errc::ServerRefused;
        QTest::newRow("another protocol") << Script{"S: 220 mail.example ESMTP"} << Errc::BadAnswer;
        QTest::newRow("hung up") << Script{"END"} << Errc::Network;
        QTest::newRow("hung up in the middle")
            << Script{"S: * OK [CAPABILITY IMAP4rev1] hi", "C: A1 LOGIN \"anna\" \"s3cret\"", "END"}
            << Errc::Network;
    }

    void conversations()
    {
        QFETCH(const Script, script);
        QFETCH(const Errc, code);
        test::MailEdgeFake time;
        test::MailScript server(script);
        imap::ImapSession session(time.edge(), {});

        const auto done
            = test::settled(session.signIn(test::at(server, Security::PlainLoopback), test::anna(), {}));

        QCOMPARE(server.surprises(), QStringList());
        QCOMPARE(done ? Errc::Internal : done.error().code, code);
        QCOMPARE(session.link().isOpen(), code == Errc::Internal);
    }

    void startTlsConversations_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<Errc>("code");
        QTest::newRow("what was said before is asked again")
            << Script{"S: * OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN SASL-IR] hi",
                      "C: A1 STARTTLS",
                      "S: A1 OK begin",
                      "TLS",
                      "C: A2 CAPABILITY",
                      "S: * CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR",
                      "S: A2 OK done",
                      "C: A3 AUTHENTICATE PLAIN AGFubmEAczNjcmV0",
                      "S: A3 OK [CAPABILITY IMAP4rev1] in"}
            << Errc::Internal;
        QTest::newRow("CVE-2021-38502: STARTTLS stripped")
            << Script{"S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hi", "C? A"} << Errc::Insecure;
        QTest::newRow("CVE-2020-28896: STARTTLS refused")
            << Script{"S: * OK [CAPABILITY IMAP4rev1 STARTTLS] hi", "C: A1 STARTTLS", "S: A1 NO not today",
                      "C? A"}
            << Errc::Insecure;
        QTest::newRow("CVE-2020-12398, CVE-2014-2567: known already, so never encrypted")
            << Script{"S: * PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] hi", "C? A"} << Errc::Insecure;
        QTest::newRow("CVE-2021-29969: words in front of the handshake")
            << Script{"S: * OK [CAPABILITY IMAP4rev1 STARTTLS] hi", "C: A1 STARTTLS", "S: A1 OK begin",
                      "S: * CAPABILITY IMAP4rev1 AUTH=PLAIN", "TLS"}
            << Errc::Insecure;
        QTest::newRow("CVE-2020-15685: half a line in front of the handshake")
            << Script{"S: * OK [CAPABILITY IMAP4rev1 STARTTLS] hi", "C: A1 STARTTLS", "S: A1 OK begin",
                      "B: *", "TLS"}
            << Errc::Insecure;
        QTest::newRow("no handshake")
            << Script{"S: * OK [CAPABILITY IMAP4rev1 STARTTLS] hi", "C: A1 STARTTLS", "S: A1 OK begin", "END"}
            << Errc::Network;
    }

    void startTlsConversations()
    {
        QFETCH(const Script, script);
        QFETCH(const Errc, code);
        if (m_certificates == nullptr) {
            QSKIP("openssl 3.4 or later is not installed");
        }
        test::MailEdgeFake time(m_certificates->authorities());
        test::MailScript server(script, m_certificates->server(test::MailCertificate::Good));
        imap::ImapSession session(time.edge(), {});

        const auto done
            = test::settled(session.signIn(test::at(server, Security::StartTls), test::anna(), {}));

        QCOMPARE(server.surprises(), QStringList());
        QCOMPARE(done ? Errc::Internal : done.error().code, code);
        for (const QByteArray &line : server.heard()) {
            QVERIFY(code == Errc::Internal || !line.contains("AGFubmEAczNjcmV0"));
        }
    }

    void aServerThatSaysNothingIsLeft()
    {
        test::MailEdgeFake time;
        test::MailScript server({"C? never"});
        imap::ImapSession session(time.edge(), {});

        const auto done = session.signIn(test::at(server, Security::PlainLoopback), test::anna(), {});
        // Time passes only after the connection is there: its own patience is another.
        QTRY_VERIFY(server.hasConnected());
        QTRY_VERIFY_WITH_TIMEOUT((time.pass(std::chrono::seconds(61)), done.isFinished()), 30'000);

        QCOMPARE(test::errorOf(done), Errc::Timeout);
    }

    void whoStopsLeavesTheServer()
    {
        test::MailEdgeFake time;
        test::MailScript server({"S: * OK [CAPABILITY IMAP4rev1] hi", "C? A"});
        imap::ImapSession session(time.edge(), {});
        std::stop_source stop;
        stop.request_stop();

        const auto done
            = session.signIn(test::at(server, Security::PlainLoopback), test::anna(), stop.get_token());

        QCOMPARE(test::errorOf(done), Errc::Cancelled);
        QTRY_VERIFY(server.isLeft());
        QVERIFY(server.heard().isEmpty());
    }

    void aSessionThatGoesAnswersFirst()
    {
        test::MailEdgeFake time;
        test::MailScript server({"C? never"});
        auto session = std::make_unique<imap::ImapSession>(time.edge(), imap::Limits{});
        const auto done = session->signIn(test::at(server, Security::PlainLoopback), test::anna(), {});

        session.reset();

        QCOMPARE(test::errorOf(done), Errc::Cancelled);
    }
};

QTEST_GUILESS_MAIN(ImapSignInTest)
#include "tst_imapsignin.moc"
