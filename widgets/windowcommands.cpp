// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/windowcommands.h"

#include "widgets/actions/commands.h"
#include "widgets/check/composercheck.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/importing/importdialog.h"
#include "widgets/inbox/inboxpane.h"
#include "widgets/inbox/sidebar.h"
#include "widgets/mainwindow.h"
#include "widgets/thread/conversationpane.h"
#include "widgets/thread/threadview.h"
#include "widgets/windowpalette.h"
#include "widgets/windowprint.h"
#include "widgets/windowsettings.h"
#include "widgets/windowtemplates.h"

#include <QApplication>

namespace aside {

namespace {

void connectFile(MainWindow &window, Commands &commands)
{
    commands.on("import.files", &window, [&window] { askForImport(window, ImportFrom::Files); });
    commands.on("import.folder", &window, [&window] { askForImport(window, ImportFrom::Folder); });
    commands.on("window.close", &window, &QWidget::close);
    commands.on("app.quit", &window, [] { QApplication::closeAllWindows(); });
}

void connectGo(MainWindow &window, Commands &commands)
{
    InboxPane *inbox = &window.inbox();
    commands.on("find.everywhere", inbox, &InboxPane::focusSearch);
    ThreadView *thread = &window.conversation().thread();
    commands.on("find.thread", thread, &ThreadView::openFind);
    commands.on("conversation.copy", thread, [thread] { thread->copyConversation(); });
    commands.on("message.loadImages", thread, &ThreadView::loadImages);
    commands.on("list.selectAll", inbox, &InboxPane::selectAll);
    commands.on("go.next", inbox, [inbox] { inbox->step(1); });
    commands.on("go.previous", inbox, [inbox] { inbox->step(-1); });
    commands.on("go.pane", &window, &MainWindow::cyclePanes);
}

void connectView(MainWindow &window, Commands &commands)
{
    commands.on("view.sidebar", &window,
                [&window] { window.sidebar().setVisible(!window.sidebar().isVisible()); });
    commands.on("view.person", &window, &MainWindow::togglePerson);
    commands.on("view.fullScreen", &window,
                [&window] { window.setWindowState(window.windowState() ^ Qt::WindowFullScreen); });
}

void connectReply(MainWindow &window, Commands &commands)
{
    ComposerPanel *composer = &window.conversation().composer();
    commands.on("reply.write", composer, &ComposerPanel::writeReply);
    commands.on("reply.note", composer, &ComposerPanel::writeNote);
    commands.on("reply.all", composer, &ComposerPanel::answerEverybody);
    commands.on("reply.forward", composer, &ComposerPanel::forward);
    commands.on("reply.recipients", composer, &ComposerPanel::chooseRecipients);
    commands.on("reply.send", composer, &ComposerPanel::send);
    commands.on("send.undo", composer, &ComposerPanel::undoSend);
    ComposerCheck *check = &composer->check();
    commands.on("check.next", check, &ComposerCheck::goToNext);
    commands.on("check.previous", check, &ComposerCheck::goToPrevious);
    commands.on("check.fix", check, &ComposerCheck::applyFix);
    commands.on("check.reason", check, &ComposerCheck::giveReason);
    commands.on("check.off", check, &ComposerCheck::switchOff);
}

} // namespace

void connectCommands(MainWindow &window)
{
    Commands &commands = window.commands();
    connectFile(window, commands);
    connectGo(window, commands);
    connectView(window, commands);
    connectReply(window, commands);
    addPalette(window);
    addPrinting(window);
    addTemplates(window);
    connectSettings(window);
}

} // namespace aside
