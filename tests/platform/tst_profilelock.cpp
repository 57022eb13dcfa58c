// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/profilelock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace aside;

class TestProfileLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void secondHolderIsRefused();
    void lockGoesWithItsHolder();
    void movedLockStaysHeld();
    void staleFileMeansNothing();
    void othersCannotReadTheFile();
    void missingFolderIsAnError();
    void linkIsNotFollowed();
};

void TestProfileLock::secondHolderIsRefused()
{
    const QTemporaryDir folder;
    const auto first = ProfileLock::acquire(folder.path());
    QVERIFY(first);

    const auto second = ProfileLock::acquire(folder.path());

    QVERIFY(!second);
    QCOMPARE(second.error().code, Errc::ProfileInUse);
}

void TestProfileLock::lockGoesWithItsHolder()
{
    const QTemporaryDir folder;
    {
        const auto first = ProfileLock::acquire(folder.path());
        QVERIFY(first);
    }

    QVERIFY(ProfileLock::acquire(folder.path()));
}

void TestProfileLock::movedLockStaysHeld()
{
    const QTemporaryDir folder;
    std::optional<ProfileLock> holder;
    {
        auto first = ProfileLock::acquire(folder.path());
        QVERIFY(first);
        holder = std::move(*first);
    }

    QVERIFY(!ProfileLock::acquire(folder.path()));
    holder.reset();
    QVERIFY(ProfileLock::acquire(folder.path()));
}

void TestProfileLock::staleFileMeansNothing()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("lock")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("99999\n") == 6);
    file.close();

    QVERIFY(ProfileLock::acquire(folder.path()));
}

void TestProfileLock::othersCannotReadTheFile()
{
    const QTemporaryDir folder;
    const auto lock = ProfileLock::acquire(folder.path());
    QVERIFY(lock);

    const auto rights = QFile::permissions(folder.filePath(QStringLiteral("lock")));

    QVERIFY(!(rights & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther)));
}

void TestProfileLock::missingFolderIsAnError()
{
    const QTemporaryDir folder;

    const auto lock = ProfileLock::acquire(folder.filePath(QStringLiteral("no/such")));

    QVERIFY(!lock);
    QCOMPARE(lock.error().code, Errc::Io);
}

void TestProfileLock::linkIsNotFollowed()
{
    const QTemporaryDir folder;
    const QString target = folder.filePath(QStringLiteral("precious"));
    QVERIFY(QFile::link(target, folder.filePath(QStringLiteral("lock"))));

    const auto lock = ProfileLock::acquire(folder.path());

    QVERIFY(!lock);
    QVERIFY(!QFile::exists(target));
}

QTEST_GUILESS_MAIN(TestProfileLock)
#include "tst_profilelock.moc"
