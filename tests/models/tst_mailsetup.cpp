// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/mailsetup.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

class TestMailSetup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void hostsAreAscii_data();
    void hostsAreAscii();
    void domainsAreLowerCase_data();
    void domainsAreLowerCase();
    void strangersAreNamed();
    void settingsKeepTheServers();
};

void TestMailSetup::hostsAreAscii_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("host");

    QTest::newRow("plain") << u" IMAP.shop.example "_s << u"imap.shop.example"_s;
    QTest::newRow("Cyrillic") << u"почта.пример"_s << u"xn--80a1acny.xn--e1afmkfd"_s;
    QTest::newRow("address") << u"127.0.0.1"_s << u"127.0.0.1"_s;
    QTest::newRow("IPv6") << u"2001:db8::1"_s << u"2001:db8::1"_s;
    for (const char *bad : {"", "a b", "-a.example", "a..b", "a.example:993", "https://a.example", "a/b",
                            "user@a.example", "[::1]", "a.example\n", "."}) {
        QTest::newRow(bad) << QString::fromLatin1(bad)
                           << (QByteArray(bad) == "a.example\n" ? u"a.example"_s : QString());
    }
    QTest::newRow("long") << QString(300, u'a') << QString();
}

void TestMailSetup::hostsAreAscii()
{
    QFETCH(const QString, written);
    QFETCH(const QString, host);

    QCOMPARE(hostName(written), host);
}

void TestMailSetup::domainsAreLowerCase_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("domain");

    QTest::newRow("plain") << u"Anna@Shop.Example"_s << u"shop.example"_s;
    QTest::newRow("two") << u"a@b@shop.example"_s << u"shop.example"_s;
    QTest::newRow("none") << u"anna"_s << QString();
    QTest::newRow("nobody") << u"@shop.example"_s << QString();
    QTest::newRow("a machine") << u"anna@localhost"_s << QString();
}

void TestMailSetup::domainsAreLowerCase()
{
    QFETCH(const QString, address);
    QFETCH(const QString, domain);

    QCOMPARE(mailDomain(address), domain);
}

void TestMailSetup::strangersAreNamed()
{
    const QString anna = u"anna@shop.example"_s;
    MailSetup setup{.imap = {.host = u"shop.example"_s, .port = 993},
                    .smtp = {.host = u"smtp.shop.example"_s, .port = 465},
                    .user = anna};

    QVERIFY(strangeHosts(setup, anna).isEmpty());

    setup.imap.host = u"evilshop.example"_s;
    setup.smtp.host = u"shop.example.evil.test"_s;

    QCOMPARE(strangeHosts(setup, anna), (QStringList{u"evilshop.example"_s, u"shop.example.evil.test"_s}));
}

void TestMailSetup::settingsKeepTheServers()
{
    Account account;
    account.address = u"anna@shop.example"_s;
    account.settings.insert(u"sent.copy"_s, u"no"_s);
    const MailSetup setup{
        .imap = {.host = u"imap.shop.example"_s, .port = 1'143, .security = MailSecurity::StartTls},
        .smtp = {.host = u"smtp.shop.example"_s, .port = 465},
        .user = u"anna"_s};

    const Account changed = withSetup(account, setup);

    QCOMPARE(setupOf(changed), setup);
    QCOMPARE(changed.settings.value(u"sent.copy"_s), u"no"_s);
    QCOMPARE(changed.settings.value(u"imap.security"_s), u"starttls"_s);
    QCOMPARE(setupOf(account).imap.port, 993);
    QCOMPARE(
        setupOf(withSetup(changed, {.imap = setup.imap, .smtp = setup.smtp, .user = account.address})).user,
        account.address);
    QVERIFY(!withSetup(changed, {.imap = setup.imap, .smtp = setup.smtp, .user = account.address})
                 .settings.contains(u"user"_s));
}

QTEST_GUILESS_MAIN(TestMailSetup)
#include "tst_mailsetup.moc"
