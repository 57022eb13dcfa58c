// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/core/id.h"
#include "models/domain/channel.h"
#include "models/domain/draft.h"
#include "models/domain/sendoutcome.h"

#include <QLatin1StringView>
#include <QString>

#include <chrono>
#include <optional>

namespace aside {

/// Where a reply is on its way out. Stored: never renumber.
enum class OutboxState : quint8 {
    Held = 0, ///< for a HoldReason
    Queued = 1, ///< waits for an account that can send it
    Sending = 2, ///< persisted before the first byte leaves
    Sent = 3,
    Refused = 4, ///< the server said no
    Uncertain = 5, ///< it left and no answer came: never repeated by itself
    Withdrawn = 6, ///< the operator took it back; the text is a draft again
};

/// Why an item is held. Stored: never renumber.
enum class HoldReason : quint8 {
    UndoWindow = 0, ///< it can still be taken back as if nothing had been
    Schedule = 1, ///< it leaves at a time its author chose
    Freeze = 2, ///< nothing public leaves now
    ThreadMoved = 3, ///< the customer wrote since its author saw the thread
    Review = 4, ///< a lead reads it first
    NotSent = 5, ///< it was uncertain, and the operator found that it is not there
    OtherHalf = 6, ///< the half of a move to private that comes before it has not arrived
    Consent = 7, ///< the person does not allow it
    ByHand = 8, ///< the channel has no way for programs: the operator posts it and says so
};

[[nodiscard]] QLatin1StringView outboxStateName(OutboxState state);
[[nodiscard]] QLatin1StringView holdReasonName(HoldReason reason);

/// The longest undo window.
inline constexpr std::chrono::seconds longestUndoWindow{60};

/// How a reply is to leave.
struct SendTerms {
    std::chrono::milliseconds undoWindow{}; ///< from 0 to longestUndoWindow
    std::optional<Instant> sendAt{}; ///< later than the undo window: at this time
    MessageId seen{}; ///< the newest message its author saw; none: the newest there is
    Addressing addressing{}; ///< as its author saw it; a plain one: that of the draft

    bool operator==(const SendTerms &) const = default;
};

/// What is to be done yet about the copy of what was sent.
struct SentCopy {
    bool isWanted = false;
    int tries = 0; ///< that failed; where nextCopy() has nothing after so many it is given up
    Instant triedAt{};
    std::optional<Errc> fault{}; ///< of the last one
    QString words{}; ///< what the server said then, foreign text

    bool operator==(const SentCopy &) const = default;
};

/// What is remembered of the attempts to send an item, and of the looks whether it was sent.
struct SendRecord {
    int attempts = 0;
    Instant attemptAt{}; ///< when the last one began
    Instant nextAttemptAt{}; ///< 0: at once
    QString remoteId{}; ///< what the channel calls it
    std::optional<Errc> fault{}; ///< of the last attempt
    QString serverCode{};
    QString serverWords{}; ///< foreign text
    LastByte lastByte = LastByte::NotLeft;
    Evidence evidence = Evidence::None; ///< of the last look
    LookKind look = LookKind::Other; ///< what it rests on
    QString evidenceWords{}; ///< beside it, foreign text
    int looks = 0;
    Instant lookedAt{};
    SentCopy copy{}; ///< counts where it was sent, also where it came back

    bool operator==(const SendRecord &) const = default;
};

/// A message that came after an item was written.
struct OutboxArrival {
    MessageId id;
    Instant at{};
    QString author; ///< foreign text
    QString text; ///< its beginning, foreign text

    bool operator==(const OutboxArrival &) const = default;
};

/// That a reply was posted by hand: one of the two at least.
struct PostProof {
    QString page{}; ///< where it stands now, an address of the web
    QString words{}; ///< else what speaks for it: the number of a case, who posted it

    bool operator==(const PostProof &) const = default;
};

/// Trimmed. Errc::Empty where neither is given, InvalidInput where the page is no address of the web or they
/// are too long.
[[nodiscard]] Result<PostProof> checkedProof(const PostProof &proof);

/// An approved reply on its way.
struct OutboxItem {
    OutboxId id;
    ConversationId conversation;
    Channel channel = Channel::Email;
    Audience audience = Audience::Private;
    OutboxState state = OutboxState::Held;
    QString person; ///< for whom, foreign text
    QString subject;
    QString text;
    QList<DraftAttachment> attachments{};
    QString idempotencyKey; ///< UUIDv7 made when the item was made; becomes the Message-ID, random_id, …
    MessageId seen; ///< the newest message its author saw
    Instant createdAt{};
    Instant holdUntil{}; ///< end of the undo window, or the time it is scheduled for
    bool hasAccount = false; ///< an account can send it; without one it waits in Queued
    HoldReason holdReason = HoldReason::UndoWindow; ///< counts in Held
    AccountId account{};
    QString wireId{}; ///< what every attempt carries; empty as long as it has no account
    SendRecord record{};
    Addressing addressing{};
    OutboxId after{}; ///< the half that has to be sent before this one may leave; none: it depends on nothing
    QList<OutboxArrival> arrivals{}; ///< where the thread moved on: what came, the oldest first
    QString page{}; ///< held to be posted by hand: where, an address of the web; empty where none is known

    bool operator==(const OutboxItem &) const = default;
};

/// Whether the operator has to post it.
[[nodiscard]] inline bool waitsForHand(const OutboxItem &item)
{
    return item.state == OutboxState::Held && item.holdReason == HoldReason::ByHand;
}

} // namespace aside
