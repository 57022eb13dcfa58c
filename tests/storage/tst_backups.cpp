// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/backup.h"
#include "app/storage/migrations.h"
#include "app/storage/stores.h"
#include "tests/storage/oldprofile.h"
#include "tests/support/testclock.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;

/// What is copied before a profile is migrated, and what becomes of the copies.
class TestBackups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void profileIsBackedUpBeforeItIsMigrated();
    void profileThatCannotBeBackedUpIsNotMigrated();
    void backupOpensWithTheSameKey();
    void newestThreeBackupsAreKept();
    void damagedPagesAreFound();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("aside.db")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    TestClock m_clock;
};

void TestBackups::init()
{
    QTest::failOnWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestBackups::profileIsBackedUpBeforeItIsMigrated()
{
    {
        auto db = openFile(path());
        QVERIFY(db && migrateTo(*db, 1) && db->execute(threadsOfVersionOne));
    }

    {
        const auto stores = SqliteStores::open({.directory = m_folder->path(), .key = key}, m_clock);
        QVERIFY(stores);
        QCOMPARE((*stores)->ids({}).result()->size(), 5);
    }

    auto db = openFile(path());
    QCOMPARE(databaseVersion(*db), latestVersion());
    const QDir folder(m_folder->filePath(QStringLiteral("backups")));
    const auto names = folder.entryList(QDir::Files);
    QCOMPARE(names.size(), 1);
    QVERIFY(names.constFirst().startsWith(u"aside-v1-"));
    auto copy = Database::open(folder.filePath(names.constFirst()), {.access = Access::ReadOnly, .key = key});
    QVERIFY(copy);
    QCOMPARE(databaseVersion(*copy), 1);
    QCOMPARE(number(*copy, "SELECT count(*) FROM message"), 11);
    QVERIFY(checkIntegrity(*copy));
}

void TestBackups::profileThatCannotBeBackedUpIsNotMigrated()
{
    {
        auto db = openFile(path());
        QVERIFY(db && migrateTo(*db, 1));
    }
    QFile inTheWay(m_folder->filePath(QStringLiteral("backups")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();

    QVERIFY(!SqliteStores::open({.directory = m_folder->path(), .key = key}, m_clock));

    auto db = openFile(path());
    QCOMPARE(databaseVersion(*db), 1);
}

void TestBackups::backupOpensWithTheSameKey()
{
    auto db = openFile(path());
    QVERIFY(db && migrate(*db));
    QVERIFY(db->execute("INSERT INTO person (name) VALUES ('Anna of the backup');"));

    const auto copied = backUp(*db, {.key = key, .directory = m_folder->filePath(QStringLiteral("backups"))},
                               m_clock.now());

    QVERIFY(copied);
    auto copy = Database::open(*copied, {.access = Access::ReadOnly, .key = key});
    QVERIFY(copy);
    QCOMPARE(number(*copy, "SELECT count(*) FROM person WHERE name = 'Anna of the backup'"), 1);
    QCOMPARE(databaseVersion(*copy), latestVersion());
    QVERIFY(checkIntegrity(*copy)); // a fresh connection, as before a migration
    QVERIFY(!bytesOf(*copied).contains("Anna"));
    QVERIFY(!Database::open(*copied, {.access = Access::ReadOnly, .key = Secret()}));
}

void TestBackups::newestThreeBackupsAreKept()
{
    const QDir folder(m_folder->filePath(QStringLiteral("backups")));
    auto db = openFile(path());
    QVERIFY(db && migrate(*db));
    QStringList made;

    for (int i = 0; i < 5; ++i) {
        const auto copied = backUp(*db, {.key = key, .directory = folder.path()}, m_clock.now());
        QVERIFY(copied);
        dropOldBackups(folder.path());
        made.append(QFileInfo(*copied).fileName());
        m_clock.advance(24h);
    }

    QCOMPARE(folder.entryList(QDir::Files, QDir::Name), made.last(3));
}

void TestBackups::damagedPagesAreFound()
{
    {
        auto db = openFile(path());
        QVERIFY(db && migrate(*db));
    }
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 40'000);
    QVERIFY(file.seek(20'000) && file.write(QByteArray(8192, 'x')) == 8192);
    file.close();

    auto db = openFile(path());

    const auto checked = db ? checkIntegrity(*db) : Result<void>(std::unexpected(db.error()));
    QVERIFY(!checked);
    QVERIFY2(checked.error().code == Errc::DatabaseCorrupt, qPrintable(checked.error().detail));
}

QTEST_GUILESS_MAIN(TestBackups)
#include "tst_backups.moc"
