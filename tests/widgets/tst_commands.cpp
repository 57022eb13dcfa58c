// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/actions/commands.h"
#include "widgets/theme/icons.h"

#include <QMenu>
#include <QMenuBar>
#include <QSet>

using namespace aside;
using namespace Qt::StringLiterals;

class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void idsAndKeysAreGivenOnce();
    void everyIconExists();
    void changedShortcutsReplaceTheDefaults();
    void everyConnectedCommandIsInAMenu();
    void theWordsOfAMenuHaveDifferentMnemonics();
    void commandsWithoutAReceiverAreNotOffered();
};

void TestCommands::idsAndKeysAreGivenOnce()
{
    QSet<QString> ids;
    QSet<QString> keys;
    QSet<char> letters;

    for (const CommandSpec &spec : commandTable()) {
        QVERIFY2(!ids.contains(QString::fromLatin1(spec.id)), spec.id);
        ids.insert(QString::fromLatin1(spec.id));
        for (const QString &key : QString::fromLatin1(spec.keys).split(u"; "_s, Qt::SkipEmptyParts)) {
            QVERIFY2(!QKeySequence(key, QKeySequence::PortableText).isEmpty(), qPrintable(key));
            QVERIFY2(!keys.contains(key), qPrintable(key));
            keys.insert(key);
        }
        if (spec.letter != 0) {
            QVERIFY2(!letters.contains(spec.letter), spec.id);
            letters.insert(spec.letter);
        }
        QVERIFY2(QByteArrayView(spec.hint).endsWith('.'), spec.id);
    }
}

void TestCommands::everyIconExists()
{
    const QStringList names = iconNames();

    for (const CommandSpec &spec : commandTable()) {
        QVERIFY2(*spec.icon == '\0' || names.contains(QString::fromLatin1(spec.icon)), spec.icon);
    }
}

void TestCommands::changedShortcutsReplaceTheDefaults()
{
    QWidget window;
    Commands commands(&window);

    commands.setShortcuts({{u"go.palette"_s, {u"Ctrl+J"_s}}, {u"app.quit"_s, {}}, {u"no.such"_s, {u"F2"_s}}});

    QCOMPARE(commands.action("go.palette")->shortcuts(), QList{QKeySequence(u"Ctrl+J"_s)});
    QVERIFY(commands.action("app.quit")->shortcuts().isEmpty());
    QCOMPARE(commands.action("go.next")->shortcuts(), commands.defaultShortcuts("go.next"));
    commands.setShortcuts({});
    QCOMPARE(commands.action("app.quit")->shortcuts(), commands.defaultShortcuts("app.quit"));
}

void TestCommands::everyConnectedCommandIsInAMenu()
{
    test::WindowFixture fixture;
    fixture.open();
    QSet<QAction *> inMenus;
    for (const QAction *menu : fixture.window->menuBar()->actions()) {
        for (QAction *action : menu->menu()->actions()) {
            inMenus.insert(action);
        }
    }

    for (const Commands::Command &command : fixture.window->commands().all()) {
        QVERIFY2(inMenus.contains(command.action), command.spec->id);
    }
}

void TestCommands::theWordsOfAMenuHaveDifferentMnemonics()
{
    QHash<CommandGroup, QSet<QChar>> taken;

    for (const CommandSpec &spec : commandTable()) {
        const QString text = QString::fromUtf8(spec.text);
        const qsizetype mark = text.indexOf(u'&');
        QVERIFY2(mark >= 0, spec.id);
        QSet<QChar> &group = taken[spec.group];
        QVERIFY2(!group.contains(text.at(mark + 1).toLower()), spec.id);
        group.insert(text.at(mark + 1).toLower());
    }
}

void TestCommands::commandsWithoutAReceiverAreNotOffered()
{
    QWidget window;
    Commands commands(&window);
    bool isDone = false;

    QVERIFY(commands.all().isEmpty());
    commands.on("go.next", &window, [&isDone] { isDone = true; });

    QCOMPARE(commands.all().size(), 1);
    commands.action("go.next")->trigger();
    QVERIFY(isDone);
}

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
