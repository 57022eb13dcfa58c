// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/migrations.h"
#include "app/storage/stores.h"
#include "app/storage/upgrade.h"
#include "tests/support/testclock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace aside;

namespace {

const Secret key(QByteArray(32, 'k'));

constexpr std::string_view manyPersons = R"sql(
    INSERT INTO person (id, name)
    WITH RECURSIVE number (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM number WHERE n < 20000)
    SELECT n, 'A name that takes some room ' || n FROM number;
    INSERT INTO handle (id, person_id, channel, address, shown) SELECT id, id, 1, id, id FROM person;
    INSERT INTO conversation (id, channel, audience, state, handle_id, first_at, last_at, last_direction, message_count,
                              unread_count, attachment_count, subject, preview)
    SELECT id, 1, 0, 0, id, 1, 1, 0, 0, 0, 0, 'A subject', '' FROM person;
)sql";

} // namespace

/// A profile of an earlier version becomes one of this version, or stays what it is.
class TestUpgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void everyStepIsTold();
    void stoppedUpgradeLeavesEverythingAsItWas_data();
    void stoppedUpgradeLeavesEverythingAsItWas();
    void stopIsHeardInTheMiddleOfAStep_data();
    void stopIsHeardInTheMiddleOfAStep();
    void failedUpgradeLeavesEverythingAsItWas();
    void earlierCopiesGoOnlyWhenItIsDone();
    void damagedProfileIsNotChanged();
    void profileOfThisVersionIsLeftAlone();
    void refusedUpgradeChangesNothing();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("aside.db")); }
    [[nodiscard]] QString backups() const { return m_folder->filePath(QStringLiteral("backups")); }
    [[nodiscard]] BackupPlace place() const { return {.key = key, .directory = backups()}; }
    [[nodiscard]] QStringList copies() const { return QDir(backups()).entryList(QDir::Files, QDir::Name); }
    [[nodiscard]] Result<Database> open() const
    {
        return Database::open(path(), {.access = Access::ReadWrite, .key = key});
    }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] Result<void> upgrade(const UpgradeWatch &watch) const
    {
        return open().and_then(
            [&](Database db) { return upgradeDatabase(db, place(), m_clock.now(), watch); });
    }
    [[nodiscard]] int version() const
    {
        return open().and_then([](Database db) { return databaseVersion(db); }).value_or(-1);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    test::TestClock m_clock;
};

void TestUpgrade::init()
{
    QTest::failOnWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    auto db = open();
    QVERIFY(db && migrateTo(*db, 1) && db->execute(manyPersons));
}

void TestUpgrade::everyStepIsTold()
{
    QList<UpgradeProgress> told;

    QVERIFY(upgrade({.tell = [&](const UpgradeProgress &progress) {
        told.append(progress);
    }}));

    QCOMPARE(version(), latestVersion());
    QCOMPARE(copies().size(), 1);
    QList<UpgradeStep> steps;
    int known = 0;
    for (qsizetype i = 0; i < told.size(); ++i) {
        const UpgradeProgress &now = told.at(i);
        if (steps.isEmpty() || steps.constLast() != now.step) {
            steps.append(now.step);
            QCOMPARE(now.percent, -1);
        } else {
            QVERIFY(now.percent > told.at(i - 1).percent && now.percent <= 100);
            ++known;
        }
    }
    QCOMPARE(steps, (QList<UpgradeStep>{UpgradeStep::Checking, UpgradeStep::Copying, UpgradeStep::Changing}));
    QCOMPARE_GE(known, 2);
}

void TestUpgrade::stoppedUpgradeLeavesEverythingAsItWas_data()
{
    QTest::addColumn<UpgradeStep>("step");
    QTest::newRow("checking") << UpgradeStep::Checking;
    QTest::newRow("copying") << UpgradeStep::Copying;
    QTest::newRow("changing") << UpgradeStep::Changing;
}

void TestUpgrade::stoppedUpgradeLeavesEverythingAsItWas()
{
    QFETCH(const UpgradeStep, step);
    const QByteArray before = bytes();
    std::stop_source stop;
    const auto stopThere = [&](const UpgradeProgress &progress) {
        if (progress.step == step) {
            stop.request_stop();
        }
    };

    const Result<void> done = upgrade({.tell = stopThere, .stop = stop.get_token()});

    QVERIFY(!done);
    QCOMPARE(done.error().code, Errc::Cancelled);
    QVERIFY(bytes() == before);
    QCOMPARE(copies(), QStringList());
    QVERIFY(upgrade({})); // it can be done later
    QCOMPARE(version(), latestVersion());
}

