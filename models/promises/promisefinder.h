// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/clock/workcalendar.h"
#include "models/core/clock.h"
#include "models/domain/finding.h"

#include <QList>
#include <QString>

namespace aside {

/// A date that a reply gives, and by when it is due.
struct FoundPromise {
    TextRange range; ///< the words of the date
    Instant dueAt{};

    bool operator==(const FoundPromise &) const = default;
};

/// When the words are said, and whose days they count in.
struct PromiseQuestion {
    Instant saidAt{};
    /// Its zone is the one of the dates; what is due on a day is due when the team goes home.
    WorkCalendar calendar{WorkingHours{}};
};

/// The dates that a Russian or English reply promises: "до 25 ноября", "by Friday", "в течение двух рабочих
/// дней". A date counts where the same clause says what we, or what is ours, will do; what the customer is
/// asked for, what is over, a condition and a question are no promises. A day that is named stays that day,
/// also where the team is off; working days and hours are the team's. By place; may be called on any thread.
[[nodiscard]] QList<FoundPromise> findPromises(const QString &text, const PromiseQuestion &question);

} // namespace aside
