// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/id.h"
#include "models/domain/channel.h"

#include <QHash>
#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <optional>

namespace aside {

// What "Move to private" would do with one public talk. Names are stable: JSON has them. Words for people are
// made in widgets/.

/// The way a talk takes.
enum class MoveWay : quint8 {
    None, ///< there is nothing to move
    StayPublic, ///< the answer is given where the question was
    PrivateReply, ///< the one private answer that a platform allows to a comment
    DirectMessage, ///< we write where we may: on this channel, or in a talk that is open on another
    Letter, ///< to the mail address that is known
    PersonWrites, ///< the public line leads to us; the private half waits until they come
    Call, ///< only after a recorded yes
    AskForCall, ///< the permission to phone is asked for
    ChoiceOfWays, ///< the person chooses; a person of ours takes over by hand
    ClosePublic, ///< solved in private: what was public ends in public
};

/// Why a way is taken, or cannot be.
enum class MoveWhy : quint8 {
    ReplyOpen, ///< the platform lets us answer once
    MayWrite,
    TalkElsewhere, ///< this person and we talk on another channel already
    MailKnown,
    MustWriteFirst,
    CallAllowed,
    PhoneKnown,
    NoWayKnown, ///< nothing but a choice of ways is left
    AlreadyPrivate,
    AskedToStay, ///< the person wants the answer in public
    DoNotContact,
    TooManyApproaches,
    NoPrivateSide,
    ReplyUsed,
    ReplyExpired,
    NoTalkElsewhere,
    NoMailKnown,
    NoPhoneKnown,
    NotAnsweredYet, ///< we asked, and wait
    ConsentMissing,
    ConsentRefused,
    ConsentRevoked,
    AnotherWayIsOpen, ///< nobody is sent around who can be answered where he is
    Solved, ///< somebody recorded what was done
    PreferredPlace, ///< this person likes to be answered there
};

/// What one half says: a kind of template in the reserved folder.
enum class MoveText : quint8 {
    Written, ///< public: we wrote to you
    Invite, ///< public: write to us, with the link where there is one
    Agreed, ///< public: we go on as agreed
    AskCall, ///< may we phone; public where nothing else is left
    Choice, ///< public: choose a way
    Answer, ///< public: apology, answer, what we did
    Message, ///< private: the talk begins
    Closing, ///< public: it is solved
    AskUpdate, ///< private: would you update or remove what you posted
    AskComment, ///< private: would you add how it ended
};

/// What has to be kept once the plan is carried out.
enum class MoveRecord : quint8 {
    Approach, ///< counts towards the limit
    ReplySpent, ///< there is no second private reply
    LinkedTalks, ///< public and private are one story
    ArrivalAwaited, ///< who comes is matched with this talk, and the operator confirms it
    CallAsked, ///< the consent stands at "asked"
    CallMade,
    HandedOver, ///< somebody of ours takes care of it by hand
    StayWish, ///< the person wants to stay in public
    ClosingLineDue, ///< what was public ends in public
    RemovalAsked, ///< whether they would change or remove what they posted; nobody asks twice
};

/// What happens, in this order.
enum class MoveNext : quint8 {
    Nothing,
    AnswerHere,
    PrivateThenPublic, ///< the public line is true when it is read; it is held where the private half fails
    PublicThenArrival, ///< the private half goes when they come
    CallThenPublic,
    PublicThenYes, ///< waits for the permission
    PublicThenHandOver,
    PublicThenRequest, ///< the request leaves once everybody can read that it is solved
};

[[nodiscard]] QLatin1StringView moveWayName(MoveWay way);
[[nodiscard]] QLatin1StringView moveWhyName(MoveWhy why);
[[nodiscard]] QLatin1StringView moveTextName(MoveText text);
[[nodiscard]] QLatin1StringView moveRecordName(MoveRecord record);
[[nodiscard]] QLatin1StringView moveNextName(MoveNext next);

/// One of the two texts: which template, filled with what, for whom.
struct MoveHalf {
    MoveText text = MoveText::Answer;
    Audience audience = Audience::Public;
    Channel channel = Channel::Email;
    QString handle{}; ///< whom a private half goes to; a public one names nobody
    ConversationId conversation{}; ///< the talk it continues; none: a new one
    QHash<QString, QString> fields{}; ///< what the talk itself does not tell the template

    bool operator==(const MoveHalf &) const = default;
};

/// A way that is closed.
struct ForbiddenWay {
    MoveWay way = MoveWay::None;
    MoveWhy why = MoveWhy::NoPrivateSide;

    bool operator==(const ForbiddenWay &) const = default;
};

struct PrivateMovePlan {
    MoveWay way = MoveWay::None;
    MoveWhy why = MoveWhy::AlreadyPrivate;
    std::optional<MoveHalf> publicHalf{};
    std::optional<MoveHalf> privateHalf{};
    QString phone{}; ///< the number to call; only where that is the way
    QList<MoveRecord> records{};
    MoveNext next = MoveNext::Nothing;
    QList<ForbiddenWay> forbidden{}; ///< in the order of the ways
    std::optional<Instant> deadline{}; ///< until when the way is open; none: it does not close
    QList<MoveText> afterwards{}; ///< once it is solved, and not before

    /// Whether a private way is offered.
    [[nodiscard]] bool isAllowed() const { return way != MoveWay::None && way != MoveWay::StayPublic; }
    bool operator==(const PrivateMovePlan &) const = default;
};

} // namespace aside
