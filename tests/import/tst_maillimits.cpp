// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/mailparser.h"

#include <QTest>

#include <ctime>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

const auto head
    = "From: Anna <anna@shop.example>\r\nTo: Ivan <ivan@mail.ru>\r\nDate: Thu, 19 Sep 1991 12:41:43 -0400\r\n"
      "Message-ID: <1@shop.example>\r\n"_ba;

QByteArray withText(const QByteArray &contentType, const QByteArray &body)
{
    return head + "Content-Type: " + contentType + "\r\n\r\n" + body;
}

#ifdef __SANITIZE_ADDRESS__
constexpr double mostMillis = 1000; // checked code is several times slower
#else
constexpr double mostMillis = 250;
#endif

double cpuMillis()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (static_cast<double>(now.tv_sec) * 1e3) + (static_cast<double>(now.tv_nsec) / 1e6);
}

} // namespace

class MailLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void limitsAreKept_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<Errc>("code");
        QByteArray deep = head;
        for (int level = 0; level < 150; ++level) {
            const QByteArray boundary = "b" + QByteArray::number(level);
            deep += "Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n--" + boundary + "\r\n";
        }
        QTest::newRow("nesting") << deep << Errc::TooDeep;
        QTest::newRow("parts") << withText("multipart/mixed; boundary=b", "--b\n\nx\n"_ba.repeated(10'001))
                               << Errc::TooLarge;
        QTest::newRow("header") << head + "X: " + QByteArray(1024 * 1024, 'x') + "\n\n" << Errc::TooLarge;
        QTest::newRow("message") << head + "\n" + QByteArray(65 * 1024 * 1024, 'x') << Errc::TooLarge;
        QTest::newRow("empty") << QByteArray() << Errc::BrokenItem;
        QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << Errc::BrokenItem;
        QTest::newRow("prose") << "Some words\nand more\n\nthen: this\n"_ba << Errc::BrokenItem;
    }

    void limitsAreKept()
    {
        QFETCH(const QByteArray, raw);
        QFETCH(const Errc, code);

        const auto message = parseMail(raw, {});

        QVERIFY(!message);
        QCOMPARE(message.error().code, code);
    }

    void maliceTakesNoTime_data()
    {
        QTest::addColumn<QByteArray>("raw");
        const auto html = [](const QByteArray &body) {
            return withText("text/html", body);
        };
        QTest::newRow("dashes") << withText("multipart/mixed; boundary=b", "--\n"_ba.repeated(1'000'000));
        QTest::newRow("words without end") << head + "Subject: " + "=?a?b?"_ba.repeated(150'000) + "\n\n";
        QTest::newRow("open comments in addresses") << "From: " + "("_ba.repeated(500'000) + "\n\n";
        QTest::newRow("nested groups") << "From: " + "a:b<"_ba.repeated(200'000) + "\n\n";
        QTest::newRow("at signs") << "From: " + "a@b "_ba.repeated(200'000) + "\n\n";
        QTest::newRow("parameters") << withText("text/plain;" + "a*0=b;"_ba.repeated(150'000), "x");
        QTest::newRow("references") << head + "References: " + "<a@b>"_ba.repeated(180'000) + "\n\n";
        QTest::newRow("comments") << html("<!-- >"_ba.repeated(300'000));
        QTest::newRow("titles") << html("<title>"_ba.repeated(300'000));
        QTest::newRow("nested divs") << html("<div>"_ba.repeated(300'000));
        QTest::newRow("nested quotes") << html("<blockquote>x"_ba.repeated(100'000));
        QTest::newRow("open quotes") << html("<a b=\"'>"_ba.repeated(200'000));
        QTest::newRow("hidden") << html("<p hidden>"_ba.repeated(200'000));
        QTest::newRow("entities") << html("&"_ba.repeated(1'000'000));
        QTest::newRow("quoted flow") << withText("text/plain; format=flowed", ">"_ba.repeated(1'000'000));
    }

    void maliceTakesNoTime()
    {
        QFETCH(const QByteArray, raw);

        const double before = cpuMillis();
        const auto message = parseMail(raw, {});
        const double took = cpuMillis() - before;

        Q_UNUSED(message)
        QVERIFY2(took < mostMillis, qPrintable(u"%1 ms"_s.arg(took)));
    }
};

QTEST_GUILESS_MAIN(MailLimitsTest)
#include "tst_maillimits.moc"
