// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/actions/commands.h"
#include "widgets/shortcuts/shortcutsdialog.h"
#include "widgets/shortcuts/shortcutsheet.h"

#include <QApplication>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QTreeView>

using namespace aside;
using namespace Qt::StringLiterals;

class TestShortcuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }

    void aPressedKeyIsTheShortcutAtOnce();
    void aKeyInUseIsMovedOnlyWhenAsked();
    void oneAndAllGoBackToTheDefaults();
    void theFilterFindsCommandsAndKeys();
    void tabLeavesTheFieldForTheKey();
    void theSheetShowsChangedKeysAndFindsThem();
    void lettersDoCommandsInTheListAlone();
    void lettersWorkOnARussianKeyboard();
    void lettersCanBeSwitchedOff();
    void theUndoWindowIsTheOneThatWasSet();

private:
    ShortcutsDialog *openEditor();
    void choose(const QString &command);
    template <typename T>
    T *part(const char *name) const
    {
        return m_fixture->part<T>(name);
    }
    QList<QKeySequence> keys(const char *id) const
    {
        return m_fixture->window->commands().action(id)->shortcuts();
    }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestShortcuts::init()
{
    test::failOnWarning();
    m_fixture = std::make_unique<test::WindowFixture>();
    m_fixture->open();
}

ShortcutsDialog *TestShortcuts::openEditor()
{
    m_fixture->window->commands().action("settings.shortcuts")->trigger();
    return m_fixture->window->findChild<ShortcutsDialog *>();
}

void TestShortcuts::choose(const QString &command)
{
    part<QLineEdit>("shortcutsFilter")->setText(command);
    auto *view = part<QTreeView>("shortcutsView");
    QCOMPARE(view->model()->rowCount(), 1);
    view->setCurrentIndex(view->model()->index(0, 0));
}

void TestShortcuts::aPressedKeyIsTheShortcutAtOnce()
{
    QVERIFY(openEditor());
    choose(u"Next pane"_s);
    QSignalSpy changed(m_fixture->window.get(), &MainWindow::preferencesChanged);

    QTest::keyClick(part<QKeySequenceEdit>("shortcutKey"), Qt::Key_F7);

    QTRY_COMPARE(keys("go.pane"), QList{QKeySequence(u"F7"_s)});
    QVERIFY(changed.count() >= 1);
    QCOMPARE(m_fixture->window->preferences().shortcuts.value(u"go.pane"_s), QStringList{u"F7"_s});
}

void TestShortcuts::aKeyInUseIsMovedOnlyWhenAsked()
{
    QVERIFY(openEditor());
    choose(u"Next pane"_s);

    QTest::keyClick(part<QKeySequenceEdit>("shortcutKey"), Qt::Key_K, Qt::ControlModifier);

    auto *conflict = part<QLabel>("shortcutConflict");
    QTRY_VERIFY(conflict->isVisible());
    QVERIFY2(conflict->text().contains(u"Command palette"), qPrintable(conflict->text()));
    QCOMPARE(keys("go.palette"), QList{QKeySequence(u"Ctrl+K"_s)});

    part<QPushButton>("moveShortcutButton")->click();

    QCOMPARE(keys("go.pane"), QList{QKeySequence(u"Ctrl+K"_s)});
    QVERIFY(keys("go.palette").isEmpty());
    QVERIFY(!conflict->isVisible());
}

void TestShortcuts::oneAndAllGoBackToTheDefaults()
{
    Preferences changed;
    changed.shortcuts = {{u"go.pane"_s, {u"F7"_s}}, {u"go.palette"_s, {}}};
    m_fixture->window->changePreferences(changed);
    QVERIFY(openEditor());
    choose(u"Next pane"_s);

    part<QPushButton>("resetShortcutButton")->click();
    QCOMPARE(keys("go.pane"), QList{QKeySequence(u"F6"_s)});
    QVERIFY(keys("go.palette").isEmpty());

    part<QPushButton>("resetAllShortcutsButton")->click();
    QCOMPARE(keys("go.palette"), QList{QKeySequence(u"Ctrl+K"_s)});
    QVERIFY(m_fixture->window->preferences().shortcuts.isEmpty());
}

void TestShortcuts::theFilterFindsCommandsAndKeys()
{
    QVERIFY(openEditor());
    auto *view = part<QTreeView>("shortcutsView");
    QVERIFY(view->model()->rowCount() > 10);

    part<QLineEdit>("shortcutsFilter")->setText(u"ctrl+k"_s);
    QCOMPARE(view->model()->rowCount(), 1);
    part<QLineEdit>("shortcutsFilter")->setText(u"no such command"_s);
    QCOMPARE(view->model()->rowCount(), 0);
    QVERIFY(!part<QKeySequenceEdit>("shortcutKey")->isEnabled());
}

