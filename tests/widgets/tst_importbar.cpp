// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/common/errortext.h"
#include "widgets/importing/importbar.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

class TestImportBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void aRunningImportCanBeStopped();
    void theReportCountsEverything();
    void aFailureIsSaidInWords();
};

void TestImportBar::aRunningImportCanBeStopped()
{
    ImportBar bar(nullptr);
    QSignalSpy stopped(&bar, &ImportBar::cancelAsked);
    bar.showProgress({.bytesDone = 10, .bytesTotal = 100, .messages = 7, .problems = 0});

    QVERIFY(bar.isVisible());
    QVERIFY(bar.summary().contains(u'7'));
    bar.findChild<QPushButton *>(u"cancelImportButton"_s)->click();

    QCOMPARE(stopped.count(), 1);
}

void TestImportBar::theReportCountsEverything()
{
    ImportBar bar(nullptr);
    ImportReport report;
    report.imported = 12;
    report.duplicates = 3;
    report.skipped = 1;
    report.errors.append(
        {.source = u"box.mbox"_s, .error = {.code = Errc::BrokenItem, .detail = {}, .retryAfter = {}}});

    bar.showReport(report);

    for (const QChar number : {u'2', u'3', u'1'}) {
        QVERIFY(bar.summary().contains(number));
    }
    QVERIFY(bar.findChild<QPushButton *>(u"showProblemsButton"_s)->isVisible());
    QVERIFY(!bar.findChild<QPushButton *>(u"cancelImportButton"_s)->isVisible());
}

void TestImportBar::aFailureIsSaidInWords()
{
    ImportBar bar(nullptr);

    bar.showFailure({.code = Errc::UnknownFormat, .detail = u"scripted"_s, .retryAfter = {}});

    QVERIFY(bar.summary().contains(errorText(Errc::UnknownFormat)));
    QVERIFY(!bar.summary().contains(u"scripted"));
}

QTEST_MAIN(TestImportBar)
#include "tst_importbar.moc"
