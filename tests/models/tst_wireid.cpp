// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/uuid.h"
#include "models/outbox/wireid.h"

#include <QSet>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

class TestWireId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void mailGetsAMessageIdOfItsAccountsDomain_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("domain");
        QTest::addRow("usual") << u"support@Shop.example"_s << u"shop.example"_s;
        QTest::addRow("two signs") << u"\"a@b\"@shop.example"_s << u"shop.example"_s;
        QTest::addRow("no domain") << u"support"_s << u"aside.invalid"_s;
        QTest::addRow("empty domain") << u"support@"_s << u"aside.invalid"_s;
        QTest::addRow("not ASCII") << u"support@пример.example"_s << u"aside.invalid"_s;
        QTest::addRow("line break") << u"a@shop.example\r\nBcc: x"_s << u"aside.invalid"_s;
        QTest::addRow("brackets") << u"a@shop>.example"_s << u"aside.invalid"_s;
        QTest::addRow("empty") << QString() << u"aside.invalid"_s;
    }
    void mailGetsAMessageIdOfItsAccountsDomain()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, domain);

        const QString id = wireIdFor(Channel::Email, u"0190-key"_s, address);

        QCOMPARE(id, u"0190-key@"_s + domain);
    }

    void vkGetsAPositiveNumberOfItsOwn()
    {
        QSet<QString> ids;
        for (int i = 0; i < 1000; ++i) {
            const QString key = uuidV7(fromMillis(1'790'000'000'000));
            const QString id = wireIdFor(Channel::Vk, key, u"shop"_s);
            bool isNumber = false;
            QVERIFY(id.toLongLong(&isNumber) > 0 && isNumber);
            QCOMPARE(wireIdFor(Channel::Vk, key, u"other"_s), id);
            ids.insert(id);
        }
        QCOMPARE(ids.size(), 1000);
    }

    void othersGetTheKey()
    {
        QCOMPARE(wireIdFor(Channel::Mastodon, u"0190-key"_s, u"shop@social.example"_s), u"0190-key"_s);
    }
};

QTEST_GUILESS_MAIN(TestWireId)
#include "tst_wireid.moc"
