// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/uidset.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <set>

using namespace aside;
using namespace aside::imap;

class UidSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void readsAndWritesWhatServersWrite_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<quint64>("count");
        QTest::newRow("one") << QByteArray("7") << QByteArray("7") << quint64{1};
        QTest::newRow("range") << QByteArray("2:5") << QByteArray("2:5") << quint64{4};
        QTest::newRow("backwards") << QByteArray("5:2") << QByteArray("2:5") << quint64{4};
        QTest::newRow("out of order") << QByteArray("9,1:3,4") << QByteArray("1:4,9") << quint64{5};
        QTest::newRow("again and again") << QByteArray("1:3,2:4,4") << QByteArray("1:4") << quint64{4};
        QTest::newRow("all there can be")
            << QByteArray("1:4294967295") << QByteArray("1:4294967295") << quint64{4294967295};
        QTest::newRow("the last one")
            << QByteArray("4294967295,4294967294") << QByteArray("4294967294:4294967295") << quint64{2};
    }

    void readsAndWritesWhatServersWrite()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, written);
        QFETCH(const quint64, count);

        const auto set = UidSet::parse(text);

        QVERIFY(set);
        QCOMPARE(set->toBytes(), written);
        QCOMPARE(set->count(), count);
    }

    void refusesWhatIsNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "0", "0:5", "-1", "+1", " 1", "1,", ",1", "1:", ":1", "1:*", "*", "a",
                                 "1.5", "4294967296", "1:2:3", "99999999999999999999"}) {
            QTest::newRow(text) << QByteArray(text);
        }
    }

    void refusesWhatIsNone()
    {
        QFETCH(const QByteArray, text);

        const auto set = UidSet::parse(text);

        QVERIFY(!set);
        QCOMPARE(set.error().code, Errc::BadAnswer);
    }

    void behavesAsASetOfNumbers()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 300; ++round) {
            UidSet set;
            UidSet removed;
            std::set<Uid> numbers;
            for (int i = 0; i < 12; ++i) {
                const Uid first = 1 + random.bounded(60U);
                const Uid last = first + random.bounded(5U);
                set.addRange(first, last);
                for (Uid uid = first; uid <= last; ++uid) {
                    numbers.insert(uid);
                }
            }
            for (int i = 0; i < 6; ++i) {
                const Uid first = 1 + random.bounded(60U);
                removed.addRange(first, first + random.bounded(4U));
            }
            for (const UidSet::Range &range : removed.ranges()) {
                for (Uid uid = range.first; uid <= range.last; ++uid) {
                    numbers.erase(uid);
                }
            }

            set.remove(removed);

            QCOMPARE(set.count(), quint64(numbers.size()));
            for (Uid uid = 1; uid < 70; ++uid) {
                QCOMPARE(set.contains(uid), numbers.contains(uid));
            }
            UidSet built;
            for (const Uid uid : numbers) {
                built.add(uid);
            }
            QCOMPARE(set, built);
        }
    }

    void theHighestAreTakenFirst()
    {
        UidSet set = *UidSet::parse("1:10,20,30:31");

        const UidSet taken = set.takeLast(5);

        QCOMPARE(taken.toBytes(), QByteArray("9:10,20,30:31"));
        QCOMPARE(set.toBytes(), QByteArray("1:8"));
        QCOMPARE(set.takeLast(100).toBytes(), QByteArray("1:8"));
        QVERIFY(set.isEmpty());
    }
};

QTEST_GUILESS_MAIN(UidSetTest)
#include "tst_uidset.moc"
