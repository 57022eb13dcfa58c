// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/rulespage.h"
#include "models/check/rulewords.h"

#include <QFile>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

class TestRulesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void thePageSaysWhatTheRulesAre()
    {
        QFile file(QStringLiteral(TEST_DATA_DIR "/../../docs/reply-check.md"));
        const auto page = rulesPage(RuleWords::delivered(), u"en"_s).toUtf8();
        if (qEnvironmentVariableIsSet("UPDATE_GOLDEN")) {
            QVERIFY(file.open(QFile::WriteOnly));
            QCOMPARE(file.write(page), page.size());
            return;
        }
        QVERIFY(file.open(QFile::ReadOnly));
        QVERIFY2(file.readAll() == page, "docs/reply-check.md is old: UPDATE_GOLDEN=1 tst_rulespage");
    }
};

QTEST_GUILESS_MAIN(TestRulesPage)
#include "tst_rulespage.moc"
