// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/listquery.h"
#include "models/domain/triage.h"

#include <QObject>

namespace aside {

class Clock;
class Commands;
class ConversationPane;
class ConversationStore;
class InboxPane;
class TriageDesk;
class UndoBar;
struct Error;

/// What the triage commands work with.
struct TriageParts {
    Commands &commands;
    TriageDesk &desk;
    ConversationStore &store;
    const Clock &clock;
    InboxPane &inbox;
    ConversationPane &conversation;
    UndoBar &undoBar;
};

/// Connects the commands that do something with conversations: they work on what is selected in the list,
/// else on the open conversation; where one is put away, the next one opens.
class TriageCommands : public QObject
{
    Q_OBJECT

public:
    TriageCommands(const TriageParts &parts, QWidget *window);

    /// The tags that are in use, for the tag dialog.
    void setTags(const QList<TagCount> &tags) { m_tags = tags; }
    [[nodiscard]] QList<ConversationId> targets() const;

Q_SIGNALS:
    void failed(const aside::Error &error);

private:
    void connectSimple();
    void connectUndo();
    void apply(const Triage &triage);
    void putAway(const Triage &triage);
    void askForSnooze();
    void askForTags();
    void showTagDialog(const QList<ConversationRow> &rows);

    TriageParts m_parts;
    QWidget *m_window;
    QList<TagCount> m_tags;
};

} // namespace aside
