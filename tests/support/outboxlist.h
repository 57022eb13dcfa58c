// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/ports/outboxstore.h"

#include <QList>

#include <algorithm>

namespace aside::test {

/// The item as it is after the event, by the rules of the real outbox.
inline Result<OutboxItem> moveItem(QList<OutboxItem> &items, OutboxId id, OutboxEvent event)
{
    const auto found = std::ranges::find(items, id, &OutboxItem::id);
    if (found == items.end()) {
        return fail(Errc::NotFound);
    }
    const auto next = nextOutboxPosition(positionOf(*found), event);
    if (!next) {
        return fail(Errc::Conflict);
    }
    found->state = next->state;
    found->holdReason = next->reason;
    return *found;
}

/// The items that are due, moved on.
inline QList<OutboxItem> moveDue(QList<OutboxItem> &items, Instant now)
{
    QList<OutboxItem> moved;
    for (OutboxItem &item : items) {
        const bool isTimed
            = item.holdReason == HoldReason::UndoWindow || item.holdReason == HoldReason::Schedule;
        if (item.state == OutboxState::Held && isTimed && item.holdUntil <= now) {
            item.state = OutboxState::Queued;
            item.holdReason = HoldReason::UndoWindow;
            moved.append(item);
        }
    }
    return moved;
}

inline void setTerms(OutboxItem &item, const SendTerms &terms, Instant now)
{
    item.createdAt = now;
    item.holdUntil = terms.sendAt.value_or(now + terms.undoWindow);
    item.holdReason = terms.sendAt ? HoldReason::Schedule : HoldReason::UndoWindow;
    item.seen = terms.seen;
}

/// Everything public, held or let go.
inline QList<OutboxItem> moveFrozen(QList<OutboxItem> &items, FreezeSwitch to)
{
    QList<OutboxItem> moved;
    const OutboxEvent event = to == FreezeSwitch::Freeze ? OutboxEvent::Frozen : OutboxEvent::Thawed;
    for (const OutboxItem &item : QList<OutboxItem>(items)) {
        if (item.audience == Audience::Public) {
            if (const auto one = moveItem(items, item.id, event)) {
                moved.append(*one);
            }
        }
    }
    return moved;
}

} // namespace aside::test
