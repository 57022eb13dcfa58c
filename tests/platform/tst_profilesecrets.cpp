// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/environmentpassphrase.h"
#include "app/platform/profilesecrets.h"
#include "tests/platform/bussession.h"
#include "tests/support/fakesecrets.h"

#include <QFile>
#include <QPromise>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace std::chrono_literals;

namespace {

const QString name = passwordName(AccountId{1});

template <typename T>
Result<T> settled(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.resultCount() > 0 ? future.result() : fail(Errc::Internal);
}

/// A person who has not answered yet.
class SlowPassphrases final : public PassphraseSource
{
public:
    QPromise<Result<Secret>> promise;

    [[nodiscard]] QFuture<Result<Secret>> ask(PassphraseUse) override
    {
        promise.start();
        return promise.future();
    }
};

} // namespace

class TestProfileSecrets : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] std::unique_ptr<ProfileSecrets> store(PassphraseSource &source) const
    {
        return std::make_unique<ProfileSecrets>(
            m_folder->path(), source, ProfileSecrets::Limits{.patience = 30s, .cost = {.log2N = 10}});
    }
    [[nodiscard]] bool has(const char *file) const
    {
        return QFile::exists(m_folder->filePath(QString::fromLatin1(file)));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    test::FakePassphrases m_person;

private Q_SLOTS:
    void initTestCase()
    {
        if (!test::isInSession()) {
            qputenv("ASIDE_KEYCHAIN", "off");
        }
        qunsetenv("ASIDE_SECRETS_PASSPHRASE");
        qunsetenv("ASIDE_SECRETS_PASSPHRASE_FILE");
    }
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_person.answers.clear();
        m_person.asked.clear();
    }

    void withNothingKeptNobodyIsAsked()
    {
        const auto secrets = store(m_person);

        QCOMPARE(settled(secrets->read(name)).error().code, Errc::SecretMissing);
        QVERIFY(settled(secrets->forget(name)));
        QVERIFY(m_person.asked.isEmpty());
    }

    void withoutKeychainAFileWithAPassphraseKeepsThem()
    {
        m_person.answers = {"sesame", "sesame"};
        {
            const auto secrets = store(m_person);
            QVERIFY(settled(secrets->keep(name, Secret("one"))));
            QVERIFY(settled(secrets->keep(oauthName(AccountId{1}), Secret("two"))));
            QCOMPARE(settled(secrets->read(name))->bytes(), QByteArray("one"));
        }
        QVERIFY(has("secrets"));

        const auto secrets = store(m_person);

        QCOMPARE(settled(secrets->read(name))->bytes(), QByteArray("one"));
        QVERIFY(settled(secrets->forget(name)));
        QCOMPARE(m_person.asked, QList({PassphraseUse::Make, PassphraseUse::Open})); // once a run
    }

    void aWrongPassphraseIsAskedForAgain()
    {
        m_person.answers = {"sesame", "wrong", "sesame"};
        QVERIFY(settled(store(m_person)->keep(name, Secret("one"))));

        QCOMPARE(settled(store(m_person)->read(name))->bytes(), QByteArray("one"));

        QCOMPARE(m_person.asked, QList({PassphraseUse::Make, PassphraseUse::Open, PassphraseUse::OpenAgain}));
    }

    void threeWrongPassphrasesAreEnough()
    {
        m_person.answers = {"sesame", "a", "b", "c", "d"};
        QVERIFY(settled(store(m_person)->keep(name, Secret("one"))));

        QCOMPARE(settled(store(m_person)->read(name)).error().code, Errc::PassphraseWrong);

        QCOMPARE(m_person.answers, QList<QByteArray>{"d"});
    }

    void withoutPassphraseNothingIsKept()
    {
        QCOMPARE(settled(store(m_person)->keep(name, Secret("one"))).error().code, Errc::PassphraseMissing);
        QVERIFY(!has("secrets"));
    }

    void closingDoesNotWaitForAPerson()
    {
        SlowPassphrases person;
        auto secrets = store(person);
        const auto kept = secrets->keep(name, Secret("one"));
        const auto read = secrets->read(name);

        secrets.reset();

        QCOMPARE(settled(kept).error().code, Errc::Cancelled);
        QCOMPARE(settled(read).error().code, Errc::Cancelled);
    }

    void theEnvironmentGivesThePassphrase()
    {
        EnvironmentPassphrase environment(&m_person);
        qputenv("ASIDE_SECRETS_PASSPHRASE", "from the environment");
        const auto clean = qScopeGuard([] {
            qunsetenv("ASIDE_SECRETS_PASSPHRASE");
            qunsetenv("ASIDE_SECRETS_PASSPHRASE_FILE");
        });
        QVERIFY(settled(store(environment)->keep(name, Secret("one"))));
        QCOMPARE(settled(store(environment)->read(name))->bytes(), QByteArray("one"));
        qputenv("ASIDE_SECRETS_PASSPHRASE", "wrong");
        QCOMPARE(settled(store(environment)->read(name)).error().code, Errc::PassphraseWrong);
        QVERIFY(m_person.asked.isEmpty());

        qunsetenv("ASIDE_SECRETS_PASSPHRASE");
        const QString path = m_folder->filePath(QStringLiteral("phrase"));
        qputenv("ASIDE_SECRETS_PASSPHRASE_FILE", path.toLocal8Bit());
        QCOMPARE(settled(store(environment)->read(name)).error().code, Errc::PassphraseMissing);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("from the environment\r\nanother line\n");
        file.close();
        QCOMPARE(settled(store(environment)->read(name))->bytes(), QByteArray("one"));

        qunsetenv("ASIDE_SECRETS_PASSPHRASE_FILE");
        QCOMPARE(settled(store(environment)->read(name)).error().code, Errc::PassphraseMissing);
        QCOMPARE(m_person.asked, QList({PassphraseUse::Open}));
        EnvironmentPassphrase alone(nullptr);
        QCOMPARE(settled(store(alone)->read(name)).error().code, Errc::PassphraseMissing);
    }

    void theKeychainKeepsThemApartByProfile()
    {
        if (!test::isInSession()) {
            if (!test::hasSessions()) {
                QSKIP("needs dbus-run-session and gnome-keyring-daemon");
            }
            test::runInSession(QStringLiteral("theKeychainKeepsThemApartByProfile"), test::Keyring::Unlocked,
                               m_folder->path());
            return;
        }
        const QTemporaryDir otherFolder;
        ProfileSecrets other(otherFolder.path(), m_person);
        const auto secrets = store(m_person);

        QVERIFY(settled(secrets->keep(name, Secret("mine"))));
        QVERIFY(settled(other.keep(name, Secret("theirs"))));

        QCOMPARE(settled(secrets->read(name))->bytes(), QByteArray("mine"));
        QCOMPARE(settled(other.read(name))->bytes(), QByteArray("theirs"));
        QVERIFY(settled(secrets->forget(name)));
        QCOMPARE(settled(secrets->read(name)).error().code, Errc::SecretMissing);
        QCOMPARE(settled(other.read(name))->bytes(), QByteArray("theirs"));
        QVERIFY(!has("secrets"));
        QVERIFY(m_person.asked.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestProfileSecrets)
#include "tst_profilesecrets.moc"
