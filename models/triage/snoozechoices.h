// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"

#include <QList>
#include <QTimeZone>
#include <QtTypes>

namespace aside {

/// The times that are offered for a snooze.
enum class SnoozeChoice : quint8 { LaterToday, ThisEvening, Tomorrow, NextMonday, NextWeek };

struct SnoozeTime {
    SnoozeChoice choice = SnoozeChoice::Tomorrow;
    Instant until{};

    bool operator==(const SnoozeTime &) const = default;
};

/// What makes sense now in that zone, the nearest first: nothing that lies in the past, no time twice.
[[nodiscard]] QList<SnoozeTime> snoozeChoices(Instant now, const QTimeZone &zone);

} // namespace aside
