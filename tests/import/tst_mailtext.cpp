// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/mailparser.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

IncomingMessage parsed(const QByteArray &contentType, const QByteArray &body)
{
    const auto message
        = parseMail("From: anna@shop.example\r\nContent-Type: " + contentType + "\r\n\r\n" + body, {});
    if (!message) {
        QTest::qFail(qPrintable(message.error().detail), __FILE__, __LINE__);
        return {};
    }
    return *message;
}

} // namespace

class MailTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void textIsReadableInItsCharset_data()
    {
        QTest::addColumn<QByteArray>("charset");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("text");
        const auto hello = u"Привет"_s;
        const auto windows = "\xCF\xF0\xE8\xE2\xE5\xF2"_ba;
        for (const char *name : {"windows-1251", "win-1251", "cp-1251", "x-cp1251", "\"CP1251\"", "x-unknown",
                                 "us-ascii", "none"}) {
            QTest::newRow(name) << QByteArray(name) << windows << hello;
        }
        for (const char *name :
             {"utf-8", "utf8mb4", "UTF8", "unicode-1-1-utf-8", "x-unknown", "iso-8859-1", "us-ascii"}) {
            QTest::addRow("utf-8 as %s", name) << QByteArray(name) << hello.toUtf8() << hello;
        }
        QTest::newRow("not utf-8 at all") << "utf-8"_ba << windows << hello;
        QTest::newRow("koi8-r") << "koi8-r"_ba << "\xF0\xD2\xC9\xD7\xC5\xD4"_ba << hello;
        QTest::newRow("utf-7") << "unicode-1-1-utf-7"_ba << "+BB8EQAQ4BDIENQRC-"_ba << hello;
        QTest::newRow("iso-2022-jp") << "iso-2022-jp"_ba << "\x1B$B$\"\x1B(B"_ba << u"あ"_s;
        QTest::newRow("latin") << "iso-8859-1"_ba << "caf\xE9 \x80"_ba << u"café €"_s;
        QTest::newRow("NUL and control characters") << "utf-8"_ba
                                                    << QByteArray("a\0b\x07"
                                                                  "c\td",
                                                                  7)
                                                    << u"abc\td"_s;
    }

    void textIsReadableInItsCharset()
    {
        QFETCH(const QByteArray, charset);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, text);

        QCOMPARE(parsed("text/plain; charset=" + charset, body).text, text);
    }

    void flowedLinesBecomeParagraphs_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("text");
        const auto flowed = "text/plain; format=flowed"_ba;
        QTest::newRow("soft line") << flowed << "one \r\ntwo\r\nthree\r\n"_ba << u"one two\nthree"_s;
        QTest::newRow("delsp") << flowed + "; delsp=yes" << "on \r\ne\r\n"_ba << u"one"_s;
        QTest::newRow("stuffed") << flowed << " From here\r\n"_ba << u"From here"_s;
        QTest::newRow("quote") << flowed << "> one \r\n> two\r\nthree"_ba << u"> one two\nthree"_s;
        QTest::newRow("signature") << flowed << "x\r\n-- \r\nAnna"_ba << u"x\n-- \nAnna"_s;
        QTest::newRow("fixed") << "text/plain"_ba << "one \r\ntwo"_ba << u"one \ntwo"_s;
    }

    void flowedLinesBecomeParagraphs()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, text);

        QCOMPARE(parsed(type, body).text, text);
    }

    void htmlBecomesWords_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("text");
        QTest::newRow("blocks") << "<p>One<p>Two<br>Three<div>Four</div>"_ba << u"One\n\nTwo\nThree\nFour"_s;
        QTest::newRow("entities") << "&lt;&amp;&nbsp;&euro;&#1055;&#x41f;&laquo;&unknown;&#0;"_ba
                                  << u"<& €ПП«&unknown;\uFFFD"_s;
        QTest::newRow("astral") << "&#128077;"_ba << u"👍"_s;
        QTest::newRow("script and style")
            << "<style>p{}</style>a<script>if (a<b) x('</p>')</script>b<!-- c -->"_ba << u"ab"_s;
        QTest::newRow("hidden") << "<div style='display: none'>no<div>no</div></div>yes"_ba << u"yes"_s;
        QTest::newRow("hidden and never closed") << "<div style='display:none'>yes"_ba << u"yes"_s;
        QTest::newRow("list") << "<ul><li>a<li>b</ul>c"_ba << u"- a\n- b\n\nc"_s;
        QTest::newRow("quote") << "a<blockquote>b<br>c</blockquote>d"_ba << u"a\n\n> b\n> c\n\nd"_s;
        QTest::newRow("cells") << "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"_ba
                               << u"a b\nc"_s;
        QTest::newRow("white space") << " a\r\n   b "_ba << u"a b"_s;
        QTest::newRow("pre") << "<pre>a\n  b</pre>"_ba << u"a\n  b"_s;
        QTest::newRow("bracket in a value") << "<a title=\"a>b\">x</a>"_ba << u"x"_s;
        QTest::newRow("less than") << "1 < 2"_ba << u"1 < 2"_s;
    }

    void htmlBecomesWords()
    {
        QFETCH(const QByteArray, html);
        QFETCH(const QString, text);

        const auto message = parsed("text/html; charset=utf-8", html);

        QCOMPARE(message.text, text);
        QVERIFY(!message.html.isEmpty());
    }
};

QTEST_GUILESS_MAIN(MailTextTest)
#include "tst_mailtext.moc"
