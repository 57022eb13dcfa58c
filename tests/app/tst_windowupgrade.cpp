// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/migrations.h"
#include "app/windowupgrade.h"

#include <QAccessible>
#include <QDir>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view manyPersons = R"sql(
    INSERT INTO person (id, name)
    WITH RECURSIVE number (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM number WHERE n < 100000)
    SELECT n, 'A name that takes some room ' || n FROM number;
)sql";

/// A profile as version 1 left it.
struct EarlierProfile {
    QTemporaryDir folder;
    ProfileOptions options{.directory = folder.filePath(u"profile"_s),
                           .encryption = Encryption::Plain,
                           .earlier = EarlierVersion::Refuse};

    EarlierProfile()
    {
        const bool isMade = Profile::open(options).has_value(); // with its key
        for (const QString &rest : {QString(), u"-wal"_s, u"-shm"_s}) {
            QFile::remove(path() + rest);
        }
        auto db = Database::open(path(), {.access = Access::ReadWrite, .key = {}});
        if (!isMade || !db || !migrateTo(*db, 1) || !db->execute(manyPersons)) {
            qFatal("no profile");
        }
    }

    [[nodiscard]] QString path() const { return options.directory + u"/aside.db"_s; }
    [[nodiscard]] int version() const
    {
        auto db = Database::open(path(), {.access = Access::ReadOnly, .key = {}});
        return db ? databaseVersion(*db).value_or(-1) : -1;
    }
    [[nodiscard]] std::unique_ptr<WindowUpgrade> upgrade(AfterFailure after) const
    {
        auto prepared = ProfileUpgrade::prepare(options);
        if (!prepared) {
            qFatal("not prepared");
        }
        return std::make_unique<WindowUpgrade>(std::move(*prepared), after);
    }
};

template <typename T>
T *part(WindowUpgrade &upgrade, const char *name)
{
    return upgrade.window().findChild<T *>(QString::fromLatin1(name));
}

} // namespace

/// What somebody sees who starts a new version on an old profile.
class TestWindowUpgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support (propagateSizeHints|raise))"_s));
    }

    void whatIsToBeOpenedWaits();
    void profileIsUpgradedAndOpens();
    void nobodyElseOpensItMeanwhile();
    void windowSaysWhatHappens();
    void stoppingLeavesTheProfileAsItWas_data();
    void stoppingLeavesTheProfileAsItWas();
    void goingAwayStopsIt();
    void failureIsShownUntilItIsClosed();
    void failureEndsItWhereNobodyLooks();
    void profileWithoutItsKeyIsNotPrepared();
};

void TestWindowUpgrade::profileIsUpgradedAndOpens()
{
    const EarlierProfile profile;
    const auto refused = Profile::open(profile.options);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Errc::Conflict);

    const auto upgrade = profile.upgrade(AfterFailure::End);
    QSignalSpy ended(upgrade.get(), &WindowUpgrade::ended);
    upgrade->start();
    QVERIFY(upgrade->window().isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 60'000);

    QVERIFY(upgrade->result());
    QVERIFY(!upgrade->window().isVisible());
    QVERIFY(Profile::open(profile.options));
    QCOMPARE(profile.version(), latestVersion());
}

void TestWindowUpgrade::nobodyElseOpensItMeanwhile()
{
    const EarlierProfile profile;

    const auto upgrade = profile.upgrade(AfterFailure::End);

    const auto other = Profile::open(profile.options);
    QVERIFY(!other);
    QCOMPARE(other.error().code, Errc::ProfileInUse);
}

void TestWindowUpgrade::windowSaysWhatHappens()
{
    const EarlierProfile profile;
    const auto upgrade = profile.upgrade(AfterFailure::End);
    UpgradeWindow &window = upgrade->window();
    auto *step = part<QLabel>(*upgrade, "upgradeStep");
    auto *bar = part<QProgressBar>(*upgrade, "upgradeBar");

    window.showProgress({.step = UpgradeStep::Checking, .percent = -1});
    QVERIFY(step->text().startsWith(u"1 of 3"_s));
    QCOMPARE(bar->maximum(), 0); // moves, and says no number
    window.showProgress({.step = UpgradeStep::Copying, .percent = 40});
    QVERIFY(step->text().startsWith(u"2 of 3"_s));
    QCOMPARE(bar->value(), 40);
    QCOMPARE(bar->maximum(), 100);
    window.showProgress({.step = UpgradeStep::Changing, .percent = -1});
    QVERIFY(step->text().startsWith(u"3 of 3"_s));

    for (QWidget *each : window.findChildren<QWidget *>()) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(each);
        QVERIFY2(interface == nullptr || !interface->text(QAccessible::Name).isEmpty(),
                 qPrintable(each->objectName()));
    }
}

