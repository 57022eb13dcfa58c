// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/privacy/privatetalk.h"

#include <chrono>
#include <optional>

namespace aside {

/// What the link in a public line carries, so that who comes by it is known: 128 random bits, in letters that
/// every channel takes. Any thread.
[[nodiscard]] QString newMovePayload();
/// Whether this can be such a payload by its form; whether it is one of ours is not said.
[[nodiscard]] bool isMovePayload(const QString &text);
/// The link with the payload, where the channel hands it back; else the link as it is.
[[nodiscard]] QString linkWithPayload(Channel channel, const QString &link, const QString &payload);

/// How far before the invitation an arrival may be dated: messengers date in whole seconds, by their own
/// clock.
inline constexpr std::chrono::minutes clockAllowance{5};

/// A private talk that somebody began with us.
struct Arrival {
    Channel channel = Channel::Email;
    Audience audience = Audience::Private;
    QString handle; ///< theirs; foreign text
    QString firstText; ///< foreign text
    QString ref{}; ///< the payload, where the channel names it beside the text; foreign text
    Instant at{};
};

/// How a person began a talk whose messenger says so in their place, with a command instead of words.
enum class TalkStart : quint8 {
    Pressed, ///< the button that begins a talk
    ByLink, ///< a link with a payload; whether that is one of ours is not said
};

/// Nothing where the text are words of theirs.
[[nodiscard]] std::optional<TalkStart> talkStart(Channel channel, const QString &text);

/// Why it may be the person that a move waits for, the surest first.
enum class ArrivalSign : quint8 {
    LinkAndHandle, ///< by our link, from the address that we know
    Link, ///< by our link, which everybody can read, from another address
    Handle, ///< without the link, from the address that we know
    Nothing, ///< nothing but an operator's word
};

struct ArrivalCandidate {
    PrivateMoveId move;
    ConversationId conversation; ///< the public one
    ArrivalSign sign = ArrivalSign::Handle;

    bool operator==(const ArrivalCandidate &) const = default;
};

/// A candidate with what an operator needs to decide.
struct ArrivalProposal {
    PrivateMove move; ///< the one that waits
    ArrivalSign sign = ArrivalSign::Handle;
    QString personName; ///< of the customer in public; foreign text
    QString subject; ///< of the public conversation; foreign text
    PersonId person{}; ///< of the customer in public; none: nobody is known there
    PersonId talkPerson{}; ///< of whoever writes in private

    /// Whether the two are kept as two people so far.
    [[nodiscard]] bool areTwo() const
    {
        return person.isValid() && talkPerson.isValid() && person != talkPerson;
    }
    bool operator==(const ArrivalProposal &) const = default;
};

[[nodiscard]] QLatin1StringView arrivalSignName(ArrivalSign sign);

/// Whom it may be of those that are waited for, the surest first; the operator confirms. Pure. A payload that
/// none of them carries was forged or is used up, and one that belongs to another person than the handle was
/// passed on: neither proposes anybody.
[[nodiscard]] QList<ArrivalCandidate> arrivalCandidates(const Arrival &arrival,
                                                        const QList<PrivateMove> &awaited);

} // namespace aside
