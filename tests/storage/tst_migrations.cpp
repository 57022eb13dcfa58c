// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/backup.h"
#include "app/storage/migrations.h"
#include "app/storage/stores.h"
#include "tests/storage/oldprofile.h"
#include "tests/support/testclock.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace aside;
using namespace aside::test;

class TestMigrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void everyEarlierVersionReachesTheLatest_data();
    void everyEarlierVersionReachesTheLatest();
    void releasedMigrationsNeverChange_data();
    void releasedMigrationsNeverChange();
    void everyMigrationHasItsChecksum();
    void migratingTwiceChangesNothing();
    void failedMigrationLeavesTheEarlierVersion_data();
    void failedMigrationLeavesTheEarlierVersion();
    void newerVersionIsRefusedAndUnchanged();
    void foreignDatabaseIsRefusedAndUnchanged();
    void triageIsComputedForWhatIsThere();
    void draftsWrittenEarlierStayWritten_data();
    void draftsWrittenEarlierStayWritten();
    void repliesOnTheirWayStaySo_data();
    void repliesOnTheirWayStaySo();
    void filesThatWereHereStayHere();
    void personsStandForThemselvesUntilSomebodyDecides();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("aside.db")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    TestClock m_clock;
};

namespace {

QStringList schema(Database &db)
{
    QStringList all;
    auto select = db.prepare("SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name");
    while (select && select->step().value_or(false)) {
        all.append(select->text(0));
    }
    return all;
}

} // namespace

void TestMigrations::init()
{
    QTest::failOnWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestMigrations::everyEarlierVersionReachesTheLatest_data()
{
    QTest::addColumn<int>("from");
    for (int version = 0; version <= latestVersion(); ++version) {
        QTest::addRow("version %d", version) << version;
    }
}

void TestMigrations::everyEarlierVersionReachesTheLatest()
{
    QFETCH(const int, from);
    auto db = Database::openInMemory();
    QVERIFY(db && migrateTo(*db, from));
    QCOMPARE(databaseVersion(*db), from);

    QVERIFY(migrate(*db));

    QCOMPARE(databaseVersion(*db), latestVersion());
    QCOMPARE(number(*db, "SELECT count(*) FROM message"), 0);
    QCOMPARE(number(*db, "SELECT count(*) FROM message_fts"), 0);
    QVERIFY(checkIntegrity(*db));
}

void TestMigrations::releasedMigrationsNeverChange_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("sha256");
    // A file that was released is never edited: add a new one.
    QTest::addRow("0001") << QStringLiteral("0001_initial.sql")
                          << QByteArray("6041f8d607e9cb5d5d2234253fbdca5737de21cd241bd7474a833a55cbe019a9");
    QTest::addRow("0003") << QStringLiteral("0003_draft_attachments.sql")
                          << QByteArray("a1a3badeeb71a04a78568ef23adf90593f570811bc66414e7ce9d0bca1c760b4");
    QTest::addRow("0004") << QStringLiteral("0004_remote_images.sql")
                          << QByteArray("7ae6f2604448cde0a4993446f767925e26ecf295b856e01d21936ab502549247");
    QTest::addRow("0005") << QStringLiteral("0005_reply_check.sql")
                          << QByteArray("82b898163d57da7f01e32c88472153dedc149923a559ced2fcc01211a12f25a1");
    QTest::addRow("0006") << QStringLiteral("0006_accounts_and_sending.sql")
                          << QByteArray("786cb1e8ffc966436d567fd98bec97659b4b82fa9f09d7d4544f53a1c79bd9d7");
    QTest::addRow("0007") << QStringLiteral("0007_mail.sql")
                          << QByteArray("8a08a86a9814a87712fe9e2cb7a23a1f2214c8bfa88cbf447c17af0a009302fa");
    QTest::addRow("0008") << QStringLiteral("0008_parts_at_servers.sql")
                          << QByteArray("6aa63319a842dc348cb69adf4a18ee0f04fd18cfaac0a8e9610fbcd5e718736c");
    QTest::addRow("0009") << QStringLiteral("0009_consents.sql")
                          << QByteArray("17e4f56c047546c741683ef777a78eb1bd1077186db80cff8a3600e818d0d73f");
    QTest::addRow("0010") << QStringLiteral("0010_private_moves.sql")
                          << QByteArray("70aecf5c63f4eaf4380c9bc1896c9d697de5f9e4ae7c1f79b077aae2a88eaece");
    QTest::addRow("0011") << QStringLiteral("0011_promises.sql")
                          << QByteArray("f23721e6e5e1bb65444cfa03aaf7d5b6c7471c6b1b756a6226707de675e12f69");
    QTest::addRow("0012") << QStringLiteral("0012_joined_persons.sql")
                          << QByteArray("e3fe90c148620d7b1a28fa6f0cd3d06e7f8fc8a41885be13d5443453177741b6");
    QTest::addRow("0013") << QStringLiteral("0013_reply_clock.sql")
                          << QByteArray("6791197fa2a61b410765400ca768dd507eb6a0737fc7eea9e3d56721b2795a88");
    QTest::addRow("0014") << QStringLiteral("0014_resolutions.sql")
                          << QByteArray("f9115e3f458d9259c7b07adb25ddf76890ef878bbd344057df5043ae65ebd1d2");
    QTest::addRow("0015") << QStringLiteral("0015_arrivals.sql")
                          << QByteArray("f3d322e7afc50b3504f6ba644c1dcb858de4abec8e6c20c1e7cc59a767245fe2");
    QTest::addRow("0016") << QStringLiteral("0016_edits_and_deletions.sql")
                          << QByteArray("edd39362b23da83e63ac93de002d1be84402c19d8789eabac62ae491bda7424e");
    QTest::addRow("0017") << QStringLiteral("0017_pages.sql")
                          << QByteArray("7f441d32008bf45968984ce6ded3bd18161468d729d3576b2436de6c5b8b7024");
    QTest::addRow("0002") << QStringLiteral("0002_triage.sql")
                          << QByteArray("e3a0467bbc2bde740c03874b13f0e33cfa1a7eeef4866293bf627d9c7846473d");
}

