// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringList>

namespace aside::cli {

/// Rows of text in aligned columns. Every cell becomes one printable line.
class Table
{
public:
    enum class Align { Left, Right };

    void addColumn(const QString &title, Align align = Align::Left);
    void addRow(const QStringList &cells);

    /// The lines, at most `width` cells wide where the columns can give way; 0 means any width.
    [[nodiscard]] QStringList lines(qsizetype width) const;

private:
    [[nodiscard]] QList<qsizetype> columnWidths(qsizetype width) const;
    [[nodiscard]] QString line(const QStringList &cells, const QList<qsizetype> &widths) const;

    QStringList m_titles;
    QList<Align> m_aligns;
    QList<QStringList> m_rows;
};

} // namespace aside::cli
