// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/fakebackend.h"

#include <QJsonArray>
#include <QTest>

using namespace aside;
using namespace aside::test;
using cli::ExitCode;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ');
}

ImportStep step(const QStringList &ids, const QList<ImportProblem> &problems = {})
{
    ImportStep step;
    for (const QString &id : ids) {
        IncomingMessage message;
        message.remoteId = id;
        step.messages.append(message);
    }
    step.problems = problems;
    return step;
}

ImportProblem broken(const char *where)
{
    return {.source = QString::fromLatin1(where),
            .error = {.code = Errc::BrokenItem, .detail = {}, .retryAfter = {}}};
}

} // namespace

class WriteCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void importCountsAndNamesWhatItLeftOut()
    {
        CommandLine line;
        line.backend.sources.insert(QStringLiteral("a.mbox"),
                                    {step({QStringLiteral("1"), QStringLiteral("2")}),
                                     step({QStringLiteral("2")}, {broken("a.mbox:9")})});

        QCOMPARE(line.runJson(words("import a.mbox --own me@shop.example --own @shop.test")), ExitCode::Ok);

        const QJsonObject report = line.json();
        QCOMPARE(report.value(QStringLiteral("imported")).toInt(), 2);
        QCOMPARE(report.value(QStringLiteral("duplicates")).toInt(), 1);
        QCOMPARE(report.value(QStringLiteral("skipped")).toInt(), 1);
        QCOMPARE(report.value(QStringLiteral("cancelled")).toBool(true), false);
        QVERIFY(!report.contains(QStringLiteral("error")));
        const QJsonObject error = report.value(QStringLiteral("errors")).toArray().first().toObject();
        QCOMPARE(error.value(QStringLiteral("source")).toString(), QStringLiteral("a.mbox:9"));
        QCOMPARE(error.value(QStringLiteral("code")).toString(), QStringLiteral("broken-item"));
        QVERIFY(!error.value(QStringLiteral("reason")).toString().isEmpty());
        QCOMPARE(line.backend.profile.own, words("me@shop.example @shop.test"));
        QCOMPARE(line.backend.importOptions.ownAddresses, line.backend.profile.own);
        QVERIFY(line.interrupt.watched);
    }

    void importPassesTheColumnsOn()
    {
        CommandLine line;
        line.backend.sources.insert(QStringLiteral("t.csv"), {step({QStringLiteral("1")})});

        QCOMPARE(line.run(words("import t.csv --map id=tweet,text=body --channel vk --audience public")),
                 ExitCode::Ok);

        QCOMPARE(line.backend.importOptions.columns.value(QStringLiteral("text")), QStringLiteral("body"));
        QCOMPARE(line.backend.importOptions.channel, Channel::Vk);
        QCOMPARE(line.backend.importOptions.audience, Audience::Public);
    }

    void oneBadPathDoesNotStopTheOthers()
    {
        CommandLine line;
        line.backend.sources.insert(QStringLiteral("good"), {step({QStringLiteral("1")})});

        QCOMPARE(line.runJson(words("import bad good")), ExitCode::Ok);

        QCOMPARE(line.json().value(QStringLiteral("imported")).toInt(), 1);
        QCOMPARE(line.json().value(QStringLiteral("errors")).toArray().size(), qsizetype(1));
    }

    void anImportOfNothingFails()
    {
        CommandLine line;
        line.backend.sources.insert(QStringLiteral("broken"), {step({}, {broken("broken:1")})});

        QCOMPARE(line.run(words("import missing")), ExitCode::NotFound);
        QVERIFY(line.stdErr.startsWith("asidectl: missing: "));
        QCOMPARE(line.runJson(words("import broken")), ExitCode::BadInput);
        QVERIFY(line.json().contains(QStringLiteral("error")));
    }

    void aFullDiskKeepsTheCount()
    {
        CommandLine line;
        line.backend.sources.insert(QStringLiteral("a"),
                                    {step({QStringLiteral("1")}), step({QStringLiteral("2")})});
        line.backend.profile.sink.failAfter(1, {.code = Errc::DiskFull, .detail = {}, .retryAfter = {}});

        QCOMPARE(line.runJson(words("import a")), ExitCode::DiskFull);

        QCOMPARE(line.json().value(QStringLiteral("imported")).toInt(), 1);
        QCOMPARE(
            line.json().value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString(),
            QStringLiteral("disk-full"));
    }

    void draftIsSavedFromEachSource()
    {
        CommandLine line;
        line.backend.profile.threads = {sampleThread()};
        line.input = "из трубы";

        QCOMPARE(line.runJson({QStringLiteral("draft"), QStringLiteral("7"), QStringLiteral("--text"),
                               QStringLiteral("--так")}),
                 ExitCode::Ok);
        QCOMPARE(line.stdOut,
                 QByteArray("{\"draft\":{\"attachments\":[],\"conversation\":7,\"id\":14,\"kind\":\"reply\","
                            "\"text\":\"--так\","
                            "\"updated\":\"2026-09-21T14:13:20Z\",\"version\":1}}\n"));
        QCOMPARE(line.run(words("draft 7 -")), ExitCode::Ok);
        QCOMPARE(line.backend.profile.drafts.first().text, QStringLiteral("из трубы"));
        QCOMPARE(line.backend.opened.constLast().access, ProfileAccess::ReadWrite);

        QCOMPARE(line.runJson(words("draft 7 --versions")), ExitCode::Ok);
        QCOMPARE(line.json().value(QStringLiteral("versions")).toArray().size(), qsizetype(2));
        QCOMPARE(line.backend.opened.constLast().access, ProfileAccess::ReadOnly);
    }

    void noteAndReplyStayApart()
    {
        CommandLine line;
        line.backend.profile.threads = {sampleThread()};

        QCOMPARE(line.run(words("draft 7 --note --text inside")), ExitCode::Ok);

        QCOMPARE(line.runJson(words("draft 7")), ExitCode::Ok);
        const QJsonObject draft = line.json().value(QStringLiteral("draft")).toObject();
        QCOMPARE(draft.value(QStringLiteral("text")).toString(), QString());
        QCOMPARE(draft.value(QStringLiteral("version")).toInt(-1), 0);
    }

    void filesAreLaidWithTheDraftAndGoWithIt()
    {
        CommandLine line;
        line.backend.profile.threads = {sampleThread()};
        const auto filesIn = [&line](const char *what) {
            return line.json()
                .value(QLatin1StringView(what))
                .toObject()
                .value(QStringLiteral("attachments"))
                .toArray();
        };

        QCOMPARE(line.runJson(words("draft 7 --text Вот --attach a.txt --alt Схема --attach b.txt")),
                 ExitCode::Ok);
        QCOMPARE(filesIn("draft").size(), qsizetype(2));
        const QJsonObject first = filesIn("draft").first().toObject();
        QCOMPARE(first.value(QStringLiteral("name")).toString(), QStringLiteral("a.txt"));
        QCOMPARE(first.value(QStringLiteral("alt")).toString(), QStringLiteral("Схема"));
        QCOMPARE(filesIn("draft").last().toObject().value(QStringLiteral("alt")).toString(), QString());

        QCOMPARE(line.run(words("draft 7")), ExitCode::Ok);
        QVERIFY(line.stdOut.contains("a.txt"));
        QVERIFY(line.stdOut.contains("Схема"));

        QCOMPARE(line.runJson(words("outbox send 7")), ExitCode::Ok);
        QCOMPARE(filesIn("item").size(), qsizetype(2));
    }

    void aFileAloneCanBeSent()
    {
        CommandLine line;
        line.backend.profile.threads = {sampleThread()};

        QCOMPARE(line.run(words("draft 7 --attach a.txt")), ExitCode::Ok);

        QCOMPARE(line.run(words("outbox send 7")), ExitCode::Ok);
    }

    void aFileThatIsTooLargeIsNamedWithTheLimit()
    {
        CommandLine line;
        line.backend.profile.threads = {sampleThread()};

        QCOMPARE(line.run(words("draft 7 --attach film.mkv")), ExitCode::BadInput);

        QVERIFY2(line.stdErr.startsWith("asidectl: film.mkv: "), line.stdErr.constData());
        QVERIFY2(line.stdErr.contains("25 MB"), line.stdErr.constData());
    }

    void badFilesAreRefused_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("expected");
        QTest::newRow("missing") << QStringLiteral("draft 7 --attach missing.txt") << 3;
        QTest::newRow("more alts than files") << QStringLiteral("draft 7 --attach a --alt x --alt y") << 2;
        QTest::newRow("alt alone") << QStringLiteral("draft 7 --alt x") << 2;
        QTest::newRow("with versions") << QStringLiteral("draft 7 --versions --attach a") << 2;
    }
    void badFilesAreRefused()
    {
        QFETCH(const QString, arguments);
        QFETCH(const int, expected);
        CommandLine line;
        line.backend.profile.threads = {sampleThread()};

        QCOMPARE(std::to_underlying(line.run(arguments.split(u' '))), expected);
        QVERIFY(line.backend.profile.drafts.isEmpty());
    }

    void aDraftThatCannotBeKeptIsNotReported_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("expected");
        QTest::newRow("unknown conversation") << QStringLiteral("draft 8 --text a") << QByteArray() << 3;
        QTest::newRow("unknown to show") << QStringLiteral("draft 8") << QByteArray() << 3;
        QTest::newRow("missing file") << QStringLiteral("draft 7 --file /nowhere/x") << QByteArray() << 3;
        QTest::newRow("a folder") << QStringLiteral("draft 7 --file /") << QByteArray() << 6;
        QTest::newRow("not UTF-8") << QStringLiteral("draft 7 -") << QByteArray("\xff\xfe") << 6;
        QTest::newRow("too large") << QStringLiteral("draft 7 -") << QByteArray(17 * 1024 * 1024, 'a') << 6;
    }
    void aDraftThatCannotBeKeptIsNotReported()
    {
        QFETCH(const QString, arguments);
        QFETCH(const QByteArray, input);
        QFETCH(const int, expected);
        CommandLine line;
        line.backend.profile.threads = {sampleThread()};
        line.input = input;

        QCOMPARE(std::to_underlying(line.run(arguments.split(u' '))), expected);
        QVERIFY(line.backend.profile.drafts.isEmpty());
        QVERIFY(line.stdOut.isEmpty());
    }

    void aFailedSaveExitsWithItsCode()
    {
        CommandLine line;
        line.backend.profile.threads = {sampleThread()};
        line.backend.profile.failure = Error{.code = Errc::DiskFull, .detail = {}, .retryAfter = {}};

        QCOMPARE(line.runJson(words("draft 7 --text a")), ExitCode::DiskFull);
        QVERIFY(!line.json().contains(QStringLiteral("draft")));
    }

    void aSentDraftIsHeldAndCanBeUndone()
    {
        CommandLine line;
        line.backend.profile.threads = {sampleThread()};
        QCOMPARE(line.run(words("outbox send 7")), ExitCode::BadInput);
        QCOMPARE(line.run(words("outbox send 8")), ExitCode::NotFound);
        QCOMPARE(line.run(words("draft 7 --text Завтра")), ExitCode::Ok);

        QCOMPARE(line.runJson(words("outbox send 7 --undo 30")), ExitCode::Ok);
        const QJsonObject item = line.json().value(QStringLiteral("item")).toObject();
        QCOMPARE(item.value(QStringLiteral("state")).toString(), QStringLiteral("held"));
        QCOMPARE(item.value(QStringLiteral("holdUntil")).toString(), QStringLiteral("2026-09-21T14:13:50Z"));

        QCOMPARE(line.run(words("outbox undo 1")), ExitCode::Ok);
        QCOMPARE(line.run(words("outbox undo 1")), ExitCode::Failed);
        QCOMPARE(line.run(words("outbox undo 2")), ExitCode::NotFound);
    }

    void listingQueuesWhatIsDue()
    {
        CommandLine line;
        line.backend.profile.threads = {sampleThread()};
        QCOMPARE(line.run(words("draft 7 --text a")), ExitCode::Ok);
        QCOMPARE(line.run(words("outbox send 7 --undo 5")), ExitCode::Ok);
        const auto state = [&line] {
            const QJsonArray items = line.json().value(QStringLiteral("items")).toArray();
            return items.first().toObject().value(QStringLiteral("state")).toString();
        };

        QCOMPARE(line.runJson(words("outbox")), ExitCode::Ok);
        QCOMPARE(state(), QStringLiteral("held"));
        QCOMPARE(line.backend.opened.constLast().access, ProfileAccess::ReadOnly);

        line.backend.profile.clock.advance(std::chrono::seconds(5));
        line.backend.refuse = Errc::ProfileInUse;
        line.backend.refuseOnly = ProfileAccess::ReadWrite;
        QCOMPARE(line.runJson(words("outbox")), ExitCode::Ok);
        QCOMPARE(state(), QStringLiteral("held"));
        QCOMPARE(line.run(words("outbox tick")), ExitCode::ProfileInUse);

        line.backend.refuse.reset();
        QCOMPARE(line.runJson(words("outbox")), ExitCode::Ok);
        QCOMPARE(state(), QStringLiteral("queued"));
    }
};

QTEST_GUILESS_MAIN(WriteCommandsTest)
#include "tst_writecommands.moc"
