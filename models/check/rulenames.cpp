// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/rulenames.h"

#include "models/check/rules.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace aside {

namespace {

constexpr qsizetype longestId = 100; // of what a person wrote, before it is compared

/// How many letters have to be added, taken away or exchanged.
qsizetype distanceBetween(QStringView one, QLatin1StringView other)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(other.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < one.size(); ++i) {
        auto diagonal = row.front();
        row.front() = i + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const bool isSame = one[i] == QChar(other[static_cast<qsizetype>(j) - 1]);
            const auto changed = diagonal + (isSame ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

bool isRule(QStringView id)
{
    return std::ranges::any_of(allRules(), [id](const Rule &rule) { return rule.id == id; });
}

QString nearestRule(QStringView id)
{
    const auto asked = id.first(std::min(id.size(), longestId));
    const auto rules = allRules();
    return std::ranges::min_element(rules, {},
                                    [asked](const Rule &rule) { return distanceBetween(asked, rule.id); })
        ->id;
}

} // namespace aside
