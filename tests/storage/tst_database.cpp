// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/database.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void sameKeyOpensTheFileAgain();
    void wrongKeyIsRefused();
    void foreignFileIsRefusedAndUnchanged_data();
    void foreignFileIsRefusedAndUnchanged();
    void missingFolderIsAnError();
    void textComesBackAsItWas_data();
    void textComesBackAsItWas();
    void blobComesBackAsItWas_data();
    void blobComesBackAsItWas();
    void droppedTransactionLeavesNothing();
    void committedTransactionStays();
    void readOnlyConnectionRefusesWrites();
    void injectedFailureHitsTheNthWrite();
    void brokenConstraintIsAnError();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("some.db")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

constexpr std::string_view makeTable = "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT, data BLOB);";
constexpr std::string_view insertText = "INSERT INTO note (text) VALUES (?1)";
constexpr std::string_view selectText = "SELECT text, typeof(text) FROM note";
constexpr std::string_view countNotes = "SELECT count(*) FROM note";

Secret key(char letter)
{
    return Secret(QByteArray(32, letter));
}

qint64 count(Database &db)
{
    auto select = db.prepare(countNotes);
    return select && select->step().value_or(false) ? select->integer(0) : -1;
}

Result<void> insert(Database &db, const QString &text)
{
    return db.prepare(insertText).and_then([&](Statement statement) {
        return statement.bind(1, text).run();
    });
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestDatabase::init()
{
    QTest::failOnWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestDatabase::sameKeyOpensTheFileAgain()
{
    {
        auto db = Database::open(path(), {.access = Access::ReadWrite, .key = key('a')});
        QVERIFY(db);
        QVERIFY(db->execute(makeTable));
        QVERIFY(insert(*db, QStringLiteral("kept")));
    }

    auto again = Database::open(path(), {.access = Access::ReadWrite, .key = key('a')});

    QVERIFY(again);
    QCOMPARE(count(*again), 1);
    QVERIFY(!bytesOf(path()).contains("kept"));
    QVERIFY(!bytesOf(path()).startsWith("SQLite format 3"));
}

void TestDatabase::wrongKeyIsRefused()
{
    {
        auto db = Database::open(path(), {.access = Access::ReadWrite, .key = key('a')});
        QVERIFY(db && db->execute(makeTable));
    }
    const auto before = bytesOf(path());

    const auto wrong = Database::open(path(), {.access = Access::ReadWrite, .key = key('b')});
    const auto none = Database::open(path(), {.access = Access::ReadWrite, .key = Secret()});

    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, Errc::NotADatabase);
    QVERIFY(!none);
    QCOMPARE(none.error().code, Errc::NotADatabase);
    QCOMPARE(bytesOf(path()), before);
}

void TestDatabase::foreignFileIsRefusedAndUnchanged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("text") << QByteArray("Dear reader, this is a letter.\n").repeated(200);
    QTest::addRow("noughts") << QByteArray(8192, '\0');
    QTest::addRow("a page of SQLite's name") << QByteArray("SQLite format 3").leftJustified(8192, 'x');
}

void TestDatabase::foreignFileIsRefusedAndUnchanged()
{
    QFETCH(const QByteArray, bytes);
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();

    const auto db = Database::open(path(), {.access = Access::ReadWrite, .key = key('a')});

    QVERIFY(!db);
    QCOMPARE(db.error().code, Errc::NotADatabase);
    QCOMPARE(bytesOf(path()), bytes);
}

void TestDatabase::missingFolderIsAnError()
{
    const auto db = Database::open(path() + QStringLiteral("/no/such.db"), {});

    QVERIFY(!db);
    QCOMPARE(db.error().code, Errc::NoPermission);
}

void TestDatabase::textComesBackAsItWas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("apostrophe") << QStringLiteral("it's 'quoted'; DROP TABLE note; --");
    QTest::addRow("empty") << QStringLiteral("");
    QTest::addRow("null string") << QString();
    QTest::addRow("NUL inside") << QString(QStringLiteral("before") + QChar(u'\0') + QStringLiteral("after"));
    QTest::addRow("not ASCII") << QStringLiteral("Где заказ? 👩‍👩‍👧 \u202eabc\u202c");
    QTest::addRow("percent signs") << QStringLiteral("%1 %s ?1 :name");
    QTest::addRow("huge") << QString(20'000'000, u'ж');
}

