// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/threadoutline.h"

namespace aside {

MessageId firstUnreadOf(const QList<Message> &messages, int unread)
{
    MessageId first;
    for (qsizetype i = messages.size() - 1; i >= 0 && unread > 0; --i) {
        if (messages.at(i).direction == Direction::Incoming) {
            --unread;
            first = messages.at(i).id;
        }
    }
    return first;
}

ThreadOutline outlineOf(const Thread &thread)
{
    ThreadOutline outline{.conversation = thread.conversation,
                          .places = {},
                          .firstUnread = firstUnreadOf(thread.messages, thread.conversation.unread),
                          .messages = thread.messages};
    outline.places.reserve(thread.messages.size());
    for (const Message &message : thread.messages) {
        outline.places.append({.id = message.id, .sentAt = message.sentAt});
    }
    return outline;
}

} // namespace aside
