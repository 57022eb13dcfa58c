// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/evidencetext.h"

#include <QSet>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

class TestEvidenceText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatALookRestsOnIsSaidWithTheForeignWords_data()
    {
        QTest::addColumn<LookKind>("look");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("said");
        QTest::addRow("nothing") << LookKind::Other << QString() << QString();
        QTest::addRow("earlier") << LookKind::Other << u"Sent: %1 of 7"_s << u"Sent: %1 of 7"_s;
        QTest::addRow("folders") << LookKind::SentFolders << u"Sent, All"_s
                                 << u"Looked for by its Message-ID in: Sent, All"_s;
        QTest::addRow("no folder") << LookKind::NoSentFolder << QString()
                                   << u"The account has no folder for sent mail where one could look."_s;
        QTest::addRow("late") << LookKind::LateAnswer << u"250 OK"_s
                              << u"The server answered after all: 250 OK"_s;
        QTest::addRow("late, silent")
            << LookKind::LateAnswer << QString() << u"The server answered after all."_s;
    }
    void whatALookRestsOnIsSaidWithTheForeignWords()
    {
        QFETCH(const LookKind, look);
        QFETCH(const QString, words);
        QTEST(lookText(look, words), "said");
    }

    void eachEvidenceIsSaidInItsOwnWords()
    {
        QSet<QString> said{evidenceText({.lastByte = LastByte::NotLeft}),
                           evidenceText({.lastByte = LastByte::Left})};
        for (const Evidence evidence : {Evidence::Found, Evidence::NotFound, Evidence::CannotTell}) {
            said.insert(evidenceText({.evidence = evidence}));
        }
        QCOMPARE(said.size(), 5);
        QVERIFY(!said.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(TestEvidenceText)
#include "tst_evidencetext.moc"
