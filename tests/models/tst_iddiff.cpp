// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/iddiff.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace aside;

namespace {

using Ids = QList<ConversationId>;

Ids asIds(std::initializer_list<qint64> values)
{
    Ids ids;
    for (const qint64 value : values) {
        ids.append(ConversationId{value});
    }
    return ids;
}

Ids replayed(Ids list, const Ids &to, const QList<IdStep> &steps)
{
    for (const IdStep &step : steps) {
        switch (step.kind) {
        case IdStep::Kind::Remove:
            list.remove(step.first, step.count);
            break;
        case IdStep::Kind::Move:
            list.move(step.first, step.to);
            break;
        case IdStep::Kind::Insert:
            for (qsizetype i = step.first; i < step.first + step.count; ++i) {
                list.insert(i, to.at(i));
            }
            break;
        }
    }
    return list;
}

/// Any of 1 to 40, each at most once, in any order.
Ids someIds(QRandomGenerator &dice)
{
    Ids ids;
    for (qint64 id = 1; id <= 40; ++id) {
        if (dice.bounded(3) > 0) {
            ids.append(ConversationId{id});
        }
    }
    std::shuffle(ids.begin(), ids.end(), dice);
    return ids;
}

} // namespace

class TestIdDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aDifferenceIsAsShortAsItCanBe()
    {
        const auto steps = [](const Ids &from, const Ids &to) {
            return idDiff(from, to, 9)->size();
        };

        QCOMPARE(steps(asIds({1, 2, 3}), asIds({1, 2, 3})), 0);
        QCOMPARE(steps(asIds({1, 2, 3, 4}), asIds({4, 1, 2, 3})), 1);
        QCOMPARE(steps(asIds({1, 2, 3, 4}), asIds({2, 3, 4, 1})), 1);
        QCOMPARE(steps(asIds({1, 2, 3, 4, 5}), asIds({1, 5})), 1);
        QCOMPARE(steps(asIds({1, 5}), asIds({1, 2, 3, 4, 5})), 1);
        QCOMPARE(steps({}, asIds({1, 2})), 1);
        QCOMPARE(steps(asIds({1, 2}), {}), 1);
        QVERIFY(!idDiff(asIds({1, 2, 3, 4}), asIds({4, 3, 2, 1}), 2));
    }

    void aDifferenceLeadsFromAnyListToAnyOther()
    {
        QRandomGenerator dice(7);
        for (int i = 0; i < 500; ++i) {
            const Ids from = someIds(dice);
            const Ids to = someIds(dice);

            const auto steps = idDiff(from, to, 1000);

            QVERIFY(steps);
            QCOMPARE(replayed(from, to, *steps), to);
        }
    }
};

QTEST_GUILESS_MAIN(TestIdDiff)
#include "tst_iddiff.moc"
