// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/iddiff.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

namespace aside {

namespace {

using Ids = QList<ConversationId>;
using Places = QHash<ConversationId, qsizetype>;

void removals(const Ids &from, const Places &places, qsizetype offset, QList<IdStep> &steps)
{
    for (qsizetype end = from.size(); end > 0;) {
        qsizetype begin = end;
        while (begin > 0 && !places.contains(from.at(begin - 1))) {
            --begin;
        }
        if (begin < end) {
            steps.append({.kind = IdStep::Kind::Remove, .first = offset + begin, .count = end - begin});
        }
        end = std::max<qsizetype>(begin - 1, 0);
    }
}

void inserts(const Ids &to, const QSet<ConversationId> &old, qsizetype offset, QList<IdStep> &steps)
{
    for (qsizetype begin = 0; begin < to.size();) {
        qsizetype end = begin;
        while (end < to.size() && !old.contains(to.at(end))) {
            ++end;
        }
        if (begin < end) {
            steps.append({.kind = IdStep::Kind::Insert, .first = offset + begin, .count = end - begin});
        }
        begin = end + 1;
    }
}

/// The ids that may stay where they are: a longest run of them that is in the new order already.
QSet<ConversationId> staying(const Ids &kept, const Places &places)
{
    QList<qsizetype> ends; // of the best run of each length, as an index into kept
    QList<qsizetype> before(kept.size(), -1);
    for (qsizetype i = 0; i < kept.size(); ++i) {
        const auto place = [&](qsizetype index) {
            return places.value(kept.at(index));
        };
        const auto longer = std::ranges::lower_bound(std::as_const(ends), place(i), {}, place);
        const qsizetype length = std::distance(ends.cbegin(), longer);
        before[i] = length > 0 ? ends.at(length - 1) : -1;
        if (length == ends.size()) {
            ends.append(i);
        } else {
            ends[length] = i;
        }
    }
    QSet<ConversationId> stay;
    for (qsizetype i = ends.isEmpty() ? -1 : ends.constLast(); i >= 0; i = before.at(i)) {
        stay.insert(kept.at(i));
    }
    return stay;
}

/// Each id that moves goes right behind the one before it in the new order, which is in its place by then.
void moves(Ids work, const Ids &ordered, const QSet<ConversationId> &stay, qsizetype offset,
           QList<IdStep> &steps)
{
    for (qsizetype i = 0; i < ordered.size(); ++i) {
        const ConversationId id = ordered.at(i);
        if (stay.contains(id)) {
            continue;
        }
        const qsizetype first = work.indexOf(id);
        work.removeAt(first);
        const qsizetype to = i > 0 ? work.indexOf(ordered.at(i - 1)) + 1 : 0;
        work.insert(to, id);
        if (first != to) {
            steps.append({.kind = IdStep::Kind::Move, .first = offset + first, .to = offset + to});
        }
    }
}

qsizetype commonTail(const Ids &from, const Ids &to, qsizetype most)
{
    qsizetype tail = 0;
    while (tail < most && from.at(from.size() - 1 - tail) == to.at(to.size() - 1 - tail)) {
        ++tail;
    }
    return tail;
}

} // namespace

std::optional<QList<IdStep>> idDiff(const QList<ConversationId> &from, const QList<ConversationId> &to,
                                    qsizetype maxSteps)
{
    const qsizetype offset = std::distance(from.cbegin(), std::ranges::mismatch(from, to).in1);
    const qsizetype tail = commonTail(from, to, std::min(from.size(), to.size()) - offset);
    const Ids before = from.sliced(offset, from.size() - offset - tail);
    const Ids after = to.sliced(offset, to.size() - offset - tail);

    const QSet<ConversationId> old(before.cbegin(), before.cend());
    Places places;
    places.reserve(after.size());
    for (const ConversationId id : after) {
        places.insert(id, places.size());
    }
    QList<IdStep> steps;
    removals(before, places, offset, steps);

    Ids kept;
    Ids ordered;
    std::ranges::copy_if(before, std::back_inserter(kept), [&](auto id) { return places.contains(id); });
    std::ranges::copy_if(after, std::back_inserter(ordered), [&](auto id) { return old.contains(id); });
    if (kept != ordered) {
        const QSet<ConversationId> stay = staying(kept, places);
        if (steps.size() + kept.size() - stay.size() > maxSteps) {
            return std::nullopt;
        }
        moves(kept, ordered, stay, offset, steps);
    }
    inserts(after, old, offset, steps);
    return steps.size() > maxSteps ? std::nullopt : std::optional(steps);
}

} // namespace aside
