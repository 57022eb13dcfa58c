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
#include "widgets/thread/conversationpane.h"

namespace aside {

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
    window.commands().on("templates.insert", inserter, &TemplateInserter::openPicker);
}

} // namespace aside
