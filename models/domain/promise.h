// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/id.h"

#include <QString>
#include <QtTypes>

namespace aside {

/// What became of a promise that is not open any more. Stored: never renumber.
enum class PromiseEnd : quint8 {
    Kept = 0,
    Moved = 1, ///< another date took its place
    Undone = 2, ///< the reply that gave it did not arrive
};

/// How far the operator was reminded of a promise. Stored: never renumber.
enum class PromiseReminder : quint8 {
    None = 0,
    Day = 1, ///< it is due today
    Soon = 2, ///< it is due within hours
    Late = 3, ///< its time is over
};

/// A date given to a customer.
struct Promise {
    PromiseId id;
    ConversationId conversation;
    Instant dueAt{};
    QString words; ///< what was promised
    Instant madeAt{};
    Instant keptAt{}; ///< when it was kept, or ended otherwise; 0: open
    PromiseEnd end = PromiseEnd::Kept; ///< counts where it ended
    OutboxId reply{}; ///< that gave the date; none: it was set by hand
    PromiseId movedTo{}; ///< what took its place; counts where it moved
    PromiseReminder reminded = PromiseReminder::None; ///< the last that was given

    bool operator==(const Promise &) const = default;

    [[nodiscard]] bool isOpen() const { return keptAt == Instant{}; }
};

} // namespace aside
