// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/triage/triagecommands.h"

#include "models/ports/conversationstore.h"
#include "models/services/triagedesk.h"
#include "widgets/actions/commands.h"
#include "widgets/inbox/inboxpane.h"
#include "widgets/thread/conversationpane.h"
#include "widgets/triage/snoozemenu.h"
#include "widgets/triage/tagdialog.h"
#include "widgets/triage/triagewords.h"
#include "widgets/triage/undobar.h"

#include <algorithm>

namespace aside {

TriageCommands::TriageCommands(const TriageParts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
    connectSimple();
    connectUndo();
    m_parts.commands.on("conversation.snooze", this, &TriageCommands::askForSnooze);
    m_parts.commands.on("conversation.tag", this, &TriageCommands::askForTags);
}

void TriageCommands::connectSimple()
{
    using enum Triage::Kind;
    Commands &commands = m_parts.commands;
    commands.on("conversation.close", this, [this] { putAway({.kind = Close}); });
    commands.on("conversation.reopen", this, [this] { apply({.kind = Reopen}); });
    commands.on("conversation.wake", this, [this] { apply({.kind = Wake}); });
    commands.on("conversation.read", this, [this] { apply({.kind = MarkRead}); });
    commands.on("conversation.unread", this, [this] { apply({.kind = MarkUnread}); });
    commands.on("conversation.block", this, [this] { putAway({.kind = Block}); });
    commands.on("conversation.unblock", this, [this] { apply({.kind = Unblock}); });
}

void TriageCommands::connectUndo()
{
    TriageDesk *desk = &m_parts.desk;
    UndoBar *bar = &m_parts.undoBar;
    m_parts.commands.on("edit.undo", desk, &TriageDesk::undo);
    m_parts.commands.on("edit.redo", desk, &TriageDesk::redo);
    connect(bar, &UndoBar::undoAsked, desk, &TriageDesk::undo);
    const auto tell = [bar](const TriageReceipt &receipt) {
        if (!receipt.isEmpty()) { // else all of them were like that already
            bar->showDone(triageDoneText(receipt));
        }
    };
    connect(desk, &TriageDesk::done, bar, tell);
    connect(desk, &TriageDesk::redone, bar, tell);
    connect(desk, &TriageDesk::undone, bar, &UndoBar::hide);
    connect(desk, &TriageDesk::failed, this, &TriageCommands::failed);
}

QList<ConversationId> TriageCommands::targets() const
{
    const QList<ConversationId> selected = m_parts.inbox.selectedIds();
    if (!selected.isEmpty()) {
        return selected;
    }
    const ConversationId open = m_parts.conversation.current();
    return open.isValid() ? QList{open} : QList<ConversationId>{};
}

void TriageCommands::apply(const Triage &triage)
{
    if (const QList<ConversationId> ids = targets(); !ids.isEmpty()) {
        m_parts.desk.apply(triage, ids);
    }
}

void TriageCommands::putAway(const Triage &triage)
{
    const QList<ConversationId> ids = targets();
    if (ids.isEmpty()) {
        return;
    }
    m_parts.inbox.stepPast(ids); // before they leave the list
    m_parts.desk.apply(triage, ids);
}

void TriageCommands::askForSnooze()
{
    if (targets().isEmpty()) {
        return;
    }
    auto *menu = new SnoozeMenu(m_parts.clock, m_window);
    connect(menu, &SnoozeMenu::untilChosen, this,
            [this](Instant until) { putAway({.kind = Triage::Kind::SnoozeUntil, .until = until}); });
    connect(menu, &SnoozeMenu::replyChosen, this,
            [this] { putAway({.kind = Triage::Kind::SnoozeUntilReply}); });
    menu->popup(m_parts.inbox.mapToGlobal(QPoint(m_parts.inbox.width() / 3, m_parts.inbox.height() / 4)));
    menu->setActiveAction(menu->actions().value(0));
}

void TriageCommands::askForTags()
{
    const QList<ConversationId> ids = targets();
    if (ids.isEmpty()) {
        return;
    }
    m_parts.store.rows(ids).then(this, [this](const Result<QList<ConversationRow>> &rows) {
        if (rows) {
            showTagDialog(*rows);
        } else {
            Q_EMIT failed(rows.error());
        }
    });
}

void TriageCommands::showTagDialog(const QList<ConversationRow> &rows)
{
    auto *dialog = new TagDialog(rows, m_tags, m_window);
    QList<ConversationId> ids; // those it was opened for, whatever is selected later
    std::ranges::transform(rows, std::back_inserter(ids), &ConversationRow::id);
    connect(dialog, &TagDialog::added, this, [this, ids](const QString &tag) {
        m_parts.desk.apply({.kind = Triage::Kind::AddTag, .tag = tag}, ids);
    });
    connect(dialog, &TagDialog::removed, this, [this, ids](const QString &tag) {
        m_parts.desk.apply({.kind = Triage::Kind::RemoveTag, .tag = tag}, ids);
    });
    dialog->open();
}

} // namespace aside
