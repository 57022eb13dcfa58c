// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/flowrow.h"

#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace aside;
using namespace Qt::StringLiterals;

class TestFlowRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wideRowIsOneLine();
    void narrowRowGoesOnBelow();
    void hiddenPartsTakeNoRoom();
    void lineBeginsAtTheRightWhereItIsReadFromThere();

private:
    static constexpr int gap = 5;

    /// Three parts of 100 x 20.
    struct Row {
        Row()
        {
            auto *column = new QVBoxLayout(&window);
            column->setContentsMargins(0, 0, 0, 0);
            flow = new FlowRow(gap);
            column->addLayout(flow);
            column->addStretch(1);
            for (int number = 0; number < 3; ++number) {
                auto *part = new QWidget(&window);
                part->setFixedSize(100, 20);
                flow->addWidget(part);
                parts.append(part);
            }
        }
        void show(int width)
        {
            window.resize(width, 200);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
        }

        QWidget window;
        FlowRow *flow = nullptr;
        QList<QWidget *> parts;
    };
};

void TestFlowRow::wideRowIsOneLine()
{
    Row row;
    row.show(400);

    QCOMPARE(row.parts.at(1)->pos(), QPoint(105, 0));
    QCOMPARE(row.parts.at(2)->pos(), QPoint(210, 0));
    QCOMPARE(row.flow->heightForWidth(400), 20);
    QCOMPARE(row.flow->sizeHint(), QSize(310, 20));
}

void TestFlowRow::narrowRowGoesOnBelow()
{
    Row row;
    row.show(220);

    QCOMPARE(row.parts.at(1)->pos(), QPoint(105, 0));
    QCOMPARE(row.parts.at(2)->pos(), QPoint(0, 25));
    QCOMPARE(row.flow->heightForWidth(220), 45);
    QCOMPARE(row.flow->heightForWidth(50), 70); // too narrow for one: a line each
    QCOMPARE(row.flow->minimumSize(), QSize(100, 20));
}

void TestFlowRow::hiddenPartsTakeNoRoom()
{
    Row row;
    row.parts.at(1)->hide();
    row.show(220);

    QCOMPARE(row.parts.at(2)->pos(), QPoint(105, 0));
    QCOMPARE(row.flow->sizeHint(), QSize(205, 20));
}

void TestFlowRow::lineBeginsAtTheRightWhereItIsReadFromThere()
{
    Row row;
    row.window.setLayoutDirection(Qt::RightToLeft);
    row.show(220);

    QCOMPARE(row.parts.at(0)->pos(), QPoint(120, 0));
    QCOMPARE(row.parts.at(2)->pos(), QPoint(120, 25));
}

QTEST_MAIN(TestFlowRow)
#include "tst_flowrow.moc"
