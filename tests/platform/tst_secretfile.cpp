// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/secretfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace aside;

namespace {

constexpr KeyCost cheap{.log2N = 10};
const QString one = QStringLiteral("account/1/password");
const QString two = QStringLiteral("account/2/password");

} // namespace

class TestSecretFile : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("secrets")); }
    [[nodiscard]] SecretFile unlocked(const char *passphrase = "open sesame") const
    {
        SecretFile file(path(), cheap);
        if (!file.unlock(Secret(passphrase))) {
            qWarning("it does not open");
        }
        return file;
    }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QByteArray &content) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void whatIsKeptIsReadWithThePassphrase()
    {
        const QByteArray secret("p\0ss w\xc3\xb6rd \xff", 12);
        QVERIFY(unlocked().keep(one, Secret(secret)));
        QVERIFY(unlocked().keep(two, Secret("other")));

        SecretFile file = unlocked();

        QCOMPARE(file.read(one)->bytes(), secret);
        QCOMPARE(file.read(two)->bytes(), QByteArray("other"));
        QCOMPARE(file.read(QStringLiteral("account/3/password")).error().code, Errc::SecretMissing);
        QVERIFY(file.forget(one));
        QCOMPARE(unlocked().read(one).error().code, Errc::SecretMissing);
        QCOMPARE(unlocked().read(two)->bytes(), QByteArray("other"));
    }

    void nothingOfItIsInClear()
    {
        const QByteArray secret("correct horse battery staple");
        QVERIFY(unlocked().keep(one, Secret(secret)));

        for (const QByteArray &form : {secret, secret.toBase64(), secret.toHex(), QByteArray("open sesame"),
                                       QByteArray("account"), QByteArray("a\0c\0c\0o\0u\0n\0t", 13)}) {
            QVERIFY2(!bytes().contains(form), form.constData());
        }
    }

    void onlyTheOwnerMayReadIt()
    {
        QVERIFY(unlocked().keep(one, Secret("x")));
        const auto rights = QFile::permissions(path()) & ~(QFileDevice::ReadUser | QFileDevice::WriteUser);
        QCOMPARE(rights, QFileDevice::Permissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    }

    void theSameIsNeverSealedTheSame()
    {
        SecretFile file = unlocked();
        QVERIFY(file.keep(one, Secret("x")));
        const QByteArray first = bytes();
        QVERIFY(file.keep(one, Secret("x")));
        QVERIFY(bytes() != first);
    }

    void aWrongPassphraseIsSaidSo()
    {
        QVERIFY(unlocked().keep(one, Secret("x")));
        const QByteArray before = bytes();
        SecretFile file(path(), cheap);

        QCOMPARE(file.unlock(Secret("open sesam")).error().code, Errc::PassphraseWrong);
        QVERIFY(file.isLocked());
        QCOMPARE(file.unlock(Secret()).error().code, Errc::PassphraseMissing);
        QCOMPARE(file.read(one).error().code, Errc::PassphraseMissing);
        QCOMPARE(file.keep(one, Secret("y")).error().code, Errc::PassphraseMissing);
        QCOMPARE(bytes(), before);
    }

    void damageIsToldFromAWrongPassphrase_data()
    {
        QTest::addColumn<int>("at");
        QTest::addRow("magic") << 3;
        QTest::addRow("version") << 14;
        QTest::addRow("cost") << 15;
        QTest::addRow("salt") << 20;
        QTest::addRow("nonce") << 35;
        QTest::addRow("content") << 50;
        QTest::addRow("checksum") << -1;
        QTest::addRow("cut in half") << 1'000;
        QTest::addRow("empty") << 1'001;
        QTest::addRow("too long") << 1'002;
    }

    void damageIsToldFromAWrongPassphrase()
    {
        QFETCH(const int, at);
        QVERIFY(unlocked().keep(one, Secret("x")));
        QByteArray broken = bytes();
        if (at == 1'000) {
            broken.truncate(broken.size() / 2);
        } else if (at == 1'001) {
            broken.clear();
        } else if (at == 1'002) {
            broken.append(QByteArray(2'000'000, 'a'));
        } else {
            const qsizetype place = at < 0 ? broken.size() + at : at;
            broken[place] = static_cast<char>(broken.at(place) ^ 1);
        }
        put(broken);
        SecretFile file(path(), cheap);

        QCOMPARE(file.unlock(Secret("open sesame")).error().code, Errc::SecretsDamaged);
        QCOMPARE(bytes(), broken);
    }

    void damageMeanwhileKeepsTheFile()
    {
        SecretFile file = unlocked();
        QVERIFY(file.keep(one, Secret("x")));
        put("damaged");

        QCOMPARE(file.read(one).error().code, Errc::SecretsDamaged);
        QCOMPARE(file.keep(two, Secret("y")).error().code, Errc::SecretsDamaged);
        QCOMPARE(bytes(), QByteArray("damaged"));
    }

    void twoWritersKeepWhatBothWrote()
    {
        constexpr int each = 20;
        const auto write = [this](int from) {
            SecretFile file = unlocked();
            for (int i = from; i < from + each; ++i) {
                if (!file.keep(QString::number(i), Secret(QByteArray::number(i)))) {
                    qWarning("not kept");
                }
            }
        };
        QVERIFY(unlocked().keep(one, Secret("x"))); // both open the same file
        const std::unique_ptr<QThread> other(QThread::create(write, each));
        other->start();
        write(0);
        QVERIFY(other->wait());

        SecretFile file = unlocked();
        for (int i = 0; i < 2 * each; ++i) {
            QCOMPARE(file.read(QString::number(i))->bytes(), QByteArray::number(i));
        }
    }

    void aFileThatWasMadeAnewWantsItsOwnPassphrase()
    {
        SecretFile file = unlocked();
        QVERIFY(file.keep(one, Secret("x")));
        QVERIFY(QFile::remove(path()));
        QVERIFY(unlocked("another").keep(one, Secret("y")));

        QCOMPARE(file.read(one).error().code, Errc::PassphraseMissing);
        QVERIFY(file.isLocked());
        QVERIFY(file.unlock(Secret("another")));
        QCOMPARE(file.read(one)->bytes(), QByteArray("y"));
    }

    void aFolderThatIsNotThereIsAnError()
    {
        SecretFile file(m_folder->filePath(QStringLiteral("no/secrets")), cheap);
        QVERIFY(file.unlock(Secret("open sesame")));
        QCOMPARE(file.keep(one, Secret("x")).error().code, Errc::ReadOnly);
    }
};

QTEST_GUILESS_MAIN(TestSecretFile)
#include "tst_secretfile.moc"
