// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/windowsinview.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

/// The sums alone; tests/journeys/screens.py takes real screens away.
class TestWindowsInView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aWindowComesIntoWhatIsLeft_data();
    void aWindowComesIntoWhatIsLeft();
};

void TestWindowsInView::aWindowComesIntoWhatIsLeft_data()
{
    QTest::addColumn<QRect>("frame");
    QTest::addColumn<QList<QRect>>("screens");
    QTest::addColumn<QRect>("wanted");
    const QRect left(0, 0, 1600, 1000);
    const QRect right(1600, 0, 1000, 800);

    QTest::newRow("it is seen") << QRect(100, 100, 800, 600) << QList{left} << QRect(100, 100, 800, 600);
    QTest::newRow("it lies on two") << QRect(1500, 100, 800, 600) << QList{left, right}
                                    << QRect(1500, 100, 800, 600);
    QTest::newRow("its screen is gone")
        << QRect(1700, 50, 800, 600) << QList{left} << QRect(800, 50, 800, 600);
    QTest::newRow("the half of it is gone")
        << QRect(1300, 50, 800, 600) << QList{left} << QRect(800, 50, 800, 600);
    QTest::newRow("the left one is gone")
        << QRect(100, 300, 800, 600) << QList{right} << QRect(1600, 200, 800, 600);
    QTest::newRow("too large") << QRect(0, 0, 1600, 1000) << QList{right} << right;
    QTest::newRow("more of it in the second")
        << QRect(1500, 700, 900, 700) << QList{left, right} << QRect(1600, 100, 900, 700);
    QTest::newRow("far off goes to the first")
        << QRect(-5000, 9000, 400, 300) << QList{left, right} << QRect(0, 700, 400, 300);
    QTest::newRow("no screen at all") << QRect(10, 10, 400, 300) << QList<QRect>() << QRect(10, 10, 400, 300);
}

void TestWindowsInView::aWindowComesIntoWhatIsLeft()
{
    QFETCH(const QRect, frame);
    QFETCH(const QList<QRect>, screens);
    QFETCH(const QRect, wanted);

    const QRect result = inView(frame, screens);

    QCOMPARE(result, wanted);
}

QTEST_GUILESS_MAIN(TestWindowsInView)
#include "tst_windowsinview.moc"
