// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/calls/call.h"

#include <QObject>
#include <QPointer>

namespace aside {

class CallDialog;
class MainWindow;
class Profile;
class WindowCheck;

/// Keeps calls with the customer of the open conversation. A call of ours needs a consent. Owned by the
/// window.
class WindowCalls final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowCalls)

public:
    WindowCalls(MainWindow &window, WindowCheck &check, Profile &profile);

private:
    void updateCommand();
    void ask();
    void show(const PersonCard &person);
    /// The ledger may have changed while the dialog was open.
    void look(ConversationId talk, const LoggedCall &call, QPointer<CallDialog> dialog);
    void keep(const LoggedCall &call, const PersonCard &person, const QPointer<CallDialog> &dialog);
    void join(const LoggedCall &call, PersonId person);

    MainWindow &m_window;
    WindowCheck &m_check;
    Profile &m_profile;
};

} // namespace aside
