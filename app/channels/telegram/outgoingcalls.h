// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/telegram/botapi.h"
#include "app/channels/telegram/place.h"
#include "models/domain/outgoing.h"

#include <QList>

#include <optional>

namespace aside::telegram {

/// Where a message goes: into the chat of what it answers; in private, where that was said in public, to the
/// person. Nothing where neither is known.
[[nodiscard]] std::optional<Place> targetOf(const OutgoingMessage &message);
/// What stands in place of a person's keyboard with a message. Private chats alone have it.
enum class ReplyButtons : quint8 {
    AsTheyAre,
    ShareNumber, ///< a button that gives the phone number of who presses it
    Removed,
};

/// Whether buttons can stand there: in a talk of the bot's own with one person.
[[nodiscard]] bool takesButtons(const OutgoingMessage &message, const Place &target);

/// The calls that send it, in their order; nearly always one.
[[nodiscard]] QList<Call> callsFor(const OutgoingMessage &message, const Place &target,
                                   ReplyButtons buttons = ReplyButtons::AsTheyAre);

} // namespace aside::telegram
