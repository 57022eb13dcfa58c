// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/movedesk.h"

#include <QObject>
#include <QStringList>

namespace aside {

class CheckRunner;
class MainWindow;
class MoveStore;
class WindowCheck;

/// "Move to private" in the window: prepares the move of the open conversation and shows it.
class WindowPrivate : public QObject
{
    Q_OBJECT
public:
    WindowPrivate(MainWindow &window, WindowCheck &check, MoveStore &moves);

private:
    void ask();
    void prepare(const MoveQuestion &question);
    void show(const PreparedMove &move, const MoveQuestion &question);
    void keep(ConversationId id, const QString &publicText, const QString &privateText);
    void updateCommand();
    void tellStory();

    MainWindow &m_window;
    WindowCheck &m_check;
    MoveStore &m_moves;
    MoveDesk m_desk;
    bool m_isAsking = false;
};

} // namespace aside
