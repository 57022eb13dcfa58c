// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/journeys/programs.h"

#include <QRegularExpression>
#include <QSet>

using namespace aside::test;
using namespace Qt::StringLiterals;

class TestManPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePageNamesWhatTheProgramHelpsWith_data();
    void thePageNamesWhatTheProgramHelpsWith();
};

void TestManPages::thePageNamesWhatTheProgramHelpsWith_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("page");
    QTest::addColumn<int>("least");
    const QString options = u"(--[a-z-]+)"_s;
    QTest::newRow("options of aside") << QStringLiteral(ASIDE_BIN) << options << u"aside.1"_s << 8;
    QTest::newRow("options of asidectl") << asidectlProgram() << options << u"asidectl.1"_s << 4;
    QTest::newRow("commands of asidectl") << asidectlProgram() << u"^  ([a-z]+)  "_s << u"asidectl.1"_s << 10;
}

void TestManPages::thePageNamesWhatTheProgramHelpsWith()
{
    QFETCH(const QString, program);
    QFETCH(const QString, pattern);
    QFETCH(const QString, page);
    QFETCH(const int, least);
    const QString file = QStringLiteral(TEST_DATA_DIR "/../../packaging/linux/man/") + page;
    const QString manual = QString::fromUtf8(readFile(file)).remove(u'\\');
    const Ended help = runProgram(program, {u"--help"_s});
    QCOMPARE(help.exitCode, 0);

    QSet<QString> names;
    QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    for (const QRegularExpressionMatch &match : expression.globalMatch(QString::fromUtf8(help.out))) {
        names.insert(match.captured(1));
    }

    QVERIFY2(names.size() >= least, qPrintable(QString::fromUtf8(help.out)));
    for (const QString &name : std::as_const(names)) {
        const QRegularExpression word(u"(?<![a-z-])%1(?![a-z-])"_s.arg(QRegularExpression::escape(name)));
        QVERIFY2(manual.contains(word), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(TestManPages)
#include "tst_manpages.moc"
