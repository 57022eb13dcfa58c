// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/domain/account.h"
#include "models/ports/fetchfeed.h"

#include <QString>

namespace aside {

// How an account is doing, in whole sentences. The state is the account's own.

/// When all that was there had come last, and how much of it was new.
[[nodiscard]] QString lastFetchText(const FetchState &state, Instant now);
/// Whether the service says by itself that something came, and when it is asked else.
[[nodiscard]] QString listeningText(const FetchState &state, Instant now);
/// What the service allows now, a line each.
[[nodiscard]] QString ratesText(const FetchState &state, Instant now);
/// What is wrong and what to do, a line each.
[[nodiscard]] QString troubleText(const Account &account, const FetchState &state);

} // namespace aside
