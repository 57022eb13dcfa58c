// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/email/autoconfigfixture.h"

#include <QTest>

using namespace aside;
using namespace aside::mail;
using namespace Qt::StringLiterals;
using test::AutoconfigWorld;
using test::errorOf;
using test::settled;

namespace {

const QString mailPage = u"/mail/config-v1.1.xml?emailaddress=anna%40shop.example"_s;
const QString wellKnown = u"/.well-known/autoconfig/mail/config-v1.1.xml"_s;
const QString anna = u"anna@shop.example"_s;

QByteArray configuration(const QByteArray &domain, const QByteArray &security = "SSL")
{
    const auto server = [&](const QByteArray &element, const QByteArray &type, const QByteArray &port) {
        return '<' + element + " type=\"" + type + "\"><hostname>" + type + '.' + domain + "</hostname><port>"
            + port + "</port><socketType>" + security
            + "</socketType><username>%EMAILLOCALPART%</username>"
              "<authentication>password-cleartext</authentication></"
            + element + '>';
    };
    return "<clientConfig version=\"1.1\"><emailProvider id=\"x\">" + server("incomingServer", "imap", "993")
        + server("outgoingServer", "smtp", "465") + "</emailProvider></clientConfig>";
}

ServiceRecord record(const QString &target, quint16 port, quint16 priority = 0, quint16 weight = 0)
{
    return {.target = target, .port = port, .priority = priority, .weight = weight};
}

} // namespace

class TestAutoconfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void asksNobodyAboutLargeServices();
    void asksTheWebSiteFirst();
    void goesOnToTheWellKnownPage();
    void followsToAnotherHost();
    void hostileAnswersAreNone_data();
    void hostileAnswersAreNone();
    void clearTextIsRefused();
    void reachesNoPrivatePlace();
    void asksTheNameServer();
    void takesTheBestRecord_data();
    void takesTheBestRecord();
    void knowsTheServiceByItsExchanger();
    void knocksAtUsualNames();
    void saysThatThereIsNothing();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void silenceIsBounded();
    void stopEndsIt_data();
    void stopEndsIt();
    void goneFinderAnswers();
};

void TestAutoconfig::asksNobodyAboutLargeServices()
{
    AutoconfigWorld world;

    const auto setup = settled(world.find(u"anna@mail.ru"_s));

    QVERIFY(setup);
    QCOMPARE(setup->imap.host, u"imap.mail.ru"_s);
    QVERIFY(world.names.asked.isEmpty());
    QVERIFY(world.asked.isEmpty());
}

void TestAutoconfig::asksTheWebSiteFirst()
{
    AutoconfigWorld world;
    world.web.serve(mailPage, "text/xml", configuration("shop.example"));

    const auto setup = settled(world.find(anna));

    QVERIFY(setup);
    QCOMPARE(setup->imap, (MailServer{.host = u"imap.shop.example"_s, .port = 993}));
    QCOMPARE(setup->smtp, (MailServer{.host = u"smtp.shop.example"_s, .port = 465}));
    QCOMPARE(setup->user, u"anna"_s);
    QVERIFY(strangeHosts(*setup, anna).isEmpty());
    QCOMPARE(world.names.asked, QStringList{u"autoconfig.shop.example"_s});
    QVERIFY(world.asked.isEmpty());
}

void TestAutoconfig::goesOnToTheWellKnownPage()
{
    AutoconfigWorld world;
    world.web.serve(wellKnown, "text/xml", configuration("elsewhere.example"));

    const auto setup = settled(world.find(anna));

    QVERIFY(setup);
    QCOMPARE(strangeHosts(*setup, anna),
             (QStringList{u"imap.elsewhere.example"_s, u"smtp.elsewhere.example"_s}));
    QVERIFY(!QByteArray(world.web.requests.constLast()).contains("anna"));
}

void TestAutoconfig::followsToAnotherHost()
{
    AutoconfigWorld world;
    world.web.redirect(mailPage, world.web.url(u"/there"_s, u"elsewhere.example"_s).toEncoded());
    world.web.serve(u"/there"_s, "text/xml", configuration("shop.example"));

    QVERIFY(settled(world.find(anna)));
}

