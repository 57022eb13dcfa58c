// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/table.h"

#include "app/cli/printable.h"

#include <algorithm>
#include <numeric>

namespace aside::cli {

namespace {

constexpr qsizetype gap = 2;
constexpr qsizetype narrowest = 6;

QString trimmedRight(QString text)
{
    while (text.endsWith(u' ')) {
        text.chop(1);
    }
    return text;
}

} // namespace

void Table::addColumn(const QString &title, Align align)
{
    m_titles.append(title);
    m_aligns.append(align);
}

void Table::addRow(const QStringList &cells)
{
    Q_ASSERT(cells.size() == m_titles.size());
    QStringList row;
    for (const QString &cell : cells) {
        row.append(printableLine(cell));
    }
    m_rows.append(row);
}

QStringList Table::lines(qsizetype width) const
{
    const QList<qsizetype> widths = columnWidths(width);
    QStringList result{line(m_titles, widths)};
    for (const QStringList &row : m_rows) {
        result.append(line(row, widths));
    }
    return result;
}

QList<qsizetype> Table::columnWidths(qsizetype width) const
{
    QList<qsizetype> widths;
    for (qsizetype column = 0; column < m_titles.size(); ++column) {
        qsizetype widest = cellWidth(m_titles.at(column));
        for (const QStringList &row : m_rows) {
            widest = std::max(widest, cellWidth(row.at(column)));
        }
        widths.append(widest);
    }
    if (width <= 0 || widths.isEmpty()) {
        return widths;
    }
    const qsizetype room = width - gap * (widths.size() - 1);
    qsizetype total = std::accumulate(widths.cbegin(), widths.cend(), qsizetype{0});
    while (total > room) {
        const auto widest = std::ranges::max_element(widths);
        if (*widest <= narrowest) {
            break;
        }
        --*widest;
        --total;
    }
    return widths;
}

QString Table::line(const QStringList &cells, const QList<qsizetype> &widths) const
{
    QStringList parts;
    for (qsizetype column = 0; column < cells.size(); ++column) {
        const QString text = elided(cells.at(column), widths.at(column));
        const QString padding(widths.at(column) - cellWidth(text), u' ');
        parts.append(m_aligns.at(column) == Align::Right ? padding + text : text + padding);
    }
    return trimmedRight(parts.join(QString(gap, u' ')));
}

} // namespace aside::cli
