// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/columns.h"

#include <QWidget>

using namespace aside;

namespace {

/// Columns that need 100, 300 and 100 pixels.
struct ThreeColumns {
    Columns columns{nullptr};
    QWidget *views = new QWidget(&columns);
    QWidget *middle = new QWidget(&columns);
    QWidget *drawer = new QWidget(&columns);

    ThreeColumns()
    {
        views->setMinimumWidth(100);
        middle->setMinimumWidth(300);
        drawer->setMinimumWidth(100);
        for (QWidget *column : {views, middle, drawer}) {
            columns.addWidget(column);
        }
        columns.setParts(views, drawer);
        drawer->hide();
    }

    void show(int width)
    {
        columns.resize(width, 200);
        columns.show();
        QVERIFY(QTest::qWaitForWindowExposed(&columns));
    }
};

} // namespace

/// What the window does where its columns do not all fit.
class TestColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void whereThereIsRoomBothAreShown();
    void theDrawerTakesThePlaceOfTheViews();
    void whatSomebodyHidStaysHidden();
    void theViewsComeBackWithTheRoom();
    void theViewsComeBackWhereSomebodyWantsThem();
};

void TestColumns::whereThereIsRoomBothAreShown()
{
    ThreeColumns three;
    three.show(600);

    three.columns.setDrawerVisible(true);

    QVERIFY(three.views->isVisible() && three.drawer->isVisible());
}

void TestColumns::theDrawerTakesThePlaceOfTheViews()
{
    ThreeColumns three;
    three.show(450);

    three.columns.setDrawerVisible(true);

    QVERIFY(!three.views->isVisible() && three.drawer->isVisible());
    QCOMPARE(three.columns.width(), 450);
    three.columns.setDrawerVisible(false);
    QVERIFY(three.views->isVisible() && !three.drawer->isVisible());
}

void TestColumns::whatSomebodyHidStaysHidden()
{
    ThreeColumns three;
    three.show(450);
    three.views->hide();

    three.columns.setDrawerVisible(true);
    three.columns.setDrawerVisible(false);

    QVERIFY(!three.views->isVisible());
}

void TestColumns::theViewsComeBackWithTheRoom()
{
    ThreeColumns three;
    three.show(450);
    three.columns.setDrawerVisible(true);
    QVERIFY(!three.views->isVisible());

    three.columns.resize(600, 200);

    QTRY_VERIFY(three.views->isVisible());
}

void TestColumns::theViewsComeBackWhereSomebodyWantsThem()
{
    ThreeColumns three;
    three.show(450);
    three.columns.setDrawerVisible(true);

    three.views->show();

    QTRY_VERIFY(!three.drawer->isVisible());
    QVERIFY(three.views->isVisible());
    QCOMPARE(three.columns.width(), 450);
}

QTEST_MAIN(TestColumns)
#include "tst_columns.moc"