void TestAutoconfig::hostileAnswersAreNone_data()
{
    QTest::addColumn<QByteArray>("answer");

    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n";
    const QByteArray bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
                            "<clientConfig><emailProvider><displayName>&b;</displayName>";
    QTest::newRow("huge by its own words") << head + "Content-Length: 900000000\r\n\r\n<clientConfig>";
    QTest::newRow("huge") << head + "\r\n<clientConfig>" + QByteArray(600'000, ' ');
    QTest::newRow("entities") << head + "Content-Length: " + QByteArray::number(bomb.size()) + "\r\n\r\n"
            + bomb;
    QTest::newRow("a page") << head + "Content-Length: 13\r\n\r\n<html></html>";
    QTest::newRow("a redirect in the clear")
        << QByteArray("HTTP/1.1 302 Found\r\nLocation: http://shop.example/x\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("a redirect to itself") << QByteArray("HTTP/1.1 302 Found\r\nLocation: ")
            + wellKnown.toLatin1() + "\r\nContent-Length: 0\r\n\r\n";
    QTest::newRow("trouble") << QByteArray("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n");
}

void TestAutoconfig::hostileAnswersAreNone()
{
    QFETCH(const QByteArray, answer);
    AutoconfigWorld world;
    for (const QString &page : {mailPage, wellKnown}) {
        world.web.on(page, [answer](QSslSocket &socket) { socket.write(answer); });
    }

    QCOMPARE(errorOf(world.find(anna)), Errc::NotFound);

    QVERIFY(world.web.count(wellKnown) > 0);
    QVERIFY(world.asked.contains(u"_imaps._tcp.shop.example"_s)); // it went on
}

void TestAutoconfig::clearTextIsRefused()
{
    AutoconfigWorld world;
    world.web.serve(mailPage, "text/xml", configuration("shop.example", "plain"));

    QCOMPARE(errorOf(world.find(anna)), Errc::Insecure);
}

void TestAutoconfig::reachesNoPrivatePlace()
{
    AutoconfigWorld world;
    world.names.allowed.clear();
    world.web.serve(mailPage, "text/xml", configuration("shop.example"));

    QCOMPARE(errorOf(world.find(anna)), Errc::NotFound);

    QCOMPARE(world.web.connections, 0);
}

void TestAutoconfig::asksTheNameServer()
{
    AutoconfigWorld world;
    world.services.insert(u"_imap._tcp.shop.example"_s, {record(u"MAIL.hoster.example"_s, 143)});
    world.services.insert(u"_submissions._tcp.shop.example"_s, {record(u"mail.shop.example"_s, 465)});

    const auto setup = settled(world.find(anna));

    QVERIFY(setup);
    QCOMPARE(setup->origin, SetupOrigin::ServiceRecords);
    QCOMPARE(setup->imap,
             (MailServer{.host = u"mail.hoster.example"_s, .port = 143, .security = MailSecurity::StartTls}));
    QCOMPARE(setup->smtp, (MailServer{.host = u"mail.shop.example"_s, .port = 465}));
    QCOMPARE(strangeHosts(*setup, anna), QStringList{u"mail.hoster.example"_s});
}

void TestAutoconfig::takesTheBestRecord_data()
{
    QTest::addColumn<QList<ServiceRecord>>("records");
    QTest::addColumn<QString>("target");

    QTest::newRow("priority") << QList{record(u"b.example"_s, 1, 20, 9), record(u"a.example"_s, 1, 10, 0)}
                              << u"a.example"_s;
    QTest::newRow("weight") << QList{record(u"b.example"_s, 1, 10, 1), record(u"a.example"_s, 1, 10, 5)}
                            << u"a.example"_s;
    QTest::newRow("not there") << QList{record(u"."_s, 0)} << QString();
    QTest::newRow("no port") << QList{record(u"a.example"_s, 0)} << QString();
    QTest::newRow("no name") << QList{record(u"a b"_s, 1)} << QString();
    QTest::newRow("none") << QList<ServiceRecord>() << QString();
}

void TestAutoconfig::takesTheBestRecord()
{
    QFETCH(const QList<ServiceRecord>, records);
    QFETCH(const QString, target);

    const auto best = bestRecord(records);

    QCOMPARE(best ? best->target : QString(), target);
}

void TestAutoconfig::knowsTheServiceByItsExchanger()
{
    AutoconfigWorld world;
    world.exchangers.insert(u"shop.example"_s, {u"mx.yandex.net"_s});

    const auto setup = settled(world.find(anna));

    QVERIFY(setup);
    QCOMPARE(setup->origin, SetupOrigin::Exchanger);
    QCOMPARE(setup->imap.host, u"imap.yandex.ru"_s);
    QCOMPARE(setup->user, anna);
    QVERIFY(!strangeHosts(*setup, anna).isEmpty()); // only the name server said so
}

void TestAutoconfig::knocksAtUsualNames()
{
    AutoconfigWorld world;
    world.listening = {{.host = u"mail.shop.example"_s, .port = 993, .security = Security::Tls},
                       {.host = u"smtp.shop.example"_s, .port = 587, .security = Security::StartTls}};

    const auto setup = settled(world.find(anna));

    QVERIFY(setup);
    QCOMPARE(setup->origin, SetupOrigin::Guess);
    QCOMPARE(setup->imap, (MailServer{.host = u"mail.shop.example"_s, .port = 993}));
    QCOMPARE(setup->smtp,
             (MailServer{.host = u"smtp.shop.example"_s, .port = 587, .security = MailSecurity::StartTls}));
    QVERIFY(world.asked.indexOf(u"imap.shop.example:993"_s)
            < world.asked.indexOf(u"mail.shop.example:993"_s));
    QVERIFY(!world.asked.contains(u"imap.shop.example:143"_s)); // encryption from the first byte goes first
}

void TestAutoconfig::saysThatThereIsNothing()
{
    AutoconfigWorld world;

    QCOMPARE(errorOf(world.find(u"anna@nowhere.example"_s)), Errc::NotFound);
}

void TestAutoconfig::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<QString>("address");

    for (const char *address : {"", "anna", "@shop.example", "anna@", "anna@localhost", "anna@[127.0.0.1]",
                                "anna@shop example", "anna@shop.example\r\nRCPT", "anna@-.example"}) {
        QTest::newRow(address) << QString::fromLatin1(address);
    }
}

void TestAutoconfig::refusesWhatIsNoAddress()
{
    QFETCH(const QString, address);
    AutoconfigWorld world;

    QCOMPARE(errorOf(world.find(address)), Errc::InvalidInput);

    QVERIFY(world.names.asked.isEmpty());
}

void TestAutoconfig::silenceIsBounded()
{
    AutoconfigWorld world;
    world.isNameServerSilent = true;
    world.listening = {{.host = u"imap.shop.example"_s, .port = 993, .security = Security::Tls},
                       {.host = u"smtp.shop.example"_s, .port = 465, .security = Security::Tls}};

    const auto found = world.find(anna);
    QTRY_VERIFY(world.asked.contains(u"_imaps._tcp.shop.example"_s));
    world.time.pass(std::chrono::seconds(5));
    QTRY_VERIFY(world.asked.contains(u"_imap._tcp.shop.example"_s));
    world.time.pass(std::chrono::seconds(5));

    const auto setup = settled(found);
    QVERIFY(setup);
    QCOMPARE(setup->origin, SetupOrigin::Guess);
}

void TestAutoconfig::stopEndsIt_data()
{
    QTest::addColumn<bool>("inTheWeb");

    QTest::newRow("while a page is read") << true;
    QTest::newRow("while the name server is asked") << false;
}

void TestAutoconfig::stopEndsIt()
{
    QFETCH(const bool, inTheWeb);
    AutoconfigWorld world;
    std::stop_source stop;
    world.isNameServerSilent = true;
    if (inTheWeb) {
        world.web.on(mailPage, [](QSslSocket &socket) { socket.write("HTTP/1.1 200 OK\r\n\r\n<client"); });
    }

    const auto found = world.find(anna, stop.get_token());
    QTRY_VERIFY(inTheWeb ? world.web.count(mailPage) > 0 : !world.asked.isEmpty());
    stop.request_stop();

    QCOMPARE(errorOf(found), Errc::Cancelled);
}

void TestAutoconfig::goneFinderAnswers()
{
    AutoconfigWorld world;
    world.isNameServerSilent = true;

    const auto found = world.find(anna);
    QTRY_VERIFY(!world.asked.isEmpty());
    world.finder.reset();
    world.time.pass(std::chrono::seconds(5));

    QCOMPARE(errorOf(found), Errc::Cancelled);
}

QTEST_GUILESS_MAIN(TestAutoconfig)
#include "tst_autoconfig.moc"
