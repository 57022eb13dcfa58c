// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/blobs.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;

class TestBlobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void contentComesBack_data();
    void contentComesBack();
    void contentIsStoredOnce();
    void fileHoldsNeitherContentNorName();
    void damagedFileIsFound_data();
    void damagedFileIsFound();
    void anotherFilesBytesAreRefused();
    void missingFileIsNotFound();
    void wrongKeyIsRefused();
    void plainStoreFindsChangedBytes();
    void halfWrittenFileIsNotListed();
    void setAsideMovesTheFile();

private:
    BlobStore store(char key = 'k') const { return {m_folder->path(), Secret(QByteArray(32, key))}; }
    QStringList files() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBlobs::init()
{
    QTest::failOnWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

QStringList TestBlobs::files() const
{
    QStringList all;
    QDirIterator entries(m_folder->path(), QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        all.append(entries.next());
    }
    return all;
}

void TestBlobs::contentComesBack_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addRow("nothing") << QByteArray();
    QTest::addRow("one byte") << QByteArray("x");
    QTest::addRow("noughts") << QByteArray(100, '\0');
    QTest::addRow("5 MB") << QByteArray(5'000'000, 'p');
}

void TestBlobs::contentComesBack()
{
    QFETCH(const QByteArray, content);

    const auto sha256 = store().put(content);

    QVERIFY(sha256);
    QCOMPARE(*sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
    QVERIFY(store().sync());
    QVERIFY(store().contains(*sha256));
    const auto read = store().get(*sha256);
    QVERIFY(read && *read == content);
}

void TestBlobs::contentIsStoredOnce()
{
    const auto first = store().put(QByteArrayLiteral("a picture"));
    const auto second = store().put(QByteArrayLiteral("a picture"));
    const auto other = store().put(QByteArrayLiteral("another picture"));

    QVERIFY(first && second && other);
    QCOMPARE(*first, *second);
    QCOMPARE(files().size(), 2);
    QCOMPARE(store().list().size(), 2);
}

void TestBlobs::fileHoldsNeitherContentNorName()
{
    const QByteArray content = QByteArrayLiteral("Contract of Anna Petrova");

    const auto sha256 = store().put(content);

    QCOMPARE(files().size(), 1);
    QFile file(files().constFirst());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("Anna"));
    const QString name = QString::fromLatin1(sha256->toHex());
    QCOMPARE(file.fileName(), m_folder->filePath(name.left(2) + u'/' + name));
}

void TestBlobs::damagedFileIsFound_data()
{
    QTest::addColumn<int>("at"); // counted from the end where negative
    QTest::addColumn<int>("size");
    QTest::addRow("nonce") << 0 << -1;
    QTest::addRow("content") << 20 << -1;
    QTest::addRow("tag") << -1 << -1;
    QTest::addRow("cut in the middle") << 0 << 40;
    QTest::addRow("cut to a few bytes") << 0 << 3;
    QTest::addRow("empty") << 0 << 0;
}

void TestBlobs::damagedFileIsFound()
{
    QFETCH(const int, at);
    QFETCH(const int, size);
    const auto sha256 = store().put(QByteArray(100, 'c'));
    QVERIFY(sha256);
    QFile file(files().constFirst());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();

    if (size >= 0) {
        QVERIFY(file.resize(size));
    } else {
        const auto place = at < 0 ? bytes.size() + at : at;
        QVERIFY(file.seek(place) && file.putChar(static_cast<char>(bytes.at(place) ^ 1)));
    }
    file.close();

    const auto read = store().get(*sha256);
    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::DatabaseCorrupt);
}

void TestBlobs::anotherFilesBytesAreRefused()
{
    const auto one = store().put(QByteArrayLiteral("one"));
    const QString pathOfOne = files().constFirst();
    const auto two = store().put(QByteArrayLiteral("two"));
    QStringList both = files();
    both.removeOne(pathOfOne);

    QVERIFY(QFile::remove(pathOfOne) && QFile::copy(both.constFirst(), pathOfOne));

    const auto read = store().get(*one);
    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::DatabaseCorrupt);
    QVERIFY(store().get(*two));
}

void TestBlobs::missingFileIsNotFound()
{
    const auto read = store().get(QByteArray(32, 'x'));

    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::NotFound);
}

void TestBlobs::wrongKeyIsRefused()
{
    const auto sha256 = store().put(QByteArrayLiteral("a picture"));

    const auto read = store('z').get(*sha256);

    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::DatabaseCorrupt);
}

void TestBlobs::plainStoreFindsChangedBytes()
{
    const BlobStore plain(m_folder->path(), Secret());
    const auto sha256 = plain.put(QByteArrayLiteral("a picture"));
    QCOMPARE(plain.get(*sha256), QByteArrayLiteral("a picture"));
    QFile file(files().constFirst());

    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("b picture") == 9);
    file.close();

    const auto read = plain.get(*sha256);
    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::DatabaseCorrupt);
}

void TestBlobs::halfWrittenFileIsNotListed()
{
    const auto sha256 = store().put(QByteArrayLiteral("a picture"));
    const QString path = files().constFirst();

    QVERIFY(QFile::rename(path, path + QStringLiteral(".part")));

    QVERIFY(store().list().isEmpty());
    QVERIFY(!store().contains(*sha256));
    QVERIFY(store().put(QByteArrayLiteral("a picture")));
    QVERIFY(store().get(*sha256));
}

void TestBlobs::setAsideMovesTheFile()
{
    const auto sha256 = store().put(QByteArrayLiteral("a picture"));

    QVERIFY(store().setAside(*sha256));

    QVERIFY(!store().contains(*sha256));
    QVERIFY(store().list().isEmpty());
    QCOMPARE(files(),
             QStringList{
                 m_folder->filePath(QStringLiteral("lost+found/") + QString::fromLatin1(sha256->toHex()))});
}

QTEST_GUILESS_MAIN(TestBlobs)
#include "tst_blobs.moc"
