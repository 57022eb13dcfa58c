// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/windowtemplates.h"

#include "models/check/replydesk.h"
#include "models/ports/checkstore.h"
#include "models/ports/conversationstore.h"
#include "models/ports/templatelibrary.h"
#include "widgets/actions/commands.h"
#include "widgets/common/noticebar.h"
#include "widgets/mainwindow.h"
#include "widgets/templates/templateinserter.h"
#include "widgets/templates/templatewindow.h"
#include "widgets/thread/conversationpane.h"

namespace aside {

namespace {

void openTemplates(MainWindow &window)
{
    if (auto *open = window.findChild<TemplateWindow *>()) {
        open->raise();
        open->activateWindow();
        return;
    }
    const WindowServices &services = window.services();
    auto *templates
        = new TemplateWindow({.library = services.templates,
                              .desk = services.replyDesk,
                              .clock = services.clock,
                              .nextKeys = window.commands().action("check.next")->shortcut(),
                              .previousKeys = window.commands().action("check.previous")->shortcut()},
                             &window);
    QObject::connect(templates, &TemplateWindow::failed, &window, &MainWindow::showError);
    QObject::connect(templates, &TemplateWindow::announced, &window, &MainWindow::announce);
    const ConversationRow row = window.conversation().row();
    if (row.id.isValid()) {
        services.conversations.thread(row.id).then(
            templates, [&window, templates, row](const Result<Thread> &thread) {
                const WindowServices &used = window.services();
                templates->setSource(templateSource(row, thread ? thread->messages : QList<Message>(),
                                                    used.replyDesk.profile(), used.clock));
            });
    }
    templates->show();
}

} // namespace

void addTemplates(MainWindow &window)
{
    const WindowServices &services = window.services();
    auto *inserter = new TemplateInserter({.library = services.templates,
                                           .checks = services.checks,
                                           .conversations = services.conversations,
                                           .desk = services.replyDesk,
                                           .clock = services.clock,
                                           .conversation = window.conversation()},
                                          &window);
    QObject::connect(inserter, &TemplateInserter::announced, &window, &MainWindow::announce);
    QObject::connect(inserter, &TemplateInserter::failed, &window, &MainWindow::showError);
    QObject::connect(inserter, &TemplateInserter::refused, &window.notice(), &NoticeBar::showWords);
    const auto take = [&library = services.templates, &desk = services.replyDesk] {
        desk.setCatalog(library.catalog()); // standing reasons of templates count
    };
    QObject::connect(&services.templates, &TemplateLibrary::changed, inserter, take);
    take();
    window.commands().on("templates.insert", inserter, &TemplateInserter::openPicker);
    window.commands().on("templates.open", &window, [&window] { openTemplates(window); });
}

} // namespace aside