void TestMigrations::releasedMigrationsNeverChange()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, sha256);
    const auto all = migrations();
    QVERIFY(all);

    const auto found = std::ranges::find(*all, name, &Migration::name);

    QVERIFY(found != all->cend());
    QCOMPARE(QCryptographicHash::hash(found->script, QCryptographicHash::Sha256).toHex(), sha256);
}

void TestMigrations::everyMigrationHasItsChecksum()
{
    QCOMPARE(latestVersion(), 17); // raise it together with a new row above
}

void TestMigrations::migratingTwiceChangesNothing()
{
    {
        auto db = openFile(path());
        QVERIFY(db && migrate(*db));
    }
    const auto before = bytesOf(path());

    {
        auto db = openFile(path());
        QVERIFY(db && migrate(*db));
    }

    QVERIFY(bytesOf(path()) == before);
}

void TestMigrations::failedMigrationLeavesTheEarlierVersion_data()
{
    QTest::addColumn<int>("from");
    for (int version = 0; version < latestVersion(); ++version) {
        QTest::addRow("version %d", version) << version;
    }
}

void TestMigrations::failedMigrationLeavesTheEarlierVersion()
{
    QFETCH(const int, from);
    auto asItWas = Database::openInMemory();
    QVERIFY(asItWas && migrateTo(*asItWas, from));
    int failures = 0;

    for (int after = 0;; ++after) {
        QVERIFY(after < 50);
        auto db = Database::openInMemory();
        QVERIFY(db && migrateTo(*db, from));
        db->failWriteAfter(after);
        const bool done = migrate(*db).has_value();
        db->failWriteAfter(-1);
        QCOMPARE(databaseVersion(*db), done ? latestVersion() : from);
        if (done) {
            break;
        }
        ++failures;
        QCOMPARE(schema(*db), schema(*asItWas));
        QVERIFY(migrate(*db)); // it can be tried again
    }

    QCOMPARE_GE(failures, 3);
}

