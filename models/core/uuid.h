// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"

#include <QString>

namespace aside {

/// A UUID of version 7 (RFC 9562, 5.7): sorts by time, unique without a server. Any thread.
[[nodiscard]] QString uuidV7(Instant now);

} // namespace aside
