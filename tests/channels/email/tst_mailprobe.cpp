// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/probe/liveprobe.h"
#include "tests/channels/email/waiting.h"
#include "tests/servers/mailedgefake.h"
#include "tests/servers/mailscript.h"
#include "tests/servers/mailservers.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace aside;
using namespace Qt::StringLiterals;
using mail::LiveProbe;
using mail::Security;
using test::settled;

namespace {

MailServer toServer(const mail::ServerAddress &address)
{
    return {.host = address.host,
            .port = address.port,
            .security = address.security == Security::Tls ? MailSecurity::Tls : MailSecurity::StartTls};
}

MailSecret password(const QByteArray &bytes)
{
    return {.password = Secret(bytes)};
}

/// A server that takes connections and says nothing.
class SilentServer : public QTcpServer
{
public:
    SilentServer() { listen(QHostAddress::LocalHost); }
    [[nodiscard]] MailServer address() const
    {
        return {.host = u"127.0.0.1"_s, .port = serverPort(), .security = MailSecurity::StartTls};
    }
};

} // namespace

/// Against a real Dovecot and a real Exim where they are installed.
class MailProbeTest : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] MailSetup setupOf(const QString &user) const
    {
        return {.imap = toServer(m_servers->imap(Security::Tls)),
                .smtp = toServer(m_servers->smtp()),
                .user = user};
    }

    std::unique_ptr<test::MailServers> m_servers;

