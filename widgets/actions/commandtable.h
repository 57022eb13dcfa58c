// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <span>

namespace aside {

/// The menu a command is in; the order is that of the menu bar.
enum class CommandGroup : quint8 { File, Edit, View, Conversation, Message, Go, Tools, Settings, Help };

/// Whether a line goes above the command in its menu.
enum class MenuBreak : quint8 { None, Above };

/// What a command is, apart from what it does: one row makes its menu entry, its line in the command palette,
/// in the list of shortcuts and in the settings. Texts are sources for translation in the context "Commands".
struct CommandSpec {
    const char *id; ///< stable: shortcuts are saved under it
    CommandGroup group;
    const char *text;
    const char *hint; ///< a whole sentence for the status bar and the palette
    const char *keys = ""; ///< QKeySequence's portable text, with "; " between alternatives
    char letter = 0; ///< the single key that works in the conversation list; 0: none
    const char *icon = "";
    MenuBreak lineAbove = MenuBreak::None;
};

/// All commands, in the order of the menus. A new command is a new row here and one on() where it is done.
[[nodiscard]] std::span<const CommandSpec> commandTable();

} // namespace aside
