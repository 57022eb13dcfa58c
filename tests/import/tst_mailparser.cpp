// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/mailparser.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

const auto head
    = "From: Anna <anna@shop.example>\r\nTo: Ivan <ivan@mail.ru>\r\nDate: Thu, 19 Sep 1991 12:41:43 -0400\r\n"
      "Message-ID: <1@shop.example>\r\n"_ba;

IncomingMessage parsed(const QByteArray &raw, const MailContext &context = {})
{
    const auto message = parseMail(raw, context);
    if (!message) {
        QTest::qFail(qPrintable(message.error().detail), __FILE__, __LINE__);
        return {};
    }
    return *message;
}

QByteArray withText(const QByteArray &contentType, const QByteArray &body)
{
    return head + "Content-Type: " + contentType + "\r\n\r\n" + body;
}

} // namespace

class MailParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void headerBecomesValues()
    {
        const auto message = parsed(head + "Subject: Hello\r\n\tthere\r\n\r\nText\r\n");

        QCOMPARE(message.channel, Channel::Email);
        QCOMPARE(message.audience, Audience::Private);
        QCOMPARE(message.direction, Direction::Incoming);
        QCOMPARE(message.remoteId, u"1@shop.example"_s);
        QCOMPARE(message.subject, u"Hello there"_s);
        QCOMPARE(message.authorName, u"Anna"_s);
        QCOMPARE(message.authorHandle, u"anna@shop.example"_s);
        QCOMPARE(message.personHandle, u"anna@shop.example"_s);
        QCOMPARE(toMillis(message.sentAt), 685298503000);
        QCOMPARE(message.text, u"Text"_s);
    }

    void everybodyIsNamed()
    {
        const auto message
            = parsed("From: Anna <anna@shop.example>\r\nTo: Ivan <ivan@mail.ru>, team: a@x.example,\r\n"
                     " b@x.example;\r\nCc: =?utf-8?b?0JDQvdC90LA=?= <c@x.example>\r\n"
                     "Bcc: secret@x.example\r\nReply-To: <desk@x.example>\r\n\r\nText\r\n"_ba);

        QCOMPARE(message.recipients,
                 (QList<Recipient>{{RecipientKind::ReplyTo, {}, u"desk@x.example"_s},
                                   {RecipientKind::To, u"Ivan"_s, u"ivan@mail.ru"_s},
                                   {RecipientKind::To, {}, u"a@x.example"_s},
                                   {RecipientKind::To, {}, u"b@x.example"_s},
                                   {RecipientKind::Cc, u"Анна"_s, u"c@x.example"_s}}));
    }

    void whomWeWroteToInSecretIsKnown()
    {
        const auto message = parsed(head + "Bcc: Petr <petr@x.example>\r\n\r\nText\r\n",
                                    {.ownAddresses = {u"@shop.example"_s}});

        QCOMPARE(message.recipients,
                 (QList<Recipient>{{RecipientKind::To, u"Ivan"_s, u"ivan@mail.ru"_s},
                                   {RecipientKind::Bcc, u"Petr"_s, u"petr@x.example"_s}}));
    }

    void aThousandRecipientsAreCut()
    {
        QByteArray to("To: a@x.example");
        for (int i = 0; i < 5'000; ++i) {
            to += ",\r\n n" + QByteArray::number(i) + "@x.example";
        }
        const auto message = parsed("From: a@x.example\r\n" + to + "\r\n\r\nText\r\n");

        QCOMPARE(message.recipients.size(), mostRecipients);
    }

    void subjectIsReadable_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("subject");
        QTest::newRow("base64") << "=?utf-8?B?0J/RgNC40LLQtdGC?="_ba << u"Привет"_s;
        QTest::newRow("quoted-printable") << "=?windows-1251?Q?=CF=F0=E8=E2=E5=F2_=E8?="_ba << u"Привет и"_s;
        QTest::newRow("a character split between words")
            << "=?utf-8?B?0J/RgNC40LI=?= =?utf-8?B?0A==?=\r\n =?UTF-8?B?tdGC?="_ba << u"Привет"_s;
        QTest::newRow("charset by another name") << "=?win-1251?Q?=CF=F0?="_ba << u"Пр"_s;
        QTest::newRow("language") << "=?utf-8*ru?Q?=D0=9F?="_ba << u"П"_s;
        QTest::newRow("raw utf-8") << "Привет"_ba << u"Привет"_s;
        QTest::newRow("raw windows-1251") << "\xCF\xF0\xE8\xE2\xE5\xF2"_ba << u"Привет"_s;
        QTest::newRow("raw koi8-r") << "\xF0\xD2\xC9\xD7\xC5\xD4"_ba << u"Привет"_s;
        QTest::newRow("raw latin") << "caf\xE9"_ba << u"café"_s;
        QTest::newRow("a word that never ends") << "=?utf-8?Q?abc"_ba << u"=?utf-8?Q?abc"_s;
        QTest::newRow("no space between word and text") << "Re: =?utf-8?Q?=D0=9F?=x"_ba << u"Re: Пx"_s;
        QTest::newRow("control characters and overrides") << "a\x01\xE2\x80\xAE"
                                                             "b"_ba
                                                          << u"ab"_s;
    }

    void subjectIsReadable()
    {
        QFETCH(const QByteArray, raw);
        QFETCH(const QString, subject);

        QCOMPARE(parsed(head + "Subject: " + raw + "\r\n\r\n").subject, subject);
    }

    void rawSubjectFollowsTheCharsetOfTheText()
    {
        const auto raw = head
            + "Subject: \xBF\xE0\xD8\xD2\xD5\xE2\r\nContent-Type: text/plain; charset=iso-8859-5\r\n\r\nx";

        QCOMPARE(parsed(raw).subject, u"Привет"_s);
    }

    void plainAlternativeWinsAndHtmlIsKept()
    {
        const auto message = parsed(
            withText("multipart/alternative; boundary=b",
                     "--b\r\n\r\nPlain\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Rich\r\n--b--\r\n"));

        QCOMPARE(message.text, u"Plain"_s);
        QCOMPARE(message.html, u"<p>Rich"_s);
        QVERIFY(message.attachments.isEmpty());
    }

    void footerOfAListDoesNotReplaceTheHtml()
    {
        const auto message
            = parsed(withText("multipart/mixed; boundary=b",
                              "--b\nContent-Type: text/html\n\n<p>Letter\n--b\n\nFooter\n--b--\n"));

        QCOMPARE(message.text, u"Letter\n\nFooter"_s);
    }

    void missingBoundaryLosesNothing_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("final") << "multipart/mixed; boundary=b"_ba << "--b\n\nText\n"_ba;
        QTest::newRow("inner final")
            << "multipart/mixed; boundary=b"_ba
            << "--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nText\n--b--\n"_ba;
        QTest::newRow("all") << "multipart/mixed; boundary=b"_ba << "Text"_ba;
        QTest::newRow("undeclared") << "multipart/mixed"_ba << "--other\n\nText\n--other--\n"_ba;
        QTest::newRow("wrong") << "multipart/mixed; boundary=b"_ba << "--other\n\nText\n--other--\n"_ba;
        QTest::newRow("no blank line")
            << "multipart/mixed; boundary=b"_ba << "--b\nContent-Type: text/plain\n--b\n\nText\n--b--"_ba;
    }

    void missingBoundaryLosesNothing()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, body);

        QCOMPARE(parsed(withText(type, body)).text, u"Text"_s);
    }

    void attachmentHasAName_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("name");
        const auto pdf = "Content-Type: application/pdf"_ba;
        QTest::newRow("filename") << pdf + "\nContent-Disposition: attachment; filename=\"a b.pdf\""
                                  << u"a b.pdf"_s;
        QTest::newRow("name") << pdf + "; name=a.pdf" << u"a.pdf"_s;
        QTest::newRow("RFC 2231") << pdf + "\nContent-Disposition: attachment; filename*=utf-8''%D0%9F.pdf"
                                  << u"П.pdf"_s;
        QTest::newRow("continued") << pdf
                + "\nContent-Disposition: attachment; filename*0*=utf-8''%D0%9F; filename*1=\".pdf\""
                                   << u"П.pdf"_s;
        QTest::newRow("both forms") << pdf
                + "\nContent-Disposition: attachment; filename=\"_.pdf\"; filename*=utf-8''%D0%9F.pdf"
                                    << u"П.pdf"_s;
        QTest::newRow("RFC 2047") << pdf
                + "\nContent-Disposition: attachment; filename=\"=?utf-8?B?0J8=?=.pdf\""
                                  << u"П.pdf"_s;
        QTest::newRow("raw windows-1251")
            << pdf + "\nContent-Disposition: attachment; filename=\"\xCF\xF0\xE8.pdf\"" << u"При.pdf"_s;
        QTest::newRow("folders") << pdf + "\nContent-Disposition: attachment; filename=\"../../etc/passwd\""
                                 << u"passwd"_s;
        QTest::newRow("Windows folders")
            << pdf + "\nContent-Disposition: attachment; filename=\"C:\\x\\a.pdf\"" << u"a.pdf"_s;
        QTest::newRow("none") << pdf << u"attachment-1.pdf"_s;
        QTest::newRow("text with a name") << "Content-Type: text/plain; name=notes.txt"_ba << u"notes.txt"_s;
    }

    void attachmentHasAName()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const QString, name);

        const auto message
            = parsed(withText("multipart/mixed; boundary=b",
                              "--b\n\nText\n--b\n" + header
                                  + "\nContent-Transfer-Encoding: base64\nContent-ID: <c@x>\n\nAAEC\n--b--"));

        QCOMPARE(message.attachments.size(), 1);
        QCOMPARE(message.attachments.constFirst().name, name);
        QCOMPARE(message.attachments.constFirst().contentId, u"c@x"_s);
        QCOMPARE(message.attachments.constFirst().data, QByteArray("\0\1\2", 3));
        QCOMPARE(message.text, u"Text"_s);
    }

    void attachedMessageIsNamedByItsSubject()
    {
        const auto message
            = parsed(withText("multipart/digest; boundary=b", "--b\n\nSubject: A/B\n\nInner\n--b--"));

        QCOMPARE(message.attachments.size(), 1);
        QCOMPARE(message.attachments.constFirst().name, u"A_B.eml"_s);
        QCOMPARE(message.attachments.constFirst().data, "Subject: A/B\n\nInner"_ba);
    }

    void referencesAreFoundBetweenGarbage_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("garbage") << "References: <a@b> garbage <c d@e> <f@g>,<h@i>\n"_ba
                                 << QStringList{u"a@b"_s, u"f@g"_s, u"h@i"_s};
        QTest::newRow("In-Reply-To") << "In-Reply-To: Your letter <a@b> of <c@d>\n"_ba
                                     << QStringList{u"a@b"_s};
        QTest::newRow("folded") << "References: <a@b>\n\t<c@d>\nIn-Reply-To: <x@y>\n"_ba
                                << QStringList{u"a@b"_s, u"c@d"_s};
        QTest::newRow("itself and repeated")
            << "References: <a@b> <a@b> <1@shop.example>\n"_ba << QStringList{u"a@b"_s};
        QTest::newRow("open") << "References: <a@b> <c@\n"_ba << QStringList{u"a@b"_s};
    }

    void referencesAreFoundBetweenGarbage()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const QStringList, ids);

        QCOMPARE(parsed(head + header + "\nx").references, ids);
    }

    void onlyTheLastHundredReferencesCount()
    {
        QByteArray references = "References:";
        for (int id = 0; id < 300; ++id) {
            references += " <" + QByteArray::number(id) + "@x>\r\n";
        }

        const auto ids = parsed(head + references + "\r\n").references;

        QCOMPARE(ids.size(), 100);
        QCOMPARE(ids.constLast(), u"299@x"_s);
    }

    void messageWithoutIdIsKnownByItsBytes()
    {
        const auto id = parsed("From: a@b.example\n\nx").remoteId;

        QVERIFY(id.startsWith(u"sha256:"_s));
        QCOMPARE(id.size(), 7 + 64);
    }

    void dateIsFoundSomewhere_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<qint64>("millis");
        const qint64 september = 685'298'503'000;
        const qint64 fallback = 1'000'000'000'000;
        QTest::newRow("Date") << "Date: Thu, 19 Sep 1991 12:41:43 -0400\n"_ba << september;
        QTest::newRow("zone name") << "Date: Thu, 19 Sep 91 16:41:43 GMT\n"_ba << september;
        QTest::newRow("Received")
            << "Received: by a; Fri, 20 Sep 1991 00:00:00 +0000\nReceived: by b; Thu, 19 Sep 1991 16:41:43 +0000\n"_ba
            << september;
        QTest::newRow("none") << "X: y\n"_ba << fallback;
        QTest::newRow("nonsense") << "Date: yesterday\n"_ba << fallback;
        QTest::newRow("too early") << "Date: Thu, 19 Sep 1901 12:41:43 -0400\n"_ba << fallback;
        QTest::newRow("too late") << "Date: Thu, 19 Sep 2999 12:41:43 -0400\n"_ba << fallback;
    }

    void dateIsFoundSomewhere()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const qint64, millis);
        const MailContext context{.ownAddresses = {}, .fallbackDate = fromMillis(1'000'000'000'000)};

        QCOMPARE(toMillis(parsed("From: a@b.example\n" + header + "\nx", context).sentAt), millis);
    }

    void ownMailIsOutgoingAndBelongsToTheCustomer_data()
    {
        QTest::addColumn<QStringList>("own");
        QTest::newRow("address") << QStringList{u"ANNA@shop.example"_s};
        QTest::newRow("domain") << QStringList{u"@Shop.Example"_s};
    }

    void ownMailIsOutgoingAndBelongsToTheCustomer()
    {
        QFETCH(const QStringList, own);

        const auto message = parsed(head + "\r\nx", {.ownAddresses = own});

        QCOMPARE(message.direction, Direction::Outgoing);
        QCOMPARE(message.authorName, u"Anna"_s);
        QCOMPARE(message.personName, u"Ivan"_s);
        QCOMPARE(message.personHandle, u"ivan@mail.ru"_s);
    }

    void mailInSentIsOutgoing()
    {
        QCOMPARE(parsed(head + "\r\nx", {.ownAddresses = {}, .isInSent = true}).direction,
                 Direction::Outgoing);
    }

    void addressIsReadable_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("address");
        QTest::newRow("quoted") << "\"Doe, John\" <J@X.example>"_ba << u"Doe, John"_s << u"J@x.example"_s;
        QTest::newRow("comment") << "j@x.example (John)"_ba << u"John"_s << u"j@x.example"_s;
        QTest::newRow("word") << "=?utf-8?B?0JjQstCw0L0=?= <j@x.example>"_ba << u"Иван"_s << u"j@x.example"_s;
        QTest::newRow("word in quotes")
            << "\"=?utf-8?B?0JjQstCw0L0=?=\" <j@x.example>"_ba << u"Иван"_s << u"j@x.example"_s;
        QTest::newRow("word with a comma")
            << "=?utf-8?Q?Doe=2C_John?= <j@x.example>"_ba << u"Doe, John"_s << u"j@x.example"_s;
        QTest::newRow("raw utf-8") << "\"Иван\" <j@x.example>"_ba << u"Иван"_s << u"j@x.example"_s;
        QTest::newRow("raw windows-1251")
            << "\xC8\xE2\xE0\xED <j@x.example>"_ba << u"Иван"_s << u"j@x.example"_s;
        QTest::newRow("international") << "Jø <jø@x.example>"_ba << u"Jø"_s << u"jø@x.example"_s;
        QTest::newRow("name is the address")
            << "'j@x.example' <j@x.example>"_ba << QString() << u"j@x.example"_s;
        QTest::newRow("no grammar") << "John [x], <j@x.example"_ba << u"John [x]"_s << u"j@x.example"_s;
        QTest::newRow("name alone") << "Mail System"_ba << u"Mail System"_s << QString();
        QTest::newRow("two headers") << "j@x.example\nFrom: other@x.example"_ba << QString()
                                     << u"j@x.example"_s;
    }

    void addressIsReadable()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QString, name);
        QFETCH(const QString, address);

        const auto message = parsed("From: " + from + "\nSubject: x\n\n");

        QCOMPARE(message.authorName, name);
        QCOMPARE(message.authorHandle, address);
    }

    void readMarkIsFound_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("mark");
        QTest::newRow("Mozilla read") << "X-Mozilla-Status: 0001\n"_ba << 1;
        QTest::newRow("Mozilla unread") << "X-Mozilla-Status: 0010\n"_ba << 0;
        QTest::newRow("Status read") << "Status: RO\n"_ba << 1;
        QTest::newRow("Status unread") << "Status: O\n"_ba << 0;
        QTest::newRow("none") << "X: y\n"_ba << -1;
    }

    void readMarkIsFound()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const int, mark);

        const auto found = readMark(header + "\n");

        QCOMPARE(found ? int(*found) : -1, mark);
    }
};

QTEST_GUILESS_MAIN(MailParserTest)
#include "tst_mailparser.moc"
