// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/windowmoveundo.h"

#include "models/ports/movestore.h"
#include "widgets/common/noticebar.h"
#include "widgets/composer/sendundobar.h"
#include "widgets/mainwindow.h"
#include "widgets/thread/conversationpane.h"

namespace aside {

WindowMoveUndo::WindowMoveUndo(MainWindow &window, MoveStore &moves, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_moves(moves)
    , m_bar(new SendUndoBar(window.services().clock, &window.conversation()))
{
    m_bar->setObjectName(QStringLiteral("moveUndoBar"));
    window.conversation().setOffer(m_bar);
    connect(m_bar, &SendUndoBar::undoAsked, this, &WindowMoveUndo::undo);
    connect(m_bar, &SendUndoBar::announced, &window, &MainWindow::announce);
    connect(&window.conversation(), &ConversationPane::shown, this, &WindowMoveUndo::follow);
}

void WindowMoveUndo::offer(const MoveTexts &texts)
{
    const auto undoWindow = m_window.preferences().undoWindow;
    if (undoWindow.count() > 0) {
        m_texts = texts;
        m_bar->start(SendUndoBar::About::Move, m_window.services().clock.now() + undoWindow);
    }
}

/// Above another thread it would be taken for that one's.
void WindowMoveUndo::follow(const ConversationRow &row)
{
    m_bar->setVisible(m_bar->isRunning() && row.id == m_texts.conversation);
}

void WindowMoveUndo::undo()
{
    m_bar->stop();
    m_moves.takeBack(m_texts.move).then(this, [this, texts = m_texts](const Result<PrivateMove> &move) {
        if (move && move->state == MoveState::TakenBack) {
            Q_EMIT undone(texts);
        } else if (move) { // to go on with both would send one of them twice
            m_window.notice().showWords(tr("One of both has left already. The other is a draft again."));
            Q_EMIT tooLate();
        } else if (move.error().code == Errc::Conflict) {
            m_window.notice().showWords(tr("It has left already and cannot be taken back any more."));
            Q_EMIT tooLate();
        } else {
            m_window.showError(move.error());
        }
    });
}

} // namespace aside
