// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/domain/personmerge.h"
#include "models/persons/persongroup.h"

namespace aside {

/// The person that is shown for this one: itself, or whom it was merged into. Errc::NotFound where there is
/// no such person.
[[nodiscard]] Result<PersonId> currentPerson(Database &db, PersonId id);
/// A person and all that were merged into it, the person first.
[[nodiscard]] Result<QList<PersonPart>> partsOf(Database &db, PersonId id);
/// The same without that person, as a card shows them.
[[nodiscard]] Result<QList<MergedPerson>> mergedInto(Database &db, PersonId id);

} // namespace aside
