// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/doctor.h"
#include "app/storage/search/searchindex.h"
#include "models/search/searchquery.h"
#include "tests/storage/storagefixture.h"

#include <QFile>
#include <QTest>

using namespace aside;
using namespace aside::test;

class TestDoctor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void soundProfileIsOk();
    void brokenSearchIndexIsRepaired_data();
    void brokenSearchIndexIsRepaired();
    void missingBlobIsReported();
    void damagedBlobIsMovedAway();
    void orphanIsMovedToLostAndFound();
    void strayRowsAreCounted();

private:
    CheckResult examine(Check check, Repair repair);
    QString blobPath(const QByteArray &sha256) const;

    std::unique_ptr<Cache> m_cache;
    QByteArray m_blob;
};

void TestDoctor::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
    auto withPicture = mail(QStringLiteral("a@x"), 0);
    withPicture.attachments = {attachment(QStringLiteral("cat.png"), QByteArrayLiteral("a cat"))};
    m_cache->apply({withPicture, mail(QStringLiteral("b@x"), 1)});
    m_blob = m_cache->blobs().list().value(0);
}

CheckResult TestDoctor::examine(Check check, Repair repair)
{
    const auto results = examineDatabase(m_cache->db(), m_cache->blobs(), repair);
    const auto found = std::ranges::find(results, check, &CheckResult::check);
    return found == results.cend()
        ? CheckResult{.check = check, .health = Health::Broken, .count = -1, .detail = {}}
        : *found;
}

QString TestDoctor::blobPath(const QByteArray &sha256) const
{
    const QString name = QString::fromLatin1(sha256.toHex());
    return m_cache->blobFolder() + u'/' + name.left(2) + u'/' + name;
}

void TestDoctor::soundProfileIsOk()
{
    const auto before = m_cache->dump();

    const auto results = examineDatabase(m_cache->db(), m_cache->blobs(), Repair::Yes);

    QCOMPARE(results.size(), 5);
    for (const CheckResult &result : results) {
        QCOMPARE(result.health, Health::Ok);
    }
    QCOMPARE(examine(Check::SearchIndex, Repair::No).count, 2);
    QCOMPARE(m_cache->dump(), before);
}

void TestDoctor::brokenSearchIndexIsRepaired_data()
{
    QTest::addColumn<QByteArray>("damage");
    QTest::addColumn<qint64>("count");
    QTest::addRow("one message missing")
        << QByteArray("DELETE FROM message_fts WHERE rowid = 1;") << qint64{1};
    QTest::addRow("all missing") << QByteArray("INSERT INTO message_fts (message_fts) VALUES ('delete-all');")
                                 << qint64{2};
}

void TestDoctor::brokenSearchIndexIsRepaired()
{
    QFETCH(const QByteArray, damage);
    QFETCH(const qint64, count);
    m_cache->set(damage.toStdString());

    const auto found = examine(Check::SearchIndex, Repair::No);
    const auto repaired = examine(Check::SearchIndex, Repair::Yes);
    const auto after = examine(Check::SearchIndex, Repair::Yes);

    QCOMPARE(found.health, Health::Broken);
    QCOMPARE(found.count, count);
    QCOMPARE(repaired.health, Health::Repaired);
    QCOMPARE(repaired.count, count);
    QCOMPARE(after.health, Health::Ok);
    const auto hits = search(m_cache->db(), parseSearchQuery(QStringLiteral("text"), QDate(2026, 9, 21)), 0);
    QVERIFY(hits);
    QCOMPARE(hits->size(), 2);
}

void TestDoctor::missingBlobIsReported()
{
    QVERIFY(QFile::remove(blobPath(m_blob)));

    const auto found = examine(Check::Blobs, Repair::Yes);

    QCOMPARE(found.health, Health::Broken);
    QCOMPARE(found.count, 1);
    QVERIFY(!found.detail.contains(QStringLiteral("cat")));
}

void TestDoctor::damagedBlobIsMovedAway()
{
    QFile file(blobPath(m_blob));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a dog") == 5);
    file.close();

    QCOMPARE(examine(Check::Blobs, Repair::No).health, Health::Broken);
    QVERIFY(m_cache->blobs().contains(m_blob));
    QCOMPARE(examine(Check::Blobs, Repair::Yes).health, Health::Broken);

    QVERIFY(!m_cache->blobs().contains(m_blob));
    QVERIFY(m_cache->blobs().put(QByteArrayLiteral("a cat")));
    QCOMPARE(examine(Check::Blobs, Repair::No).health, Health::Ok);
}

void TestDoctor::orphanIsMovedToLostAndFound()
{
    const auto orphan = m_cache->blobs().put(QByteArrayLiteral("nobody's"));

    const auto found = examine(Check::OrphanBlobs, Repair::No);
    QCOMPARE(found.health, Health::Warning);
    QCOMPARE(found.count, 1);
    QVERIFY(m_cache->blobs().contains(*orphan));
    const auto repaired = examine(Check::OrphanBlobs, Repair::Yes);

    QCOMPARE(repaired.health, Health::Repaired);
    QCOMPARE(repaired.count, 1);
    QVERIFY(QFile::exists(m_cache->blobFolder() + QStringLiteral("/lost+found/")
                          + QString::fromLatin1(orphan->toHex())));
    QVERIFY(m_cache->blobs().contains(m_blob));
    QCOMPARE(examine(Check::OrphanBlobs, Repair::No).health, Health::Ok);
}

void TestDoctor::strayRowsAreCounted()
{
    m_cache->set("PRAGMA foreign_keys = OFF; UPDATE message SET conversation_id = 77;");

    const auto found = examine(Check::ForeignKeys, Repair::No);

    QCOMPARE(found.health, Health::Broken);
    QCOMPARE(found.count, 2);
}

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
