// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/gate.h"

#include "app/storage/consents.h"
#include "app/storage/halves.h"
#include "app/storage/outboxrows.h"

namespace aside {

Result<OutboxEvent> gate(Database &db, const OutboxItem &item, Instant now)
{
    const Result<OutboxFreeze> freeze = outboxFreeze(db);
    const Result<bool> awaits = awaitsItsHalf(db, item);
    const Result<bool> moved = hasThreadMoved(db, item);
    if (!freeze || !awaits || !moved) {
        return std::unexpected(!freeze ? freeze.error() : (!awaits ? awaits.error() : moved.error()));
    }
    if (freeze->since && item.audience == Audience::Public) {
        return OutboxEvent::Frozen;
    }
    const Result<bool> lacking = isConsentLacking(db, item, now);
    if (!lacking || *lacking) {
        return lacking.transform([](bool) { return OutboxEvent::ConsentLacking; });
    }
    if (*awaits) {
        return OutboxEvent::HalfAwaited;
    }
    return *moved ? OutboxEvent::ThreadMoved : OutboxEvent::Start;
}

} // namespace aside
