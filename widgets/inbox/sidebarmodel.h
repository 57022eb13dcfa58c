// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/listquery.h"

#include <QAbstractListModel>

namespace aside {

/// The lines of the sidebar: the views, the channels that have conversations, the tags in use, each group
/// under its heading. A change of the counts changes lines; it never resets.
class SidebarModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { CountRole = Qt::UserRole, HeadingRole };

    explicit SidebarModel(QObject *parent);

    void setCounts(const InboxCounts &counts);
    /// All words, in the language of now.
    void retranslate();
    /// The list behind a line; nothing for a heading.
    [[nodiscard]] std::optional<ListQuery> queryAt(int row) const;
    /// The line of a list, whatever its order; -1 where there is none.
    [[nodiscard]] int rowOf(const ListQuery &query) const;
    /// The views it offers, in its order.
    [[nodiscard]] static QList<View> views();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line {
        enum class Kind : quint8 { Heading, View, Channel, Tag };

        Kind kind = Kind::View;
        ListQuery query{};
        QString heading{};
        qint64 count = 0;

        [[nodiscard]] bool isSameAs(const Line &other) const
        {
            return kind == other.kind && query == other.query && heading == other.heading;
        }
    };

    [[nodiscard]] static QList<Line> linesFor(const InboxCounts &counts);
    [[nodiscard]] static QString labelOf(const Line &line);
    void replaceFrom(qsizetype first, const QList<Line> &lines);

    QList<Line> m_lines;
};

} // namespace aside
