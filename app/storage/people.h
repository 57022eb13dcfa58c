// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/domain/message.h"
#include "models/domain/person.h"

namespace aside {

// See models/ports/personstore.h for the contracts.

[[nodiscard]] Result<PersonCard> personCard(Database &db, ConversationId id);
/// The person that is shown for this one.
[[nodiscard]] Result<PersonCard> cardById(Database &db, PersonId id);
/// Of the person that is shown.
[[nodiscard]] Result<QList<PersonHandle>> handlesOf(Database &db, PersonId id);
/// All conversations of a person and those merged with it, the newest first.
[[nodiscard]] Result<QList<ConversationId>> conversationsOf(Database &db, PersonId id);
/// Answers with the person's conversations.
[[nodiscard]] Result<QList<ConversationId>> setPersonNote(Database &db, PersonId id, const QString &text,
                                                          Instant now);
/// Answers with the sender's conversations.
[[nodiscard]] Result<QList<ConversationId>> setRemoteImagesOf(Database &db, MessageId id,
                                                              RemoteImages decision);

/// See PersonStore::known().
[[nodiscard]] Result<QList<Recipient>> knownMailboxes(Database &db, const QString &beginning, int most);

} // namespace aside
