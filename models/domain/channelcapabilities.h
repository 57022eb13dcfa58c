// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/account.h"
#include "models/domain/channel.h"

#include <QStringList>
#include <QtTypes>

#include <chrono>
#include <optional>

namespace aside {

/// How a channel counts the length of a text.
enum class LengthUnit : quint8 {
    Utf16, ///< as QString::size()
    CodePoints,
    Graphemes, ///< what a person sees as one character
    Mastodon, ///< graphemes; a link counts 23, the host of a mention nothing
    X, ///< weighted: most of Latin and Cyrillic 1, the rest 2, a link 23
    Utf8, ///< bytes
};

/// Who may write a private message first.
enum class FirstWord : quint8 {
    Nobody, ///< no private side
    Anyone, ///< we may
    Person, ///< the customer has to write first, or to allow it
    OnePrivateReply, ///< one private answer to a public comment
};

/// What a channel can do, told by its kind. Plain data; an account may know better (the limit of a Mastodon
/// server).
struct ChannelCapabilities {
    bool hasPublicSide = false;
    bool hasPrivateSide = false;
    bool carriesTalk = true; ///< a correspondence can go on here; a review site or a feed cannot
    bool showsAuthor = true; ///< the reader sees who wrote without a signature
    bool takesFiles = false;
    std::optional<Audience> filesOnlyIn{}; ///< the one side that takes them
    bool hasAltText = false;
    FirstWord firstWord = FirstWord::Nobody;
    bool hasOneTalk = false; ///< a person has one private talk with an account; else each subject has its own
    bool byHand = false; ///< programs cannot write here: the operator posts it, and says so with proof
    int publicLimit = 0; ///< the longest public text, in `unit`; 0: no limit
    int privateLimit = 0; ///< the longest private text
    LengthUnit unit = LengthUnit::Utf16;
    std::optional<LengthUnit> privateUnit{}; ///< where private texts are counted otherwise
    std::optional<std::chrono::hours> replyWindow{}; ///< how long after the customer's last private message
    std::optional<std::chrono::hours> privateReplyWindow{}; ///< how long a comment can be answered privately
    QStringList hosts{}; ///< hosts that are this very channel, without "www."
    QString privateLink{}; ///< opens a private talk with us; %1: our name there. Empty: the channel has none
    bool authorCanAmend = true; ///< who posted can change or remove it; where not, a comment can be added

    bool operator==(const ChannelCapabilities &) const = default;

    /// The longest text for this audience; 0: no limit.
    [[nodiscard]] int limit(Audience audience) const
    {
        return audience == Audience::Public ? publicLimit : privateLimit;
    }

    /// How texts for this audience are counted.
    [[nodiscard]] LengthUnit unitFor(Audience audience) const
    {
        return audience == Audience::Private ? privateUnit.value_or(unit) : unit;
    }

    [[nodiscard]] bool takesFilesIn(Audience audience) const
    {
        return takesFiles && filesOnlyIn.value_or(audience) == audience;
    }

    /// The link by which a person opens a private talk with us; a name that is a link already stays what it
    /// is. Empty where the channel has none, or the name is empty.
    [[nodiscard]] QString privateLinkTo(const QString &ourName) const;
};

/// What channels of this kind can do. May be called on any thread.
[[nodiscard]] const ChannelCapabilities &capabilitiesOf(Channel channel);

/// What this very account can do: the limit that its server named, setting limit.characters, less the room
/// for the name of who is answered, which stands in front of each text.
[[nodiscard]] ChannelCapabilities capabilitiesFor(const Account &account);

/// The length of the text as the channel counts it.
[[nodiscard]] qsizetype lengthIn(LengthUnit unit, QStringView text);

} // namespace aside
