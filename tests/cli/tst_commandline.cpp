// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/fakebackend.h"

#include <QJsonArray>
#include <QTest>

using namespace aside;
using namespace aside::test;
using cli::ExitCode;

Q_DECLARE_METATYPE(aside::cli::ExitCode)

class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void wrongUsageExitsWithTwo_data()
    {
        QTest::addColumn<QString>("arguments");
        for (const char *line : {"",
                                 "fly",
                                 "inbox extra",
                                 "inbox --view moon",
                                 "inbox --limit -3",
                                 "inbox --limit many",
                                 "inbox --nonsense",
                                 "show",
                                 "show seven",
                                 "show -- -7",
                                 "show 0",
                                 "show 7 8",
                                 "show 7 --attachment 3",
                                 "show 7 --out x",
                                 "search",
                                 "search -spam",
                                 "draft",
                                 "draft 7 text",
                                 "draft 7 --text a --file b",
                                 "draft 7 - --text a",
                                 "draft 7 --versions --text a",
                                 "outbox fly",
                                 "outbox send",
                                 "outbox undo x",
                                 "outbox send 7 --undo 61",
                                 "outbox send 7 --at yesterday",
                                 "outbox send 7 --at 2001-01-01T09:00",
                                 "outbox show",
                                 "outbox show x",
                                 "outbox retry",
                                 "outbox resolve 1",
                                 "outbox resolve 1 perhaps",
                                 "outbox resolve x sent",
                                 "outbox freeze solid",
                                 "outbox list 1",
                                 "outbox send 7 --undo -1",
                                 "export",
                                 "export 7 --format html",
                                 "export 7 --format pdf",
                                 "doctor now",
                                 "help fly",
                                 "import",
                                 "import a --map x",
                                 "import a --map x=",
                                 "import a --channel moon",
                                 "import a --audience some",
                                 "import a --own nobody",
                                 "version 2"}) {
            QTest::addRow("%s", *line ? line : "(nothing)") << QString::fromLatin1(line);
        }
    }
    void wrongUsageExitsWithTwo()
    {
        QFETCH(const QString, arguments);
        CommandLine line;

        const ExitCode code = line.run(arguments.split(u' ', Qt::SkipEmptyParts));

        QCOMPARE(code, ExitCode::Usage);
        QVERIFY(line.stdErr.startsWith("asidectl: "));
        QVERIFY(line.stdOut.isEmpty());
        QVERIFY(line.backend.opened.isEmpty());
    }

    void wrongUsageIsJsonWhenAskedFor()
    {
        CommandLine line;

        QCOMPARE(line.run({QStringLiteral("fly"), QStringLiteral("--json")}), ExitCode::Usage);

        const QJsonObject error = line.json().value(QStringLiteral("error")).toObject();
        QCOMPARE(error.value(QStringLiteral("code")).toString(), QStringLiteral("invalid-input"));
        QVERIFY(error.value(QStringLiteral("message")).toString().contains(QStringLiteral("fly")));
        QVERIFY(line.stdErr.isEmpty());
    }

    void everyCommandExplainsItself()
    {
        for (const cli::Command &command : cli::allCommands()) {
            CommandLine line;
            QCOMPARE(line.run({QStringLiteral("help"), command.name}), ExitCode::Ok);
            QVERIFY(line.stdOut.startsWith("Usage: asidectl " + command.name.toLatin1()));

            CommandLine other;
            QCOMPARE(other.run({command.name, QStringLiteral("--help")}), ExitCode::Ok);
            QCOMPARE(other.stdOut, line.stdOut);
        }
    }

    void helpListsCommandsAndExitCodes()
    {
        CommandLine line;

        QCOMPARE(line.run({QStringLiteral("help")}), ExitCode::Ok);

        for (const cli::Command &command : cli::allCommands()) {
            QVERIFY(line.stdOut.contains("  " + command.name.toLatin1()));
        }
        QVERIFY(line.stdOut.contains(" 12  doctor found damage that remains"));
    }

    void helpIsJsonWhenAskedFor()
    {
        CommandLine line;

        QCOMPARE(line.runJson({QStringLiteral("help")}), ExitCode::Ok);

        QCOMPARE(line.json().value(QStringLiteral("commands")).toArray().size(), cli::allCommands().size());
        QCOMPARE(line.json().value(QStringLiteral("exitCodes")).toArray().size(), qsizetype(14));
    }

    void globalOptionsStandOnEitherSideOfTheCommand()
    {
        CommandLine line;

        QCOMPARE(line.run({QStringLiteral("--profile"), QStringLiteral("/a"), QStringLiteral("inbox")}),
                 ExitCode::Ok);
        QCOMPARE(
            line.run({QStringLiteral("inbox"), QStringLiteral("--profile=/b"), QStringLiteral("--plain")}),
            ExitCode::Ok);
        QCOMPARE(line.run({QStringLiteral("inbox")}), ExitCode::Ok);

        QCOMPARE(line.backend.opened.at(0).directory, QStringLiteral("/a"));
        QCOMPARE(line.backend.opened.at(0).encryption, Encryption::Encrypted);
        QCOMPARE(line.backend.opened.at(1).directory, QStringLiteral("/b"));
        QCOMPARE(line.backend.opened.at(1).encryption, Encryption::Plain);
        QCOMPARE(line.backend.opened.at(2).directory, QStringLiteral("/usual"));
    }

    void aProfileThatDoesNotOpenHasItsExitCode_data()
    {
        QTest::addColumn<Errc>("code");
        QTest::addColumn<ExitCode>("expected");
        QTest::newRow("in use") << Errc::ProfileInUse << ExitCode::ProfileInUse;
        QTest::newRow("missing") << Errc::NotFound << ExitCode::NotFound;
        QTest::newRow("no permission") << Errc::NoPermission << ExitCode::NoPermission;
        QTest::newRow("read-only") << Errc::ReadOnly << ExitCode::NoPermission;
        QTest::newRow("full") << Errc::DiskFull << ExitCode::DiskFull;
        QTest::newRow("newer") << Errc::DatabaseNewer << ExitCode::BadDatabase;
        QTest::newRow("corrupt") << Errc::DatabaseCorrupt << ExitCode::BadDatabase;
        QTest::newRow("not ours") << Errc::NotADatabase << ExitCode::BadDatabase;
        QTest::newRow("no key") << Errc::KeyMissing << ExitCode::KeyMissing;
        QTest::newRow("disk") << Errc::Io << ExitCode::Failed;
        QTest::newRow("a file") << Errc::NotADirectory << ExitCode::Usage;
    }
    void aProfileThatDoesNotOpenHasItsExitCode()
    {
        QFETCH(const Errc, code);
        QFETCH(const ExitCode, expected);
        CommandLine line;
        line.backend.refuse = code;

        QCOMPARE(line.run({QStringLiteral("inbox")}), expected);
        QVERIFY(line.stdErr.startsWith("asidectl: /usual: "));

        QCOMPARE(line.runJson({QStringLiteral("inbox")}), expected);
        QCOMPARE(
            line.json().value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString(),
            QString(errcName(code)));
        QVERIFY(line.stdOut.endsWith('\n') && line.stdOut.count('\n') == 1);
    }

    void onlyPdfNeedsFonts()
    {
        const auto words = [](const char *text) {
            return QString::fromLatin1(text).split(u' ');
        };
        QVERIFY(cli::needsFonts(words("--profile /p export 7 --format pdf --out x")));
        QVERIFY(cli::needsFonts(words("export --format=pdf 7")));
        QVERIFY(!cli::needsFonts(words("export 7 --format mbox")));
        QVERIFY(!cli::needsFonts(words("search pdf")));
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
