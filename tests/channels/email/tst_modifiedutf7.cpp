// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/modifiedutf7.h"

#include <QRandomGenerator>
#include <QTest>

using namespace aside::imap;
using namespace Qt::StringLiterals;

class ModifiedUtf7Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void namesAreWrittenAsInRfc3501_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("wire");
        QTest::newRow("latin") << u"INBOX"_s << "INBOX"_ba;
        QTest::newRow("ampersand") << u"R&D"_s << "R&-D"_ba;
        QTest::newRow("the example") << u"~peter/mail/台北/日本語"_s << "~peter/mail/&U,BTFw-/&ZeVnLIqe-"_ba;
        QTest::newRow("Russian") << u"Отправленные"_s << "&BB4EQgQ,BEAEMAQyBDsENQQ9BD0ESwQ1-"_ba;
        QTest::newRow("beyond 16 bits") << u"a😀b"_s << "a&2D3eAA-b"_ba;
        QTest::newRow("empty") << QString(u""_s) << QByteArray("");
        QTest::newRow("up the tree") << u"../../x"_s << "../../x"_ba;
    }

    void namesAreWrittenAsInRfc3501()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, wire);

        QCOMPARE(toModifiedUtf7(name), wire);
        const auto read = fromModifiedUtf7(wire);
        QVERIFY(read);
        QCOMPARE(*read, name);
    }

    void whatIsWrongIsNoName_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::newRow("without end") << "&BB4"_ba;
        QTest::newRow("one byte") << "&AA-"_ba;
        QTest::newRow("slash for comma") << "&U/BTFw-"_ba;
        QTest::newRow("half a character") << "&2D0-"_ba;
        QTest::newRow("what needs no shift") << "&AGE-"_ba;
        QTest::newRow("shifts in a row") << "&BB4-&BEI-"_ba;
        QTest::newRow("8 bits") << QByteArray("\xd0\x9e");
        QTest::newRow("a control") << "a\tb"_ba;
        QTest::newRow("garbage") << "&***-"_ba;
        QTest::newRow("bits too many") << "&BB5-"_ba;
    }

    void whatIsWrongIsNoName()
    {
        QFETCH(const QByteArray, wire);

        QVERIFY(!fromModifiedUtf7(wire));
    }

    void everyNameComesBack()
    {
        QRandomGenerator random(7);
        constexpr std::array<char16_t, 8> letters{u'a', u'&', u'-', u'я', u'語', u'/', u'\x01', u'+'};
        for (int round = 0; round < 2'000; ++round) {
            QString name;
            for (quint32 i = random.bounded(12U); i > 0; --i) {
                name += QChar(letters.at(random.bounded(quint32(letters.size()))));
            }

            const auto read = fromModifiedUtf7(toModifiedUtf7(name));

            QVERIFY(read);
            QCOMPARE(*read, name);
        }
    }
};

QTEST_GUILESS_MAIN(ModifiedUtf7Test)
#include "tst_modifiedutf7.moc"
