// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/channelcapabilities.h"
#include "models/domain/consent.h"
#include "models/domain/person.h"
#include "models/domain/personmerge.h"
#include "models/privacy/privatedoor.h"
#include "models/privacy/privatemove.h"

namespace aside {

/// What the person said last of where to talk.
enum class TalkWish : quint8 { None, StayPublic, GoPrivate };

/// A private talk with the same person.
struct OpenTalk {
    ConversationId conversation;
    Channel channel = Channel::Email;
    QString handle;

    bool operator==(const OpenTalk &) const = default;
};

/// All that the planner asks. Plain values: goes to any thread.
struct PrivateMoveFacts {
    Channel channel = Channel::Email;
    Audience audience = Audience::Public;
    QString handle{}; ///< the person's, on this channel
    ChannelCapabilities capabilities{}; ///< capabilitiesOf(channel), or what the account knows better
    DoorState door{};
    QList<PersonHandle> handles{}; ///< all of the person
    QList<OpenTalk> talks{}; ///< private ones that we may write into, the newest first
    QList<Consent> consents{};
    TalkWish wish = TalkWish::None;
    int approaches = 0; ///< attempts so far that were not answered
    int mostApproaches = 2; ///< the team's limit
    bool doNotContact = false;
    PersonPreference prefers{}; ///< where and how the person likes to be answered
    QString ourName{}; ///< by which the channel's link finds us; empty: not known
    Instant now{};
};

/// Decides how the talk can go on in private. Pure: the same facts give the same plan. What the person asked
/// for comes first, then what was forbidden, then the team's limit; among ways that are open, the platform
/// where the talk began comes before every other, unless the person likes another place better that is open.
[[nodiscard]] PrivateMovePlan planPrivateMove(const PrivateMoveFacts &facts);

} // namespace aside
