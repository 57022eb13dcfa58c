// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/autoconfig/providertable.h"

#include <QSet>
#include <QTest>
#include <QUrl>

using namespace aside;
using namespace Qt::StringLiterals;
using mail::ProviderTable;

class TestProviderTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void knowsLargeServices_data();
    void knowsLargeServices();
    void knowsNobodyElse();
    void isWholeAndEncrypted();
    void findsServicesOfOwnDomains_data();
    void findsServicesOfOwnDomains();
    void refusesBadEntries_data();
    void refusesBadEntries();
};

void TestProviderTable::knowsLargeServices_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("imap");
    QTest::addColumn<MailSignIn>("signIn");

    QTest::newRow("Yandex") << u"anna@yandex.ru"_s << u"imap.yandex.ru"_s << MailSignIn::AppPassword;
    QTest::newRow("Mail.ru") << u"anna@bk.ru"_s << u"imap.mail.ru"_s << MailSignIn::AppPassword;
    QTest::newRow("Rambler") << u"anna@rambler.ru"_s << u"imap.rambler.ru"_s << MailSignIn::Password;
    QTest::newRow("Gmail") << u"Anna@GMail.com"_s << u"imap.gmail.com"_s << MailSignIn::OAuth;
    QTest::newRow("Outlook") << u"anna@hotmail.com"_s << u"outlook.office365.com"_s << MailSignIn::OAuth;
    QTest::newRow("iCloud") << u"anna@me.com"_s << u"imap.mail.me.com"_s << MailSignIn::AppPassword;
    QTest::newRow("Yahoo") << u"anna@yahoo.de"_s << u"imap.mail.yahoo.com"_s << MailSignIn::AppPassword;
    QTest::newRow("AOL") << u"anna@aol.com"_s << u"imap.aol.com"_s << MailSignIn::AppPassword;
    QTest::newRow("Fastmail") << u"anna@fastmail.com"_s << u"imap.fastmail.com"_s << MailSignIn::AppPassword;
    QTest::newRow("GMX") << u"anna@gmx.de"_s << u"imap.gmx.net"_s << MailSignIn::Password;
    QTest::newRow("WEB.DE") << u"anna@web.de"_s << u"imap.web.de"_s << MailSignIn::Password;
    QTest::newRow("Zoho") << u"anna@zoho.com"_s << u"imap.zoho.com"_s << MailSignIn::Password;
    QTest::newRow("Proton") << u"anna@proton.me"_s << u"127.0.0.1"_s << MailSignIn::Password;
}

void TestProviderTable::knowsLargeServices()
{
    QFETCH(const QString, address);
    QFETCH(const QString, imap);
    QFETCH(const MailSignIn, signIn);

    const auto setup = ProviderTable::delivered().ofAddress(address);

    QVERIFY(setup);
    QCOMPARE(setup->imap.host, imap);
    QCOMPARE(setup->signIns.constFirst(), signIn);
    QCOMPARE(setup->user, address);
    QCOMPARE(setup->origin, SetupOrigin::Table);
}

void TestProviderTable::knowsNobodyElse()
{
    for (const QString &address : {u"anna@shop.example"_s, u"anna@notgmail.com"_s, u"anna"_s, u"@gmail.com"_s,
                                   u"anna@gmail.com.evil.example"_s, QString()}) {
        QVERIFY2(!ProviderTable::delivered().ofAddress(address), qPrintable(address));
    }
}

