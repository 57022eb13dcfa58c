// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/importsources.h"
#include "tests/support/fakesink.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace aside;

namespace {

const QByteArray
    mail("From: Ann <ann@x.example>\nTo: me@shop.example\nSubject: hi\nMessage-ID: <1@x.example>\n"
         "Date: Fri, 01 Mar 2024 10:00:00 +0000\n\nhello\n");
const QByteArray mbox("From ann@x.example Fri Mar  1 10:00:00 2024\n" + mail);
const QByteArray telegram(
    R"({"name":"A","type":"personal_chat","id":1,"messages":[{"id":1,"type":"message","date":"2024-03-01T10:00:00","from_id":"user1","text":"t"}]})");
const QByteArray care(
    R"([{"dialogContent":[{"client":"A","datetime":"2020-04-01T17:31:32.000Z","message":"c","tweet_ID":"1245403438755852288"}],"dialogHeader":{"sessionID":"S"}}])");
const QByteArray csv("id,text\n1,from csv\n");
const QByteArray lines("{\"id\":\"j1\",\"text\":\"from lines\"}\n");

void write(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

Errc refusal(const QString &path)
{
    const auto opened = openImport(path, {});
    return opened ? Errc::Internal : opened.error().code;
}

} // namespace

class TestImportSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theContentDecidesNotTheName_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Channel>("channel");
        QTest::newRow("mail") << mail << Channel::Email;
        QTest::newRow("mbox") << mbox << Channel::Email;
        QTest::newRow("Telegram") << telegram << Channel::Telegram;
        QTest::newRow("customer care") << care << Channel::X;
        QTest::newRow("CSV") << csv << Channel::Manual;
        QTest::newRow("JSON Lines") << lines << Channel::Manual;
    }

    void theContentDecidesNotTheName()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const Channel, channel);
        const QTemporaryDir dir;
        for (const auto &name :
             {QStringLiteral("a.csv"), QStringLiteral("a.json"), QStringLiteral("noname")}) {
            const QString path = dir.filePath(name);
            write(path, bytes);

            const auto source = openImport(path, {});
            QVERIFY(source);
            const auto all = test::drain(**source);

            QVERIFY(!all.error);
            QCOMPARE(all.messages.size(), 1);
            QCOMPARE(all.messages.first().channel, channel);
        }
    }

    void whatCannotBeReadIsRefused()
    {
        const QTemporaryDir dir;
        write(dir.filePath(QStringLiteral("empty")), {});
        write(dir.filePath(QStringLiteral("blank")), "  \n\n");
        write(dir.filePath(QStringLiteral("binary")), QByteArray(10'000, '\0') + "id,text");
        write(dir.filePath(QStringLiteral("prose")),
              "Dear reader, this is a letter\nwithout, any, table\nin it.");
        write(dir.filePath(QStringLiteral("other.json")), R"({"a": [1, 2]})");
        QVERIFY(QDir(dir.path()).mkdir(QStringLiteral("nothing")));

        QCOMPARE(refusal(dir.filePath(QStringLiteral("missing"))), Errc::NotFound);
        QCOMPARE(refusal(dir.filePath(QStringLiteral("empty"))), Errc::Empty);
        QCOMPARE(refusal(dir.filePath(QStringLiteral("blank"))), Errc::Empty);
        QCOMPARE(refusal(dir.filePath(QStringLiteral("nothing"))), Errc::Empty);
        QCOMPARE(refusal(dir.filePath(QStringLiteral("binary"))), Errc::UnknownFormat);
        QCOMPARE(refusal(dir.filePath(QStringLiteral("prose"))), Errc::UnknownFormat);
        QCOMPARE(refusal(dir.filePath(QStringLiteral("other.json"))), Errc::UnknownFormat);
        QCOMPARE(refusal(dir.path()), Errc::UnknownFormat);
    }

    void devicesAndPipesAreNeverOpened()
    {
        const QTemporaryDir dir;
        const QString pipe = dir.filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);

        QCOMPARE(refusal(pipe), Errc::NotAFile);
        QCOMPARE(refusal(QStringLiteral("/dev/zero")), Errc::NotAFile);
        QCOMPARE(refusal(QStringLiteral("/dev/null")), Errc::NotAFile);
    }

    void aFileWithoutPermissionIsRefused()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("locked"));
        write(path, csv);
        QVERIFY(QFile::setPermissions(path, {}));
        if (QFileInfo(path).isReadable()) {
            QSKIP("this user may read everything");
        }

        QCOMPARE(refusal(path), Errc::NoPermission);
    }

    void aFolderIsReadInOrderAndStrangersArePassedOver()
    {
        const QTemporaryDir dir;
        const QTemporaryDir elsewhere;
        write(elsewhere.filePath(QStringLiteral("x.csv")), "id,text\n9,elsewhere\n");
        write(dir.filePath(QStringLiteral("b.csv")), csv);
        write(dir.filePath(QStringLiteral("a/lines")), lines);
        write(dir.filePath(QStringLiteral("c/picture.png")), QByteArray("\x89PNG\0\0\0\0", 8));
        write(dir.filePath(QStringLiteral("c/mail")), mail);
        write(dir.filePath(QStringLiteral("d/export/result.json")), telegram);
        write(dir.filePath(QStringLiteral("d/export/files/theirs.csv")), csv);
        QVERIFY(QFile::link(elsewhere.path(), dir.filePath(QStringLiteral("link"))));
        QVERIFY(QFile::link(dir.path(), dir.filePath(QStringLiteral("a/circle"))));
        QCOMPARE(mkfifo(QFile::encodeName(dir.filePath(QStringLiteral("pipe"))).constData(), 0600), 0);

        const auto source = openImport(dir.path(), {});
        QVERIFY(source);
        const auto all = test::drain(**source);

        QVERIFY(!all.error && all.problems.isEmpty());
        QStringList ids;
        for (const auto &message : all.messages) {
            ids.append(message.remoteId);
        }
        QCOMPARE(ids,
                 (QStringList{QStringLiteral("j1"), QStringLiteral("1"), QStringLiteral("1@x.example"),
                              QStringLiteral("1/1")}));
    }

    void aMaildirInsideAFolderIsOneSource()
    {
        const QTemporaryDir dir;
        write(dir.filePath(QStringLiteral("box/cur/1:2,S")), mail);
        QVERIFY(QDir(dir.path()).mkpath(QStringLiteral("box/new")));
        QVERIFY(QDir(dir.path()).mkpath(QStringLiteral("box/tmp")));
        write(dir.filePath(QStringLiteral("other.csv")), csv);

        for (const auto &[path, count] :
             {std::pair(dir.path(), 2), std::pair(dir.filePath(QStringLiteral("box")), 1)}) {
            const auto source = openImport(path, {});
            QVERIFY(source);
            QCOMPARE(test::drain(**source).messages.size(), count);
        }
    }

    void aFolderResumesAfterAnyStep()
    {
        const QTemporaryDir dir;
        for (int file = 0; file < 4; ++file) {
            QByteArray table("id,text\n");
            for (int i = 0; i < 600; ++i) {
                table += QByteArray::number(file * 1000 + i) + ",x\n";
            }
            write(dir.filePath(QString::number(file)), table);
            write(dir.filePath(QString::number(file) + QStringLiteral(".bin")), QByteArray(100, '\0'));
        }
        const auto first = openImport(dir.path(), {});
        QVERIFY(first);
        const auto all = test::drain(**first);
        QCOMPARE(all.messages.size(), 2400);
        QVERIFY(all.cursors.size() > 4);

        for (qsizetype i = 0; i < all.cursors.size(); ++i) {
            const auto source = openImport(dir.path(), {});
            QVERIFY(source);
            QCOMPARE((*source)->key(), (*first)->key());
            QVERIFY((*source)->resume(all.cursors.at(i)));

            QCOMPARE(all.messages.first(all.counts.at(i)) + test::drain(**source).messages, all.messages);
        }
    }

    void aFileThatChangedHasAnotherKey()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("t"));
        write(path, csv);
        const QString before = (*openImport(path, {}))->key();
        const QString folderBefore = (*openImport(dir.path(), {}))->key();
        write(path, csv + "2,more\n");

        QVERIFY((*openImport(path, {}))->key() != before);
        QVERIFY((*openImport(dir.path(), {}))->key() != folderBefore);
    }

    void aFileThatGrowsWhileItIsReadEnds()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("t"));
        write(path, csv);
        const auto source = openImport(path, {});
        QVERIFY(source);
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write("2,later\n");
        file.close();

        QCOMPARE(test::drain(**source).messages.size(), 1);
    }

    void aBadMappingInAFolderIsSaid()
    {
        const QTemporaryDir dir;
        write(dir.filePath(QStringLiteral("t.csv")), csv);
        ImportOptions options;
        options.columns.insert(QStringLiteral("text"), QStringLiteral("body"));

        const auto source = openImport(dir.path(), options);

        QVERIFY(!source);
        QCOMPARE(source.error().code, Errc::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestImportSources)
#include "tst_importsources.moc"
