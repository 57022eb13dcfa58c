// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/keychain.h"
#include "tests/platform/bussession.h"
#include "tests/support/waiting.h"

#include <QDBusConnection>
#include <QDBusVirtualObject>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace aside;
using namespace std::chrono_literals;

namespace {

/// A service for secrets that takes every question and answers none.
class SilentService final : public QDBusVirtualObject
{
public:
    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &, const QDBusConnection &) override { return true; }
};

template <typename T>
Errc errorOf(QFuture<Result<T>> future)
{
    const bool isOver = test::waitFor([&] { return future.isFinished(); }, 60'000);
    return isOver && !future.result() ? future.result().error().code : Errc::Internal;
}

template <typename T>
bool isDone(QFuture<Result<T>> future)
{
    return test::waitFor([&] { return future.isFinished(); }, 60'000) && future.result().has_value();
}

const QString name = QStringLiteral("test/account/1/password");

} // namespace

class TestKeychain : public QObject
{
    Q_OBJECT

private:
    void run(const char *test, test::Keyring keyring)
    {
        if (!test::hasSessions()) {
            QSKIP("needs dbus-run-session and gnome-keyring-daemon");
        }
        const QTemporaryDir home;
        test::runInSession(QString::fromLatin1(test), keyring, home.path());
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!test::isInSession()) {
            qputenv("ASIDE_KEYCHAIN", "off");
        }
    }
    void init() { QTest::failOnWarning(); }

    void switchedOffItIsMissing()
    {
        Keychain keychain(1s);

        QCOMPARE(errorOf(keychain.read(name)), Errc::KeychainMissing);
        QCOMPARE(errorOf(keychain.keep(name, Secret("one"))), Errc::KeychainMissing);
        QCOMPARE(errorOf(keychain.forget(name)), Errc::KeychainMissing);
    }

    void itKeepsAndForgets()
    {
        if (!test::isInSession()) {
            run("itKeepsAndForgets", test::Keyring::Unlocked);
            return;
        }
        Keychain keychain(30s);
        const QByteArray secret("p\0ss w\xc3\xb6rd \xff", 12);

        QCOMPARE(errorOf(keychain.read(name)), Errc::SecretMissing);
        QVERIFY(isDone(keychain.keep(name, Secret("first"))));
        QVERIFY(isDone(keychain.keep(name, Secret(secret))));
        QVERIFY(isDone(keychain.read(name)));
        QCOMPARE(keychain.read(name).result()->bytes(), secret);
        QVERIFY(isDone(keychain.forget(name)));
        QVERIFY(isDone(keychain.forget(name)));
        QCOMPARE(errorOf(keychain.read(name)), Errc::SecretMissing);
    }

    /// From several threads, also from some that end before it answers.
    void anyThreadMayAsk()
    {
        if (!test::isInSession()) {
            run("anyThreadMayAsk", test::Keyring::Unlocked);
            return;
        }
        QList<QFuture<Result<void>>> kept;
        for (int i = 0; i < 6; ++i) {
            QThread *thread = QThread::create([&kept, i] {
                kept.append(Keychain(30s).keep(name + QString::number(i), Secret(QByteArray::number(i))));
            });
            thread->start();
            QVERIFY(thread->wait());
            delete thread;
        }
        for (int i = 0; i < 6; ++i) {
            QVERIFY(isDone(kept.at(i)));
            QCOMPARE(Keychain(30s).read(name + QString::number(i)).result()->bytes(), QByteArray::number(i));
        }
    }

    void oneThatNeverAnswersIsSilentInTime()
    {
        if (!test::isInSession()) {
            run("oneThatNeverAnswersIsSilentInTime", test::Keyring::OnlyABus);
            return;
        }
        SilentService service;
        QDBusConnection bus = QDBusConnection::sessionBus();
        QVERIFY(bus.registerVirtualObject(QStringLiteral("/"), &service, QDBusConnection::SubPath));
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.secrets")));
        Keychain keychain(300ms);

        auto first = keychain.read(name);
        auto second = keychain.keep(name, Secret("one"));

        QCOMPARE(errorOf(first), Errc::KeychainSilent);
        QCOMPARE(errorOf(second), Errc::KeychainSilent);
        QCOMPARE(errorOf(keychain.forget(name)), Errc::KeychainSilent);
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
