// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/id.h"

#include <QString>

namespace aside {

/// A date given to a customer.
struct Promise {
    PromiseId id;
    ConversationId conversation;
    Instant dueAt{};
    QString words; ///< what was promised
    Instant madeAt{};
    Instant keptAt{}; ///< 0: open

    bool operator==(const Promise &) const = default;
};

} // namespace aside
