// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/persons/timeline.h"

#include <algorithm>

namespace aside {

QList<TimelineItem> personTimeline(const PersonCard &card)
{
    using Kind = TimelineItem::Kind;
    QList<TimelineItem> items;
    const auto add = [&items](Kind kind, qsizetype index, Instant at) {
        items.append({.kind = kind, .index = index, .at = at});
    };
    for (qsizetype i = 0; i < card.conversations.size(); ++i) {
        add(Kind::Conversation, i, card.conversations.at(i).lastAt);
    }
    for (qsizetype i = 0; i < card.consents.size(); ++i) {
        add(Kind::Consent, i, card.consents.at(i).at);
    }
    for (qsizetype i = 0; i < card.promises.size(); ++i) {
        const auto &promise = card.promises.at(i);
        add(Kind::PromiseMade, i, promise.madeAt);
        if (!promise.isOpen() && promise.end == PromiseEnd::Kept) { // what moved is there again
            add(Kind::PromiseKept, i, promise.keptAt);
        }
    }
    for (qsizetype i = 0; i < card.merged.size(); ++i) {
        add(Kind::Merged, i, card.merged.at(i).at);
    }
    std::ranges::stable_sort(items, std::ranges::greater(), &TimelineItem::at);
    return items;
}

} // namespace aside