void TestUpgrade::stopIsHeardInTheMiddleOfAStep_data()
{
    QTest::addColumn<UpgradeStep>("step");
    QTest::newRow("checking") << UpgradeStep::Checking;
    QTest::newRow("copying") << UpgradeStep::Copying;
}

void TestUpgrade::stopIsHeardInTheMiddleOfAStep()
{
    QFETCH(const UpgradeStep, step);
    const QByteArray before = bytes();
    std::stop_source stop;
    int after = 0;
    const auto stopThere = [&](const UpgradeProgress &progress) {
        after += stop.stop_requested() ? 1 : 0;
        if (progress.step == step && progress.percent > 0) {
            stop.request_stop();
        }
    };

    const Result<void> done = upgrade({.tell = stopThere, .stop = stop.get_token()});

    QVERIFY(!done);
    QCOMPARE(done.error().code, Errc::Cancelled);
    QCOMPARE(after, 0);
    QVERIFY(bytes() == before);
    QCOMPARE(copies(), QStringList());
}

void TestUpgrade::failedUpgradeLeavesEverythingAsItWas()
{
    const QByteArray before = bytes();
    int failures = 0;

    for (bool done = false; !done; failures += done ? 0 : 1) {
        {
            auto db = open();
            QVERIFY(db);
            db->failWriteAfter(failures);
            done = upgradeDatabase(*db, place(), m_clock.now()).has_value();
            db->failWriteAfter(-1);
        }
        if (!done) {
            QVERIFY(failures < 50);
            QVERIFY(bytes() == before);
            QCOMPARE(copies(), QStringList());
        }
    }

    QCOMPARE_GE(failures, 3);
    QCOMPARE(version(), latestVersion());
    QCOMPARE(copies().size(), 1);
}

void TestUpgrade::earlierCopiesGoOnlyWhenItIsDone()
{
    QVERIFY(QDir().mkpath(backups()));
    const QStringList earlier{QStringLiteral("aside-v0-1.db"), QStringLiteral("aside-v0-2.db"),
                              QStringLiteral("aside-v0-3.db")};
    for (const QString &name : earlier) {
        QFile file(QDir(backups()).filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a copy") > 0);
        QVERIFY(file.setFileTime(QDateTime::fromSecsSinceEpoch(1'000'000'000),
                                 QFileDevice::FileModificationTime));
    }
    std::stop_source stop;

    QVERIFY(!upgrade({.tell =
                          [&](const UpgradeProgress &progress) {
                              if (progress.step == UpgradeStep::Changing) {
                                  stop.request_stop();
                              }
                          },
                      .stop = stop.get_token()}));
    QCOMPARE(copies(), earlier);

    QVERIFY(upgrade({}));
    QCOMPARE(copies().size(), 3);
    QVERIFY(copies().constLast().startsWith(u"aside-v1-"));
}

void TestUpgrade::damagedProfileIsNotChanged()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 400'000 && file.seek(200'000) && file.write(QByteArray(8192, 'x')) == 8192);
    file.close();
    const QByteArray before = bytes();

    const Result<void> done = upgrade({});

    QVERIFY(!done);
    QCOMPARE(done.error().code, Errc::DatabaseCorrupt);
    QVERIFY(bytes() == before);
    QCOMPARE(copies(), QStringList());
}

void TestUpgrade::profileOfThisVersionIsLeftAlone()
{
    QVERIFY(upgrade({}));
    const QByteArray before = bytes();
    const QStringList made = copies();
    int told = 0;

    QVERIFY(upgrade({.tell = [&](const UpgradeProgress &) {
        ++told;
    }}));

    QCOMPARE(told, 0);
    QVERIFY(bytes() == before);
    QCOMPARE(copies(), made);
}

void TestUpgrade::refusedUpgradeChangesNothing()
{
    const QByteArray before = bytes();

    const auto stores = SqliteStores::open(
        {.directory = m_folder->path(), .key = key, .earlier = EarlierVersion::Refuse}, m_clock);

    QVERIFY(!stores);
    QCOMPARE(stores.error().code, Errc::Conflict);
    QVERIFY(bytes() == before);
    QCOMPARE(copies(), QStringList());
}

QTEST_GUILESS_MAIN(TestUpgrade)
#include "tst_upgrade.moc"
