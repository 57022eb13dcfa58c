// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/actions/menus.h"

#include "widgets/actions/commands.h"

#include <QMenu>
#include <QMenuBar>

#include <optional>

namespace aside {

void fillMenuBar(QMenuBar &bar, const Commands &commands)
{
    bar.clear();
    for (QMenu *old : bar.findChildren<QMenu *>(Qt::FindDirectChildrenOnly)) {
        old->deleteLater(); // it may be the menu this was chosen from
    }
    QMenu *menu = nullptr;
    std::optional<CommandGroup> group;
    for (const Commands::Command &command : commands.all()) {
        if (group != command.spec->group) {
            group = command.spec->group;
            menu = bar.addMenu(Commands::groupLabel(*group));
            menu->setToolTipsVisible(false);
        } else if (command.spec->lineAbove == MenuBreak::Above) {
            menu->addSeparator();
        }
        menu->addAction(command.action);
    }
}

} // namespace aside
