// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/id.h"
#include "models/domain/conversation.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace aside {

/// What an operator does with conversations instead of answering them.
struct Triage {
    enum class Kind : quint8 {
        Close,
        Reopen, ///< whatever is not open, also what is snoozed
        SnoozeUntil, ///< `until`, or an incoming message before
        SnoozeUntilReply,
        Wake, ///< what is snoozed
        MarkRead,
        MarkUnread, ///< the last incoming message
        AddTag,
        RemoveTag,
        Block, ///< the customer's handle, and with it all conversations of it
        Unblock,
    };

    Kind kind = Kind::Close;
    Instant until{};
    QString tag{};

    bool operator==(const Triage &) const = default;
};

/// One conversation that a triage changed, and what is needed to change it back.
struct TriageChange {
    ConversationId conversation;
    ConversationState state = ConversationState::Open; ///< before
    Instant snoozedUntil{}; ///< before
    Instant waitingSince{}; ///< before
    QList<MessageId> messages{}; ///< whose mark as read changed
    QString tag{}; ///< as it was written

    bool operator==(const TriageChange &) const = default;
};

/// What a triage did: only what really changed. Empty where nothing did.
struct TriageReceipt {
    Triage triage{};
    QList<TriageChange> changes{};
    QList<HandleId> handles{}; ///< that were blocked or unblocked

    [[nodiscard]] bool isEmpty() const { return changes.isEmpty() && handles.isEmpty(); }
    bool operator==(const TriageReceipt &) const = default;
};

/// What was woken because its time had come, and when the next one wakes (0: none).
struct WakeReport {
    QList<ConversationId> woken{};
    Instant next{};

    bool operator==(const WakeReport &) const = default;
};

/// The longest tag, in characters.
inline constexpr qsizetype longestTag = 60;

/// A tag as it is kept: one line, no spaces around it, nothing that cannot be seen.
[[nodiscard]] QString cleanTag(const QString &tag);

} // namespace aside

Q_DECLARE_METATYPE(aside::TriageReceipt)
