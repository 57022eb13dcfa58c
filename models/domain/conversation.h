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
#include <QStringList>

#include <optional>

namespace aside {

/// Stored: never renumber.
enum class ConversationState : quint8 { Open = 0, Closed = 1, Snoozed = 2 };

[[nodiscard]] QLatin1StringView conversationStateName(ConversationState state);

/// What the words say that nobody answered yet: a complaint, praise, or neither. Stored: never renumber.
enum class Mood : quint8 { Neutral = 0, Negative = 1, Positive = 2 };

[[nodiscard]] QLatin1StringView moodName(Mood mood);

/// One row of the inbox: all a list needs to show, and nothing more.
struct ConversationRow {
    ConversationId id;
    Channel channel = Channel::Email;
    Audience audience = Audience::Private;
    ConversationState state = ConversationState::Open;
    QString subject;
    QString person; ///< the customer's display name, or the handle where there is none
    QString handle; ///< the customer's address on the channel
    QString preview; ///< first words of the last message; of a note where nothing else was written
    Direction lastDirection = Direction::Incoming;
    std::optional<QString> lastNote{}; ///< first words of a note that was written since; none: there is none
    Instant lastAt{};
    int messages = 0;
    int unread = 0;
    bool hasAttachments = false;
    bool hasDraft = false;
    bool hasOutbox = false;
    QStringList tags{}; ///< in the order of the alphabet
    bool isBlocked = false; ///< the customer's handle is
    Instant snoozedUntil{}; ///< 0 and Snoozed: until a reply
    Instant waitingSince{}; ///< the first message we have not answered; 0: nobody waits
    qint64 reach = 0; ///< how many follow the customer; 0: not known
    Instant promisedAt{}; ///< when the earliest open promise is due; 0: none
    Mood mood = Mood::Neutral; ///< of what nobody answered; the worst of it
    QStringList moodWords{}; ///< the customer's words that tell the mood
    Instant targetBy{}; ///< when the team wants to have answered; 0: nobody waits, or there is no target
    Instant windowBy{}; ///< when the channel closes; 0: nobody waits, or it never does
    Instant publicLineBy{}; ///< solved in private, and to be said in public by then; 0: no such line is due
    AccountId account{}; ///< through which it came, and its replies go; none: not known

    bool operator==(const ConversationRow &) const = default;
};

/// A conversation with its messages, oldest first.
struct Thread {
    ConversationRow conversation;
    QList<Message> messages;

    bool operator==(const Thread &) const = default;
};

/// The filters the window offers. A blocked person's conversations are in Blocked, and in Drafts and Outbox
/// where there is work of ours; in no other.
enum class View : quint8 {
    Inbox,
    Unread,
    Public,
    Private,
    Drafts,
    Outbox,
    Closed,
    Snoozed,
    Blocked,
    Promises,
    Waiting, ///< of the inbox, where somebody waits for our answer
    ReplyBy ///< of the inbox, where an answer is due at some time
};

inline constexpr View lastView = View::ReplyBy;

/// What changed in one committed transaction; one of these per commit.
struct ChangeSet {
    QList<ConversationId> conversations; ///< new, changed or merged away
    bool outboxChanged = false;
    bool snoozesChanged = false; ///< something was snoozed or woken
    bool accountsChanged = false; ///< one was added, changed, paused or removed

    bool operator==(const ChangeSet &) const = default;
};

} // namespace aside

Q_DECLARE_METATYPE(aside::ChangeSet)
