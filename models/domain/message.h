// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/id.h"
#include "models/domain/channel.h"
#include "models/domain/recipient.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace aside {

/// A file that came with a message. Its bytes lie in the blob store under `sha256`.
struct Attachment {
    AttachmentId id;
    QString name; ///< as the sender wrote it; never a path to trust
    QString mimeType; ///< as the sender claims
    QString contentId; ///< without angle brackets; empty when the text does not refer to it
    QByteArray sha256; ///< 32 bytes; none as long as it is at its server
    qint64 size = 0; ///< bytes; about as many as long as it is at its server
    bool isAtServer = false; ///< it is brought when somebody wants it

    bool operator==(const Attachment &) const = default;
};

/// Whether a message may fetch the images it points at on other servers.
enum class RemoteImages : quint8 { Ask, Load };

/// What a message said until its author changed it.
struct EarlierWords {
    QString text;
    Instant until{};

    bool operator==(const EarlierWords &) const = default;
};

/// One item of a conversation.
struct Message {
    MessageId id;
    ConversationId conversation;
    MessageId parent; ///< the message it answers, where that is here
    Direction direction = Direction::Incoming;
    QString author; ///< display name, foreign text
    QString handle; ///< address on the channel: mail address, @nick, user id
    Instant sentAt{};
    QString remoteId; ///< the channel's own id: Message-ID without brackets, tweet id, …
    QString subject;
    QString text; ///< plain text, always there
    QString html; ///< as received, never sanitised here; empty where there was none
    QList<Attachment> attachments;
    RemoteImages remoteImages = RemoteImages::Ask; ///< as was decided for its sender
    QList<Recipient> recipients{}; ///< whom a mail names beside its author
    Instant removedAt{}; ///< since then its server has it no more; 0: it has
    Instant editedAt{}; ///< by its author, the last time; 0: never
    Instant deletedAt{}; ///< by its author or its place; 0: it is there
    QString page{}; ///< where it stands on the web; empty where that is not known
    QList<EarlierWords> earlier{}; ///< what stood in it before edits, the oldest first

    bool operator==(const Message &) const = default;
};

} // namespace aside
