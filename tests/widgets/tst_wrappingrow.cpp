// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/wrappingrow.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTest>

#include <memory>

using namespace aside;

namespace {

/// Counts in `gone` when it is deleted.
class CountedItem : public QSpacerItem
{
public:
    explicit CountedItem(int &gone)
        : QSpacerItem(10, 10)
        , m_gone(gone)
    {
    }
    ~CountedItem() override { ++m_gone; }
    Q_DISABLE_COPY_MOVE(CountedItem)

private:
    int &m_gone;
};

} // namespace

class TestWrappingRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void allOfItGoesWithIt()
    {
        int gone = 0;
        {
            auto window = std::make_unique<QWidget>();
            auto *row = new WrappingRow;
            auto *first = new QHBoxLayout;
            first->addWidget(new QLabel(window.get()));
            row->addRow(first);
            row->addItem(new CountedItem(gone));
            row->addItem(new CountedItem(gone));
            window->setLayout(row);
        }

        QCOMPARE(gone, 2);
    }

    void aPartThatGoesLeavesTheOthers()
    {
        QWidget window;
        auto *row = new WrappingRow;
        window.setLayout(row);
        auto part = std::make_unique<QLabel>(QStringLiteral("a"));
        row->addWidget(part.get());
        row->addWidget(new QLabel(QStringLiteral("b"), &window));

        part.reset();

        QCOMPARE(row->count(), 1);
        QVERIFY(row->sizeHint().width() > 0);
    }
};

QTEST_MAIN(TestWrappingRow)
#include "tst_wrappingrow.moc"
