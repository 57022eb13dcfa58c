// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/preferences.h"
#include "widgets/actions/commands.h"

#include <QAbstractTableModel>

namespace aside {

/// The commands of a window with their shortcuts, as they would be with these changes.
class ShortcutsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { CommandColumn, GroupColumn, KeysColumn, ColumnCount };

    ShortcutsModel(const Commands &commands, QObject *parent);

    [[nodiscard]] const ShortcutChanges &changes() const { return m_changes; }
    void setChanges(const ShortcutChanges &changes);
    [[nodiscard]] QList<QKeySequence> keys(int row) const;
    [[nodiscard]] bool isChanged(int row) const;
    [[nodiscard]] QString name(int row) const;
    /// The other command that has it; -1 where it is free.
    [[nodiscard]] int rowOf(const QKeySequence &key, int exceptRow) const;

    /// The only shortcut of the command from now on; none where it is empty.
    void setKey(int row, const QKeySequence &key);
    /// Takes one shortcut from a command.
    void removeKey(int row, const QKeySequence &key);
    void reset(int row);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void retranslate();

Q_SIGNALS:
    /// The person's doing, not setChanges().
    void edited(const aside::ShortcutChanges &changes);

private:
    void put(int row, const QList<QKeySequence> &keys);

    QList<Commands::Command> m_commands;
    QList<QList<QKeySequence>> m_defaults;
    ShortcutChanges m_changes;
};

} // namespace aside
