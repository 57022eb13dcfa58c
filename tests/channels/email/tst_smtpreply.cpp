// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/smtp/dotstuffing.h"
#include "app/channels/email/smtp/smtpreply.h"
#include "app/channels/email/smtp/smtpsession.h"

#include <QTest>

using namespace aside;
using namespace aside::smtp;
using namespace Qt::StringLiterals;

class TestSmtpReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void repliesAreReadHoweverTheyAreCut()
    {
        const QByteArray bytes = "250-mail.example greets you\r\n250-SIZE 1000\r\n250 HELP\r\n"
                                 "550-5.1.1 no such\n550 5.1.1 user here\r\n354\r\n";
        const QList<Reply> expected{
            {.code = 250, .enhanced = {}, .lines = {"mail.example greets you", "SIZE 1000", "HELP"}},
            {.code = 550, .enhanced = "5.1.1", .lines = {"no such", "user here"}},
            {.code = 354, .enhanced = {}, .lines = {""}}};
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            ReplyReader reader;
            QList<Reply> found;
            for (const QByteArray &piece : {bytes.first(cut), bytes.sliced(cut)}) {
                reader.feed(piece);
                while (true) {
                    const auto next = reader.next();
                    QVERIFY(next);
                    if (!*next) {
                        break;
                    }
                    found.append(**next);
                }
            }
            QCOMPARE(found, expected);
            QVERIFY(reader.isEmpty());
        }
    }

    void whatIsNoReplyIsAnError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("words") << QByteArray("hello\r\n");
        QTest::newRow("empty line") << QByteArray("\r\n");
        QTest::newRow("code of nothing") << QByteArray("150 x\r\n");
        QTest::newRow("code without an end") << QByteArray("250x\r\n");
        QTest::newRow("two codes") << QByteArray("250-a\r\n550 b\r\n");
        QTest::newRow("a line without an end") << QByteArray(ReplyReader::longestLine + 1, '2');
        QTest::newRow("a long line") << "250 " + QByteArray(ReplyReader::longestLine, 'x') + "\r\n";
        QTest::newRow("lines without end") << QByteArray("250-x\r\n").repeated(ReplyReader::mostLines + 1);
    }
    void whatIsNoReplyIsAnError()
    {
        QFETCH(const QByteArray, bytes);
        ReplyReader reader;
        reader.feed(bytes);

        const auto next = reader.next();

        QVERIFY(!next);
        QCOMPARE(next.error().code, Errc::BadAnswer);
    }

    void aHalfReplyIsNotEmpty()
    {
        ReplyReader reader;
        reader.feed("250-a\r\n");
        QVERIFY(reader.next() && !*reader.next());
        QVERIFY(!reader.isEmpty());
    }

    void wordsAreOneLine()
    {
        const Reply reply{
            .code = 550, .enhanced = "5.7.1", .lines = {" not \t here", QByteArray(2'000, 'x')}};
        QCOMPARE(reply.codes(), u"550 5.7.1"_s);
        QVERIFY(reply.words().startsWith(u"not here xxx"_s));
        QCOMPARE(reply.words().size(), 1'000);
    }

    void featuresAreUnderstood()
    {
        const Features features = featuresOf({.code = 250,
                                              .enhanced = {},
                                              .lines = {"STARTTLS.example", "size 35882577", "PIPELINING",
                                                        "auth PLAIN LOGIN", "AUTH=CRAM-MD5", "SMTPUTF8"}});
        QCOMPARE(features,
                 (Features{.startTls = false,
                           .pipelining = true,
                           .utf8 = true,
                           .knowsSize = true,
                           .mostBytes = 35'882'577,
                           .mechanisms = {"PLAIN", "LOGIN", "CRAM-MD5"}}));
        QCOMPARE(featuresOf({.code = 250, .enhanced = {}, .lines = {}}), Features{});
    }

    void nothingInALetterEndsIt_data()
    {
        QTest::addColumn<QByteArray>("letter");
        QTest::addColumn<QByteArray>("sent");
        const auto row = [](const char *name, const QByteArray &letter, const QByteArray &sent) {
            QTest::newRow(name) << letter << sent;
        };
        row("plain", "a\r\nb\r\n", "a\r\nb\r\n.\r\n");
        row("no line end", "a", "a\r\n.\r\n");
        row("empty", "", ".\r\n");
        row("dots", ".\r\n..\r\n.a\r\na.\r\n", "..\r\n...\r\n..a\r\na.\r\n.\r\n");
        row("bare LF", "a\n.\nQUIT\n", "a\r\n..\r\nQUIT\r\n.\r\n");
        row("bare CR", "a\r.\rb", "a\r\n..\r\nb\r\n.\r\n");
        row("CR at the end", "a\r", "a\r\n.\r\n");
        row("LF CR", "a\n\r.\r\n", "a\r\n\r\n..\r\n.\r\n");
        row("CR CR LF", "a\r\r\n.\r\n", "a\r\n\r\n..\r\n.\r\n");
    }
    void nothingInALetterEndsIt()
    {
        QFETCH(const QByteArray, letter);
        QFETCH(const QByteArray, sent);
        for (qsizetype first = 0; first <= letter.size(); ++first) {
            for (qsizetype second = first; second <= letter.size(); ++second) {
                DotStuffing stuffing;
                QByteArray out = stuffing.stuffed(letter.first(first));
                out += stuffing.stuffed(letter.sliced(first, second - first));
                out += stuffing.stuffed(letter.sliced(second));
                QCOMPARE(out + stuffing.end(), sent);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSmtpReply)
#include "tst_smtpreply.moc"
