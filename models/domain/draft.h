// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/id.h"

#include <QString>

namespace aside {

/// Reply and note are kept apart and never mixed. Stored: never renumber.
enum class DraftKind : quint8 { Reply = 0, Note = 1 };

/// An unsent reply or note: one per conversation and kind, saved with every version.
struct Draft {
    DraftId id;
    ConversationId conversation;
    DraftKind kind = DraftKind::Reply;
    QString text;
    Instant updatedAt{};
    int version = 0; ///< counts up from 1 with each saved change; 0 = never saved

    bool operator==(const Draft &) const = default;
};

/// A note that was added to its conversation.
struct Note {
    MessageId id;
    ConversationId conversation;
    QString text;
    Instant addedAt{};

    bool operator==(const Note &) const = default;
};

} // namespace aside