void TestWindowUpgrade::stoppingLeavesTheProfileAsItWas_data()
{
    QTest::addColumn<QByteArray>("how");
    QTest::newRow("button") << QByteArray("button");
    QTest::newRow("escape") << QByteArray("escape");
    QTest::newRow("closing") << QByteArray("closing");
}

void TestWindowUpgrade::stoppingLeavesTheProfileAsItWas()
{
    QFETCH(const QByteArray, how);
    const EarlierProfile profile;
    const auto upgrade = profile.upgrade(AfterFailure::Show);
    QSignalSpy ended(upgrade.get(), &WindowUpgrade::ended);
    upgrade->window().show();

    if (how == "button") {
        part<QPushButton>(*upgrade, "upgradeButton")->click();
    } else if (how == "escape") {
        QTest::keyClick(&upgrade->window(), Qt::Key_Escape);
    } else {
        upgrade->window().close();
    }
    QVERIFY(!part<QPushButton>(*upgrade, "upgradeButton")->isEnabled());
    QVERIFY(upgrade->window().isVisible()); // until it has stopped
    upgrade->start(); // so late that it cannot be done before
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 60'000);

    QVERIFY(!upgrade->result());
    QCOMPARE(upgrade->result().error().code, Errc::Cancelled);
    QCOMPARE(profile.version(), 1);
    QVERIFY(QDir(profile.options.directory + u"/backups"_s).entryList(QDir::Files).isEmpty());
    QVERIFY(!upgrade->window().isVisible());
}

void TestWindowUpgrade::goingAwayStopsIt()
{
    const EarlierProfile profile;
    {
        const auto upgrade = profile.upgrade(AfterFailure::Show);
        upgrade->start();
    }

    QVERIFY(profile.version() == 1 || profile.version() == latestVersion());
    QVERIFY(ProfileUpgrade::prepare(profile.options)); // the lock is free
}

void TestWindowUpgrade::failureIsShownUntilItIsClosed()
{
    const EarlierProfile profile;
    QFile inTheWay(profile.options.directory + u"/backups"_s);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const auto upgrade = profile.upgrade(AfterFailure::Show);
    QSignalSpy ended(upgrade.get(), &WindowUpgrade::ended);
    upgrade->start();

    auto *words = part<QLabel>(*upgrade, "upgradeWords");
    QTRY_VERIFY_WITH_TIMEOUT(
        words->text().contains(u"as it was"_s) && words->text().contains(u"profile folder"_s), 60'000);
    QCOMPARE(ended.count(), 0);
    QVERIFY(!part<QProgressBar>(*upgrade, "upgradeBar")->isVisible());
    part<QPushButton>(*upgrade, "upgradeButton")->click();

    QCOMPARE(ended.count(), 1);
    QCOMPARE(upgrade->result().error().code, Errc::ReadOnly);
    QCOMPARE(profile.version(), 1);
}

void TestWindowUpgrade::failureEndsItWhereNobodyLooks()
{
    const EarlierProfile profile;
    QFile inTheWay(profile.options.directory + u"/backups"_s);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const auto upgrade = profile.upgrade(AfterFailure::End);
    QSignalSpy ended(upgrade.get(), &WindowUpgrade::ended);

    upgrade->start();

    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 60'000);
    QCOMPARE(upgrade->result().error().code, Errc::ReadOnly);
}

void TestWindowUpgrade::profileWithoutItsKeyIsNotPrepared()
{
    const EarlierProfile profile;
    QVERIFY(QFile::remove(profile.options.directory + u"/key"_s));

    const auto prepared = ProfileUpgrade::prepare(profile.options);

    QVERIFY(!prepared);
    QCOMPARE(prepared.error().code, Errc::KeyMissing);
}

void TestWindowUpgrade::whatIsToBeOpenedWaits()
{
    const EarlierProfile profile;
    const auto upgrade = profile.upgrade(AfterFailure::End);
    QSignalSpy ended(upgrade.get(), &WindowUpgrade::ended);
    upgrade->start();

    upgrade->takeMessage("raise");
    upgrade->takeMessage("mailto:anna@mail.example");
    upgrade->takeMessage("mailto:boris@mail.example");

    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 60'000);
    QCOMPARE(upgrade->keptMessages(),
             (QList<QByteArray>{"mailto:anna@mail.example", "mailto:boris@mail.example"}));
}

QTEST_MAIN(TestWindowUpgrade)
#include "tst_windowupgrade.moc"
