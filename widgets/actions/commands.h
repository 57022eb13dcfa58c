// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/preferences.h"
#include "widgets/actions/commandtable.h"

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>

#include <utility>

class QWidget;

namespace aside {

/// The commands of a window as actions, with their words in the language of now and their shortcuts. The
/// actions belong to the window. A command nobody called on() for is disabled and shown nowhere.
class Commands : public QObject
{
    Q_OBJECT

public:
    explicit Commands(QWidget *window);

    struct Command {
        const CommandSpec *spec = nullptr;
        QAction *action = nullptr;
    };
    /// The commands that do something, in the order of the table.
    [[nodiscard]] QList<Command> all() const;
    /// Asserts that the table has the id.
    [[nodiscard]] QAction *action(const char *id) const;
    /// Says what the command does. `receiver` is the context.
    template <typename Receiver, typename Slot>
    void on(const char *id, Receiver *receiver, Slot slot)
    {
        connect(prepare(id), &QAction::triggered, receiver, std::move(slot));
    }

    /// Why it cannot be done now, as its tool tip; empty: it can.
    void setHindrance(const char *id, const QString &why);
    void setShortcuts(const ShortcutChanges &changes);
    [[nodiscard]] const ShortcutChanges &shortcutChanges() const { return m_changes; }
    [[nodiscard]] QList<QKeySequence> defaultShortcuts(const char *id) const;

    /// The words without the marks of menus.
    [[nodiscard]] static QString plainText(const CommandSpec &spec);
    [[nodiscard]] static QString hint(const CommandSpec &spec);
    [[nodiscard]] static QString groupLabel(CommandGroup group);

    /// Puts all words into the language of now.
    void retranslate();

Q_SIGNALS:
    void shortcutsChanged();
    /// Reasons why something cannot be done are to be said anew.
    void retranslated();

private:
    [[nodiscard]] const Command &command(const char *id) const;
    QAction *prepare(const char *id);
    void applyShortcuts(const Command &command);

    QList<Command> m_commands;
    ShortcutChanges m_changes;
};

} // namespace aside
