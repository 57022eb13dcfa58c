// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/richtext/quotes.h"
#include "widgets/richtext/safelink.h"

using namespace aside;
using namespace Qt::StringLiterals;

class TestSafeLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void linksLeadWhereABrowserWouldGo_data();
    void linksLeadWhereABrowserWouldGo();
    void everythingElseIsRefused_data();
    void everythingElseIsRefused();
    void doubtIsSaid_data();
    void doubtIsSaid();
    void historyIsFoundInPlainText_data();
    void historyIsFoundInPlainText();
};

void TestSafeLink::linksLeadWhereABrowserWouldGo_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isAltered");

    QTest::newRow("plain") << u"https://example.com/a?b=c#d"_s << u"https://example.com/a?b=c#d"_s << false;
    QTest::newRow("case") << u" HTTP://EXAMPLE.com"_s << u"http://example.com/"_s << false;
    QTest::newRow("backslash") << u"http://evil.example\\@good.com/"_s << u"http://evil.example/@good.com/"_s
                               << false;
    QTest::newRow("user") << u"https://good.com@evil.example/"_s << u"https://evil.example/"_s << true;
    QTest::newRow("number") << u"http://2130706433/x"_s << u"http://127.0.0.1/x"_s << true;
    QTest::newRow("hex") << u"http://0x7f.1/"_s << u"http://127.0.0.1/"_s << true;
    QTest::newRow("octal") << u"http://0177.0.0.01/"_s << u"http://127.0.0.1/"_s << true;
    QTest::newRow("Cyrillic") << u"https://аррӏе.com/"_s << u"https://xn--80ak6aa92e.com/"_s << false;
    QTest::newRow("turned") << u"https://a.example/\u202egpj.exe"_s << u"https://a.example/%E2%80%AEgpj.exe"_s
                            << false;
    QTest::newRow("broken over lines") << u"https://a.exam\r\n\tple/"_s << u"https://a.example/"_s << false;
    QTest::newRow("no slashes") << u"https:a.example"_s << u"https://a.example/"_s << false;
    QTest::newRow("port") << u"http://a.example:8080/"_s << u"http://a.example:8080/"_s << false;
    QTest::newRow("quotes") << u"http://a.example/\"><b>"_s << u"http://a.example/%22%3E%3Cb%3E"_s << false;
    QTest::newRow("mail") << u"mailto:a@b.example?subject=x&attach=/etc/passwd"_s
                          << u"mailto:a@b.example?subject=x"_s << false;
    QTest::newRow("phone") << u"tel:+7(495)123-45-67"_s << u"tel:+7(495)123-45-67"_s << false;
}

void TestSafeLink::linksLeadWhereABrowserWouldGo()
{
    QFETCH(const QString, written);
    QFETCH(const QString, address);
    QFETCH(const bool, isAltered);

    const std::optional<SafeLink> link = safeLink(written);

    QVERIFY(link);
    QCOMPARE(link->address, address);
    QCOMPARE(link->isAltered, isAltered);
    QCOMPARE(safeLink(link->address)->address, address);
}

void TestSafeLink::everythingElseIsRefused_data()
{
    QTest::addColumn<QString>("written");

    for (const QString &written : {u"javascript:alert(1)"_s,
                                   u"java\nscript:alert(1)"_s,
                                   u"data:text/html,x"_s,
                                   u"file:///etc/passwd"_s,
                                   u"/etc/passwd"_s,
                                   u"\\\\server\\share"_s,
                                   u"//a.example/"_s,
                                   u"ftp://a.example/"_s,
                                   u"vbscript:x"_s,
                                   u"smb://a/b"_s,
                                   u"ms-msdt:/id"_s,
                                   u"http://"_s,
                                   u"http:///"_s,
                                   u"http://a b.example/"_s,
                                   u"http://256.256.256.256/"_s,
                                   u"http://1.2.3.4.5/"_s,
                                   u"http://a..example/"_s,
                                   u"http://a.example:99999/"_s,
                                   u"http://a%00b.example/"_s,
                                   u"http://a\u0007.example/"_s,
                                   u"tel:*#06#"_s,
                                   u"mailto:a@b%0abcc:c@d"_s,
                                   QString(),
                                   u"x"_s,
                                   u":"_s,
                                   u"blob:https://a.example/1"_s,
                                   u"about:blank"_s,
                                   u"cid:a"_s,
                                   u"view-source:http://a.example"_s}) {
        QTest::newRow(qPrintable(written.toHtmlEscaped() + u' ')) << written;
    }
}

