// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"

#include <QList>

namespace aside {

/// Where a message stands in its conversation: all that is known of it before it is read.
struct MessagePlace {
    MessageId id;
    Instant sentAt{};

    bool operator==(const MessagePlace &) const = default;
};

/// A conversation before it is read: the places of all its messages, oldest first, and in full only those
/// that are looked at first.
struct ThreadOutline {
    ConversationRow conversation;
    QList<MessagePlace> places;
    MessageId firstUnread; ///< the oldest of the unread ones; none where all are read
    QList<Message> messages; ///< the newest, and those from the first unread one on

    bool operator==(const ThreadOutline &) const = default;
};

/// How many messages an outline has in full at its end, and from its first unread one on: more than a tall
/// window shows.
constexpr qsizetype messagesInOutline = 60;

/// The first of the newest `unread` messages of theirs.
[[nodiscard]] MessageId firstUnreadOf(const QList<Message> &messages, int unread);
/// Of a thread that is here already: its outline, with all of its messages.
[[nodiscard]] ThreadOutline outlineOf(const Thread &thread);

} // namespace aside
