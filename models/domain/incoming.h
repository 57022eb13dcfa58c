// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/core/id.h"
#include "models/domain/channel.h"
#include "models/domain/recipient.h"
#include "models/domain/serverplace.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace aside {

/// What a report says of a message of ours that did not arrive: RFC 3464.
struct DeliveryFailure {
    QString messageId{}; ///< of the message, without brackets
    QString recipient{}; ///< foreign text
    QString code{}; ///< "5.1.1"
    QString words{}; ///< of the server, foreign text

    bool operator==(const DeliveryFailure &) const = default;
};

struct IncomingAttachment {
    QString name;
    QString mimeType;
    QString contentId;
    QByteArray data;
    std::optional<ServerPart> part{}; ///< where it was left; it has no data then

    bool operator==(const IncomingAttachment &) const = default;
};

/// One message as a channel, an importer or the demo found it; plain values, no ids of ours.
struct IncomingMessage {
    Channel channel = Channel::Email;
    Audience audience = Audience::Private;
    Direction direction = Direction::Incoming;
    /// The channel's own id, unique within channel (for chats: "chatId/messageId"). Mail: Message-ID without
    /// brackets, or "sha256:…" of the raw message where it has none.
    QString remoteId;
    /// Ancestors, oldest first, the direct parent last (mail: References, else the first id of In-Reply-To;
    /// tweets: the id answered). They thread the message.
    QStringList references;
    /// Ids of answers that are already known (response_tweet_id): they thread as well.
    QStringList answers;
    /// Set where the channel itself knows the conversation (a chat, a session): all messages with the same
    /// key are one conversation and `references` only say what answers what.
    QString conversationKey;
    QString subject;
    QString authorName;
    QString authorHandle;
    qint64 reach = 0; ///< how many follow the author; 0: not known
    /// The customer in this conversation (for outgoing mail the first recipient), so that a conversation that
    /// starts with our own message is still the customer's.
    QString personName;
    QString personHandle;
    Instant sentAt{};
    /// When its author changed it last: it takes the place of what is known under the same id, and brings
    /// back what was deleted before. Not set: it never replaces anything.
    std::optional<Instant> editedAt{};
    bool isRead = false;
    QString text;
    QString html;
    QString page{}; ///< where it stands on the web; what webPage() does not take is not kept
    QList<IncomingAttachment> attachments;
    QList<Recipient> recipients{}; ///< whom a mail names beside its author; of the first, mostRecipients
    std::optional<ServerPlace> place{}; ///< counts in a batch that has an account
    std::optional<DeliveryFailure> failure{}; ///< it is such a report
    /// The author's phone number, "+79990001122", where the channel itself vouches that it is theirs.
    QString ownNumber{};

    bool operator==(const IncomingMessage &) const = default;
};

/// A message that its author or the place took away. It is kept here and shown as deleted.
struct IncomingDeletion {
    Channel channel = Channel::Email;
    QString remoteId; ///< of a message that is known, or that comes later
    Instant at{};

    bool operator==(const IncomingDeletion &) const = default;
};

/// What one step of a source yields, applied in one transaction together with its cursor.
struct IncomingBatch {
    QString source; ///< key of the source the cursor belongs to
    QByteArray cursor; ///< opaque; where to go on
    AccountId account{}; ///< through which it came: what is answered goes back through it
    QList<IncomingMessage> messages;
    QList<FolderNews> news{}; ///< of what came earlier through the same account
    QList<IncomingDeletion> deletions{}; ///< applied behind the messages

    bool operator==(const IncomingBatch &) const = default;
};

/// What became of a batch.
struct ApplyReport {
    qint64 imported = 0;
    qint64 duplicates = 0;
    qint64 conversations = 0; ///< new ones
    ConversationId home{}; ///< where the last message of it lies, new or known; none: it brought none

    bool operator==(const ApplyReport &) const = default;
};

/// An item that could not be read: where, and why.
struct ImportProblem {
    QString source;
    Error error;

    bool operator==(const ImportProblem &) const = default;
};

} // namespace aside