void TestShortcuts::tabLeavesTheFieldForTheKey()
{
    ShortcutsDialog *dialog = openEditor();
    choose(u"Next pane"_s);
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
    dialog->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    part<QKeySequenceEdit>("shortcutKey")->setFocus();
    QVERIFY(part<QKeySequenceEdit>("shortcutKey")->isAncestorOf(QApplication::focusWidget())
            || part<QKeySequenceEdit>("shortcutKey")->hasFocus());

    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);

    QVERIFY(!part<QKeySequenceEdit>("shortcutKey")->hasFocus());
    QCOMPARE(keys("go.pane"), QList{QKeySequence(u"F6"_s)});
}

void TestShortcuts::theSheetShowsChangedKeysAndFindsThem()
{
    QTest::keyClick(m_fixture->window.get(), Qt::Key_F1);
    QVERIFY(m_fixture->window->findChild<ShortcutSheet *>() != nullptr);
    auto *text = part<QTextBrowser>("sheetText");
    for (const Commands::Command &command : m_fixture->window->commands().all()) {
        QVERIFY2(text->toPlainText().contains(Commands::plainText(*command.spec)), command.spec->id);
    }

    Preferences changed;
    changed.shortcuts = {{u"go.pane"_s, {u"Ctrl+Alt+F7"_s}}};
    m_fixture->window->changePreferences(changed);
    part<QLineEdit>("sheetFilter")->setText(u"alt+f7"_s);

    QVERIFY(text->toPlainText().contains(u"Next pane"));
    QVERIFY(!text->toPlainText().contains(u"Command palette"));
}

void TestShortcuts::lettersDoCommandsInTheListAlone()
{
    QSignalSpy shown(m_fixture->window.get(), &MainWindow::threadShown);
    m_fixture->list()->setCurrentIndex(m_fixture->list()->model()->index(0, 0));
    QTRY_COMPARE(shown.count(), 1);

    QTest::keyClick(m_fixture->list(), Qt::Key_J);
    QCOMPARE(m_fixture->list()->currentIndex().row(), 1);
    QTest::keyClick(m_fixture->list(), Qt::Key_K);
    QCOMPARE(m_fixture->list()->currentIndex().row(), 0);

    QTest::keyClicks(m_fixture->reply(), u"jk"_s);
    QCOMPARE(m_fixture->reply()->toPlainText(), u"jk"_s);
    QCOMPARE(m_fixture->list()->currentIndex().row(), 0);
    QTest::keyClick(m_fixture->list(), Qt::Key_J, Qt::AltModifier);
    QCOMPARE(m_fixture->list()->currentIndex().row(), 0);
}

void TestShortcuts::lettersWorkOnARussianKeyboard()
{
    m_fixture->list()->setCurrentIndex(m_fixture->list()->model()->index(0, 0));

    QKeyEvent pressed(QEvent::KeyPress, 0x41e, Qt::NoModifier, u"о"_s); // the key of J
    QCoreApplication::sendEvent(m_fixture->list(), &pressed);

    QCOMPARE(m_fixture->list()->currentIndex().row(), 1);
}

void TestShortcuts::lettersCanBeSwitchedOff()
{
    m_fixture->list()->setCurrentIndex(m_fixture->list()->model()->index(0, 0));
    Preferences changed;
    changed.hasLetterKeys = false;
    m_fixture->window->changePreferences(changed);

    QTest::keyClick(m_fixture->list(), Qt::Key_J);

    QCOMPARE(m_fixture->list()->currentIndex().row(), 0);
}

void TestShortcuts::theUndoWindowIsTheOneThatWasSet()
{
    Preferences changed;
    changed.undoWindow = std::chrono::seconds(42);
    m_fixture->window->changePreferences(changed);
    m_fixture->choose(1);
    m_fixture->reply()->setPlainText(u"On its way."_s);

    m_fixture->window->commands().action("reply.send")->trigger();

    QTRY_COMPARE(m_fixture->stores.outbox.size(), 1);
    const OutboxItem &item = m_fixture->stores.outbox.constFirst();
    QCOMPARE(item.holdUntil - item.createdAt, std::chrono::seconds(42));
}

QTEST_MAIN(TestShortcuts)
#include "tst_shortcuts.moc"
