// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/profile.h"
#include "models/core/clock.h"
#include "models/ports/conversationstore.h"
#include "models/ports/draftstore.h"
#include "models/ports/maintenance.h"
#include "models/ports/messagesink.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;

class TestProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("ASIDE_KEYCHAIN", "off"); }
    void init();

    void newProfileKeepsItsMessages();
    void secondWriterIsRefused();
    void readerSeesTheWritersCommits();
    void readerMakesNothing_data();
    void readerMakesNothing();
    void fileInPlaceOfTheFolderIsRefused();
    void damagedDatabaseIsReportedAndUnchanged_data();
    void damagedDatabaseIsReportedAndUnchanged();
    void missingKeyIsNeverReplaced();
    void foreignKeyDoesNotOpenIt();
    void diskHoldsNoPlainText();
    void plainProfileIsReadable();
    void doctorFindsWhatIsWrongInTheFolder_data();
    void doctorFindsWhatIsWrongInTheFolder();
    void closingFinishesWhatWasHandedIn();

private:
    QString folder() const { return m_folder->filePath(QStringLiteral("profile")); }
    QString file(const char *name) const { return folder() + u'/' + QString::fromLatin1(name); }
    std::unique_ptr<Profile> make(Encryption encryption = Encryption::Encrypted) const;
    Result<std::unique_ptr<Profile>> reopen(ProfileAccess access = ProfileAccess::ReadWrite) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QString marker = QStringLiteral("Zwiebelkuchenrezept");

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size());
}

IncomingMessage message(int number)
{
    IncomingMessage one;
    one.remoteId = QStringLiteral("%1@x").arg(number);
    one.subject = marker + QStringLiteral(" subject");
    one.authorName = QStringLiteral("Anna");
    one.authorHandle = QStringLiteral("anna@example.org");
    one.text = (marker + u' ').repeated(200);
    one.sentAt = fromMillis(1'789'000'000'000 + number);
    one.attachments = {{.name = QStringLiteral("a.txt"),
                        .mimeType = QStringLiteral("text/plain"),
                        .contentId = {},
                        .data = marker.toUtf8()}};
    return one;
}

bool apply(Profile &profile, int from, int count)
{
    IncomingBatch batch;
    for (int i = from; i < from + count; ++i) {
        batch.messages.append(message(i));
    }
    return profile.sink().apply(batch).result().has_value();
}

qsizetype conversations(Profile &profile)
{
    return profile.conversations().ids({}).result().value_or(QList<ConversationId>()).size();
}

CheckResult examine(Profile &profile, Check check)
{
    const auto results = profile.maintenance().examine(Repair::No).result().value_or(QList<CheckResult>());
    const auto found = std::ranges::find(results, check, &CheckResult::check);
    return found == results.cend() ? CheckResult{.check = check, .count = -1, .detail = {}} : *found;
}

} // namespace

void TestProfile::init()
{
    QTest::failOnWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<Profile> TestProfile::make(Encryption encryption) const
{
    if (encryption == Encryption::Encrypted) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("no keychain answered")));
    }
    auto made = Profile::open(
        {.directory = folder(), .access = ProfileAccess::ReadWrite, .encryption = encryption});
    if (!made || !apply(**made, 0, 1)) {
        qFatal("no profile");
    }
    return std::move(*made);
}

Result<std::unique_ptr<Profile>> TestProfile::reopen(ProfileAccess access) const
{
    return Profile::open({.directory = folder(), .access = access});
}

void TestProfile::newProfileKeepsItsMessages()
{
    make().reset();

    const auto again = reopen();

    QVERIFY(again);
    QCOMPARE(conversations(**again), 1);
    QCOMPARE((*again)->directory(), folder());
    const auto rights = QFile::permissions(folder());
    QVERIFY(!(rights & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::ExeOther)));
}

void TestProfile::secondWriterIsRefused()
{
    const auto first = make();

    const auto second = reopen();

    QVERIFY(!second);
    QCOMPARE(second.error().code, Errc::ProfileInUse);
}

void TestProfile::readerSeesTheWritersCommits()
{
    const auto writer = make();
    const auto reader = reopen(ProfileAccess::ReadOnly);
    QVERIFY(reader);
    QCOMPARE(conversations(**reader), 1);

    QVERIFY(apply(*writer, 1, 4));

    QCOMPARE(conversations(**reader), 5);
    const auto refused = (*reader)->sink().apply({}).result();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Errc::ReadOnly);
}

void TestProfile::readerMakesNothing_data()
{
    QTest::addColumn<bool>("emptyDatabase");
    QTest::addRow("no folder") << false;
    QTest::addRow("a folder with an empty database") << true;
}

void TestProfile::readerMakesNothing()
{
    QFETCH(const bool, emptyDatabase);
    if (emptyDatabase) {
        QVERIFY(QDir().mkpath(folder()));
        put(file("aside.db"), {});
    }

    const auto reader = reopen(ProfileAccess::ReadOnly);

    QVERIFY(!reader);
    QCOMPARE(QDir(folder()).entryList(QDir::Files),
             emptyDatabase ? QStringList{QStringLiteral("aside.db")} : QStringList());
    QCOMPARE(QFile::exists(folder()), emptyDatabase);
}