void TestMigrations::newerVersionIsRefusedAndUnchanged()
{
    {
        auto db = openFile(path());
        QVERIFY(db && migrate(*db));
        QVERIFY(db->execute("PRAGMA user_version = 999;"));
    }
    const auto before = bytesOf(path());

    const auto stores = SqliteStores::open({.directory = m_folder->path(), .key = key}, m_clock);

    QVERIFY(!stores);
    QCOMPARE(stores.error().code, Errc::DatabaseNewer);
    QVERIFY(bytesOf(path()) == before);
}

void TestMigrations::foreignDatabaseIsRefusedAndUnchanged()
{
    {
        auto db = openFile(path());
        QVERIFY(db);
        QVERIFY(db->execute("CREATE TABLE bookmark (url TEXT); PRAGMA application_id = 7;"));
    }
    const auto before = bytesOf(path());

    const auto stores = SqliteStores::open({.directory = m_folder->path(), .key = key}, m_clock);

    QVERIFY(!stores);
    QCOMPARE(stores.error().code, Errc::NotADatabase);
    QVERIFY(bytesOf(path()) == before);
}

void TestMigrations::triageIsComputedForWhatIsThere()
{
    auto db = Database::openInMemory();
    QVERIFY(db && migrateTo(*db, 1));
    QVERIFY(db->execute(threadsOfVersionOne));

    QVERIFY(migrate(*db));

    // Nobody wrote after us; two after us; never answered; closed; a message without a time; never answered.
    for (const auto &[id, answered, waiting] : std::initializer_list<std::array<qint64, 3>>{
             {1, 300, 0}, {2, 200, 300}, {3, 0, 100}, {4, 0, 0}, {5, 0, 1}, {6, 0, 100}}) {
        auto select = db->prepare("SELECT answered_at, waiting_since, reach, is_blocked, snoozed_until, shelf"
                                  " FROM conversation WHERE id = ?1");
        QVERIFY(select->bind(1, id).step().value_or(false));
        QCOMPARE(select->integer(0), answered);
        QCOMPARE(select->integer(1), waiting);
        QCOMPARE(select->integer(2) + select->integer(3) + select->integer(4), 0);
        QCOMPARE(select->integer(5), id == 4 ? 1 : 0);
    }
    QVERIFY(checkIntegrity(*db));
    QCOMPARE(number(*db, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

void TestMigrations::draftsWrittenEarlierStayWritten_data()
{
    QTest::addColumn<int>("from");
    QTest::addRow("version 1") << 1;
    QTest::addRow("version 2") << 2;
}

void TestMigrations::draftsWrittenEarlierStayWritten()
{
    QFETCH(const int, from);
    auto db = Database::openInMemory();
    QVERIFY(db && migrateTo(*db, 1) && db->execute(threadsOfVersionOne) && migrateTo(*db, from));
    QVERIFY(db->execute("INSERT INTO draft (id, conversation_id, kind, text, updated_at, version)"
                        " VALUES (1, 1, 0, 'Dear Anna', 5, 1), (2, 2, 0, '', 5, 2);"
                        "INSERT INTO attachment (message_id, name, mime_type, content_id, sha256, size)"
                        " VALUES (1, 'cat.png', 'image/png', '', x'00', 1);"));

    QVERIFY(migrate(*db));

    QCOMPARE(number(*db, "SELECT is_written FROM draft WHERE id = 1"), 1);
    QCOMPARE(number(*db, "SELECT is_written FROM draft WHERE id = 2"), 0);
    QCOMPARE(number(*db, "SELECT count(*) FROM draft WHERE addressing = ''"), 2);
    QCOMPARE(number(*db, "SELECT count(*) FROM message WHERE removed_at = 0"), 11);
    QCOMPARE(number(*db, "SELECT count(*) FROM draft_attachment"), 0);
    QCOMPARE(number(*db, "SELECT count(*) FROM attachment WHERE alt = ''"), 1);
    QVERIFY(checkIntegrity(*db));
}

void TestMigrations::repliesOnTheirWayStaySo_data()
{
    QTest::addColumn<int>("from");
    for (int version = 1; version < latestVersion(); ++version) {
        QTest::addRow("version %d", version) << version;
    }
}

void TestMigrations::repliesOnTheirWayStaySo()
{
    QFETCH(const int, from);
    auto db = Database::openInMemory();
    QVERIFY(db && migrateTo(*db, 1) && db->execute(threadsOfVersionOne) && migrateTo(*db, from));
    QVERIFY(db->execute(
        "INSERT INTO outbox (id, conversation_id, state, text, idempotency_key, seen_message_id, created_at,"
        " hold_until) VALUES (1, 1, 0, 'held', 'a', 3, 5, 15), (2, 1, 1, 'queued', 'b', 3, 5, 15);"
        "INSERT INTO outbox_event (outbox_id, at, state) VALUES (1, 5, 0), (2, 5, 0), (2, 15, 1);"));

    QVERIFY(migrate(*db));

    QCOMPARE(number(*db,
                    "SELECT count(*) FROM outbox WHERE text IN ('held', 'queued') AND seen_message_id = 3"
                    " AND hold_until = 15 AND account_id IS NULL AND wire_id = '' AND attempts = 0"
                    " AND addressing = ''"),
             2);
    QCOMPARE(number(*db, "SELECT group_concat(state, '') FROM (SELECT state FROM outbox ORDER BY id)"), 1);
    QCOMPARE(number(*db, "SELECT count(*) FROM outbox_event WHERE event IS NULL"), 3);
    QCOMPARE(number(*db, "SELECT count(*) FROM outbox_freeze"), 0);
    QVERIFY(checkIntegrity(*db));
    QCOMPARE(number(*db, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

void TestMigrations::filesThatWereHereStayHere()
{
    auto db = Database::openInMemory();
    QVERIFY(db && migrateTo(*db, 1) && db->execute(threadsOfVersionOne) && migrateTo(*db, 7));
    QVERIFY(db->execute("INSERT INTO attachment (message_id, name, mime_type, content_id, sha256, size)"
                        " VALUES (1, 'cat.png', 'image/png', '', x'00', 1);"));

    QVERIFY(migrate(*db));

    QCOMPARE(number(*db, "SELECT count(*) FROM server_part"), 0);
    QCOMPARE(number(*db, "SELECT count(*) FROM attachment WHERE length(sha256) = 1 AND size = 1"), 1);
    QVERIFY(checkIntegrity(*db));
}

void TestMigrations::personsStandForThemselvesUntilSomebodyDecides()
{
    auto db = Database::openInMemory();
    QVERIFY(db && migrateTo(*db, 1) && db->execute(threadsOfVersionOne) && migrateTo(*db, 11));
    const auto persons = number(*db, "SELECT count(*) FROM person");

    QVERIFY(migrate(*db));

    QCOMPARE(number(*db,
                    "SELECT count(*) FROM person WHERE merged_into IS NULL AND merged_ledger = 0"
                    " AND erased_at = 0"),
             persons);
    QCOMPARE(number(*db, "SELECT count(*) FROM handle WHERE own_person_id IS NOT NULL"), 0);
    QCOMPARE(number(*db, "SELECT count(*) FROM person_decision"), 0);
    QVERIFY(checkIntegrity(*db));
    QCOMPARE(number(*db, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
