// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/account.h"
#include "models/mentions/mention.h"
#include "widgets/inbox/mentiondialog.h"

#include <QObject>
#include <QPointer>

namespace aside {

class MainWindow;
class Profile;

/// What the window does for places that no program reads: takes down what customers wrote there. Owned by the
/// window.
class WindowMentions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowMentions)

public:
    WindowMentions(MainWindow &window, Profile &profile);

private:
    void ask();
    void readOpenTalk(const QList<Account> &places);
    void show(const QList<Account> &places, const MentionDialog::OpenTalk &open);
    void keep(const EnteredMention &mention, const Account &place, const QPointer<MentionDialog> &dialog);

    MainWindow &m_window;
    Profile &m_profile;
};

} // namespace aside
