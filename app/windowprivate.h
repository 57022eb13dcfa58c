// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/movedesk.h"
#include "models/privacy/closing.h"
#include "widgets/windowmoveundo.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <optional>

namespace aside {

class CheckRunner;
class MainWindow;
class MoveStore;
struct TriageReceipt;
class WindowCheck;

/// "Move to private" in the window, and the end in public: prepares what is asked of the open conversation
/// and shows it.
class WindowPrivate : public QObject
{
    Q_OBJECT
public:
    WindowPrivate(MainWindow &window, WindowCheck &check, MoveStore &moves);

private:
    void begin();
    void endPublic();
    void lookAtClosed(const TriageReceipt &receipt);
    void askForResolution(ConversationId id);
    void takeStep();
    void ask(ConversationId id, MoveAim aim);
    void prepare(const MoveQuestion &question);
    void show(const PreparedMove &move, const MoveQuestion &question);
    void goOn(const MoveTexts &texts);
    void giveFocusBack();
    void stopWaiting(PrivateMoveId id);
    void keep(ConversationId id, const QString &publicText, const QString &privateText);
    void keepInNote(ConversationId id, const QString &text);
    void updateCommands();
    void tellStory();
    void tellStory(ConversationId here, const QList<PrivateMove> &moves);
    void showStory(ConversationId here, const QList<PrivateMove> &moves, const ClosingStory &end);

    MainWindow &m_window;
    WindowCheck &m_check;
    MoveStore &m_moves;
    MoveDesk m_desk;
    ClosingStory m_end; ///< of the open conversation
    ConversationId m_toClose; ///< once it is on the screen
    WindowMoveUndo m_undo;
    std::optional<MoveTexts> m_undone; ///< the dialog goes on with them
    QPointer<QWidget> m_from; ///< had the keyboard before the dialog
    bool m_isAsking = false;
};

} // namespace aside
