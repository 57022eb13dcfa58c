// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowaccounts.h"

#include "app/profile.h"
#include "app/window.h"
#include "widgets/accounts/accountsdialog.h"
#include "widgets/actions/commands.h"
#include "widgets/actions/menus.h"

#include <QMenuBar>

namespace aside {

namespace {

/// The window of accounts, in front.
AccountsDialog *open(Window &window, const AccountServices &services)
{
    MainWindow &owner = window.window();
    auto *dialog = owner.findChild<AccountsDialog *>(Qt::FindDirectChildrenOnly);
    if (dialog == nullptr) {
        dialog = new AccountsDialog(services, &owner);
        QObject::connect(dialog, &AccountsDialog::changed, &window, &Window::lookAtAccounts);
        dialog->show();
    }
    dialog->raise();
    dialog->activateWindow();
    return dialog;
}

} // namespace

void connectAccounts(Window &window, Profile &profile, const AccountEdges &edges)
{
    FetchFeed &own = window.fetcher();
    const AccountServices services{.accounts = profile.accounts(),
                                   .outbox = profile.outbox(),
                                   .finder = edges.finder,
                                   .probe = edges.probe,
                                   .signIns = edges.signIns,
                                   .setups = edges.setups,
                                   .fetches = edges.fetches != nullptr ? *edges.fetches : own,
                                   .clock = profile.clock()};
    Commands &commands = window.window().commands();
    commands.on("accounts.open", &window, [&window, services] { open(window, services); });
    commands.on("accounts.add", &window, [&window, services] { open(window, services)->add(); });
    fillMenuBar(*window.window().menuBar(), commands);
}

} // namespace aside
