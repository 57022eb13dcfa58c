// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/autoconfig/clientconfig.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

QByteArray server(const QByteArray &element, const QByteArray &type, const QByteArray &inner)
{
    return '<' + element + " type=\"" + type + "\">" + inner + "</" + element + '>';
}

QByteArray fields(const QByteArray &host, const QByteArray &port, const QByteArray &security,
                  const QByteArray &authentication = "password-cleartext")
{
    return "<hostname>" + host + "</hostname><port>" + port + "</port><socketType>" + security
        + "</socketType><username>%EMAILADDRESS%</username><authentication>" + authentication
        + "</authentication>";
}

QByteArray file(const QByteArray &incoming, const QByteArray &outgoing)
{
    return "<?xml version=\"1.0\"?><clientConfig version=\"1.1\"><emailProvider id=\"shop.example\">"
           "<domain>shop.example</domain><displayName>The shop</displayName>"
        + incoming + outgoing + "</emailProvider></clientConfig>";
}

QByteArray imap(const QByteArray &inner)
{
    return server("incomingServer", "imap", inner);
}

QByteArray smtp(const QByteArray &inner)
{
    return server("outgoingServer", "smtp", inner);
}

const QByteArray &goodSmtp()
{
    static const QByteArray good = smtp(fields("smtp.shop.example", "465", "SSL"));
    return good;
}

Errc failure(const QByteArray &xml)
{
    const auto setup = mail::parseClientConfig(xml, u"anna@shop.example"_s);
    return setup ? Errc::Internal : setup.error().code;
}

} // namespace

class TestClientConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void namesServersAndUser();
    void fillsInTheAddress_data();
    void fillsInTheAddress();
    void passesByWhatIsNotForUs();
    void neverTakesClearText();
    void refusesWhatIsHostile_data();
    void refusesWhatIsHostile();
    void namesWaysOfSigningIn();
};

void TestClientConfig::namesServersAndUser()
{
    const auto setup = mail::parseClientConfig(
        file(imap(fields("imap.shop.example", "143", "STARTTLS")), goodSmtp()), u"anna@shop.example"_s);

    QVERIFY(setup);
    QCOMPARE(setup->imap,
             (MailServer{.host = u"imap.shop.example"_s, .port = 143, .security = MailSecurity::StartTls}));
    QCOMPARE(setup->smtp, (MailServer{.host = u"smtp.shop.example"_s, .port = 465}));
    QCOMPARE(setup->user, u"anna@shop.example"_s);
    QCOMPARE(setup->provider, u"The shop"_s);
    QCOMPARE(setup->origin, SetupOrigin::Provider);
}

void TestClientConfig::fillsInTheAddress_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QString>("expectedHost");
    QTest::addColumn<QString>("expectedUser");

    QTest::newRow("address") << QByteArray("mx.test") << QByteArray("%EMAILADDRESS%") << u"mx.test"_s
                             << u"anna@shop.example"_s;
    QTest::newRow("local part") << QByteArray("mx.test") << QByteArray("%EMAILLOCALPART%") << u"mx.test"_s
                                << u"anna"_s;
    QTest::newRow("domain") << QByteArray("imap.%EMAILDOMAIN%") << QByteArray("u.%EMAILDOMAIN%")
                            << u"imap.shop.example"_s << u"u.shop.example"_s;
    QTest::newRow("unknown pattern") << QByteArray("mx.test") << QByteArray("%REALNAME%") << u"mx.test"_s
                                     << u"anna@shop.example"_s;
    QTest::newRow("none") << QByteArray("mx.test") << QByteArray() << u"mx.test"_s << u"anna@shop.example"_s;
}

void TestClientConfig::fillsInTheAddress()
{
    QFETCH(const QByteArray, host);
    QFETCH(const QByteArray, pattern);
    QFETCH(const QString, expectedHost);
    QFETCH(const QString, expectedUser);
    QByteArray inner = fields(host, "993", "SSL");
    inner.replace("<username>%EMAILADDRESS%", "<username>" + pattern);

    const auto setup = mail::parseClientConfig(file(imap(inner), goodSmtp()), u"anna@shop.example"_s);

    QVERIFY(setup);
    QCOMPARE(setup->imap.host, expectedHost);
    QCOMPARE(setup->user, expectedUser);
}