void TestDatabase::textComesBackAsItWas()
{
    QFETCH(const QString, text);
    auto db = Database::openInMemory();
    QVERIFY(db && db->execute(makeTable));

    QVERIFY(insert(*db, text));

    auto select = db->prepare(selectText);
    QVERIFY(select && select->step().value_or(false));
    QVERIFY(!select->isNull(0));
    QCOMPARE(select->text(1), QStringLiteral("text"));
    QVERIFY(select->text(0) == text); // a difference of 20 MB would be no help on the screen
}

void TestDatabase::blobComesBackAsItWas_data()
{
    QTest::addColumn<QByteArray>("blob");
    QTest::addRow("empty") << QByteArray("");
    QTest::addRow("null") << QByteArray();
    QTest::addRow("noughts") << QByteArray(5, '\0');
    QTest::addRow("not UTF-8") << QByteArray("\xff\xfe\x80");
}

void TestDatabase::blobComesBackAsItWas()
{
    QFETCH(const QByteArray, blob);
    auto db = Database::openInMemory();
    QVERIFY(db && db->execute(makeTable));

    {
        auto insertBlob = db->prepare("INSERT INTO note (data) VALUES (?1)");
        QVERIFY(insertBlob && insertBlob->bind(1, blob).run());
    }

    auto select = db->prepare("SELECT data, typeof(data) FROM note");
    QVERIFY(select && select->step().value_or(false));
    QCOMPARE(select->text(1), QStringLiteral("blob"));
    QCOMPARE(select->blob(0), blob);
}

void TestDatabase::droppedTransactionLeavesNothing()
{
    auto db = Database::openInMemory();
    QVERIFY(db && db->execute(makeTable));

    {
        const auto transaction = Transaction::begin(*db, Durability::Synced);
        QVERIFY(transaction);
        QVERIFY(insert(*db, QStringLiteral("gone")));
    }

    QCOMPARE(count(*db), 0);
    auto synchronous = db->prepare("PRAGMA synchronous");
    QVERIFY(synchronous && synchronous->step().value_or(false));
    QCOMPARE(synchronous->integer(0), 1); // NORMAL again
}

void TestDatabase::committedTransactionStays()
{
    auto db = Database::openInMemory();
    QVERIFY(db && db->execute(makeTable));

    {
        auto transaction = Transaction::begin(*db);
        QVERIFY(transaction && insert(*db, QStringLiteral("kept")));
        QVERIFY(transaction->commit());
    }

    QCOMPARE(count(*db), 1);
}

void TestDatabase::readOnlyConnectionRefusesWrites()
{
    auto writer = Database::open(path(), {.access = Access::ReadWrite, .key = key('a')});
    QVERIFY(writer && writer->execute(makeTable));
    auto reader = Database::open(path(), {.access = Access::ReadOnly, .key = key('a')});
    QVERIFY(reader);

    const auto refused = insert(*reader, QStringLiteral("no"));

    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Errc::ReadOnly);
    QVERIFY(insert(*writer, QStringLiteral("yes")));
    QCOMPARE(count(*reader), 1);
    const auto missing = Database::open(path() + u'2', {.access = Access::ReadOnly, .key = key('a')});
    QVERIFY(!missing);
    QVERIFY(!QFile::exists(path() + u'2'));
}

void TestDatabase::injectedFailureHitsTheNthWrite()
{
    auto db = Database::openInMemory();
    QVERIFY(db && db->execute(makeTable));

    db->failWriteAfter(2);

    QVERIFY(insert(*db, QStringLiteral("one")));
    QCOMPARE(count(*db), 1); // a read does not count
    QVERIFY(insert(*db, QStringLiteral("two")));
    const auto third = insert(*db, QStringLiteral("three"));
    QVERIFY(!third);
    QCOMPARE(third.error().code, Errc::DiskFull);
    QVERIFY(insert(*db, QStringLiteral("four")));
    QCOMPARE(count(*db), 3);
}

void TestDatabase::brokenConstraintIsAnError()
{
    auto db = Database::openInMemory();
    QVERIFY(db && db->execute(makeTable) && insert(*db, QStringLiteral("one")));

    auto same = db->prepare("INSERT INTO note (id) VALUES (1)");

    QVERIFY(same && !same->run());
    QVERIFY(insert(*db, QStringLiteral("two")));
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