void TestProviderTable::isWholeAndEncrypted()
{
    QSet<QString> seen;
    for (const ProviderTable::Provider &provider : ProviderTable::delivered().providers()) {
        const QByteArray id = provider.id.toLatin1();
        for (const QString &name : provider.domains + provider.exchangers) {
            QCOMPARE(name, name.toLower());
            QCOMPARE(hostName(name), name);
        }
        for (const QString &name : QStringList{provider.id} + provider.domains) {
            QVERIFY2(!seen.contains(name), qPrintable(name));
            seen.insert(name);
        }
        QVERIFY2(!provider.domains.isEmpty() || !provider.exchangers.isEmpty(), id.constData());
        const MailSetup &setup = provider.setup;
        QCOMPARE(setup.signIns.contains(MailSignIn::OAuth), !setup.oauth.isEmpty());
        QVERIFY2(setup.hints.isEmpty() || setup.hints.keys() == (QStringList{u"en"_s, u"ru"_s}),
                 id.constData());
        const bool wantsHint = setup.signIns.constFirst() != MailSignIn::Password;
        QVERIFY2(!wantsHint || !setup.hints.isEmpty(), id.constData());
        QVERIFY2(setup.help.isEmpty() || QUrl(setup.help).scheme() == u"https"_s, id.constData());
    }
    QVERIFY(seen.size() > 100);
}

void TestProviderTable::findsServicesOfOwnDomains_data()
{
    QTest::addColumn<QStringList>("exchangers");
    QTest::addColumn<QString>("imap");

    QTest::newRow("Yandex 360") << QStringList{u"mx.yandex.net"_s} << u"imap.yandex.ru"_s;
    QTest::newRow("Workspace") << QStringList{u"ALT1.ASPMX.L.GOOGLE.COM"_s} << u"imap.gmail.com"_s;
    QTest::newRow("365") << QStringList{u"shop-example.mail.protection.outlook.com"_s}
                         << u"outlook.office365.com"_s;
    QTest::newRow("VK WorkSpace") << QStringList{u"emx.mail.ru"_s} << u"imap.mail.ru"_s;
    QTest::newRow("own first") << QStringList{u"mx.shop.example"_s, u"mx.yandex.net"_s}
                               << u"imap.yandex.ru"_s;
    QTest::newRow("looks like it") << QStringList{u"evilgoogle.com"_s} << QString();
    QTest::newRow("none") << QStringList() << QString();
}

void TestProviderTable::findsServicesOfOwnDomains()
{
    QFETCH(const QStringList, exchangers);
    QFETCH(const QString, imap);

    const auto setup = ProviderTable::delivered().ofExchangers(exchangers, u"anna@shop.example"_s);

    QCOMPARE(setup ? setup->imap.host : QString(), imap);
    if (setup) {
        QCOMPARE(setup->origin, SetupOrigin::Exchanger);
        QCOMPARE(setup->user, u"anna@shop.example"_s);
    }
}

void TestProviderTable::refusesBadEntries_data()
{
    QTest::addColumn<QByteArray>("toml");

    const QByteArray imap = "imap = { host = \"a.example\", port = 993, security = \"tls\" }\n";
    const QByteArray smtp = "smtp = { host = \"a.example\", port = 465, security = \"tls\" }\n";
    const QByteArray head = "[[provider]]\nid = \"x\"\nname = \"X\"\nsign-in = [\"password\"]\n";
    QTest::newRow("no TOML") << QByteArray("[[");
    QTest::newRow("no server") << head + imap;
    QTest::newRow("clear text") << head + imap
            + "smtp = { host = \"a.example\", port = 25, security = \"plain\" }\n";
    QTest::newRow("no port") << head + smtp + "imap = { host = \"a.example\", security = \"tls\" }\n";
    QTest::newRow("no host") << head + smtp + "imap = { host = \"a b\", port = 1, security = \"tls\" }\n";
    QTest::newRow("unknown sign-in") << QByteArray("[[provider]]\nname = \"X\"\nsign-in = [\"magic\"]\n")
            + imap + smtp;
    QTest::newRow("no sign-in") << QByteArray("[[provider]]\nname = \"X\"\n") + imap + smtp;
}

void TestProviderTable::refusesBadEntries()
{
    QFETCH(const QByteArray, toml);

    const auto table = ProviderTable::parse(toml);

    QVERIFY(!table);
    QCOMPARE(table.error().code, Errc::BrokenItem);
}

QTEST_GUILESS_MAIN(TestProviderTable)
#include "tst_providertable.moc"
