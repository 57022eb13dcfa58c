// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/actions/palette.h"
#include "widgets/outbox/outboxview.h"

#include <QSignalSpy>

using namespace aside;
using namespace Qt::StringLiterals;

class TestPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void aFewLettersFindACommand();
    void aCustomerIsFoundAndOpened();
    void escapeGivesTheKeyboardBack();
    void whatNothingFitsDoesNothing();
};

namespace {

struct OpenPalette {
    test::WindowFixture fixture;
    Palette *palette = nullptr;
    QLineEdit *field = nullptr;
    QListView *list = nullptr;

    void open()
    {
        fixture.open();
        fixture.list()->setFocus();
        QTest::keyClick(fixture.window.get(), Qt::Key_K, Qt::ControlModifier);
        palette = fixture.part<Palette>("palette");
        field = fixture.part<QLineEdit>("paletteField");
        list = fixture.part<QListView>("paletteList");
        QTRY_VERIFY(palette->isVisible() && field->hasFocus());
    }
};

} // namespace

void TestPalette::aFewLettersFindACommand()
{
    OpenPalette opened;
    opened.open();

    QTest::keyClicks(opened.field, u"outb"_s);
    QCOMPARE(opened.list->currentIndex().data().toString(), u"Outbox"_s);
    QTest::keyClick(opened.field, Qt::Key_Return);

    QVERIFY(!opened.palette->isVisible());
    QTRY_VERIFY(opened.fixture.window->findChild<OutboxView *>()->isVisible());
}

void TestPalette::aCustomerIsFoundAndOpened()
{
    OpenPalette opened;
    opened.open();
    QSignalSpy shown(opened.fixture.window.get(), &MainWindow::threadShown);

    QTest::keyClicks(opened.field, u"parcel"_s);
    const auto texts = [&] {
        QStringList all;
        for (int row = 0; row < opened.list->model()->rowCount(); ++row) {
            all << opened.list->model()->index(row, 0).data().toString();
        }
        return all;
    };
    QTRY_VERIFY(texts().contains(u"Anna Berg · Email"_s));
    while (opened.list->currentIndex().data().toString() != u"Anna Berg · Email"_s) {
        const int before = opened.list->currentIndex().row();
        QTest::keyClick(opened.field, Qt::Key_Down);
        QVERIFY(opened.list->currentIndex().row() > before);
    }
    QTest::keyClick(opened.field, Qt::Key_Return);

    QTRY_COMPARE(shown.count(), 1);
    QCOMPARE(shown.constFirst().constFirst().value<ConversationId>(), ConversationId{1});
}

void TestPalette::escapeGivesTheKeyboardBack()
{
    OpenPalette opened;
    opened.open();

    QTest::keyClick(opened.field, Qt::Key_Escape);

    QVERIFY(!opened.palette->isVisible());
    QTRY_VERIFY(opened.fixture.list()->hasFocus());
}

void TestPalette::whatNothingFitsDoesNothing()
{
    OpenPalette opened;
    opened.open();

    QTest::keyClicks(opened.field, u"qqqqqq"_s);
    QTRY_COMPARE(opened.list->model()->rowCount(), 0);
    QTest::keyClick(opened.field, Qt::Key_Return);

    QVERIFY(!opened.palette->isVisible());
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
