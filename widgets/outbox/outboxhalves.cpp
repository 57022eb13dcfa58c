// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/outbox/outboxhalves.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/outbox/outboxdetails.h"

#include <algorithm>

namespace aside {

namespace {

bool isHere(const OutboxItem &item)
{
    return item.state == OutboxState::Held || item.state == OutboxState::Queued;
}

QStringList laterHalf(const OutboxItem &item, const QList<OutboxItem> &all)
{
    const auto earlier = std::ranges::find(all, item.after, &OutboxItem::id);
    if (earlier == all.cend()) {
        return {OutboxDetails::tr(
            "The private message that comes before it was taken back. Send this one alone, or "
            "take it back as well.")};
    }
    if (earlier->state == OutboxState::Sent) {
        return {};
    }
    //: %1 is a person; %2 is the state of that message: "Held", "Refused"
    return {OutboxDetails::tr("It leaves after the private message to %1 (%2).")
                .arg(isolated(oneLine(earlier->person, 60)), outboxStateLabel(earlier->state))};
}

} // namespace

QStringList outboxHalfLines(const OutboxItem &item, const QList<OutboxItem> &all)
{
    if (item.after.isValid()) {
        return isHere(item) ? laterHalf(item, all) : QStringList();
    }
    const bool isAwaited
        = item.state != OutboxState::Sent && std::ranges::any_of(all, [&](const OutboxItem &other) {
              return other.after == item.id && isHere(other);
          });
    return isAwaited ? QStringList{OutboxDetails::tr("A public line waits until this is sent.")}
                     : QStringList();
}

} // namespace aside
