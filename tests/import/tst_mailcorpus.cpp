// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/mailparser.h"
#include "app/import/mail/mailsources.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <ctime>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

const auto corpus = QStringLiteral(SHARED_DIR "/data/mail/");

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double cpuMillis()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (static_cast<double>(now.tv_sec) * 1e3) + (static_cast<double>(now.tv_nsec) / 1e6);
}

bool hasControls(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.unicode() < 0x20 && c != u'\n' && c != u'\t'; });
}

struct Expected {
    const char *file;
    const char *subject;
    const char *text;
    const char *attachments; ///< names, separated by "; "
};

constexpr auto ruby = "mail-ruby/emails/";
constexpr Expected rubyMail[] = {
    {"attachment_emails/attachment_content_disposition.eml", "testing", "This is the first part.", "api.rb"},
    {"attachment_emails/attachment_message_rfc822.eml", "testing", "This is the first part.",
     "ForwardedMessage.eml"},
    {"attachment_emails/attachment_nonascii_filename.eml", "testing", "This is the first part.", "ciële.txt"},
    {"attachment_emails/attachment_only_email.eml", "this message JUST contains an attachment", "",
     "blah.gz"},
    {"attachment_emails/attachment_pdf.eml", "Another PDF with 🎉 Unicode chars in it 🍿",
     "Just attaching another PDF", "broken.pdf"},
    {"attachment_emails/attachment_with_base64_encoded_name.eml", "Fwd: Signed email causes file attachments",
     "Test attachments with Base64 encoded filename.", "This is a test.pdf"},
    {"attachment_emails/attachment_with_quoted_filename.eml", "Eelanalüüsi päring", "",
     "Eelanalüüsi päring.jpg"},
    {"attachment_emails/attachment_with_unquoted_name.eml", "testing", "This is the first part.",
     "This is a test.txt"},
    {"error_emails/bad_encoded_subject.eml", "TEST", "TEST", ""},
    {"error_emails/cant_parse_from.eml", "Meet the new MacBook Pro family. Now includes 13-inch.",
     "From one solid piece of aluminum", ""},
    {"error_emails/content_transfer_encoding_with_semi_colon.eml", "Attention", "Dear Homeowner,", ""},
    {"error_emails/invalid_subject_characters.eml",
     "Formação FrenetikPolis: Mega Campanha Final Verão | Cursos de Setembro", "TEST", ""},
    {"error_emails/multiple_content_types.eml", "Redacted", "foo", ""},
    {"error_emails/new_line_in_to_header.eml", "[Online Lead] Online Lead #1111111", "<prospect>", ""},
    {"mime_emails/email_with_similar_boundaries.eml", "Xxxxxx", "Test", "LOGO.png"},
    {"mime_emails/raw_email2.eml", "Fwd: Signed email causes file attachments",
     "Just started to use my xxxxxxxx account", "smime.p7s"},
    {"mime_emails/raw_email7.eml", "testing", "This is the first part.", "test.rb; test.pdf; smime.p7s"},
    {"mime_emails/raw_email_with_illegal_boundary.eml", "Testing outlook", "This is an outlook test", ""},
    {"mime_emails/raw_email_with_mimepart_without_content_type.eml",
     "Warning: could not send message for past 1 day", "THIS IS A WARNING MESSAGE ONLY",
     "attachment-1.txt; Est-ce toi ?.eml"},
    {"mime_emails/raw_email_with_nested_attachment.eml", "Testing attachments",
     "Here is a test of an attachment", "truncated.png; smime.p7s"},
    {"mime_emails/sig_only_email.eml", "Re: Testing multipart/signed", "This is random text",
     "signature.asc"},
    {"multi_charset/japanese.eml", "まみむめも", "かきくえこ", ""},
    {"multi_charset/japanese_attachment.eml", "testing", "testing", "てすと.txt"},
    {"multi_charset/japanese_iso_2022.eml", "まみむめも", "すみません。", ""},
    {"multi_charset/japanese_shift_jis.eml", "test", "このメールはテスト用のメールです。", ""},
    {"multi_charset/ks_c_5601-1987.eml", "test", "스티해", ""},
    {"multipart_report_emails/report_530.eml", "Returned mail: see transcript for details",
     "The following addresses had permanent fatal errors", "attachment-1.txt; attachment-2.txt"},
    {"plain_emails/basic_email.eml", "Testing 123", "Hope it works well!", ""},
    {"plain_emails/raw_email.eml", "NOTE: 한국말로 하는 것", "제 이름은 Jamis입니다.", ""},
    {"plain_emails/raw_email5.eml", "", "Envoyé par le service de messagerie texte", ""},
};

