// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/person.h"

#include <QList>

namespace aside {

/// One moment of what there was with a person.
struct TimelineItem {
    enum class Kind : quint8 {
        Conversation, ///< `index` in PersonCard::conversations, at its last message
        Consent, ///< in PersonCard::consents, when it was said
        PromiseMade, ///< in PersonCard::promises
        PromiseKept, ///< in PersonCard::promises
        Merged, ///< in PersonCard::merged
    };

    Kind kind = Kind::Conversation;
    qsizetype index = 0;
    Instant at{};

    bool operator==(const TimelineItem &) const = default;
};

/// Everything over all channels, the latest first; of the same moment, conversations first.
[[nodiscard]] QList<TimelineItem> personTimeline(const PersonCard &card);

} // namespace aside
