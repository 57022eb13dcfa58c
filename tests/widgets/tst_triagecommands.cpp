// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/actions/commands.h"
#include "widgets/inbox/inboxpane.h"
#include "widgets/inbox/sidebar.h"
#include "widgets/triage/snoozemenu.h"
#include "widgets/triage/tagdialog.h"
#include "widgets/triage/undobar.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

struct TriageWindow : test::WindowFixture {
    void selectRows(int first, int last) const
    {
        list()->setCurrentIndex(list()->model()->index(first, 0));
        QTest::keyClick(list(), Qt::Key_Home);
        for (int row = 0; row < first; ++row) {
            QTest::keyClick(list(), Qt::Key_Down);
        }
        for (int row = first; row < last; ++row) {
            QTest::keyClick(list(), Qt::Key_Down, Qt::ShiftModifier);
        }
    }
    void trigger(const char *command) const { window->commands().action(command)->trigger(); }
    [[nodiscard]] QString undoWords() const { return window->findChild<UndoBar *>()->words(); }
    [[nodiscard]] int rows() const { return list()->model()->rowCount(); }
    [[nodiscard]] const ConversationRow *row(qint64 id) const
    {
        for (const ConversationRow &each : stores.conversations) {
            if (each.id == ConversationId{id}) {
                return &each;
            }
        }
        return nullptr;
    }
};

} // namespace

class TestTriageCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void closingOpensTheNextAndCanBeTakenBack();
    void aSelectionIsTriagedAtOnce();
    void tagsAreAddedByTypingAndRemovedByTicking();
    void snoozeOffersTimesAndUntilAReply();
    void blockedPeopleLeaveTheInbox();
    void theSidebarListsChannelsAndTags();
    void nothingChosenDoesNothing();
};

void TestTriageCommands::closingOpensTheNextAndCanBeTakenBack()
{
    TriageWindow fixture;
    fixture.open();
    fixture.selectRows(0, 0);
    const qint64 first = fixture.list()->currentIndex().data(Qt::UserRole + 1).toLongLong();

    QTest::keyClick(fixture.window.get(), Qt::Key_E, Qt::ControlModifier);

    QTRY_COMPARE(fixture.rows(), 2);
    QCOMPARE(fixture.row(first)->state, ConversationState::Closed);
    QVERIFY(fixture.list()->currentIndex().isValid());
    QCOMPARE(fixture.undoWords(), u"1 conversation(s) closed."_s);
    QTest::mouseClick(fixture.part<QPushButton>("undoButton"), Qt::LeftButton);
    QTRY_COMPARE(fixture.rows(), 3);
    QCOMPARE(fixture.row(first)->state, ConversationState::Open);
    QVERIFY(fixture.undoWords().isEmpty());

    QTest::keyClick(fixture.window.get(), Qt::Key_Y, Qt::ControlModifier | Qt::AltModifier);
    QTRY_COMPARE(fixture.rows(), 2);
}

void TestTriageCommands::aSelectionIsTriagedAtOnce()
{
    TriageWindow fixture;
    fixture.open();

    fixture.selectRows(0, 1);
    QCOMPARE(fixture.window->inbox().selectedIds().size(), 2);
    QVERIFY(fixture.part<QWidget>("selectionBar")->isVisible());
    QCOMPARE(fixture.part<QLabel>("selectionWords")->text(), u"2 selected"_s);
    fixture.trigger("conversation.close");

    QTRY_COMPARE(fixture.rows(), 1);
    QCOMPARE(fixture.undoWords(), u"2 conversation(s) closed."_s);
    QTRY_VERIFY(!fixture.part<QWidget>("selectionBar")->isVisible());
}

void TestTriageCommands::tagsAreAddedByTypingAndRemovedByTicking()
{
    TriageWindow fixture;
    fixture.open();
    fixture.selectRows(0, 0);
    const qint64 first = fixture.list()->currentIndex().data(Qt::UserRole + 1).toLongLong();

    fixture.trigger("conversation.tag");
    QTRY_VERIFY(fixture.part<TagDialog>("tagDialog") != nullptr);
    auto *field = fixture.part<QLineEdit>("tagField");
    QTest::keyClicks(field, u"refund"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(fixture.row(first)->tags, QStringList{u"refund"_s});
    auto *tags = fixture.part<QListWidget>("tagList");
    QCOMPARE(tags->count(), 1);
    tags->item(0)->setCheckState(Qt::Unchecked);

    QTRY_VERIFY(fixture.row(first)->tags.isEmpty());
}

void TestTriageCommands::snoozeOffersTimesAndUntilAReply()
{
    TriageWindow fixture;
    fixture.open();
    fixture.selectRows(0, 0);

    fixture.trigger("conversation.snooze");
    QTRY_VERIFY(fixture.part<SnoozeMenu>("snoozeMenu") != nullptr);
    auto *menu = fixture.part<SnoozeMenu>("snoozeMenu");
    QVERIFY(menu->actions().size() >= 4);
    QAction *untilReply = menu->actions().constLast();
    untilReply->trigger();
    menu->close();

    QTRY_COMPARE(fixture.rows(), 2);
    QCOMPARE(fixture.undoWords(), u"1 conversation(s) snoozed."_s);
    fixture.window->showView(View::Snoozed);
    QTRY_COMPARE(fixture.rows(), 1);
}

void TestTriageCommands::blockedPeopleLeaveTheInbox()
{
    TriageWindow fixture;
    fixture.open();
    fixture.selectRows(1, 1);

    fixture.trigger("conversation.block");

    QTRY_COMPARE(fixture.rows(), 2);
    QCOMPARE(fixture.undoWords(), u"1 person(s) blocked."_s);
    fixture.trigger("edit.undo");
    QTRY_COMPARE(fixture.rows(), 3);
}

void TestTriageCommands::theSidebarListsChannelsAndTags()
{
    TriageWindow fixture;
    fixture.stores.conversations[0].tags = QStringList{u"vip"_s};
    fixture.open();
    auto *sidebar = fixture.part<Sidebar>("sidebar");
    const auto rowNamed = [&](const QString &name) {
        for (int row = 0; row < sidebar->model()->rowCount(); ++row) {
            if (sidebar->model()->index(row, 0).data().toString() == name) {
                return row;
            }
        }
        return -1;
    };
    QTRY_VERIFY(rowNamed(u"vip"_s) >= 0);
    QVERIFY(rowNamed(u"Telegram"_s) >= 0);

    sidebar->setCurrentIndex(sidebar->model()->index(rowNamed(u"vip"_s), 0));
    QTRY_COMPARE(fixture.rows(), 1);
    sidebar->setCurrentIndex(sidebar->model()->index(rowNamed(u"Telegram"_s), 0));
    QTRY_COMPARE(fixture.list()->model()->index(0, 0).data(Qt::UserRole + 1).toLongLong(), 3);
    QVERIFY(!sidebar->model()->index(rowNamed(u"Channels"_s), 0).flags().testFlag(Qt::ItemIsSelectable));
}

void TestTriageCommands::nothingChosenDoesNothing()
{
    TriageWindow fixture;
    fixture.open();

    fixture.trigger("conversation.close");
    fixture.trigger("conversation.snooze");
    fixture.trigger("conversation.tag");
    fixture.trigger("edit.undo");

    QCOMPARE(fixture.rows(), 3);
    QVERIFY(fixture.part<QWidget>("snoozeMenu") == nullptr);
    QVERIFY(fixture.part<QWidget>("tagDialog") == nullptr);
}

QTEST_MAIN(TestTriageCommands)
#include "tst_triagecommands.moc"
