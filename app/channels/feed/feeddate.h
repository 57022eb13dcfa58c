// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"

#include <QString>

#include <optional>

namespace aside::feed {

/// A date as feeds have it: RFC 822 and what people make of it (zones by name, MSK too; Russian months, no
/// time), or ISO 8601. Nothing where it is no date; without a zone it is UTC.
[[nodiscard]] std::optional<Instant> parseDate(const QString &text);

} // namespace aside::feed
