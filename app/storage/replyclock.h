// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/clock/workcalendar.h"
#include "models/core/id.h"

#include <QList>

#include <memory>

namespace aside {

/// Teaches a connection reply_target(waiting_since) and reply_window(channel, audience, waiting_since,
/// heard_at), by which every statement that changes who waits writes the deadline as well. Once more with
/// other hours: the later ones count. By the thread that owns the connection.
[[nodiscard]] Result<void> registerReplyClock(Database &db, const WorkingHours &hours);

/// One step of following other working hours.
struct ClockStep {
    QList<ConversationId> changed; ///< whose deadline is another now
    bool isDone = true; ///< false: there is more to do

    bool operator==(const ClockStep &) const = default;
};

/// Brings the next `most` conversations to these hours, in one transaction, and remembers how far it came:
/// what was interrupted goes on. The connection's functions have to know the same hours already.
[[nodiscard]] Result<ClockStep> followHours(Database &db, const WorkingHours &hours, int most);

} // namespace aside
