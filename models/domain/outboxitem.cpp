// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/outboxitem.h"

namespace aside {

QLatin1StringView outboxStateName(OutboxState state)
{
    switch (state) {
    case OutboxState::Held:
        return QLatin1StringView("held");
    case OutboxState::Queued:
        return QLatin1StringView("queued");
    case OutboxState::Sending:
        return QLatin1StringView("sending");
    case OutboxState::Sent:
        return QLatin1StringView("sent");
    case OutboxState::Refused:
        return QLatin1StringView("refused");
    case OutboxState::Uncertain:
        return QLatin1StringView("uncertain");
    case OutboxState::Withdrawn:
        return QLatin1StringView("withdrawn");
    }
    Q_UNREACHABLE_RETURN(QLatin1StringView("held"));
}

} // namespace aside
