// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/rowheights.h"

#include <algorithm>
#include <bit>

namespace aside {

namespace {

constexpr qsizetype lowestBit(qsizetype number)
{
    return number & -number;
}

} // namespace

void RowHeights::reset(const QList<int> &heights)
{
    m_heights = heights;
    m_sums = QList<int>(heights.size() + 1, 0);
    for (qsizetype i = 1; i < m_sums.size(); ++i) {
        m_sums[i] += heights.at(i - 1);
        if (const qsizetype above = i + lowestBit(i); above < m_sums.size()) {
            m_sums[above] += m_sums.at(i);
        }
    }
}

void RowHeights::set(qsizetype row, int height)
{
    const int change = height - m_heights.at(row);
    m_heights[row] = height;
    for (qsizetype i = row + 1; change != 0 && i < m_sums.size(); i += lowestBit(i)) {
        m_sums[i] += change;
    }
}

int RowHeights::top(qsizetype row) const
{
    int sum = 0;
    for (qsizetype i = row; i > 0; i -= lowestBit(i)) {
        sum += m_sums.at(i);
    }
    return sum;
}

int RowHeights::rowAt(int y) const
{
    qsizetype row = 0;
    int left = std::max(y, 0);
    const auto rows = static_cast<size_t>(m_heights.size());
    for (auto step = static_cast<qsizetype>(std::bit_floor(rows)); step > 0; step /= 2) {
        if (row + step < m_sums.size() && m_sums.at(row + step) <= left) {
            row += step;
            left -= m_sums.at(row);
        }
    }
    return static_cast<int>(std::clamp<qsizetype>(row, 0, std::max<qsizetype>(m_heights.size() - 1, 0)));
}

} // namespace aside
