// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/triage/states.h"

#include "app/storage/waiting.h"

#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectPlace
    = "SELECT state, snoozed_until, waiting_since, answered_at FROM conversation WHERE id = ?1";
constexpr std::string_view updatePlace
    = "UPDATE conversation SET state = ?2, snoozed_until = ?3, waiting_since = ?4, target_by = "
      "reply_target(?4),"
      " window_by = reply_window(channel, audience, ?4, heard_at) WHERE id = ?1";

/// Where a conversation lies and who waits.
struct Place {
    ConversationState state = ConversationState::Open;
    Instant snoozedUntil{};
    Instant waitingSince{};
    Instant answeredAt{};
};

Result<Place> readPlace(Database &db, ConversationId id)
{
    return db.prepare(selectPlace).and_then([&](Statement select) -> Result<Place> {
        const Result<bool> row = select.bind(1, id.value).step();
        if (!row) {
            return std::unexpected(row.error());
        }
        return Place{.state = static_cast<ConversationState>(select.integer(0)),
                     .snoozedUntil = fromMillis(select.integer(1)),
                     .waitingSince = fromMillis(select.integer(2)),
                     .answeredAt = fromMillis(select.integer(3))};
    });
}

Result<void> writePlace(Database &db, ConversationId id, const Place &place)
{
    return db.prepare(updatePlace).and_then([&](Statement update) {
        update.bind(1, id.value).bind(2, std::to_underlying(place.state));
        return update.bind(3, toMillis(place.snoozedUntil)).bind(4, toMillis(place.waitingSince)).run();
    });
}

/// Where the triage puts it; the waiting is left to the caller.
Place placeAfter(const Triage &triage, Place place)
{
    switch (triage.kind) {
    case Triage::Kind::Close:
        place.state = ConversationState::Closed;
        place.snoozedUntil = {};
        break;
    case Triage::Kind::SnoozeUntil:
        place.state = ConversationState::Snoozed;
        place.snoozedUntil = triage.until;
        break;
    case Triage::Kind::SnoozeUntilReply:
        place.state = ConversationState::Snoozed;
        place.snoozedUntil = {};
        break;
    case Triage::Kind::Wake:
        if (place.state != ConversationState::Snoozed) {
            break;
        }
        [[fallthrough]];
    case Triage::Kind::Reopen:
        place.state = ConversationState::Open;
        place.snoozedUntil = {};
        break;
    case Triage::Kind::MarkRead:
    case Triage::Kind::MarkUnread:
    case Triage::Kind::AddTag:
    case Triage::Kind::RemoveTag:
    case Triage::Kind::Block:
    case Triage::Kind::Unblock:
        break;
    }
    return place;
}

bool isSamePlace(const Place &one, const Place &other)
{
    return one.state == other.state && one.snoozedUntil == other.snoozedUntil;
}

} // namespace

Result<void> changeState(Database &db, ConversationId id, TriageReceipt &receipt)
{
    const Result<Place> before = readPlace(db, id);
    if (!before) {
        return std::unexpected(before.error());
    }
    Place after = placeAfter(receipt.triage, *before);
    if (isSamePlace(*before, after)) {
        return {};
    }
    if (after.state == ConversationState::Closed) {
        after.waitingSince = {}; // closing says that nothing more is wanted of us
    } else if (before->state == ConversationState::Closed) {
        const Result<Instant> first = firstUnanswered(db, id, before->answeredAt);
        if (!first) {
            return std::unexpected(first.error());
        }
        after.waitingSince = *first;
    }
    receipt.changes.append({.conversation = id,
                            .state = before->state,
                            .snoozedUntil = before->snoozedUntil,
                            .waitingSince = before->waitingSince});
    return writePlace(db, id, after);
}

Result<void> revertState(Database &db, const Triage &triage, const TriageChange &change,
                         QList<ConversationId> &reverted)
{
    const Result<Place> now = readPlace(db, change.conversation);
    if (!now) {
        return std::unexpected(now.error());
    }
    Place back{.state = change.state, .snoozedUntil = change.snoozedUntil};
    if (!isSamePlace(*now, placeAfter(triage, back))) {
        return {}; // something else happened to it since
    }
    if (change.state != ConversationState::Closed) {
        back.waitingSince = change.waitingSince;
        if (change.waitingSince <= now->answeredAt) { // answered meanwhile
            const Result<Instant> first = firstUnanswered(db, change.conversation, now->answeredAt);
            if (!first) {
                return std::unexpected(first.error());
            }
            back.waitingSince = *first;
        }
    }
    reverted.append(change.conversation);
    return writePlace(db, change.conversation, back);
}

} // namespace aside
