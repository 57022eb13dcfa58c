// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/shortcuts/shortcutsmodel.h"

#include <QFont>

#include <algorithm>

namespace aside {

namespace {

QStringList portable(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys) {
        texts.append(key.toString(QKeySequence::PortableText));
    }
    return texts;
}

QString groupName(CommandGroup group)
{
    return Commands::groupLabel(group).remove(u'&');
}

} // namespace

ShortcutsModel::ShortcutsModel(const Commands &commands, QObject *parent)
    : QAbstractTableModel(parent)
    , m_commands(commands.all())
    , m_changes(commands.shortcutChanges())
{
    for (const Commands::Command &command : std::as_const(m_commands)) {
        m_defaults.append(commands.defaultShortcuts(command.spec->id));
    }
}

void ShortcutsModel::setChanges(const ShortcutChanges &changes)
{
    if (changes != m_changes) {
        m_changes = changes;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

QList<QKeySequence> ShortcutsModel::keys(int row) const
{
    const auto changed = m_changes.constFind(QString::fromLatin1(m_commands.at(row).spec->id));
    if (changed == m_changes.constEnd()) {
        return m_defaults.at(row);
    }
    QList<QKeySequence> keys;
    for (const QString &text : *changed) {
        keys.append(QKeySequence(text, QKeySequence::PortableText));
    }
    return keys;
}

bool ShortcutsModel::isChanged(int row) const
{
    return m_changes.contains(QString::fromLatin1(m_commands.at(row).spec->id));
}

QString ShortcutsModel::name(int row) const
{
    return Commands::plainText(*m_commands.at(row).spec);
}

int ShortcutsModel::rowOf(const QKeySequence &key, int exceptRow) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (row != exceptRow && !key.isEmpty() && keys(row).contains(key)) {
            return row;
        }
    }
    return -1;
}

void ShortcutsModel::setKey(int row, const QKeySequence &key)
{
    put(row, key.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{key});
}

void ShortcutsModel::removeKey(int row, const QKeySequence &key)
{
    QList<QKeySequence> left = keys(row);
    left.removeAll(key);
    put(row, left);
}

void ShortcutsModel::reset(int row)
{
    put(row, m_defaults.at(row));
}

void ShortcutsModel::put(int row, const QList<QKeySequence> &keys)
{
    const QString id = QString::fromLatin1(m_commands.at(row).spec->id);
    if (keys == m_defaults.at(row)) {
        m_changes.remove(id);
    } else {
        m_changes.insert(id, portable(keys));
    }
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT edited(m_changes);
}

int ShortcutsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_commands.size());
}

int ShortcutsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ShortcutsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const int row = index.row();
    if (role == Qt::FontRole && isChanged(row) && index.column() == KeysColumn) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role == Qt::ToolTipRole) {
        return Commands::hint(*m_commands.at(row).spec);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case CommandColumn:
        return name(row);
    case GroupColumn:
        return groupName(m_commands.at(row).spec->group);
    default:
        return QKeySequence::listToString(keys(row), QKeySequence::NativeText);
    }
}

QVariant ShortcutsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) {
        return {};
    }
    switch (section) {
    case CommandColumn:
        return tr("Command");
    case GroupColumn:
        return tr("Menu");
    default:
        return tr("Shortcut");
    }
}

void ShortcutsModel::retranslate()
{
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

} // namespace aside
