// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/domain/consent.h"
#include "models/domain/outboxitem.h"

#include <QList>

namespace aside {

// See models/ports/consentstore.h for the contracts.

[[nodiscard]] Result<QList<ConsentEntry>> consentLedger(Database &db, PersonId person);
/// What was said alone, in the order of the ledger. An invalid id has none.
[[nodiscard]] Result<QList<Consent>> consentsOf(Database &db, PersonId person);
/// One synced transaction.
[[nodiscard]] Result<ConsentEntry> recordConsent(Database &db, PersonId person, const ConsentEntry &entry,
                                                 Instant now);

/// One line of the ledger, as it is, inside the caller's transaction.
[[nodiscard]] Result<void> appendConsent(Database &db, PersonId person, const ConsentEntry &entry);

/// Whether what is about to leave must not, as the ledger stands: see mayWrite().
[[nodiscard]] Result<bool> isConsentLacking(Database &db, const OutboxItem &item, Instant now);

} // namespace aside
