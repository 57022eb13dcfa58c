// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"

#include <QAbstractListModel>
#include <QIcon>

#include <functional>

namespace aside {

/// One thing the palette can do or go to.
struct PaletteEntry {
    enum class Kind : quint8 { Command, View, Conversation };

    Kind kind = Kind::Command;
    QString text; ///< what is matched; plain text, fit for one line
    QString detail; ///< one line below it
    QString shortcut; ///< in the form of this system; empty: none
    QIcon icon;
    std::function<void()> run;
};

/// The entries that fit what was typed, the best first. Commands and views are matched by their letters in
/// order (KFuzzyMatcher); conversations come from the search and stay in its order, after them.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole + 1, ShortcutRole };

    using QAbstractListModel::QAbstractListModel;

    void setEntries(QList<PaletteEntry> entries);
    void setQuery(const QString &query);
    void setConversations(QList<PaletteEntry> conversations);
    void run(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] const PaletteEntry &at(int row) const;
    void match();

    QList<PaletteEntry> m_entries;
    QList<PaletteEntry> m_conversations;
    QList<qsizetype> m_matches; ///< indexes into m_entries
    QString m_query;
};

} // namespace aside