constexpr Expected otherMail[] = {
    {"mime-postal/test/fixtures/arf.eml", "FW: Earn money", "This is an email abuse report",
     "attachment-1; attachment-2.eml"},
    {"mime-postal/test/fixtures/bounce.eml", "Undelivered Mail Returned to Sender",
     "automated message from the mail system at Fastmail", "attachment-1.txt; Proovikiri.eml"},
    {"mime-postal/test/fixtures/calendar-event.eml",
     "Invitation: Test event ⏰ @ Thu Apr 11, 2024 11am - 12pm (GMT+3) (andris@ethereal.email)",
     "11am – 12pm", "attachment-1.ics; invite.ics"},
    {"mime-postal/test/fixtures/mixed.eml", "", "Good Morning;", ""},
    {"mime-nodemailer/test/fixtures/nodemailer.eml", "Nodemailer is unicode friendly ✔ (1476358788189)",
     "Hello to myself!", "image.png; nyan cat ✔.gif; notes.txt"},
    {"mime-nodemailer/test/fixtures/delivery-status.eml", "Delivery Status Notification (Failure)",
     "xxxx@xxxx.com", "attachment-1.txt; Example Subject.eml"},
    {"mime-nodemailer/test/fixtures/base64encodedroot.eml", "", "", "screenshot.png"},
    {"mime-kmime/autotests/data/broken-content-disposition.mbox", "Fwd: test broken mail", "blablabla",
     "forwarded message"},
    {"mime-kmime/autotests/data/eai-attachment.mbox", "", "There's nothing to do about this bodypart",
     "blåbærsyltetøy"},
    {"mime-kmime/autotests/data/issue3908.mbox", "Simple test for issue3908", "The mail content", "test"},
    {"mime-kmime/autotests/data/outlook-attachment.mbox", "Attachment test Outlook",
     "Attachment test Outlook", "å.diff"},
    {"mime-kmime/autotests/data/simple-encapsulated.mbox", "Fwd: Foo", "Look at this interesting mail",
     "forwarded message"},
    {"mime-mimekit/messages/body.2.txt", "MimeMessage.TextBody and HtmlBody tests", "This is an html body.",
     ""},
    {"mime-mimekit/messages/body.5.txt", "MimeMessage.TextBody and HtmlBody tests", "This is the text body.",
     "empty.gif; empty.jpg"},
    {"mime-mimekit/messages/body.6.txt", "MimeMessage.TextBody and HtmlBody tests", "This is the text body.",
     "empty.gif; empty.jpg; document.txt"},
    {"mime-mimekit/messages/empty-multipart.txt", "test of empty multipart/alternative",
     "should be on the same level", ""},
    {"mime-mimekit/messages/japanese.txt", "日本語メールテスト (testing Japanese emails)", "送れているか",
     ""},
    {"mime-mimekit/messages/simple-embedded-message.eml", "test of simple embedded message/rfc822 part",
     "This is the message body.", "embedded message.eml"},
    {"mime-mimekit/messages/simple-multipart.eml", "this is a simple multipart message",
     "This is the message body.", "attachment.txt"},
    {"mime-mimekit/tnef/ukr.eml", "rr test 7", "шостий", "winmail.dat"},
    {"mime-mimetreeparser/autotests/testdata/htmlonly.mbox", "HTML test", "SOME HTML text.", ""},
    {"mime-mimetreeparser/autotests/testdata/invitation.mbox", "You've been invited to \"test1234\"",
     "When: 2019-08-01 10:00", "event.ics"},
    {"mime-mimetreeparser/autotests/testdata/plaintextattachment.mbox", "sdflkjsdf", "sdlkjsdjf",
     "xorg.conf"},
    {"mime-mimetreeparser/autotests/testdata/8bitencoded.mbox", "Now I Know: Why Pisa’s Tower Leans",
     "View this email in your browser", ""},
};

