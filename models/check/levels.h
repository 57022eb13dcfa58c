// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/rules.h"

#include <optional>

namespace aside {

struct CheckContext;

/// How much the rule asks for here: as the team set it, else as delivered. Nothing: the rule is off.
[[nodiscard]] std::optional<Severity> severityOf(const Rule &rule, const CheckContext &context);

} // namespace aside