private Q_SLOTS:
    void initTestCase()
    {
        if (!test::MailServers::areInstalled()) {
            QSKIP("Dovecot 2.4 and Exim are not installed");
        }
        m_servers = test::MailServers::start();
        QVERIFY(m_servers);
    }

    void init() { QTest::failOnWarning(); }

    void aGoodAccountWorks()
    {
        LiveProbe probe(m_servers->edge());
        QSignalSpy began(&probe, &MailProbe::began);

        const auto report = settled(probe.probe(setupOf(u"op1"_s), password("secret1"), {}));

        QVERIFY(report);
        QVERIFY(!report->fault);
        QCOMPARE(began.count(), 2);
        const auto inbox = std::ranges::find(report->folders, u"INBOX"_s, &MailFolder::key);
        QVERIFY(inbox != report->folders.cend());
        QVERIFY(inbox->isUsual);
    }

    void aTokenIsTaken()
    {
        LiveProbe probe(m_servers->edge());
        MailSetup setup = setupOf(u"op1"_s);
        setup.smtp.port = 1; // this Exim knows no tokens, and is asked only after Dovecot said yes

        const auto report
            = settled(probe.probe(setup, {.password = {}, .token = Secret("good-token"_ba)}, {}));

        QVERIFY(report && report->fault);
        QCOMPARE(report->fault->step, ProbeStep::Sending);
    }

    void refusalsSayWhereAndWhy_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<bool>("isToken");

        QTest::newRow("password") << QByteArray("wrong") << false;
        QTest::newRow("token") << QByteArray("bad-token") << true;
    }

    void refusalsSayWhereAndWhy()
    {
        QFETCH(const QByteArray, secret);
        QFETCH(const bool, isToken);
        LiveProbe probe(m_servers->edge());
        QSignalSpy began(&probe, &MailProbe::began);

        const auto report = settled(probe.probe(
            setupOf(u"op1"_s),
            isToken ? MailSecret{.password = {}, .token = Secret(secret)} : password(secret), {}));

        QVERIFY(report && report->fault);
        QCOMPARE(report->fault->step, ProbeStep::Receiving);
        QCOMPARE(report->fault->code, Errc::SignInRefused);
        QVERIFY(report->fault->words.contains(u"Authentication failed"_s));
        QCOMPARE(began.count(), 1); // a wrong password is not tried at a second door
    }

    void nobodyListens()
    {
        LiveProbe probe(m_servers->edge());
        MailSetup setup = setupOf(u"op1"_s);
        setup.imap.port = 1;

        const auto report = settled(probe.probe(setup, password("secret1"), {}));

        QVERIFY(report && report->fault);
        QCOMPARE(*report->fault, (ProbeFault{.step = ProbeStep::Receiving, .code = Errc::Network}));
    }

    void strangersHearNothing()
    {
        mail::MailEdge edge = m_servers->edge();
        edge.authorities = test::MailCertificates::make()->authorities();
        LiveProbe probe(edge);

        const auto report = settled(probe.probe(setupOf(u"op2"_s), password("secret2"), {}));

        QVERIFY(report && report->fault);
        QCOMPARE(report->fault->code, Errc::CertificateUntrusted);
        QVERIFY(report->fault->words.isEmpty());
        QVERIFY(!m_servers->log().contains("op2"));
    }

    void sendingIsTriedAfterReceiving_data()
    {
        QTest::addColumn<QList<QByteArray>>("smtp");
        QTest::addColumn<ProbeFault>("fault");

        const QList<QByteArray> start{"S: 220 mail", "C? EHLO",          "S: 250-mail", "S: 250 STARTTLS",
                                      "C: STARTTLS", "S: 220 go",        "TLS",         "C? EHLO",
                                      "S: 250-mail", "S: 250 AUTH PLAIN"};
        QTest::newRow("refused") << start
                + QList<QByteArray>{"C? AUTH PLAIN", "S: 535 5.7.139 SMTP is disabled for this mailbox"}
                                 << ProbeFault{.step = ProbeStep::Sending,
                                               .code = Errc::SignInRefused,
                                               .words = u"535 5.7.139 SMTP is disabled for this mailbox"_s};
        QTest::newRow("no encryption")
            << QList<QByteArray>{"S: 220 mail", "C? EHLO", "S: 250-mail", "S: 250 AUTH PLAIN"}
            << ProbeFault{.step = ProbeStep::Sending, .code = Errc::Insecure};
        QTest::newRow("hangs up") << QList<QByteArray>{"S: 220 mail", "END"}
                                  << ProbeFault{.step = ProbeStep::Sending, .code = Errc::Network};
    }

    void sendingIsTriedAfterReceiving()
    {
        QFETCH(const QList<QByteArray>, smtp);
        QFETCH(const ProbeFault, fault);
        const auto certificates = test::MailCertificates::make();
        QVERIFY(certificates);
        test::MailScript server(smtp, certificates->server(test::MailCertificate::Good));
        mail::MailEdge edge = m_servers->edge();
        edge.authorities += certificates->authorities();
        LiveProbe probe(edge);
        MailSetup setup = setupOf(u"op1"_s);
        setup.smtp.port = server.serverPort();

        const auto report = settled(probe.probe(setup, password("secret1"), {}));

        QVERIFY(report && report->fault);
        QCOMPARE(*report->fault, fault);
        QVERIFY(!report->folders.isEmpty());
        QVERIFY(!server.heard().join(' ').contains("secret"));
    }

    void silenceIsBounded()
    {
        test::MailEdgeFake time;
        const SilentServer silent;
        LiveProbe probe(time.edge());

        const auto future = probe.probe(
            {.imap = silent.address(), .smtp = silent.address(), .user = u"op1"_s}, password("x"), {});
        QTRY_VERIFY(silent.hasPendingConnections());
        time.pass(std::chrono::seconds(40));

        const auto report = settled(future);
        QVERIFY(report && report->fault);
        QCOMPARE(report->fault->code, Errc::Timeout);
    }

    void stopEndsIt()
    {
        const SilentServer silent;
        LiveProbe probe(m_servers->edge());
        std::stop_source stop;

        const auto future
            = probe.probe({.imap = silent.address(), .smtp = silent.address(), .user = u"op1"_s},
                          password("x"), stop.get_token());
        QTRY_VERIFY(silent.hasPendingConnections());
        stop.request_stop();

        QCOMPARE(test::errorOf(future), Errc::Cancelled);
    }

    void goneProbeAnswers()
    {
        const SilentServer silent;
        auto probe = std::make_unique<LiveProbe>(m_servers->edge());
        std::stop_source stop;

        const auto future
            = probe->probe({.imap = silent.address(), .smtp = silent.address(), .user = u"op1"_s},
                           password("x"), stop.get_token());
        QTRY_VERIFY(silent.hasPendingConnections());
        probe.reset();
        stop.request_stop();

        QCOMPARE(test::errorOf(future), Errc::Cancelled);
    }
};

QTEST_GUILESS_MAIN(MailProbeTest)
#include "tst_mailprobe.moc"
