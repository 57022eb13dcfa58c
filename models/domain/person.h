// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/id.h"
#include "models/domain/consent.h"
#include "models/domain/conversation.h"
#include "models/domain/personmerge.h"
#include "models/domain/promise.h"

#include <QList>
#include <QString>

namespace aside {

/// An address of a customer on a channel.
struct PersonHandle {
    HandleId id;
    Channel channel = Channel::Email;
    QString shown; ///< as the channel wrote it
    qint64 reach = 0; ///< followers; 0: not known
    bool isBlocked = false;
    PersonId of{}; ///< whose it is without merging

    bool operator==(const PersonHandle &) const = default;
};

/// A customer with all that is known of him. Where a conversation has no customer, `id` is invalid and the
/// conversation stands alone.
struct PersonCard {
    PersonId id;
    QString name;
    QList<PersonHandle> handles{};
    QList<ConversationRow> conversations{}; ///< the newest first, no more than mostShown
    qint64 conversationCount = 0; ///< all of them
    QString note; ///< the team's
    QList<Promise> promises{}; ///< open ones by their date, then the kept, latest first
    QList<Consent> consents{}; ///< all that was recorded, in that order; see consentNow()
    QList<MergedPerson> merged{}; ///< who was found to be the same, in the order of their ids
    PersonPreference preference{};

    static constexpr int mostShown = 50;

    bool operator==(const PersonCard &) const = default;
};

} // namespace aside
