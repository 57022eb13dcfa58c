// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/domain/personmerge.h"

namespace aside {

// See models/ports/personrecords.h for the contracts.

/// Of the person that is shown; where nothing is known of it, what was learnt last of one merged into it.
[[nodiscard]] Result<PersonPreference> preferenceOf(Database &db, PersonId shown);
[[nodiscard]] Result<void> setPersonPreference(Database &db, PersonId id, const PersonPreference &preference,
                                               Instant now);
/// Those whose name, a later word of it, or address begins so.
[[nodiscard]] Result<QList<PersonName>> findPersons(Database &db, const QString &beginning, int most);

} // namespace aside
