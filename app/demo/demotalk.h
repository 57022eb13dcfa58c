// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/domain/channel.h"
#include "models/domain/incoming.h"

#include <QStringList>

namespace aside {

/// What one message of the demo says, before it is put into its conversation.
struct DemoMessage {
    Direction direction = Direction::Incoming;
    QString author; ///< of ours; empty: the usual one
    Instant sentAt{};
    bool isRead = false;
    QString text;
    QString html;
    QList<IncomingAttachment> attachments;
    QList<Recipient> recipients{}; ///< beside the one it was written to
};

/// A long chat, written as lines: "@ DAYS HH:MM" begins a stretch so many days ago, "< " is the customer,
/// "> " is us, "# " is a note. Only the last stretch is unread. Nothing lies after `now`.
[[nodiscard]] QList<DemoMessage> demoTalk(const QStringList &lines, Instant now);

} // namespace aside
