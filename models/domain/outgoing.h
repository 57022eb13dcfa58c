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
#include <QStringList>

namespace aside {

/// A file that leaves with a message, with its bytes: all files of one are at most mostAttached.
struct OutgoingFile {
    QString name;
    QString mimeType;
    QString alt; ///< what a picture shows
    QByteArray data;

    bool operator==(const OutgoingFile &) const = default;
};

/// All that an adapter has to know to send a reply, or to look whether it was sent. Plain values.
struct OutgoingMessage {
    OutboxId item;
    QString wireId; ///< fixed when the item was made: Message-ID without brackets, random_id, Idempotency-Key
    Channel channel = Channel::Email;
    Audience audience = Audience::Private;
    QString to; ///< the customer's address on the channel
    QString toName;
    QList<Recipient> recipients{}; ///< where they are not the customer alone: all of them
    QString sender{}; ///< the address of the identity; empty: that of the account
    bool isForward = false; ///< it passes a message on instead of answering one
    QString subject; ///< of the conversation, without "Re:"
    QString text;
    QString inReplyTo; ///< the channel's id of the message it answers; empty where there is none
    QStringList references; ///< ids of its ancestors, the oldest first, inReplyTo last
    QList<OutgoingFile> files;
    Instant attemptAt{}; ///< when the last attempt began; for a look: no earlier post can be it

    bool operator==(const OutgoingMessage &) const = default;
};

} // namespace aside
