// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/email/signingin.h"
#include "tests/channels/email/smtptalk.h"
#include "tests/channels/email/waiting.h"
#include "tests/servers/mailcertificates.h"

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using mail::Security;
using test::Script;
using Talk = test::SmtpTalk;

namespace {

Script times(int count, const Script &script)
{
    Script all;
    for (int i = 0; i < count; ++i) {
        all += script;
    }
    return all;
}

} // namespace

class TestSmtpSignIn : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::MailCertificates> m_certificates;

private Q_SLOTS:
    void initTestCase() { m_certificates = test::MailCertificates::make(); }
    void init() { QTest::failOnWarning(); }

    void signingIn_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<Errc>("code"); // Internal: it goes well
        const auto with = [](const Script &rest, const QByteArray &mechanisms = "AUTH PLAIN") {
            return Script{"S: 220 hi", "C? EHLO [", "S: 250-mail", "S: 250 " + mechanisms} + rest;
        };
        const QByteArray plain = "C: AUTH PLAIN AGFubmEAczNjcmV0";
        QTest::newRow("PLAIN") << with({plain, "S: 235 in"}) << Errc::Internal;
        QTest::newRow("LOGIN") << with({"C: AUTH LOGIN", "S: 334 VXNlcm5hbWU6",
                                        "C: YW5uYQ==", "S: 334 UGFzc3dvcmQ6", "C: czNjcmV0", "S: 235 in"},
                                       "AUTH LOGIN")
                               << Errc::Internal;
        QTest::newRow("wrong password") << with({plain, "S: 535 5.7.8 no"}) << Errc::SignInRefused;
        QTest::newRow("not now") << with({plain, "S: 454 4.7.0 later"}) << Errc::ServerRefused;
        QTest::newRow("no way in common") << with({}, "AUTH GSSAPI") << Errc::SignInUnsupported;
        QTest::newRow("no way at all") << with({}, "HELP") << Errc::SignInUnsupported;
        QTest::newRow("challenges without end") << with(
            Script{"C: AUTH LOGIN"} + times(10, {"S: 334 eA==", "C? "}) + Script{"S: 334 eA=="}, "AUTH LOGIN")
                                                << Errc::BadAnswer;
        QTest::newRow("hangs up") << with({plain, "END"}) << Errc::Network;
        QTest::newRow("no welcome") << Script{"S: 554 go away"} << Errc::ServerRefused;
        QTest::newRow("no hello") << Script{"S: 220 hi", "C? EHLO", "S: 502 what?"} << Errc::ServerRefused;
        QTest::newRow("another protocol") << Script{"S: * OK IMAP4rev1"} << Errc::BadAnswer;
        QTest::newRow("a line without end") << Script{"B: " + QByteArray(10'000, '2')} << Errc::BadAnswer;
    }
    void signingIn()
    {
        QFETCH(const Script, script);
        QFETCH(const Errc, code);
        const Talk talk(script, Security::PlainLoopback, test::anna());

        QCOMPARE(test::errorOf(talk.signedIn), code);
        QCOMPARE(talk.server.surprises(), QStringList());
        QCOMPARE(talk.session->isOpen(), code == Errc::Internal);
    }

    void encryption_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<Errc>("code");
        const Script hello{"S: 220 hi", "C? EHLO [", "S: 250-mail"};
        QTest::newRow("good") << hello + Script{"S: 250 STARTTLS",   "C: STARTTLS",
                                                "S: 220 go",         "TLS",
                                                "C? EHLO [",         "S: 250-mail",
                                                "S: 250 AUTH PLAIN", "C: AUTH PLAIN AGFubmEAczNjcmV0",
                                                "S: 235 in"}
                              << Errc::Internal;
        QTest::newRow("STARTTLS stripped") << hello + Script{"S: 250 AUTH PLAIN"} << Errc::Insecure;
        QTest::newRow("STARTTLS refused")
            << hello + Script{"S: 250 STARTTLS", "C: STARTTLS", "S: 454 not now"} << Errc::Insecure;
        QTest::newRow("a reply in front of the handshake")
            << hello + Script{"S: 250 STARTTLS", "C: STARTTLS", "S: 220 go", "S: 250 AUTH PLAIN"}
            << Errc::Insecure;
        QTest::newRow("half a reply in front of the handshake")
            << hello + Script{"S: 250 STARTTLS", "C: STARTTLS", "S: 220 go", "B: 250-"} << Errc::Insecure;
        QTest::newRow("what was offered before does not count") << hello
                + Script{"S: 250-AUTH PLAIN", "S: 250 STARTTLS", "C: STARTTLS", "S: 220 go", "TLS",
                         "C? EHLO [",         "S: 250 mail"} << Errc::SignInUnsupported;
    }
    void encryption()
    {
        QFETCH(const Script, script);
        QFETCH(const Errc, code);
        const Talk talk(script, Security::StartTls, test::anna(),
                        m_certificates->server(test::MailCertificate::Good), m_certificates->authorities());

        QCOMPARE(test::errorOf(talk.signedIn), code);
        QCOMPARE(talk.server.surprises(), QStringList());
        const QByteArrayList heard = talk.server.heard();
        QCOMPARE(std::ranges::any_of(heard, [](const QByteArray &line) { return line.contains("AGFubmE"); }),
                 code == Errc::Internal);
    }

    void aServerNobodyVouchesForHearsNothing()
    {
        const Talk talk(
            {"S: 220 hi", "C? EHLO [", "S: 250-mail", "S: 250 STARTTLS", "C: STARTTLS", "S: 220 go", "TLS"},
            Security::StartTls, test::anna(), m_certificates->server(test::MailCertificate::Good));

        QCOMPARE(test::errorOf(talk.signedIn), Errc::CertificateUntrusted);
        QCOMPARE(talk.server.heard().size(), 2);
    }

    void aServerThatSaysNothingRunsOutOfTime()
    {
        Talk talk({"S: 220 hi", "C? EHLO ["});
        QTRY_VERIFY(talk.server.isDone());
        talk.time.pass(2min);
        QCOMPARE(test::errorOf(talk.signedIn), Errc::Timeout);
    }
};

QTEST_GUILESS_MAIN(TestSmtpSignIn)
#include "tst_smtpsignin.moc"