void TestClientConfig::passesByWhatIsNotForUs()
{
    const QByteArray pop = server("incomingServer", "pop3", fields("pop.shop.example", "995", "SSL"));
    const QByteArray clear = imap(fields("old.shop.example", "143", "plain"));
    const QByteArray kerberos = imap(fields("kerberos.shop.example", "993", "SSL", "GSSAPI"));
    const QByteArray noPort = imap(fields("zero.shop.example", "0", "SSL"));
    const QByteArray tooFar = imap(fields("far.shop.example", "70000", "SSL"));
    const QByteArray noHost = imap(fields("im ap", "993", "SSL"));
    const QByteArray good = imap(fields("imap.shop.example", "993", "SSL"));

    const auto setup = mail::parseClientConfig(
        file(pop + clear + kerberos + noPort + tooFar + noHost + good, goodSmtp()), u"anna@shop.example"_s);

    QVERIFY(setup);
    QCOMPARE(setup->imap.host, u"imap.shop.example"_s);
}

void TestClientConfig::neverTakesClearText()
{
    const QByteArray good = imap(fields("imap.shop.example", "993", "SSL"));

    QCOMPARE(failure(file(imap(fields("imap.shop.example", "143", "plain")), goodSmtp())), Errc::Insecure);
    QCOMPARE(failure(file(good, smtp(fields("smtp.shop.example", "25", "plain")))), Errc::Insecure);
    QCOMPARE(failure(file(imap(fields("imap.shop.example", "143", "")), goodSmtp())), Errc::Insecure);
}

void TestClientConfig::refusesWhatIsHostile_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<Errc>("code");

    const QByteArray good = file(imap(fields("imap.shop.example", "993", "SSL")), goodSmtp());
    QByteArray bomb = "<!DOCTYPE l [<!ENTITY a \"ha\">";
    for (char name = 'b'; name < 'k'; ++name) {
        const QByteArray before = QByteArray("&") + char(name - 1) + ';';
        bomb += QByteArray("<!ENTITY ") + name + " \"" + before.repeated(10) + "\">";
    }
    bomb += "]>";
    QByteArray expanded = good;
    expanded.replace("The shop", "&j;").replace("<clientConfig", bomb + "<clientConfig");
    QByteArray document = good;
    document.replace("<clientConfig",
                     "<!DOCTYPE clientConfig SYSTEM \"https://evil.example/x\"><clientConfig");
    QByteArray entity = good;
    entity.replace("The shop", "&unknown;");

    QTest::newRow("nothing") << QByteArray() << Errc::BadAnswer;
    QTest::newRow("a page") << QByteArray("<html><body>404</body></html>") << Errc::BadAnswer;
    QTest::newRow("JSON") << QByteArray("{\"imap\": 1}") << Errc::BadAnswer;
    QTest::newRow("zeros") << QByteArray(10'000, '\0') << Errc::BadAnswer;
    QTest::newRow("cut") << good.first(good.size() / 2) << Errc::BadAnswer;
    QTest::newRow("entity bomb") << expanded << Errc::BadAnswer;
    QTest::newRow("document type") << document << Errc::BadAnswer;
    QTest::newRow("unknown entity") << entity << Errc::BadAnswer;
    QTest::newRow("deep") << "<clientConfig>" + QByteArray("<a>").repeated(50'000) << Errc::BadAnswer;
    QTest::newRow("many") << "<clientConfig>" + QByteArray("<a/>").repeated(50'000) + "</clientConfig>"
                          << Errc::BadAnswer;
    QTest::newRow("a host of 60 KB") << file(imap(fields(QByteArray(60'000, 'a'), "993", "SSL")), goodSmtp())
                                     << Errc::NotFound;
    QTest::newRow("a host with a line end")
        << file(imap(fields("imap.shop.example\r\nevil", "993", "SSL")), goodSmtp()) << Errc::NotFound;
    QTest::newRow("no server") << file({}, goodSmtp()) << Errc::NotFound;
    QTest::newRow("no way in") << file(imap(fields("imap.shop.example", "993", "SSL", "NTLM")), goodSmtp())
                               << Errc::SignInUnsupported;
}

void TestClientConfig::refusesWhatIsHostile()
{
    QFETCH(const QByteArray, xml);
    QFETCH(const Errc, code);

    QCOMPARE(failure(xml), code);
}

void TestClientConfig::namesWaysOfSigningIn()
{
    const QByteArray both = imap(fields("imap.shop.example", "993", "SSL", "OAuth2")
                                 + "<authentication>password-cleartext</authentication>");

    const auto setup = mail::parseClientConfig(file(both, goodSmtp()), u"anna@shop.example"_s);

    QVERIFY(setup);
    QCOMPARE(setup->signIns, (QList<MailSignIn>{MailSignIn::OAuth, MailSignIn::Password}));
}

QTEST_GUILESS_MAIN(TestClientConfig)
#include "tst_clientconfig.moc"
