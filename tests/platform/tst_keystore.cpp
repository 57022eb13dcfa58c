// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/keystore.h"
#include "tests/platform/bussession.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace std::chrono_literals;

class TestKeyStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void newProfileHasNoKey();
    void withoutKeychainTheKeyLiesInAFile();
    void plainProfileHasNoSecret();
    void everyKeyIsAnother();
    void damagedKeyFileIsNeverReplaced_data();
    void damagedKeyFileIsNeverReplaced();
    void keychainEntryWithoutKeychainIsMissing();
    void unwritableFolderIsAnError();
    void keychainKeepsTheKey();

private:
    KeyStore store(std::chrono::milliseconds patience = 2s) const { return {m_folder->path(), patience}; }
    QString path() const { return m_folder->filePath(QStringLiteral("key")); }
    QByteArray line() const;
    void put(const QByteArray &text) const;
    void checkKeychain();

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QRegularExpression inAFile(QStringLiteral("no keychain answered"));

} // namespace

void TestKeyStore::initTestCase()
{
    if (!test::isInSession()) {
        qputenv("ASIDE_KEYCHAIN", "off");
    }
}

void TestKeyStore::init()
{
    QTest::failOnWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

QByteArray TestKeyStore::line() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestKeyStore::put(const QByteArray &text) const
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

void TestKeyStore::newProfileHasNoKey()
{
    const auto found = store().find();

    QVERIFY(found);
    QVERIFY(!found->has_value());
}

void TestKeyStore::withoutKeychainTheKeyLiesInAFile()
{
    QTest::ignoreMessage(QtWarningMsg, inAFile);

    const auto made = store().create();

    QVERIFY(made);
    QCOMPARE(made->place, KeyPlace::File);
    QCOMPARE(made->key.bytes().size(), 32);
    QVERIFY(line().startsWith("raw "));
    const auto rights = QFile::permissions(path()) & ~(QFileDevice::ReadUser | QFileDevice::WriteUser);
    QCOMPARE(rights, QFileDevice::Permissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    const auto found = store().find();
    QVERIFY(found && *found);
    QCOMPARE((*found)->place, KeyPlace::File);
    QCOMPARE((*found)->key.bytes(), made->key.bytes());
}

void TestKeyStore::plainProfileHasNoSecret()
{
    const auto made = store().createPlain();

    QVERIFY(made);
    QCOMPARE(made->place, KeyPlace::None);
    const auto found = store().find();
    QVERIFY(found && *found);
    QCOMPARE((*found)->place, KeyPlace::None);
    QVERIFY((*found)->key.isEmpty());
}

void TestKeyStore::everyKeyIsAnother()
{
    QTest::ignoreMessage(QtWarningMsg, inAFile);
    QTest::ignoreMessage(QtWarningMsg, inAFile);

    const auto one = store().create();
    const auto two = store().create();

    QVERIFY(one && two);
    QVERIFY(one->key.bytes() != two->key.bytes());
}

void TestKeyStore::damagedKeyFileIsNeverReplaced_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addRow("empty") << QByteArray();
    QTest::addRow("short") << QByteArray("raw 0123\n");
    QTest::addRow("long") << QByteArray("raw ") + QByteArray(66, 'a');
    QTest::addRow("not hexadecimal") << QByteArray("raw ") + QByteArray(64, 'z');
    QTest::addRow("a letter lost") << QByteArray("raw ") + QByteArray(63, 'a');
    QTest::addRow("a letter changed") << QByteArray("raw ") + QByteArray(63, 'a') + "!a";
    QTest::addRow("no name") << QByteArray("keychain\n");
    QTest::addRow("another word") << QByteArray("cloud 1234\n");
    QTest::addRow("noughts") << QByteArray(4096, '\0');
}

void TestKeyStore::damagedKeyFileIsNeverReplaced()
{
    QFETCH(const QByteArray, text);
    put(text);

    const auto found = store().find();

    QVERIFY(!found);
    QCOMPARE(found.error().code, Errc::KeyMissing);
    QCOMPARE(line(), text);
}

void TestKeyStore::keychainEntryWithoutKeychainIsMissing()
{
    const QByteArray text = QByteArrayLiteral("keychain 6f2b9d2e-1111-4222-8333-444455556666\n");
    put(text);

    const auto found = store().find();

    QVERIFY(!found);
    QCOMPARE(found.error().code, Errc::KeyMissing);
    QCOMPARE(line(), text);
}

void TestKeyStore::unwritableFolderIsAnError()
{
    const KeyStore nowhere(m_folder->filePath(QStringLiteral("no/such")), 1s);

    const auto made = nowhere.createPlain();

    QVERIFY(!made);
    QCOMPARE(made.error().code, Errc::ReadOnly);
}

/// In a session of its own with an unlocked keyring, this test runs once more and asks it.
void TestKeyStore::keychainKeepsTheKey()
{
    if (test::isInSession()) {
        checkKeychain();
        return;
    }
    if (!test::hasSessions()) {
        QSKIP("needs dbus-run-session and gnome-keyring-daemon");
    }
    test::runInSession(QStringLiteral("keychainKeepsTheKey"), test::Keyring::Unlocked, m_folder->path());
}

void TestKeyStore::checkKeychain()
{
    const auto made = store(10s).create();

    QVERIFY(made);
    QCOMPARE(made->place, KeyPlace::Keychain);
    QVERIFY(line().startsWith("keychain "));
    QVERIFY(!line().contains(made->key.bytes().toHex()));
    const auto found = store(10s).find();
    QVERIFY(found && *found);
    QCOMPARE((*found)->place, KeyPlace::Keychain);
    QCOMPARE((*found)->key.bytes(), made->key.bytes());
    put("keychain 6f2b9d2e-1111-4222-8333-444455556666\n");
    const auto unknown = store(10s).find();
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, Errc::KeyMissing);
}

QTEST_GUILESS_MAIN(TestKeyStore)
#include "tst_keystore.moc"
