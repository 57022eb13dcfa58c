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

    void thePageSaysWhatTheRulesAre_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("path");
        QTest::newRow("English") << u"en"_s << u"docs/reply-check.md"_s;
        QTest::newRow("Russian") << u"ru"_s << u"docs/ru/reply-check.md"_s;
    }

    void thePageSaysWhatTheRulesAre()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, path);
        QFile file(QStringLiteral(TEST_DATA_DIR "/../../") + path);

        const auto page = rulesPage(RuleWords::delivered(), language).toUtf8();

        if (qEnvironmentVariableIsSet("UPDATE_GOLDEN")) {
            QVERIFY(file.open(QFile::WriteOnly));
            QCOMPARE(file.write(page), page.size());
            return;
        }
        QVERIFY(file.open(QFile::ReadOnly));
        QVERIFY2(file.readAll() == page, qPrintable(path + u" is old: UPDATE_GOLDEN=1 tst_rulespage"_s));
    }
};

QTEST_GUILESS_MAIN(TestRulesPage)
#include "tst_rulespage.moc"
