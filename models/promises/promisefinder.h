// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/domain/finding.h"

#include <QList>
#include <QString>
#include <QTime>
#include <QTimeZone>

namespace aside {

/// A date that a reply gives, and by when it is due.
struct FoundPromise {
    TextRange range; ///< the words of the date
    Instant dueAt{};

    bool operator==(const FoundPromise &) const = default;
};

/// When and where the words are said.
struct PromiseQuestion {
    Instant saidAt{};
    QTimeZone zone = QTimeZone::utc(); ///< the team's
    QTime dayEnds{18, 0}; ///< what is due on a day is due by then
};

/// The dates that a Russian or English reply promises: "до 25 ноября", "by Friday", "в течение двух рабочих
/// дней". A date counts where the same clause says what we, or what is ours, will do; what the customer is
/// asked for, what is over, a condition and a question are no promises. Saturdays and Sundays are no working
/// days. By place; may be called on any thread.
[[nodiscard]] QList<FoundPromise> findPromises(const QString &text, const PromiseQuestion &question);

} // namespace aside
