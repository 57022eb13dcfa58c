// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/message.h"
#include "models/domain/person.h"
#include "models/domain/recipient.h"

#include <QFuture>

namespace aside {

/// Knows the customers. Any thread may call; nothing blocks.
class PersonStore
{
public:
    PersonStore() = default;
    virtual ~PersonStore() = default;
    PersonStore(const PersonStore &) = delete;
    PersonStore &operator=(const PersonStore &) = delete;

    /// The customer of a conversation. Errc::NotFound where there is no such conversation.
    [[nodiscard]] virtual QFuture<Result<PersonCard>> card(ConversationId id) = 0;
    /// Whom a mail can go to: mail addresses of people whose name, a later word of it, or address begins so;
    /// who wrote most lately comes first.
    [[nodiscard]] virtual QFuture<Result<QList<Recipient>>> known(QString beginning, int most) = 0;
    /// Replaces the team's note about a person; on the disk, synced, when the future says so. An empty text
    /// ends it. Errc::NotFound where there is no such person.
    [[nodiscard]] virtual QFuture<Result<void>> setNote(PersonId id, QString text) = 0;
    /// For all messages of the address that this one came from. Errc::NotFound where there is no such message
    /// or nobody is known to have written it.
    [[nodiscard]] virtual QFuture<Result<void>> setRemoteImages(MessageId id, RemoteImages decision) = 0;
};

} // namespace aside
