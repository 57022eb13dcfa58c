// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

namespace aside {

/// A piece of a text, in UTF-16 units.
struct TextRange {
    qsizetype start = 0;
    qsizetype length = 0;

    [[nodiscard]] qsizetype end() const { return start + length; }
    [[nodiscard]] bool contains(TextRange other) const
    {
        return start <= other.start && other.end() <= end();
    }
    [[nodiscard]] bool overlaps(TextRange other) const { return start < other.end() && other.start < end(); }
    [[nodiscard]] TextRange moved(qsizetype by) const { return {.start = start + by, .length = length}; }
    bool operator==(const TextRange &) const = default;
};

/// The piece between two places.
[[nodiscard]] constexpr TextRange between(qsizetype start, qsizetype end)
{
    return {.start = start, .length = end - start};
}

} // namespace aside
