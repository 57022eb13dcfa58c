// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/search/searchquery.h"

#include <QString>

namespace aside {

/// What FTS5 is asked: quoted words, operators and column names of ours, nothing else of what was typed.
struct MatchExpression {
    QString wanted; ///< empty: the query names no words
    QString excluded; ///< only where `wanted` is empty: FTS5 cannot say "not" alone
};

/// Terms without any word in them ("!?") ask for nothing and are left out.
[[nodiscard]] MatchExpression matchExpression(const SearchQuery &query);

} // namespace aside
