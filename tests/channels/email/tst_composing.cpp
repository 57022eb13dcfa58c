// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/compose/headerfields.h"
#include "app/channels/email/compose/letterdevice.h"
#include "app/channels/email/compose/textencoding.h"
#include "app/import/mail/mailaddress.h"
#include "app/import/mail/mailheader.h"
#include "app/import/mail/mailparser.h"
#include "models/mail/mailboxcheck.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace aside::mail;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Mailbox shop{.name = u"Лавка, «Ромашка»"_s, .address = u"help@shop.example"_s};
const Mailbox anna{.name = u"Anna \"A\" O'Neil"_s, .address = u"anna@mail.example"_s};

Letter letterTo(const Mailbox &to)
{
    Letter letter;
    letter.from = shop;
    letter.to = {to};
    letter.subject = u"Re: Заказ"_s;
    letter.messageId = u"0193-a@shop.example"_s;
    letter.date = Instant(1'700'000'000s);
    letter.text = u"Здравствуйте!\n\nПривезём завтра."_s;
    return letter;
}

QByteArray bytesOf(const Letter &letter)
{
    const auto device = LetterDevice::make(letter);
    return device ? (*device)->readAll() : QByteArray();
}

QByteArray decodedField(const QByteArray &field, const QByteArray &name)
{
    const QByteArray bytes = field + "\r\n";
    return MailHeader::read(bytes).text(name, {}).toUtf8();
}

QStringList hostileLines()
{
    QStringList lines{u"a\r\nBcc: evil@example.com"_s,
                      u"a\nContent-Type: text/html"_s,
                      u"\r\n\r\n<b>body</b>"_s,
                      u"x\u2028Bcc: e@x"_s,
                      u"=?utf-8?B?QmNjOiBl?="_s,
                      QString(5'000, u'я'),
                      QString(5'000, u'x'),
                      u"😀"_s.repeated(200),
                      u"\u0000\u0007"_s,
                      u"\u202egpj.exe"_s};
    QFile file(QStringLiteral(SHARED_DIR "/data/text/naughty-strings/blns.txt"));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (!line.startsWith('#') && !line.isEmpty()) {
                lines.append(QString::fromUtf8(line));
            }
        }
    }
    return lines;
}

} // namespace

