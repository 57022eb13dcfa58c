// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/outboxitem.h"
#include "models/outbox/outboxmachine.h"

#include <QFuture>
#include <QList>

#include <optional>

namespace aside {

/// What the operator decides of an uncertain item, evidence in front.
enum class Settlement : quint8 {
    Sent, ///< it is there
    Unsent, ///< it is not there: it is held until the operator sends it again or takes it back
};

enum class FreezeSwitch : quint8 { Freeze, Thaw };

/// Whether everything public is held.
struct OutboxFreeze {
    std::optional<Instant> since{};

    bool operator==(const OutboxFreeze &) const = default;
};

/// The operator's side of the outbox. A future that reports success means: on the disk, synced. Any thread
/// may call. What does not fit an item's state is Errc::Conflict, an unknown item Errc::NotFound.
class OutboxStore
{
public:
    OutboxStore() = default;
    virtual ~OutboxStore() = default;
    OutboxStore(const OutboxStore &) = delete;
    OutboxStore &operator=(const OutboxStore &) = delete;

    /// Moves the reply draft of the conversation into the outbox as Held, in one transaction: the text is
    /// and its attachments are never in both places and never in neither. Errc::Empty where there is neither.
    [[nodiscard]] virtual QFuture<Result<OutboxItem>> hold(ConversationId id, QString text, SendTerms terms)
        = 0;
    /// Takes back what has not left: its text becomes the reply draft again (before a newer draft text, if
    /// there is one) and its attachments lie with it.
    [[nodiscard]] virtual QFuture<Result<OutboxItem>> withdraw(OutboxId id) = 0;
    /// Sends it as soon as may be: ends the undo window or the schedule, tries again what was refused, what
    /// waits for its next attempt, or what the operator found to be not sent. Conflict where the thread moved
    /// on: see sendAnyway().
    [[nodiscard]] virtual QFuture<Result<OutboxItem>> release(OutboxId id) = 0;
    /// Sends it although the thread moved on; `seen` is the newest message that was shown with it. Where a
    /// still newer one comes it is held again.
    [[nodiscard]] virtual QFuture<Result<OutboxItem>> sendAnyway(OutboxId id, MessageId seen) = 0;
    /// Holds it until then. The customer's next message ends that.
    [[nodiscard]] virtual QFuture<Result<OutboxItem>> schedule(OutboxId id, Instant at) = 0;
    /// The operator takes the text of an item that is posted by hand: a public one is held where everything
    /// public is, one that may not leave now is held for that (see DispatchStore::begin()), else it is noted
    /// that it was taken. The answer says which: the text may be handed out only where it is still ByHand.
    [[nodiscard]] virtual QFuture<Result<OutboxItem>> takeToPost(OutboxId id) = 0;
    /// It is posted, with proof: it counts as sent. Errors as checkedProof() has them.
    [[nodiscard]] virtual QFuture<Result<OutboxItem>> notePosted(OutboxId id, PostProof proof) = 0;
    /// Decides what became of an uncertain item.
    [[nodiscard]] virtual QFuture<Result<OutboxItem>> settle(OutboxId id, Settlement settlement) = 0;

    /// Holds everything public, or lets it go on.
    [[nodiscard]] virtual QFuture<Result<OutboxFreeze>> setFreeze(FreezeSwitch to) = 0;
    [[nodiscard]] virtual QFuture<Result<OutboxFreeze>> freeze() = 0;

    /// Moves on what is due: undo windows and schedules that ended, schedules whose customer wrote, what is
    /// frozen, replies that wait for an account that is there now. Answers with the items that moved.
    [[nodiscard]] virtual QFuture<Result<QList<OutboxItem>>> queueDue() = 0;
    /// All but the withdrawn, newest first.
    [[nodiscard]] virtual QFuture<Result<QList<OutboxItem>>> items() = 0;
    /// One of them, or a withdrawn one.
    [[nodiscard]] virtual QFuture<Result<OutboxItem>> item(OutboxId id) = 0;
    /// All that happened to it, the oldest first.
    [[nodiscard]] virtual QFuture<Result<QList<OutboxStep>>> history(OutboxId id) = 0;
};

} // namespace aside
