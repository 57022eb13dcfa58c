// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/actions/commandtable.h"

#include <QtGlobal>

#include <array>

namespace aside {

namespace {

using enum CommandGroup;

constexpr MenuBreak line = MenuBreak::Above;

// clang-format off
constexpr std::array table{
    CommandSpec{.id = "import.files", .group = File, .text = QT_TRANSLATE_NOOP("Commands", "&Import files…"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Bring in mail or an export from files."),
                .keys = "Ctrl+I", .icon = "document-import"},
    CommandSpec{.id = "import.folder", .group = File, .text = QT_TRANSLATE_NOOP("Commands", "Import &folder…"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Bring in a Maildir or all files of a folder."),
                .keys = "Ctrl+Shift+I", .icon = "folder-open"},
    CommandSpec{.id = "conversation.print", .group = File, .text = QT_TRANSLATE_NOOP("Commands", "&Print…"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Print the open conversation."),
                .keys = "Ctrl+P", .icon = "document-print", .lineAbove = line},
    CommandSpec{.id = "conversation.pdf", .group = File, .text = QT_TRANSLATE_NOOP("Commands", "Save as P&DF…"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Save the open conversation as a PDF file."),
                .icon = "document-export"},
    CommandSpec{.id = "window.close", .group = File, .text = QT_TRANSLATE_NOOP("Commands", "&Close window"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Close the window."),
                .keys = "Ctrl+W", .icon = "window-close", .lineAbove = line},
    CommandSpec{.id = "app.quit", .group = File, .text = QT_TRANSLATE_NOOP("Commands", "&Quit"),
                .hint = QT_TRANSLATE_NOOP("Commands", "End Aside. Drafts and the outbox are kept."),
                .keys = "Ctrl+Q", .icon = "application-exit"},

    CommandSpec{.id = "edit.undo", .group = Edit, .text = QT_TRANSLATE_NOOP("Commands", "&Undo"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Take back what was done to conversations last."),
                .keys = "Ctrl+Alt+Z", .letter = 'z', .icon = "edit-undo"},
    CommandSpec{.id = "edit.redo", .group = Edit, .text = QT_TRANSLATE_NOOP("Commands", "&Redo"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Do again what was taken back last."),
                .keys = "Ctrl+Alt+Y", .icon = "edit-redo"},
    CommandSpec{.id = "send.undo", .group = Edit, .text = QT_TRANSLATE_NOOP("Commands", "Undo &sending"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Take back the reply that is still held."),
                .keys = "Ctrl+Alt+U", .icon = "edit-undo"},
    CommandSpec{.id = "find.thread", .group = Edit, .text = QT_TRANSLATE_NOOP("Commands", "&Find in conversation"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Find words in the open conversation."),
                .keys = "Ctrl+F", .icon = "edit-find", .lineAbove = line},
    CommandSpec{.id = "find.everywhere", .group = Edit, .text = QT_TRANSLATE_NOOP("Commands", "S&earch everything"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Search all conversations, also without a network."),
                .keys = "Ctrl+Shift+F", .letter = '/', .icon = "search"},
    CommandSpec{.id = "conversation.copy", .group = Edit, .text = QT_TRANSLATE_NOOP("Commands", "&Copy conversation"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Copy all messages of the open conversation as text."),
                .keys = "Ctrl+Shift+C", .icon = "edit-copy"},
    CommandSpec{.id = "list.selectAll", .group = Edit, .text = QT_TRANSLATE_NOOP("Commands", "Select &all conversations"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Select every conversation of this view."),
                .keys = "Ctrl+Shift+A"},

    CommandSpec{.id = "view.person", .group = View, .text = QT_TRANSLATE_NOOP("Commands", "&Person"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Show or hide what is known about the customer."),
                .keys = "Ctrl+Shift+O", .icon = "user"},
    CommandSpec{.id = "view.sidebar", .group = View, .text = QT_TRANSLATE_NOOP("Commands", "&Views"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Show or hide the list of views."),
                .keys = "F9", .icon = "view-list-details"},
    CommandSpec{.id = "view.fullScreen", .group = View, .text = QT_TRANSLATE_NOOP("Commands", "&Full screen"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Use the whole screen, or the window again."),
                .keys = "F11"},
    CommandSpec{.id = "view.larger", .group = View, .text = QT_TRANSLATE_NOOP("Commands", "&Larger text"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Make all text larger, up to 200 %."),
                .keys = "Ctrl++; Ctrl+=", .lineAbove = line},
    CommandSpec{.id = "view.smaller", .group = View, .text = QT_TRANSLATE_NOOP("Commands", "&Smaller text"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Make all text smaller, down to 100 %."),
                .keys = "Ctrl+-"},
    CommandSpec{.id = "view.normal", .group = View, .text = QT_TRANSLATE_NOOP("Commands", "&Normal text"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Show text at its usual size."),
                .keys = "Ctrl+0"},

    CommandSpec{.id = "conversation.close", .group = Conversation, .text = QT_TRANSLATE_NOOP("Commands", "&Close"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Close the chosen conversations: nothing is left to do."),
                .keys = "Ctrl+E", .letter = 'e', .icon = "dialog-ok"},
    CommandSpec{.id = "conversation.reopen", .group = Conversation, .text = QT_TRANSLATE_NOOP("Commands", "&Reopen"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Put the chosen conversations back into the inbox."),
                .keys = "Ctrl+Shift+E", .icon = "mail-folder-inbox"},
    CommandSpec{.id = "conversation.snooze", .group = Conversation, .text = QT_TRANSLATE_NOOP("Commands", "&Snooze…"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Hide the chosen conversations until a time or a reply."),
                .keys = "Ctrl+Alt+S", .letter = 's', .icon = "clock"},
    CommandSpec{.id = "conversation.wake", .group = Conversation, .text = QT_TRANSLATE_NOOP("Commands", "&Wake"),
                .hint = QT_TRANSLATE_NOOP("Commands", "End the snooze of the chosen conversations.")},
    CommandSpec{.id = "conversation.tag", .group = Conversation, .text = QT_TRANSLATE_NOOP("Commands", "&Tags…"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Add or remove tags of the chosen conversations."),
                .keys = "Ctrl+T", .letter = 't', .icon = "tag"},
    CommandSpec{.id = "conversation.read", .group = Conversation, .text = QT_TRANSLATE_NOOP("Commands", "&Mark as read"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Mark all messages of the chosen conversations as read."),
                .letter = 'r', .icon = "mail-mark-read", .lineAbove = line},
    CommandSpec{.id = "conversation.unread", .group = Conversation,
                .text = QT_TRANSLATE_NOOP("Commands", "Mark as &unread"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Mark the chosen conversations as unread."),
                .keys = "Ctrl+U", .letter = 'u', .icon = "mail-mark-unread"},
    CommandSpec{.id = "conversation.block", .group = Conversation, .text = QT_TRANSLATE_NOOP("Commands", "&Block person"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Keep everything this person writes out of the inbox."),
                .icon = "dialog-cancel", .lineAbove = line},
    CommandSpec{.id = "conversation.unblock", .group = Conversation,
                .text = QT_TRANSLATE_NOOP("Commands", "U&nblock person"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Let this person's conversations into the inbox again.")},

    CommandSpec{.id = "reply.write", .group = Message, .text = QT_TRANSLATE_NOOP("Commands", "&Write reply"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Go to the reply of the open conversation."),
                .keys = "Ctrl+R", .letter = 'a', .icon = "mail-reply-sender"},
    CommandSpec{.id = "reply.note", .group = Message, .text = QT_TRANSLATE_NOOP("Commands", "Write &note (team only)"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Write a note that no customer can read."),
                .keys = "Ctrl+Shift+N", .letter = 'n', .icon = "note"},
    CommandSpec{.id = "reply.send", .group = Message, .text = QT_TRANSLATE_NOOP("Commands", "&Send reply"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Send what is written; it is held for a moment first."),
                .keys = "Ctrl+Return; Ctrl+Enter", .icon = "document-send"},
    CommandSpec{.id = "reply.sendLater", .group = Message, .text = QT_TRANSLATE_NOOP("Commands", "Send late&r…"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Send the reply at a time of your own, unless the customer writes first."),
                .keys = "Ctrl+Shift+Return; Ctrl+Shift+Enter", .icon = "clock"},
    CommandSpec{.id = "message.loadImages", .group = Message, .text = QT_TRANSLATE_NOOP("Commands", "&Load images"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Load the images that this message has on other servers."),
                .keys = "Ctrl+Shift+L", .icon = "view-visible", .lineAbove = line},

    CommandSpec{.id = "check.next", .group = Message, .text = QT_TRANSLATE_NOOP("Commands", "Ne&xt question"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Go to the next question of the reply check."),
                .keys = "F8", .icon = "go-next", .lineAbove = line},
    CommandSpec{.id = "check.previous", .group = Message, .text = QT_TRANSLATE_NOOP("Commands", "Pre&vious question"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Go to the question of the reply check before this one."),
                .keys = "Shift+F8", .icon = "go-previous"},
    CommandSpec{.id = "check.fix", .group = Message, .text = QT_TRANSLATE_NOOP("Commands", "Apply &fix"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Do what the reply check proposes."),
                .keys = "Ctrl+.", .icon = "checkmark"},
    CommandSpec{.id = "check.reason", .group = Message, .text = QT_TRANSLATE_NOOP("Commands", "&Give a reason…"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Say why a part of the reply stays."),
                .keys = "Ctrl+Alt+G", .icon = "edit-comment"},
    CommandSpec{.id = "check.off", .group = Message, .text = QT_TRANSLATE_NOOP("Commands", "&Do not ask for this draft"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Switch the rule of this question off for this draft."),
                .icon = "dialog-cancel"},
    CommandSpec{.id = "check.rules", .group = Message, .text = QT_TRANSLATE_NOOP("Commands", "R&ules of the reply check…"),
                .hint = QT_TRANSLATE_NOOP("Commands", "See every rule, and choose what it asks for."),
                .icon = "configure"},
    CommandSpec{.id = "templates.insert", .group = Message, .text = QT_TRANSLATE_NOOP("Commands", "Insert &template…"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Find a template and put it into the text; / in an empty line does the same."),
                .keys = "Ctrl+J", .icon = "bookmarks", .lineAbove = line},

    CommandSpec{.id = "go.palette", .group = Go, .text = QT_TRANSLATE_NOOP("Commands", "&Command palette…"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Find any command, view or conversation by a few letters."),
                .keys = "Ctrl+K", .icon = "search"},
    CommandSpec{.id = "go.next", .group = Go, .text = QT_TRANSLATE_NOOP("Commands", "&Next conversation"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Open the next conversation of the list."),
                .keys = "Alt+Down", .letter = 'j', .icon = "go-down", .lineAbove = line},
    CommandSpec{.id = "go.previous", .group = Go, .text = QT_TRANSLATE_NOOP("Commands", "&Previous conversation"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Open the previous conversation of the list."),
                .keys = "Alt+Up", .letter = 'k', .icon = "go-up"},
    CommandSpec{.id = "go.pane", .group = Go, .text = QT_TRANSLATE_NOOP("Commands", "Next p&ane"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Move the keyboard to the next part of the window."),
                .keys = "F6"},

    CommandSpec{.id = "templates.open", .group = Tools, .text = QT_TRANSLATE_NOOP("Commands", "&Templates…"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Write templates, try them and answer proposals."),
                .keys = "Ctrl+Shift+T", .icon = "bookmarks"},
    CommandSpec{.id = "outbox.freeze", .group = Tools, .text = QT_TRANSLATE_NOOP("Commands", "&Freeze public sending"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Hold every public reply, or let them go again."),
                .keys = "Ctrl+Alt+F", .icon = "media-playback-pause"},
    CommandSpec{.id = "tools.log", .group = Tools, .text = QT_TRANSLATE_NOOP("Commands", "&Log…"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Show what the program noted about itself."),
                .icon = "view-list-details"},
    CommandSpec{.id = "tools.profile", .group = Tools, .text = QT_TRANSLATE_NOOP("Commands", "Open &profile folder"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Show the folder with everything of this profile."),
                .icon = "folder-open"},

    CommandSpec{.id = "settings.open", .group = Settings, .text = QT_TRANSLATE_NOOP("Commands", "&Settings…"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Change looks, language, sending and notifications."),
                .keys = "Ctrl+,", .icon = "configure"},
    CommandSpec{.id = "settings.shortcuts", .group = Settings, .text = QT_TRANSLATE_NOOP("Commands", "S&hortcuts…"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Change the shortcut of any command.")},

    CommandSpec{.id = "help.shortcuts", .group = Help, .text = QT_TRANSLATE_NOOP("Commands", "&Shortcuts at a glance"),
                .hint = QT_TRANSLATE_NOOP("Commands", "List all commands with their shortcuts."),
                .keys = "F1", .icon = "help-contents"},
    CommandSpec{.id = "help.handbook", .group = Help, .text = QT_TRANSLATE_NOOP("Commands", "&Handbook"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Read how everything works; no network is needed."),
                .icon = "documentinfo"},
    CommandSpec{.id = "help.about", .group = Help, .text = QT_TRANSLATE_NOOP("Commands", "&About Aside"),
                .hint = QT_TRANSLATE_NOOP("Commands", "Version, licences and the libraries inside."),
                .icon = "help-about"},
};
// clang-format on

} // namespace

std::span<const CommandSpec> commandTable()
{
    return table;
}

} // namespace aside
