// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/domain/incoming.h"

#include <QList>
#include <QString>

namespace aside {

/// One conversation of resources/demo: its messages, and what we did with it.
struct DemoConversation {
    Channel channel = Channel::Manual;
    QString handle; ///< with the channel it tells one conversation of the demo from all others
    QList<IncomingMessage> messages;
    bool isClosed = false;
    QString reply; ///< a draft
    QString note; ///< a draft as well
    QString onItsWay; ///< a reply in the outbox
};

/// All files of resources/demo, their times counted back from `now`.
[[nodiscard]] Result<QList<DemoConversation>> demoConversations(Instant now);

} // namespace aside
