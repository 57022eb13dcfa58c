// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/response.h"
#include "app/channels/email/sync/partialletter.h"
#include "app/import/mail/mailparser.h"

#include <QTest>

using namespace aside;
using namespace aside::mail;
using namespace Qt::StringLiterals;

namespace {

constexpr auto header
    = "From: Anna <anna@example.test>\r\nTo: op1@localhost\r\nSubject: =?utf-8?B?0KHRh9GR0YI=?=\r\n"
      "Message-ID: <one@example.test>\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/mixed;\r\n boundary=\"theirs\"\r\nReferences: <zero@example.test>\r\n\r\n";

imap::Value structure(const QByteArray &text)
{
    imap::ResponseReader reader({});
    reader.feed("* 1 FETCH (BODYSTRUCTURE " + text + ")\r\n");
    const auto raw = reader.next();
    const auto response = raw && *raw ? parseResponse(**raw, {}) : fail(Errc::Internal);
    return response ? std::get<imap::Fetched>(*response).structure : imap::Value();
}

/// As the letter reader sees what is left of it.
struct Seen {
    IncomingMessage message;
    LeftParts left;
};

Seen seen(const QByteArray &text, const QHash<QByteArray, QByteArray> &bodies)
{
    const imap::Value tree = structure(text);
    const auto parts = imap::bodyParts(tree);
    const PartialLetter letter
        = partialLetter({.header = header,
                         .structure = tree,
                         .chosen = chooseParts(parts.value_or(QList<imap::BodyPart>())),
                         .bodies = bodies});
    const auto message = parseMail(letter.bytes, {});
    return {.message = message.value_or(IncomingMessage()), .left = letter.left};
}

} // namespace

class PartialLetterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void textAndWhatWasLeft()
    {
        const Seen got = seen(
            R"x(((("text" "plain" ("charset" "utf-8") NIL NIL "8bit" 30 1)("text" "html" ("charset" "utf-8") NIL NIL)x"
            R"x( "quoted-printable" 60 2) "alternative" ("boundary" "x")))x"
            R"x(("application" "pdf" ("name" "=?utf-8?B?0KHRh9GR0YI=?=.pdf") NIL NIL "base64" 9000000 NIL)x"
            R"x( ("attachment" ("filename*0*" "utf-8''%D0%A1%D1%87" "filename*1*" "%D1%91%D1%82.pdf")) NIL))x"
            R"x(("image" "png" NIL "<pic@x>" NIL "base64" 8 NIL ("inline" NIL) NIL) "mixed" ("boundary" "theirs")))x",
            {{"1.1", "Счёт во вложении\r\n"}, {"1.2", "<p>=D0=A1=D1=87=D1=91=D1=82</p>"}, {"3", "QUJD"}});

        QCOMPARE(got.message.remoteId, u"one@example.test"_s);
        QCOMPARE(got.message.references, QStringList{u"zero@example.test"_s});
        QCOMPARE(got.message.subject, u"Счёт"_s);
        QCOMPARE(got.message.text, u"Счёт во вложении"_s);
        QCOMPARE(got.message.html, u"<p>Счёт</p>"_s);
        QCOMPARE(got.message.attachments.size(), 2);
        QCOMPARE(got.message.attachments.at(0).name, u"Счёт.pdf"_s);
        QCOMPARE(got.left.value(got.message.attachments.at(0).data),
                 (ServerPart{.section = u"2"_s, .encoding = PartEncoding::Base64, .size = 9'000'000}));
        QCOMPARE(got.message.attachments.at(1).contentId, u"pic@x"_s);
        QCOMPARE(got.message.attachments.at(1).data, QByteArray("ABC"));
        QCOMPARE(got.left.size(), 1);
    }

    void aFileAlone()
    {
        const Seen got = seen(R"x(("application" "zip" ("name" "a.zip") NIL NIL "base64" 9000000))x", {});

        QCOMPARE(got.message.text, QString());
        QCOMPARE(got.message.attachments.size(), 1);
        QCOMPARE(got.message.attachments.constFirst().name, u"a.zip"_s);
        QCOMPARE(got.left.value(got.message.attachments.constFirst().data).section, u"1"_s);
    }

    void aLongTextBeginsHere()
    {
        const Seen got
            = seen(R"x(("text" "plain" ("charset" "utf-8") NIL NIL "8bit" 9000000 1))x", {{"1", "Начало"}});

        QCOMPARE(got.message.text, u"Начало"_s);
        QCOMPARE(got.message.attachments.size(), 1);
        QCOMPARE(got.left.value(got.message.attachments.constFirst().data).size, 9'000'000);
    }

    void attachedLettersAndReports()
    {
        const Seen got = seen(
            R"x((("text" "plain" NIL NIL NIL "7bit" 5 1)("message" "delivery-status" NIL NIL NIL "7bit" 90 NIL NIL NIL))x"
            R"x(("message" "rfc822" NIL NIL NIL "7bit" 9000000 (NIL "s" NIL NIL NIL NIL NIL NIL NIL NIL))x"
            R"x( (("text" "plain" NIL NIL NIL "7bit" 5 1)("a" "b" NIL NIL NIL "7bit" 5) "mixed") 9 NIL)x"
            R"x( ("attachment" NIL) NIL) "report" ("report-type" "delivery-status")))x",
            {{"1", "Failed"},
             {"2",
              "Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; a@b.test\r\nAction: failed\r\nStatus: "
              "5.1.1\r\n"}});

        QCOMPARE(got.message.text, u"Failed"_s);
        QCOMPARE(got.message.attachments.size(), 2);
        QCOMPARE(got.message.attachments.at(1).mimeType, u"message/rfc822"_s);
        QCOMPARE(got.left.value(got.message.attachments.at(1).data).section, u"3"_s);
    }

    void namesBreakOutOfNothing()
    {
        const Seen got
            = seen("((\"text\" \"plain\" NIL NIL NIL \"7bit\" 5 1)(\"application\" \"pdf\" (\"name\" {22}\r\n"
                   "a\"\r\nX: y\r\n\r\n--theirs\r\n) NIL NIL \"base64\" 9000000) \"mixed\")",
                   {{"1", "hello"}});

        QCOMPARE(got.message.text, u"hello"_s);
        QCOMPARE(got.message.attachments.size(), 1);
        QVERIFY(got.message.attachments.constFirst().name.contains(u"--theirs"_s));
        QCOMPARE(got.left.size(), 1);
    }

    void theSameComesOutTwice()
    {
        const auto text
            = R"x((("text" "plain" NIL NIL NIL "7bit" 5 1)("a" "b" NIL NIL NIL "base64" 9000000) "mixed"))x";

        QCOMPARE(seen(text, {{"1", "x"}}).message, seen(text, {{"1", "x"}}).message);
    }
};

QTEST_GUILESS_MAIN(PartialLetterTest)
#include "tst_partialletter.moc"
