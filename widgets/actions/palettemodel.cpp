// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/actions/palettemodel.h"

#include <KFuzzyMatcher>

#include <algorithm>
#include <utility>

namespace aside {

void PaletteModel::setEntries(QList<PaletteEntry> entries)
{
    m_entries = std::move(entries);
    match();
}

void PaletteModel::setQuery(const QString &query)
{
    m_query = query;
    match();
}

void PaletteModel::setConversations(QList<PaletteEntry> conversations)
{
    beginResetModel();
    m_conversations = std::move(conversations);
    endResetModel();
}

void PaletteModel::match()
{
    struct Match {
        qsizetype entry;
        int score;
    };
    QList<Match> found;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_query.isEmpty()) { // which KFuzzyMatcher cannot take
            found.append({.entry = i, .score = 0});
        } else if (const auto result = KFuzzyMatcher::match(m_query, m_entries.at(i).text); result.matched) {
            found.append({.entry = i, .score = result.score});
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &Match::score);
    beginResetModel();
    m_matches.clear();
    std::ranges::transform(found, std::back_inserter(m_matches), &Match::entry);
    endResetModel();
}

const PaletteEntry &PaletteModel::at(int row) const
{
    return row < m_matches.size() ? m_entries.at(m_matches.at(row))
                                  : m_conversations.at(row - m_matches.size());
}

void PaletteModel::run(int row) const
{
    if (row >= 0 && row < rowCount()) {
        const std::function<void()> chosen = at(row).run; // a copy: it may change what the palette holds
        chosen();
    }
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_matches.size() + m_conversations.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const PaletteEntry &entry = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.text;
    case Qt::DecorationRole:
        return entry.icon;
    case Qt::AccessibleTextRole:
        return entry.shortcut.isEmpty() ? entry.text : entry.text + QStringLiteral(", ") + entry.shortcut;
    case Qt::AccessibleDescriptionRole:
    case DetailRole:
        return entry.detail;
    case ShortcutRole:
        return entry.shortcut;
    default:
        return {};
    }
}

} // namespace aside