void TestProfile::fileInPlaceOfTheFolderIsRefused()
{
    put(folder(), "a letter");

    const auto profile = reopen();

    QVERIFY(!profile);
    QCOMPARE(profile.error().code, Errc::NotADirectory);
    QCOMPARE(bytesOf(folder()), QByteArray("a letter"));
}

void TestProfile::damagedDatabaseIsReportedAndUnchanged_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("size"); // -1: cut there
    QTest::addRow("the first page") << 100 << 200;
    QTest::addRow("all pages") << 0 << 60'000;
    QTest::addRow("the middle") << 4096 << 60'000;
    QTest::addRow("cut in the first page") << 1000 << -1;
    QTest::addRow("cut at a page") << 8192 << -1;
    QTest::addRow("cut within a page") << 30'000 << -1;
}

void TestProfile::damagedDatabaseIsReportedAndUnchanged()
{
    QFETCH(const int, from);
    QFETCH(const int, size);
    make().reset();
    QByteArray bytes = bytesOf(file("aside.db"));
    QVERIFY(bytes.size() > 70'000);
    if (size < 0) {
        bytes.truncate(from);
    } else {
        bytes.replace(from, size, QByteArray(size, 'x'));
    }
    put(file("aside.db"), bytes);

    {
        const auto profile = reopen();
        if (profile) {
            QCOMPARE(examine(**profile, Check::Database).health, Health::Broken);
            QVERIFY(!(*profile)->conversations().ids({}).result());
        } else {
            const auto code = profile.error().code;
            QVERIFY2(code == Errc::DatabaseCorrupt || code == Errc::NotADatabase,
                     qPrintable(profile.error().detail));
        }
    }

    QVERIFY(bytesOf(file("aside.db")) == bytes);
}

void TestProfile::missingKeyIsNeverReplaced()
{
    make().reset();
    const auto before = bytesOf(file("aside.db"));
    QVERIFY(QFile::remove(file("key")));

    const auto profile = reopen();

    QVERIFY(!profile);
    QCOMPARE(profile.error().code, Errc::KeyMissing);
    QVERIFY(!QFile::exists(file("key")));
    QVERIFY(bytesOf(file("aside.db")) == before);
}

void TestProfile::foreignKeyDoesNotOpenIt()
{
    make().reset();
    const auto before = bytesOf(file("aside.db"));
    put(file("key"), "raw " + QByteArray(64, 'a') + "\n");

    const auto profile = reopen();

    QVERIFY(!profile);
    QCOMPARE(profile.error().code, Errc::NotADatabase);
    QVERIFY(bytesOf(file("aside.db")) == before);
}

void TestProfile::diskHoldsNoPlainText()
{
    const auto profile = make();
    QVERIFY(apply(*profile, 1, 5));
    const auto id = profile->conversations().ids({}).result()->constFirst();
    QVERIFY(profile->drafts().save(id, DraftKind::Reply, marker).result());
    QVERIFY(QFile::exists(file("aside.db-wal")));

    QStringList holding;
    QDirIterator files(folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (bytesOf(path).contains(marker.toUtf8()) || path.contains(marker)) {
            holding.append(path);
        }
    }

    QCOMPARE(holding, QStringList());
}

void TestProfile::plainProfileIsReadable()
{
    make(Encryption::Plain).reset();

    QCOMPARE(bytesOf(file("key")), QByteArray("none\n"));
    QVERIFY(bytesOf(file("aside.db")).startsWith("SQLite format 3"));
    const auto again = reopen();
    QVERIFY(again);
    QCOMPARE(conversations(**again), 1);
}

void TestProfile::doctorFindsWhatIsWrongInTheFolder_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Check>("check");
    QTest::addRow("templates is a file")
        << QStringLiteral("templates") << QByteArray("Dear") << Check::Templates;
    QTest::addRow("settings are broken")
        << QStringLiteral("settings.toml") << QByteArray("[mail\n") << Check::Settings;
}

void TestProfile::doctorFindsWhatIsWrongInTheFolder()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, bytes);
    QFETCH(const Check, check);
    make().reset();
    put(folder() + u'/' + name, bytes);

    const auto profile = reopen();

    QVERIFY(profile);
    QVERIFY((*profile)->ownAddresses().isEmpty());
    QCOMPARE(examine(**profile, check).health, Health::Broken);
    QCOMPARE(examine(**profile, Check::Key).health, Health::Warning);
    QCOMPARE(examine(**profile, Check::Database).health, Health::Ok);
    QCOMPARE(bytesOf(folder() + u'/' + name), bytes);
}

void TestProfile::closingFinishesWhatWasHandedIn()
{
    auto profile = make();
    const auto id = profile->conversations().ids({}).result()->constFirst();
    for (int i = 0; i < 20; ++i) {
        std::ignore = profile->drafts().save(id, DraftKind::Reply, QString::number(i));
    }

    profile.reset();

    const auto again = reopen();
    QVERIFY(again);
    QCOMPARE((*again)->drafts().load(id, DraftKind::Reply).result()->text, QStringLiteral("19"));
}

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
