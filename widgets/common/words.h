// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/domain/channel.h"
#include "models/domain/conversation.h"
#include "models/domain/outboxitem.h"

#include <QString>

namespace aside {

[[nodiscard]] QString channelLabel(Channel channel);
[[nodiscard]] QString audienceLabel(Audience audience);
[[nodiscard]] QString viewLabel(View view);
[[nodiscard]] QString outboxStateLabel(OutboxState state);

/// Names for themedIcon().
[[nodiscard]] QString channelIconName(Channel channel);
[[nodiscard]] QString viewIconName(View view);

/// The time for today, the weekday within a week, else the date; in local time.
[[nodiscard]] QString whenLabel(Instant at, Instant now);
/// The time alone, for where the day is said elsewhere.
[[nodiscard]] QString timeLabel(Instant at);
/// A time to come: "18:00" for today, "tomorrow, 9:00", else the date; in local time.
[[nodiscard]] QString untilLabel(Instant until, Instant now);
/// "Today", "Yesterday" or the date with its weekday; in local time.
[[nodiscard]] QString dayLabel(Instant at, Instant now);

} // namespace aside
