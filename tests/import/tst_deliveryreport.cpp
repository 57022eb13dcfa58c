// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/mailparser.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView returned = "\r\nFrom: support@shop.example\r\nTo: anna@example.org\r\n"
                                    "Subject: Re: Late parcel\r\nMessage-ID: <0193-a@shop.example>\r\n";

/// A report as RFC 3464 wants it.
QByteArray report(const QByteArray &words, const QByteArray &status,
                  const QByteArray &last
                  = "message/rfc822\r\n" + returned.toByteArray() + "\r\nTomorrow.\r\n")
{
    return "From: Mail Delivery System <Mailer-Daemon@mx.example>\r\nTo: support@shop.example\r\n"
           "Subject: Mail delivery failed\r\nMessage-ID: <r1@mx.example>\r\nReturn-Path: <>\r\n"
           "MIME-Version: 1.0\r\n"
           "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n"
           "--b\r\nContent-Type: text/plain\r\n\r\n"
        + words + "\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n" + status
        + "\r\n--b\r\nContent-Type: " + last + "\r\n--b--\r\n";
}

QByteArray plain(const QByteArray &fields, const QByteArray &text)
{
    return fields
        + "To: support@shop.example\r\nSubject: failure notice\r\nMessage-ID: <r2@mx.example>\r\n\r\n" + text;
}

} // namespace

/// Reports of what did not arrive, as the programs of the world write them.
class TestDeliveryReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void failureIsRead_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("recipient");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");

        QTest::addRow("Postfix") << report(
            "I'm sorry to have to inform you that your message could not be delivered.",
            "Reporting-MTA: dns; mx.example\r\nX-Postfix-Queue-ID: 4F3\r\n\r\n"
            "Final-Recipient: rfc822; anna@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n"
            "Diagnostic-Code: smtp; 550 5.1.1 <anna@example.org>: User\r\n unknown\r\n")
                                 << u"anna@example.org"_s << u"5.1.1"_s
                                 << u"550 5.1.1 <anna@example.org>: User unknown"_s;
        QTest::addRow("one of two failed")
            << report("Partly delivered.",
                      "Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; boss@shop.example\n"
                      "Action: delivered\nStatus: 2.0.0\n\nOriginal-Recipient: rfc822; anna@example.org\n"
                      "Action: FAILED\nStatus: 5.2.2 (mailbox full)\nDiagnostic-Code: smtp; 552 full\n")
            << u"anna@example.org"_s << u"5.2.2"_s << u"552 full"_s;
        QTest::addRow("Exchange, header alone")
            << report("Delivery has failed to these recipients:\r\nRemote Server returned '550 5.7.1 denied'",
                      "Reporting-MTA: dns;ex.example\r\n\r\nFinal-Recipient: rfc822;anna@example.org\r\n"
                      "Action: failed\r\nStatus: 5.7.1\r\n",
                      "text/rfc822-headers\r\n" + returned.toByteArray())
            << u"anna@example.org"_s << u"5.7.1"_s << u"Remote Server returned '550 5.7.1 denied'"_s;
        QTest::addRow("Exim of old") << plain(
            "From: Mail Delivery System <Mailer-Daemon@mx.example>\r\n"
            "X-Failed-Recipients: anna@example.org\r\nAuto-Submitted: auto-replied\r\n",
            "This message was created automatically by mail delivery software.\r\n\r\n"
            "  anna@example.org\r\n    SMTP error from remote mail server after RCPT "
            "TO:<anna@example.org>:\r\n"
            "    550 no such user here\r\n\r\n"
            "------ This is a copy of the message, including all the headers. ------\r\n"
                + returned.toByteArray() + "\r\nTomorrow.\r\n")
                                     << u"anna@example.org"_s << u"550"_s << u"550 no such user here"_s;
        QTest::addRow("qmail") << plain(
            "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example\r\n",
            "Hi. This is the qmail-send program at mx.example.\r\n\r\n<anna@example.org>:\r\n"
            "Sorry, no mailbox here by that name. (#5.1.1)\r\n\r\n"
            "--- Below this line is a copy of the message.\r\n"
                + returned.toByteArray() + "\r\nTomorrow.\r\n")
                               << QString() << u"5.1.1"_s
                               << u"Sorry, no mailbox here by that name. (#5.1.1)"_s;
    }

    void failureIsRead()
    {
        QFETCH(const QByteArray, raw);

        const auto message = parseMail(raw, {});

        QVERIFY(message && message->failure);
        QCOMPARE(message->failure->messageId, u"0193-a@shop.example"_s);
        QTEST(message->failure->recipient, "recipient");
        QTEST(message->failure->code, "code");
        QTEST(message->failure->words, "words");
        QCOMPARE(message->references, QStringList{u"0193-a@shop.example"_s}); // where it belongs
    }

    void whatIsNoFailureIsNone_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addRow("late") << report("Will be tried again.",
                                        "Reporting-MTA: dns; mx.example\r\n\r\n"
                                        "Final-Recipient: rfc822; anna@example.org\r\nAction: delayed\r\n"
                                        "Status: 4.4.1\r\n");
        QTest::addRow("arrived") << report("It is there.",
                                           "Reporting-MTA: dns; mx.example\r\n\r\n"
                                           "Final-Recipient: rfc822; anna@example.org\r\nAction: relayed\r\n"
                                           "Status: 2.1.5\r\n");
        QTest::addRow("no status at all") << report("?", {});
        QTest::addRow("a person who quotes a report")
            << plain("From: Anna <anna@example.org>\r\n",
                     "I got this:\r\n550 5.1.1 no such user\r\n" + returned.toByteArray());
        QTest::addRow("late, in words")
            << plain("From: Mailer-Daemon@mx.example\r\n",
                     "Warning: message 1abc delayed 24 hours\r\n" + returned.toByteArray());
        QTest::addRow("of nothing")
            << "From: Mailer-Daemon@mx.example\r\nReturn-Path: <>\r\n\r\n550 5.1.1 no such user\r\n"_ba;
    }

    void whatIsNoFailureIsNone()
    {
        QFETCH(const QByteArray, raw);

        const auto message = parseMail(raw, {});

        QVERIFY(message);
        QVERIFY(!message->failure);
    }

    void hostileReportsTakeNoTime()
    {
        const QByteArray block("Final-Recipient: rfc822; a@x\r\nAction: delayed\r\n\r\n");
        const auto many = parseMail(report("x", block.repeated(100'000)), {});
        QVERIFY(many && !many->failure);

        const auto words = parseMail(
            plain("From: mailer-daemon@x\r\n", QByteArray("550 ").repeated(300'000) + returned.toByteArray()),
            {});
        QVERIFY(words);
        QVERIFY(!words->failure || words->failure->words.size() <= 1'000);
    }
};

QTEST_GUILESS_MAIN(TestDeliveryReport)
#include "tst_deliveryreport.moc"