void addRow(const QString &folder, const Expected &expected)
{
    QTest::newRow(expected.file)
        << folder + QString::fromUtf8(expected.file) << QString::fromUtf8(expected.subject)
        << QString::fromUtf8(expected.text)
        << QString::fromUtf8(expected.attachments).split(u"; "_s, Qt::SkipEmptyParts);
}

} // namespace

class MailCorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(corpus)) {
            QSKIP("the collections of messages are not here");
        }
    }

    void knownMessageReadsAsPeopleReadIt_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("attachments");
        for (const Expected &expected : rubyMail) {
            addRow(QString::fromLatin1(ruby), expected);
        }
        for (const Expected &expected : otherMail) {
            addRow({}, expected);
        }
    }

    void knownMessageReadsAsPeopleReadIt()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, subject);
        QFETCH(const QString, text);
        QFETCH(const QStringList, attachments);

        const auto message = parseMail(bytesOf(corpus + path), {});

        QVERIFY(message);
        QCOMPARE(message->subject, subject);
        QVERIFY2(message->text.contains(text), qPrintable(message->text));
        QCOMPARE(message->text.isEmpty(), text.isEmpty());
        QStringList names;
        for (const IncomingAttachment &attachment : message->attachments) {
            names.append(attachment.name);
        }
        QCOMPARE(names, attachments);
    }

    void anyFileIsReadInTimeOrRefused_data()
    {
        QTest::addColumn<QString>("folder");
        for (const char *name : {"mail-ruby", "mime-gofuzz", "mime-kmime", "mime-mimekit",
                                 "mime-mimetreeparser", "mime-nodemailer", "mime-postal"}) {
            QTest::newRow(name) << corpus + QLatin1StringView(name);
        }
    }

    void anyFileIsReadInTimeOrRefused()
    {
        QFETCH(const QString, folder);
        int files = 0;

        for (QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
            const QByteArray raw = bytesOf(each.next());
            const double before = cpuMillis();
            const auto message = parseMail(raw, {});
            const double took = cpuMillis() - before;

            QVERIFY2(took < 250, qPrintable(u"%1: %2 ms"_s.arg(each.fileName()).arg(took)));
            QVERIFY2(!message || !hasControls(message->text + message->html + message->subject),
                     qPrintable(each.fileName()));
            ++files;
        }

        QVERIFY(files > 0);
    }

    void mboxHasAllItsMessages_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("count");
        QTest::newRow("content-length") << u"content-length"_s << 29;
        QTest::newRow("issue1189") << u"issue1189"_s << 4;
        QTest::newRow("simple") << u"simple"_s << 3;
        QTest::newRow("unmunged") << u"unmunged"_s << 2;
    }

    void mboxHasAllItsMessages()
    {
        QFETCH(const QString, name);
        QFETCH(const int, count);

        const auto source = openMbox(corpus + u"mime-mimekit/mbox/"_s + name + u".mbox.txt"_s, {});
        QVERIFY(source);
        const auto step = (*source)->next();

        QVERIFY(step);
        QCOMPARE(step->messages.size(), count);
        QVERIFY(step->problems.isEmpty());
        QVERIFY(step->atEnd);
    }
};

QTEST_GUILESS_MAIN(MailCorpusTest)
#include "tst_mailcorpus.moc"
