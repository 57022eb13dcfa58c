// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/core/id.h"
#include "models/domain/channel.h"

#include <QString>

namespace aside {

/// A private talk that we begin.
struct NewTalk {
    ConversationId beside; ///< the public one: whose person it is with, where the handle is new
    Channel channel = Channel::Email;
    QString handle;
    QString subject;
};

/// The talk: the only one that a person can have there; else one with no message in it yet, which was begun
/// before and never left, or a new one. Inside the caller's transaction.
[[nodiscard]] Result<ConversationId> beginTalk(Database &db, const NewTalk &talk, Instant now);

/// The channel has a name for this talk now that something of ours is in it: what comes under the name
/// belongs here. Where a talk of that name came meanwhile, a talk with no message in it yet becomes part of
/// that. Inside the caller's transaction.
[[nodiscard]] Result<void> nameTalk(Database &db, Channel channel, ConversationId talk,
                                    const QString &conversationKey);

} // namespace aside
