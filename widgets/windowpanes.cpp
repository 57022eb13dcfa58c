// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The panes of the window: which has the keyboard, which is there.

#include "widgets/columns.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/inbox/inboxpane.h"
#include "widgets/inbox/sidebar.h"
#include "widgets/mainwindow.h"
#include "widgets/person/persondrawer.h"
#include "widgets/thread/conversationpane.h"
#include "widgets/thread/threadview.h"

#include <QApplication>

#include <algorithm>
#include <array>

namespace aside {

void MainWindow::togglePerson()
{
    m_columns->setDrawerVisible(!m_person->isVisible());
    if (m_person->isVisible() && m_conversation->current().isValid()) {
        m_person->showPersonOf(m_conversation->current());
    }
}

void MainWindow::cyclePanes()
{
    const std::array<QWidget *, 4> panes{m_sidebar, m_inbox, &m_conversation->thread(),
                                         &m_conversation->composer()};
    QWidget *focus = QApplication::focusWidget();
    const auto *here = std::ranges::find_if(
        panes, [focus](const QWidget *pane) { return pane == focus || pane->isAncestorOf(focus); });
    const size_t next
        = here == panes.end() ? 0 : static_cast<size_t>(here - panes.begin() + 1) % panes.size();
    if (panes.at(next) == &m_conversation->composer()) {
        m_conversation->composer().focusText();
    } else if (panes.at(next) == m_inbox) {
        m_inbox->focusList();
    } else {
        panes.at(next)->setFocus(Qt::ShortcutFocusReason);
    }
}

} // namespace aside
