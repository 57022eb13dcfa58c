// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/printable.h"
#include "tests/cli/fakebackend.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace aside::test;
using cli::ExitCode;

class ReadCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void inboxIsOneLineOfJson()
    {
        CommandLine line;
        line.backend.profile.threads = {sampleThread()};
        ConversationRow &row = line.backend.profile.threads.first().conversation;
        row.tags = {QStringLiteral("vip"), QStringLiteral("доставка")};
        row.reach = 1500;
        row.waitingSince = row.lastAt;

        QCOMPARE(line.run({QStringLiteral("inbox"), QStringLiteral("--json")}), ExitCode::Ok);

        QCOMPARE(line.stdOut,
                 QByteArray("{\"conversations\":[{\"audience\":\"private\",\"blocked\":false,\"channel\":"
                            "\"email\",\"handle\":"
                            "\"anna@mail.example\",\"id\":7,\"last\":\"2023-11-14T22:15:20Z\",\"messages\":2,"
                            "\"mood\":\"neutral\",\"person\":\"Анна\",\"preview\":\"Завтра\",\"promised\":"
                            "\"\",\"publicLineBy\":\"\",\"reach\":1500,"
                            "\"replyBy\":\"\",\"replyByReason\":\"\","
                            "\"snoozedUntil\":\"\",\"state\":\"open\",\"subject\":\"Где заказ?\","
                            "\"tags\":[\"vip\",\"доставка\"],\"unread\":1,"
                            "\"waitingSince\":\"2023-11-14T22:15:20Z\"}]}\n"));
        QCOMPARE(line.backend.opened.constFirst().access, ProfileAccess::ReadOnly);
    }

    void inboxTakesAChannelATagAndAnOrder()
    {
        CommandLine line;

        QCOMPARE(line.runJson({QStringLiteral("inbox"), QStringLiteral("--view"), QStringLiteral("promises"),
                               QStringLiteral("--channel"), QStringLiteral("vk"), QStringLiteral("--tag"),
                               QStringLiteral("vip"), QStringLiteral("--order"), QStringLiteral("urgency")}),
                 ExitCode::Ok);

        const ListQuery list{.view = View::Promises,
                             .channel = Channel::Vk,
                             .tag = QStringLiteral("vip"),
                             .order = SortOrder::Urgency};
        QCOMPARE(line.backend.profile.lastList, list);
    }

    void inboxRefusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addRow("view") << QStringLiteral("--view");
        QTest::addRow("channel") << QStringLiteral("--channel");
        QTest::addRow("order") << QStringLiteral("--order");
    }

    void inboxRefusesWhatItDoesNotKnow()
    {
        QFETCH(const QString, option);
        CommandLine line;

        QCOMPARE(line.run({QStringLiteral("inbox"), option, QStringLiteral("sideways")}), ExitCode::Usage);

        QVERIFY(line.stdErr.contains("sideways"));
    }

    void inboxTakesAViewAndALimit()
    {
        CommandLine line;
        line.backend.profile.threads = {sampleThread(), sampleThread()};
        line.backend.profile.threads.last().conversation.id = ConversationId{8};

        QCOMPARE(line.runJson({QStringLiteral("inbox"), QStringLiteral("--view"), QStringLiteral("closed"),
                               QStringLiteral("--limit"), QStringLiteral("1")}),
                 ExitCode::Ok);

        QCOMPARE(line.backend.profile.lastList.view, View::Closed);
        QCOMPARE(line.json().value(QStringLiteral("conversations")).toArray().size(), qsizetype(1));
    }

    void aTableFitsTheTerminal()
    {
        CommandLine line;
        line.width = 72;
        line.backend.profile.threads = {sampleThread()};
        line.backend.profile.threads.first().conversation.subject = QString(300, u'щ');

        QCOMPARE(line.run({QStringLiteral("inbox")}), ExitCode::Ok);

        const QStringList lines = QString::fromUtf8(line.stdOut).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), qsizetype(2));
        for (const QString &text : lines) {
            QVERIFY(cli::cellWidth(text) <= 72);
        }
        QVERIFY(lines.at(1).contains(QChar(0x2026)));
    }

    void aTerminalObeysNothingAStrangerWrote()
    {
        CommandLine line;
        Thread thread = sampleThread();
        thread.conversation.subject = QStringLiteral("a\x1b[31mred\x1b]0;title\x07 \u009b2J\rb\u202Ec\nd");
        thread.messages.first().text = thread.conversation.subject;
        thread.messages.first().attachments.first().name = QStringLiteral("x\x1b[2J.png");
        line.backend.profile.threads = {thread};

        for (const auto &arguments : {QStringList{QStringLiteral("inbox")},
                                      QStringList{QStringLiteral("show"), QStringLiteral("7")}}) {
            QCOMPARE(line.run(arguments), ExitCode::Ok);
            const QString shown = QString::fromUtf8(line.stdOut);
            for (const QChar c : shown) {
                QVERIFY(c == u'\n' || c.category() != QChar::Other_Control);
                QVERIFY(c != QChar(0x202E));
            }
            QVERIFY(shown.contains(QStringLiteral("ared b")));
        }

        QCOMPARE(line.runJson({QStringLiteral("inbox")}), ExitCode::Ok);
        const QJsonArray rows = line.json().value(QStringLiteral("conversations")).toArray();
        QCOMPARE(rows.first().toObject().value(QStringLiteral("subject")).toString(),
                 thread.conversation.subject);
        QVERIFY(!line.stdOut.contains('\x1b') && !line.stdOut.contains("\xc2\x9b"));
    }

    void escapeSequencesLeaveNothingBehind_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("colour") << QStringLiteral("\x1b[1;31mred\x1b[0m") << QStringLiteral("red");
        QTest::newRow("title") << QStringLiteral("\x1b]0;owned\x07ok") << QStringLiteral("ok");
        QTest::newRow("link") << QStringLiteral("\x1b]8;;http://evil\x1b\\text") << QStringLiteral("text");
        QTest::newRow("nested") << QStringLiteral("\x1b\x1b[31m[31mx") << QStringLiteral("[31mx");
        QTest::newRow("lone escape") << QStringLiteral("a\x1b") << QStringLiteral("a");
        QTest::newRow("unterminated title keeps the text")
            << QStringLiteral("\x1b]0;all of it\nmore") << QStringLiteral("0;all of it\nmore");
        QTest::newRow("tabs and lines stay") << QStringLiteral("a\tb\r\nc") << QStringLiteral("a\tb\nc");
        QTest::newRow("Cyrillic stays") << QStringLiteral("Привет, ё") << QStringLiteral("Привет, ё");
    }
    void escapeSequencesLeaveNothingBehind()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);

        QCOMPARE(cli::printable(text), expected);
    }

    void showIsJson()
    {
        CommandLine line;
        line.backend.profile.threads = {sampleThread()};

        QCOMPARE(line.runJson({QStringLiteral("show"), QStringLiteral("7")}), ExitCode::Ok);

        const QJsonArray messages = line.json().value(QStringLiteral("messages")).toArray();
        QCOMPARE(
            line.json().value(QStringLiteral("conversation")).toObject().value(QStringLiteral("id")).toInt(),
            7);
        const QJsonObject expected{
            {QStringLiteral("id"), 1},
            {QStringLiteral("parent"), QJsonValue()},
            {QStringLiteral("direction"), QStringLiteral("incoming")},
            {QStringLiteral("author"), QStringLiteral("Анна")},
            {QStringLiteral("handle"), QStringLiteral("anna@mail.example")},
            {QStringLiteral("at"), QStringLiteral("2023-11-14T22:14:20Z")},
            {QStringLiteral("remoteId"), QStringLiteral("m1@mail.example")},
            {QStringLiteral("subject"), QStringLiteral("Где заказ?")},
            {QStringLiteral("text"), QStringLiteral("Где мой заказ?\nFrom here I wait")},
            {QStringLiteral("hasHtml"), false},
            {QStringLiteral("page"), QString()},
            {QStringLiteral("editedAt"), QString()},
            {QStringLiteral("deletedAt"), QString()},
            {QStringLiteral("earlier"), QJsonArray()},
            {QStringLiteral("attachments"),
             QJsonArray{QJsonObject{{QStringLiteral("id"), 3},
                                    {QStringLiteral("name"), QStringLiteral("чек.png")},
                                    {QStringLiteral("type"), QStringLiteral("image/png")},
                                    {QStringLiteral("size"), 4}}}}};
        QCOMPARE(messages.first().toObject(), expected);
        QCOMPARE(messages.last().toObject().value(QStringLiteral("parent")).toInt(), 1);
    }

    void anUnknownConversationIsNotFound()
    {
        CommandLine line;

        QCOMPARE(line.run({QStringLiteral("show"), QStringLiteral("9")}), ExitCode::NotFound);
        QVERIFY(line.stdErr.startsWith("asidectl: Conversation 9: "));
    }

    void anAttachmentIsSavedAndNeverReplacesAFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.png"));
        const QStringList save{QStringLiteral("show"),         QStringLiteral("7"),
                               QStringLiteral("--attachment"), QStringLiteral("3"),
                               QStringLiteral("--out"),        path};
        CommandLine line;
        line.backend.profile.threads = {sampleThread()};
        line.backend.profile.blobs.insert(AttachmentId{3}, "data");

        QCOMPARE(line.run(save), ExitCode::Ok);
        line.backend.profile.blobs.insert(AttachmentId{3}, "other");
        QCOMPARE(line.run(save), ExitCode::Failed);

        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("data"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), qsizetype(1));
    }

    void anAttachmentOfAnotherConversationIsNotFound()
    {
        const QTemporaryDir folder;
        CommandLine line;
        line.backend.profile.threads = {sampleThread()};
        line.backend.profile.blobs.insert(AttachmentId{4}, "data");

        QCOMPARE(
            line.run({QStringLiteral("show"), QStringLiteral("7"), QStringLiteral("--attachment"),
                      QStringLiteral("4"), QStringLiteral("--out"), folder.filePath(QStringLiteral("x"))}),
            ExitCode::NotFound);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void searchGivesHits()
    {
        CommandLine line;
        line.backend.profile.hits
            = {{.conversation = ConversationId{7},
                .message = MessageId{1},
                .snippet = QStringLiteral("мой заказ")},
               {.conversation = ConversationId{8}, .message = MessageId{2}, .snippet = {}}};

        QCOMPARE(line.run({QStringLiteral("search"), QStringLiteral("--json"), QStringLiteral("--limit"),
                           QStringLiteral("1"), QStringLiteral("--"), QStringLiteral("-spam"),
                           QStringLiteral("заказ")}),
                 ExitCode::Ok);

        QCOMPARE(line.backend.profile.lastQuery, QStringLiteral("-spam заказ"));
        QCOMPARE(line.stdOut,
                 QByteArray("{\"hits\":[{\"conversation\":7,\"message\":1,\"snippet\":\"мой заказ\"}]}\n"));
    }

    void doctorTellsDamageByItsExitCode()
    {
        CommandLine line;
        line.backend.profile.checks
            = {{.check = Check::ForeignKeys, .health = Health::Ok, .count = 0, .detail = {}},
               {.check = Check::OrphanBlobs,
                .health = Health::Warning,
                .count = 2,
                .detail = QStringLiteral("two files")}};

        QCOMPARE(line.runJson({QStringLiteral("doctor")}), ExitCode::Ok);
        QCOMPARE(
            line.stdOut,
            QByteArray(
                "{\"checks\":[{\"check\":\"foreign-keys\",\"count\":0,\"detail\":\"\",\"health\":\"ok\"},"
                "{\"check\":\"orphan-blobs\",\"count\":2,\"detail\":\"two files\",\"health\":"
                "\"warning\"}],\"healthy\":true}\n"));
        QCOMPARE(line.backend.opened.constLast().access, ProfileAccess::ReadOnly);
        QCOMPARE(line.backend.profile.lastRepair, Repair::No);

        line.backend.profile.checks.last().health = Health::Broken;
        QCOMPARE(line.run({QStringLiteral("doctor"), QStringLiteral("--repair")}), ExitCode::Unhealthy);
        QCOMPARE(line.backend.opened.constLast().access, ProfileAccess::ReadWrite);
        QCOMPARE(line.backend.profile.lastRepair, Repair::Yes);
    }
};

QTEST_GUILESS_MAIN(ReadCommandsTest)
#include "tst_readcommands.moc"
