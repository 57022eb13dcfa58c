// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"

#include <QByteArrayView>

#include <optional>

namespace aside {

/// A Date header, the date of a "From " line or the end of a Received header; nothing for what is no date, or
/// none between 1970 and 2100.
[[nodiscard]] std::optional<Instant> readMailDate(QByteArrayView raw);

} // namespace aside
