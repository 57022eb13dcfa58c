// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/fakebackend.h"

#include <KMime/Message>

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace aside::test;
using cli::ExitCode;

namespace {

/// What a reader of mbox files makes of it.
QByteArrayList entries(const QByteArray &mbox)
{
    QByteArrayList all;
    for (const QByteArray &line : mbox.split('\n')) {
        if (line.startsWith("From ")) {
            all.append(QByteArray());
            continue;
        }
        QByteArray text = line;
        if (QByteArray(line).replace('>', "").startsWith("From ") && line.startsWith('>')) {
            text.remove(0, 1);
        }
        all.last() += text + '\n';
    }
    return all;
}

std::unique_ptr<KMime::Message> parsed(const QByteArray &entry)
{
    auto mail = std::make_unique<KMime::Message>();
    mail->setContent(entry);
    mail->parse();
    return mail;
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Conversation 7 with the bytes of its attachment.
struct Sample : CommandLine {
    Sample()
    {
        backend.profile.threads = {sampleThread()};
        backend.profile.blobs.insert(AttachmentId{3}, "data");
    }
};

} // namespace

class ExportCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void mboxIsReadBack()
    {
        Sample line;

        QCOMPARE(line.run({QStringLiteral("export"), QStringLiteral("7")}), ExitCode::Ok);

        const QByteArrayList mails = entries(line.stdOut);
        QCOMPARE(mails.size(), qsizetype(2));
        const auto first = parsed(mails.at(0));
        QCOMPARE(first->subject()->asUnicodeString(), QStringLiteral("Где заказ?"));
        QCOMPARE(first->messageID()->identifier(), QByteArray("m1@mail.example"));
        QVERIFY(first->textContent()->decodedText().startsWith(
            QStringLiteral("Где мой заказ?\nFrom here I wait")));
        QCOMPARE(first->attachments().size(), qsizetype(1));
        QCOMPARE(first->attachments().first()->decodedContent(), QByteArray("data"));
        QCOMPARE(first->attachments().first()->contentDisposition()->filename(), QStringLiteral("чек.png"));
        const auto second = parsed(mails.at(1));
        QCOMPARE(second->inReplyTo()->identifiers().first(), QByteArray("m1@mail.example"));
    }

    void noFieldAddsAHeaderOrAMessage_data()
    {
        QTest::addColumn<QString>("evil");
        QTest::newRow("line feed") << QStringLiteral("a\nBcc: x@evil.example\n\nFrom evil");
        QTest::newRow("carriage return") << QStringLiteral("a\rBcc: x@evil.example");
        QTest::newRow("both") << QStringLiteral("a\r\nBcc: x@evil.example\r\n\r\nFrom evil");
        QTest::newRow("separator") << QStringLiteral("a\u2028Bcc: x@evil.example\u2029From evil");
        QTest::newRow("quotes") << QStringLiteral("\" <x@evil.example>\\");
        QTest::newRow("encoded word") << QStringLiteral("=?UTF-8?Q?a=0ABcc:_x?=");
        QTest::newRow("long") << QString(3000, u'я');
    }
    void noFieldAddsAHeaderOrAMessage()
    {
        QFETCH(const QString, evil);
        Sample line;
        Thread &thread = line.backend.profile.threads.first();
        thread.conversation.subject = thread.conversation.person = thread.conversation.handle = evil;
        for (Message &message : thread.messages) {
            message.author = message.handle = message.subject = evil;
            message.remoteId = evil + QString::number(message.id.value);
            for (Attachment &attachment : message.attachments) {
                attachment.name = attachment.mimeType = attachment.contentId = evil;
            }
        }

        QCOMPARE(line.run({QStringLiteral("export"), QStringLiteral("7")}), ExitCode::Ok);

        const QByteArrayList mails = entries(line.stdOut);
        QCOMPARE(mails.size(), qsizetype(2));
        for (const QByteArray &mail : mails) {
            QVERIFY(!parsed(mail)->hasHeader("Bcc"));
            QCOMPARE(parsed(mail)->from()->mailboxes().size(), qsizetype(1));
            for (const QByteArray &text : mail.split('\n')) {
                QVERIFY(text.size() < 998);
            }
        }
    }

    void jsonHasChecksums()
    {
        Sample line;

        QCOMPARE(line.run({QStringLiteral("export"), QStringLiteral("7"), QStringLiteral("--format"),
                           QStringLiteral("json")}),
                 ExitCode::Ok);

        const QJsonObject message
            = line.json().value(QStringLiteral("messages")).toArray().first().toObject();
        const QJsonObject attachment
            = message.value(QStringLiteral("attachments")).toArray().first().toObject();
        QCOMPARE(attachment.value(QStringLiteral("sha256")).toString(), QStringLiteral("01").repeated(32));
    }

    void pdfIsWritten()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("talk.pdf"));
        Sample line;
        line.backend.profile.threads.first().messages.first().text
            = QStringLiteral("<img src=\"file:///etc/passwd\"><b>Где</b>\ufdd0\ufffc");

        QCOMPARE(line.run({QStringLiteral("export"), QStringLiteral("7"), QStringLiteral("--format"),
                           QStringLiteral("pdf"), QStringLiteral("--out"), path}),
                 ExitCode::Ok);

        QVERIFY(content(path).startsWith("%PDF"));
        QVERIFY(content(path).size() > 1000);
    }

    void aFileIsReplacedOnlyWhenAskedFor()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("talk.mbox"));
        const QStringList write{QStringLiteral("export"), QStringLiteral("7"), QStringLiteral("--out"), path};
        Sample line;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("mine");
        file.close();

        QCOMPARE(line.runJson(write), ExitCode::Failed);
        QCOMPARE(content(path), QByteArray("mine"));
        QCOMPARE(line.run(write + QStringList{QStringLiteral("--force")}), ExitCode::Ok);
        QVERIFY(content(path).startsWith("From "));
    }

    void aFailedExportLeavesNothingBehind()
    {
        const QTemporaryDir folder;
        Sample line;
        line.backend.profile.blobs.clear();

        QCOMPARE(line.run({QStringLiteral("export"), QStringLiteral("7"), QStringLiteral("--out"),
                           folder.filePath(QStringLiteral("talk.mbox"))}),
                 ExitCode::NotFound);
        QVERIFY(QDir(folder.path()).isEmpty());
        QCOMPARE(line.run({QStringLiteral("export"), QStringLiteral("7"), QStringLiteral("--out"),
                           folder.filePath(QStringLiteral("no/such"))}),
                 ExitCode::NotFound);
        QCOMPARE(line.run({QStringLiteral("export"), QStringLiteral("7"), QStringLiteral("--force"),
                           QStringLiteral("--out"), folder.path()}),
                 ExitCode::BadInput);
    }
};

QTEST_MAIN(ExportCommandTest)
#include "tst_exportcommand.moc"