class TestComposing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aLetterIsReadBackAsItWasWritten()
    {
        Letter letter = letterTo(anna);
        letter.cc = {{.name = {}, .address = u"boris@пример.рф"_s}};
        letter.bcc = {{.name = {}, .address = u"boss@shop.example"_s}};
        letter.inReplyTo = u"q@mail.example"_s;
        letter.references = {u"first@mail.example"_s, u"q@mail.example"_s};

        const QByteArray bytes = bytesOf(letter);
        const auto read = parseMail(bytes, {.ownAddresses = {u"help@shop.example"_s}});

        QVERIFY(read);
        QCOMPARE(read->remoteId, letter.messageId);
        QCOMPARE(read->references, letter.references);
        QCOMPARE(read->subject, letter.subject);
        QCOMPARE(read->authorName, shop.name);
        QCOMPARE(read->personName, anna.name);
        QCOMPARE(read->personHandle, anna.address);
        QCOMPARE(read->sentAt, letter.date);
        QCOMPARE(read->text.trimmed(), letter.text);
        QVERIFY(!bytes.contains("boss@"));
        QVERIFY(bytes.contains("boris@xn--e1afmkfd.xn--p1ai"));
    }

    void theDateKeepsTheSendersClock()
    {
        QCOMPARE(dateField("Date", Instant(1'700'000'000s), 3h),
                 QByteArray("Date: Wed, 15 Nov 2023 01:13:20 +0300\r\n"));
        QCOMPARE(dateField("Date", Instant(1'700'000'000s), -(9h + 30min)),
                 QByteArray("Date: Tue, 14 Nov 2023 12:43:20 -0930\r\n"));
    }

    void nothingAnybodyWritesBeginsAFieldOfItsOwn()
    {
        for (const QString &hostile : hostileLines()) {
            Letter letter = letterTo({.name = hostile, .address = u"anna@mail.example"_s});
            letter.from.name = hostile;
            letter.subject = hostile;
            letter.inReplyTo = hostile;
            letter.references = {hostile, u"good@mail.example"_s};
            letter.text = hostile;
            LetterFile file = fileOfBytes(hostile, hostile, "x");
            file.alt = hostile;
            letter.files = {file};

            const QByteArray bytes = bytesOf(letter);
            const QByteArray header = bytes.first(bytes.indexOf("\r\n\r\n") + 2);
            QByteArrayList names;
            const MailHeader whole = MailHeader::read(bytes);
            for (const MailHeader::Field &field : whole.fields()) {
                names.append(field.name.toByteArray());
            }
            names.removeAll("In-Reply-To");
            QCOMPARE(names.join(' '),
                     QByteArray("Date From To Message-ID References Subject MIME-Version Content-Type"));
            for (const QByteArray &line : header.split('\n')) {
                QVERIFY2(line.size() < 998, line.constData());
            }
            const auto read = parseMail(bytes, {});
            QVERIFY(read);
            QCOMPARE(read->attachments.size(), 1);
            QCOMPARE(read->attachments.constFirst().data, QByteArray("x"));
        }
    }

    void subjectsSurvive_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::newRow("plain") << u"Your order"_s;
        QTest::newRow("long") << u"word "_s.repeated(100).trimmed();
        QTest::newRow("Russian") << u"Где мой заказ № 17 и когда его привезут, скажите пожалуйста"_s;
        QTest::newRow("mostly English")
            << u"The café is closed on Monday, is it not? Please say when it opens"_s;
        QTest::newRow("emoji at every place") << u"a😀"_s.repeated(60);
        QTest::newRow("looks encoded") << u"=?utf-8?Q?no?= is what I wrote"_s;
        QTest::newRow("one word of 2,000") << QString(2'000, u'x');
        QTest::newRow("empty") << QString();
    }
    void subjectsSurvive()
    {
        QFETCH(const QString, subject);

        const QByteArray field = textField("Subject", subject);

        QCOMPARE(QString::fromUtf8(decodedField(field, "Subject")), subject);
        for (const QByteArray &line : field.split('\n')) {
            QCOMPARE_LE(line.size(), 78);
        }
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<bool>("needsUtf8");
        QTest::newRow("plain") << u" a.b+c@Shop.Example "_s << QByteArray("a.b+c@shop.example") << false;
        QTest::newRow("IDN") << u"a@почта.рф"_s << QByteArray("a@xn--80a1acny.xn--p1ai") << false;
        QTest::newRow("UTF-8") << u"почта@почта.рф"_s << QByteArray("почта@xn--80a1acny.xn--p1ai") << true;
        QTest::newRow("quoted") << u"\"a b\"@x.example"_s << QByteArray("\"a b\"@x.example") << false;
        qsizetype number = 0;
        for (const QString &wrong :
             {u"a"_s, u"@x.example"_s, u"a@"_s, u"a b@x.example"_s, u".a@x.example"_s, u"a..b@x.example"_s,
              u"a@x example"_s, u"a>@x.example"_s, u"a@x.example>\r\nRCPT TO:<b@x.example"_s,
              u"a\r\n@x.example"_s, u"a@[127.0.0.1]"_s, u"\"a\"b\"@x.example"_s, u"a\u202e@x.example"_s,
              QString(65, u'a') + u"@x.example"_s, u"a@"_s + QString(300, u'x') + u".example"_s}) {
            QTest::addRow("no address %lld", static_cast<long long>(++number))
                << wrong << QByteArray() << false;
        }
    }
    void addresses()
    {
        QFETCH(const QString, address);
        QFETCH(const QByteArray, wire);

        const auto result = wireAddress(address);

        QCOMPARE(result ? result->bytes : QByteArray(), wire);
        QTEST(result ? result->needsUtf8 : false, "needsUtf8");
        if (!result) {
            QCOMPARE(result.error().code, Errc::InvalidInput);
            QVERIFY(!LetterDevice::make(letterTo({.name = {}, .address = address})));
            Letter hidden = letterTo(anna);
            hidden.bcc = {{.name = {}, .address = address}};
            QVERIFY(!LetterDevice::make(hidden));
        }
    }

    void aLetterToNobodyIsNone()
    {
        Letter letter = letterTo(anna);
        letter.to.clear();
        QCOMPARE(LetterDevice::make(letter).error().code, Errc::InvalidInput);
    }

    void textsAreEncodedForSevenBits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("encoding");
        QTest::newRow("plain") << u"Hello\n.\n..two\n"_s << QByteArray("7bit");
        QTest::newRow("From at the start") << u"From here on\nFrom\n"_s << QByteArray("quoted-printable");
        QTest::newRow("blank at the end") << u"-- \nAnna\n"_s << QByteArray("quoted-printable");
        QTest::newRow("a boundary") << u"--=_m123\n"_s << QByteArray("quoted-printable");
        QTest::newRow("long line") << u"word "_s.repeated(300) + u"end\n"_s << QByteArray("quoted-printable");
        QTest::newRow("English with accents")
            << u"The café and the naïve résumé of somebody\n"_s << QByteArray("quoted-printable");
        QTest::newRow("Russian") << u"Здравствуйте, Анна!\n\nПривезём завтра.\n"_s << QByteArray("base64");
        QTest::newRow("every length") << [] {
            QString all;
            for (int i = 0; i < 200; ++i) {
                all += QString(i, u'é') + u"x="_s.repeated(i) + u" \n"_s;
            }
            return all;
        }() << QByteArray();
    }
    void textsAreEncodedForSevenBits()
    {
        QFETCH(const QString, text);
        QFETCH(const QByteArray, encoding);

        const EncodedText encoded = encodeText(text);

        if (!encoding.isEmpty()) {
            QCOMPARE(encoded.encoding, encoding);
        }
        for (const QByteArray &line : encoded.bytes.split('\n')) {
            QCOMPARE_LE(line.size(), 77);
            QVERIFY(line.isEmpty() || line.endsWith('\r'));
        }
        const QByteArray mail = "From: a@b.example\r\nContent-Type: text/plain; charset=utf-8\r\n"
                                "Content-Transfer-Encoding: "
            + encoded.encoding + "\r\n\r\n" + encoded.bytes;
        const auto read = parseMail(mail, {});
        QVERIFY(read);
        QCOMPARE(read->text.trimmed(), text.trimmed());
    }

    void filesAreReadAsTheLetterIs()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"large.bin"_s);
        QByteArray content;
        for (int i = 0; i < 300'001; ++i) {
            content.append(static_cast<char>((i * 31) & 0xff));
        }
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(content) == content.size());
        out.close();
        int opened = 0;
        Letter letter = letterTo(anna);
        letter.html = u"<p>Привезём <b>завтра</b>.</p>"_s;
        letter.files = {{.name = u"Счёт за ноябрь.bin"_s,
                         .mimeType = u"application/x-thing"_s,
                         .alt = {},
                         .size = content.size(),
                         .open =
                             [&] {
                                 ++opened;
                                 auto file = std::make_unique<QFile>(path);
                                 return file->open(QIODevice::ReadOnly) ? std::move(file) : nullptr;
                             }},
                        fileOfBytes(u"empty.txt"_s, u"text/plain"_s, {})};
        letter.files[1].alt = u"Пусто"_s;

        auto device = LetterDevice::make(letter);
        QVERIFY(device);
        QCOMPARE(opened, 0);
        QByteArray bytes;
        while (bytes.size() < (*device)->total()) {
            const QByteArray piece = (*device)->read(1'000);
            QCOMPARE_GT(piece.size(), 0);
            bytes += piece;
        }

        QCOMPARE(opened, 1);
        QCOMPARE(bytes.size(), (*device)->total());
        QVERIFY((*device)->read(1).isEmpty());
        const auto read = parseMail(bytes, {});
        QVERIFY(read);
        QCOMPARE(read->attachments.size(), 2);
        QCOMPARE(read->attachments[0].name, u"Счёт за ноябрь.bin"_s);
        QCOMPARE(read->attachments[0].mimeType, u"application/x-thing"_s);
        QVERIFY(read->attachments[0].data == content);
        QCOMPARE(read->attachments[1].data, QByteArray());
        QCOMPARE(read->text.trimmed(), letter.text);
        QVERIFY(read->html.contains(u"<b>завтра</b>"_s));
    }

    void aFileThatIsNotWhatItWasEndsTheLetter_data()
    {
        QTest::addColumn<int>("said");
        QTest::addColumn<bool>("isThere");
        QTest::newRow("gone") << 10 << false;
        QTest::newRow("shorter") << 200'000 << true;
        QTest::newRow("longer") << 10 << true;
        QTest::newRow("longer than nothing") << 0 << true;
    }
    void aFileThatIsNotWhatItWasEndsTheLetter()
    {
        QFETCH(const int, said);
        QFETCH(const bool, isThere);
        Letter letter = letterTo(anna);
        LetterFile file = fileOfBytes(u"a.bin"_s, {}, QByteArray(100'000, 'x'));
        file.size = said;
        if (!isThere) {
            file.open = [] {
                return std::unique_ptr<QIODevice>();
            };
        }
        letter.files = {file};

        auto device = LetterDevice::make(letter);
        QVERIFY(device);
        char buffer[4'096];
        qint64 last = 0;
        while ((last = (*device)->read(buffer, sizeof buffer)) > 0) { }

        QCOMPARE(last, -1);
        QCOMPARE_LT((*device)->pos(), (*device)->total());
        QVERIFY((*device)->bytesAvailable() > 0);
    }

    void namesOfFilesSurvive_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << u"map.png"_s;
        QTest::newRow("quotes") << u"a \"b\" c.txt"_s;
        QTest::newRow("Russian")
            << u"Очень длинное имя файла со счётом за ноябрь и декабрь прошлого года.pdf"_s;
        QTest::newRow("long") << QString(150, u'x') + u".pdf"_s;
        QTest::newRow("percent") << u"100%25 скидка 'сегодня'*.pdf"_s;
    }
    void namesOfFilesSurvive()
    {
        QFETCH(const QString, name);
        Letter letter = letterTo(anna);
        letter.files = {fileOfBytes(name, u"image/png"_s, "x")};

        const QByteArray bytes = bytesOf(letter);

        const auto read = parseMail(bytes, {});
        QVERIFY(read);
        QCOMPARE(read->attachments.constFirst().name, name);
        for (const QByteArray &line : bytes.split('\n')) {
            QCOMPARE_LE(line.size(), 79);
        }
    }

    void onlyTheNearestAncestorsAreNamed()
    {
        Letter letter = letterTo(anna);
        for (int i = 0; i < 150; ++i) {
            letter.references.append(u"%1@x.example"_s.arg(i));
        }

        const auto read = parseMail(bytesOf(letter), {});

        QVERIFY(read);
        QCOMPARE(read->references.size(), 100);
        QCOMPARE(read->references.constLast(), u"149@x.example"_s);
    }

    void whatNeedsUtf8IsSaid()
    {
        QVERIFY(!(*LetterDevice::make(letterTo(anna)))->needsUtf8());
        QVERIFY((*LetterDevice::make(letterTo({.name = {}, .address = u"почта@x.example"_s})))->needsUtf8());
    }
};

QTEST_GUILESS_MAIN(TestComposing)
#include "tst_composing.moc"
