// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/imapsession.h"
#include "tests/channels/email/waiting.h"
#include "tests/servers/mailservers.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using mail::Security;
using test::MailCertificate;

/// Against a real Dovecot with certificates that do not hold: nothing of the credentials may leave.
class MailTlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aCertificateThatDoesNotHoldEndsTheSignIn_data()
    {
        QTest::addColumn<MailCertificate>("certificate");
        QTest::addColumn<Errc>("code");
        QTest::newRow("self-signed") << MailCertificate::SelfSigned << Errc::CertificateUntrusted;
        QTest::newRow("wrong host") << MailCertificate::WrongHost << Errc::CertificateWrongHost;
        QTest::newRow("expired") << MailCertificate::Expired << Errc::CertificateExpired;
    }

    void aCertificateThatDoesNotHoldEndsTheSignIn()
    {
        QFETCH(const MailCertificate, certificate);
        QFETCH(const Errc, code);
        if (!test::MailServers::areInstalled()) {
            QSKIP("Dovecot 2.4 and Exim are not installed");
        }
        const auto servers = test::MailServers::start(certificate);
        QVERIFY(servers);
        for (const Security security : {Security::Tls, Security::StartTls}) {
            imap::ImapSession session(servers->edge(), {});
            const auto done = session.signIn(
                servers->imap(security),
                {.user = u"op1"_s, .password = Secret("secret1"_ba), .token = {}, .host = {}, .port = 0}, {});
            QCOMPARE(test::errorOf(done), code);
        }

        QVERIFY(!servers->log().contains("op1"));
    }
};

QTEST_GUILESS_MAIN(MailTlsTest)
#include "tst_mailtls.moc"
