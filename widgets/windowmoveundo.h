// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/preparedmove.h"
#include "models/core/error.h"

#include <QObject>
#include <QString>

namespace aside {

class MainWindow;
class MoveStore;
class SendUndoBar;
struct ConversationRow;

/// What an operator has written in both halves of a move.
struct MoveTexts {
    ConversationId conversation{}; ///< the public one
    PrivateMoveId move{};
    QString inPublic{};
    QString inPrivate{};
    QString payload{}; ///< that the link in the public text carries
    MoveAim aim = MoveAim::Begin;
};

/// Counts the undo window of a move down, above the thread that it began in, and takes both halves back.
/// The window and the store outlive it.
class WindowMoveUndo final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowMoveUndo)

public:
    WindowMoveUndo(MainWindow &window, MoveStore &moves, QObject *parent);

    /// Where nothing is held, because the window is 0, there is nothing to undo.
    void offer(const MoveTexts &texts);

Q_SIGNALS:
    /// Neither half leaves; the texts are here to go on with.
    void undone(const aside::MoveTexts &texts);
    /// At least one half has left already.
    void tooLate();

private:
    void undo();
    void follow(const ConversationRow &row);

    MainWindow &m_window;
    MoveStore &m_moves;
    SendUndoBar *m_bar;
    MoveTexts m_texts;
};

} // namespace aside
