// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"

#include <QString>

namespace aside {

/// How a deadline stands.
enum class Urgence : quint8 { Far, Near, Late };

/// Near: within two hours.
[[nodiscard]] Urgence urgenceOf(Instant at, Instant now);

/// "3 h left", "40 min left", "overdue by 2 d".
[[nodiscard]] QString timeLeftLabel(Instant at, Instant now);
/// When that says something else, at the latest.
[[nodiscard]] Instant timeLeftChanges(Instant at, Instant now);

} // namespace aside
