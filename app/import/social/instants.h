// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"

#include <QStringView>

#include <optional>

namespace aside {

/// Reads the dates that exports write: ISO 8601, seconds or milliseconds since 1970, "31.10.2017 22:10[:47]",
/// RFC 2822 and Twitter's "Tue Oct 31 22:10:47 +0000 2017". A date without a zone is taken as UTC.
[[nodiscard]] std::optional<Instant> parseInstant(QStringView text);

/// When a post of X (Twitter) was made, from the post's id; nothing for ids older than that scheme.
[[nodiscard]] std::optional<Instant> instantOfTweet(QStringView id);

} // namespace aside
