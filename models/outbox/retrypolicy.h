// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/domain/account.h"
#include "models/domain/sendoutcome.h"

#include <chrono>
#include <optional>

namespace aside {

/// How long to wait after so many failures in a row (1 is the first): twice as long each time, up to a
/// quarter of an hour, and spread, so that not all come back at once. `chance` is from 0 up to 1. A server's
/// Retry-After is never undercut.
[[nodiscard]] std::chrono::milliseconds retryWait(int failures, std::optional<std::chrono::seconds> after,
                                                  double chance);

/// Whether trying again may help by itself; a wrong password or certificate wants a person.
[[nodiscard]] bool healsByItself(Errc cause);

/// The pause of an account after so many faults in a row.
[[nodiscard]] AccountPause pauseAfter(int faults, const RetryLater &fault, Instant now, double chance);

/// When to look again for an item that is uncertain after so many looks; nothing: it is the operator's turn.
[[nodiscard]] std::optional<std::chrono::milliseconds> nextLook(int looks);

/// When to file the copy of what was sent after so many tries that failed; nothing: it is given up.
[[nodiscard]] std::optional<std::chrono::milliseconds> nextCopy(int tries);

} // namespace aside
