// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

namespace aside {

/// The heights of the rows of a long list, and where each begins. Changing one or asking where one is takes
/// the logarithm of their number.
class RowHeights
{
public:
    void reset(const QList<int> &heights);
    void set(qsizetype row, int height);

    [[nodiscard]] int at(qsizetype row) const { return m_heights.at(row); }
    /// The sum of all above; for the number of rows, the sum of all.
    [[nodiscard]] int top(qsizetype row) const;
    [[nodiscard]] int total() const { return top(m_heights.size()); }
    /// The row at that place; the first or the last where it lies outside.
    [[nodiscard]] int rowAt(int y) const;

private:
    QList<int> m_heights;
    QList<int> m_sums; ///< a Fenwick tree, from 1
};

} // namespace aside
