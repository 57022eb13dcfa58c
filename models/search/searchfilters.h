// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/search/searchquery.h"

#include <optional>

namespace aside {

/// The filter that `name:value` stands for; nothing where the name is not an operator or the value makes no
/// sense.
[[nodiscard]] std::optional<SearchFilter> searchFilter(QStringView name, QStringView value, QDate today);

/// The field that `name:` looks in, for the operators whose value is text.
[[nodiscard]] std::optional<SearchField> searchField(QStringView name);

/// The filter that holds where this one does not.
[[nodiscard]] SearchFilter negated(SearchFilter filter);

} // namespace aside
