// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What MainWindow keeps when it is closed, and how it comes back.

#include "models/ports/conversationstore.h"
#include "models/services/composer.h"
#include "widgets/columns.h"
#include "widgets/inbox/inboxpane.h"
#include "widgets/mainwindow.h"
#include "widgets/thread/conversationpane.h"
#include "widgets/windowplaces.h"

#include <QCloseEvent>

#include <utility>

namespace aside {

WindowPlaces MainWindow::places() const
{
    return {.geometry = saveGeometry(),
            .columns = m_columns->saveState(),
            .rows = m_conversation->saveState(),
            .view = m_view,
            .conversation = m_conversation->current(),
            .order = m_inbox->chosenOrder()};
}

void MainWindow::restoreWindowState(const WindowPlaces &places)
{
    restoreGeometry(places.geometry); // Qt brings it back from a screen that is gone
    m_columns->restoreState(places.columns);
    m_conversation->restoreState(places.rows);
}

void MainWindow::showPlaces(const WindowPlaces &places)
{
    if (places.order != m_inbox->chosenOrder()) {
        m_inbox->setOrder(places.order);
    }
    if (places.view != View::Inbox) {
        showView(places.view);
    }
    if (!places.conversation.isValid() || places.view == View::Outbox) {
        return;
    }
    m_services.conversations.rows({places.conversation})
        .then(this, [this](const Result<QList<ConversationRow>> &rows) {
            if (rows && !rows->isEmpty() && !m_conversation->current().isValid()) {
                openConversation(rows->constFirst().id);
            }
        });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const DraftFiles &files = m_composer->files();
    if (!files.isIdle()) { // a pasted picture exists nowhere else
        announce(tr("A file is still being attached. The window closes when it is there."));
        connect(&files, &DraftFiles::becameIdle, this, &QWidget::close, Qt::SingleShotConnection);
        event->ignore();
        return;
    }
    m_composer->close();
    event->accept();
}

} // namespace aside