void TestSafeLink::everythingElseIsRefused()
{
    QFETCH(const QString, written);

    const std::optional<SafeLink> link = safeLink(written);

    QVERIFY2(!link, link ? qPrintable(link->address) : "");
}

void TestSafeLink::doubtIsSaid_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("text");
    QTest::addColumn<LinkDoubt>("doubt");

    QTest::newRow("words") << u"https://a.example/"_s << u"our shop"_s << LinkDoubt::None;
    QTest::newRow("same") << u"https://a.example/x"_s << u"http://www.A.example/y"_s << LinkDoubt::None;
    QTest::newRow("part of it") << u"https://mail.a.example/x"_s << u"a.example"_s << LinkDoubt::None;
    QTest::newRow("other") << u"https://evil.example/"_s << u"https://bank.example/login"_s
                           << LinkDoubt::OtherHost;
    QTest::newRow("ends alike") << u"https://evilbank.example/"_s << u"bank.example"_s
                                << LinkDoubt::OtherHost;
    QTest::newRow("address") << u"http://0x7f.1/"_s << u"here"_s << LinkDoubt::Altered;
    QTest::newRow("look-alike") << u"https://раураl.com/"_s << u"here"_s << LinkDoubt::Lookalike;
    QTest::newRow("mail") << u"mailto:a@b.example"_s << u"bank.example"_s << LinkDoubt::None;
}

void TestSafeLink::doubtIsSaid()
{
    QFETCH(const QString, link);
    QFETCH(const QString, text);
    QFETCH(const LinkDoubt, doubt);

    QCOMPARE(doubtAbout(safeLink(link).value_or(SafeLink{}), text), doubt);
}

void TestSafeLink::historyIsFoundInPlainText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");

    QTest::newRow("none") << u"a\nb"_s << u"a\nb"_s;
    QTest::newRow("quote") << u"a\n\nOn Mon, Anna wrote:\n> b\n>\n> c\n"_s << u"a"_s;
    QTest::newRow("over two lines") << u"a\nOn Mon, 1 Jan 2026 at 10:00\nAnna <a@b.example> wrote:\n> b"_s
                                    << u"a"_s;
    QTest::newRow("Russian") << u"a\n1 января Анна пишет:\n> b"_s << u"a"_s;
    QTest::newRow("signature") << u"a\n-- \nAnna\nShop"_s << u"a"_s;
    QTest::newRow("both") << u"a\n-- \nAnna\nOn Mon, B wrote:\n> b"_s << u"a"_s;
    QTest::newRow("below") << u"> b\na"_s << u"> b\na"_s;
    QTest::newRow("between") << u"> b\na\n> c"_s << u"> b\na"_s;
    QTest::newRow("only quote") << u"> b\n> c"_s << u"> b\n> c"_s;
    QTest::newRow("Outlook") << u"a\n-----Original Message-----\nFrom: x\n\nb"_s << u"a"_s;
    QTest::newRow("dashes in the text")
        << u"a\n-- \n"_s + u"long\n"_s.repeated(40) << u"a\n-- \n"_s + u"long\n"_s.repeated(40);
    QTest::newRow("empty") << QString() << QString();
}

void TestSafeLink::historyIsFoundInPlainText()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);

    const qsizetype from = historyStart(text);

    QCOMPARE((from < 0 ? text : text.first(from)).trimmed(), shown.trimmed());
}

QTEST_MAIN(TestSafeLink)
#include "tst_safelink.moc"
