// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/domain/account.h"
#include "models/domain/outboxitem.h"

#include <QHash>
#include <QList>

#include <optional>

namespace aside {

/// What goes on with an account just now.
struct LineState {
    bool isBusy = false; ///< something of it is being sent or looked for
    Instant restUntil{}; ///< after a fault that heals by itself

    bool operator==(const LineState &) const = default;
};

/// One thing to do for an account.
struct QueueTask {
    enum class Kind : quint8 {
        Send,
        Look, ///< for an item that is uncertain
        Copy, ///< files the copy of what was sent
    };

    Kind kind = Kind::Send;
    OutboxItem item;

    bool operator==(const QueueTask &) const = default;
};

struct QueuePlan {
    QList<QueueTask> tasks; ///< at most one an account
    std::optional<Instant> next; ///< when to plan again, if nothing happens before

    bool operator==(const QueuePlan &) const = default;
};

/// What to do now. Pure. One thing at a time for each account, looks first and copies last; replies to one
/// conversation in the order they were written: a later one waits while an earlier one is queued, on its way,
/// uncertain or in its undo window. The later half of a move to private waits until the earlier one is sent.
[[nodiscard]] QueuePlan planQueue(const QList<OutboxItem> &items, const QList<Account> &accounts,
                                  const QHash<AccountId, LineState> &lines, Instant now);

} // namespace aside
