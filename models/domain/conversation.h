// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/id.h"
#include "models/domain/channel.h"
#include "models/domain/message.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace aside {

/// Stored: never renumber.
enum class ConversationState : quint8 { Open = 0, Closed = 1, Snoozed = 2 };

[[nodiscard]] QLatin1StringView conversationStateName(ConversationState state);

/// One row of the inbox: all a list needs to show, and nothing more.
struct ConversationRow {
    ConversationId id;
    Channel channel = Channel::Email;
    Audience audience = Audience::Private;
    ConversationState state = ConversationState::Open;
    QString subject;
    QString person; ///< the customer's display name, or the handle where there is none
    QString handle; ///< the customer's address on the channel
    QString preview; ///< first words of the last message
    Direction lastDirection = Direction::Incoming;
    Instant lastAt{};
    int messages = 0;
    int unread = 0;
    bool hasAttachments = false;
    bool hasDraft = false;
    bool hasOutbox = false;

    bool operator==(const ConversationRow &) const = default;
};

/// A conversation with its messages, oldest first.
struct Thread {
    ConversationRow conversation;
    QList<Message> messages;

    bool operator==(const Thread &) const = default;
};

/// The filters the window offers.
enum class View : quint8 { Inbox, Unread, Public, Private, Drafts, Outbox, Closed };

struct ViewCount {
    View view = View::Inbox;
    qint64 count = 0;

    bool operator==(const ViewCount &) const = default;
};

/// What changed in one committed transaction; one of these per commit.
struct ChangeSet {
    QList<ConversationId> conversations; ///< new, changed or merged away
    bool outboxChanged = false;

    bool operator==(const ChangeSet &) const = default;
};

} // namespace aside

Q_DECLARE_METATYPE(aside::ChangeSet)
