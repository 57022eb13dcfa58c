// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/domain/personmerge.h"

#include <QList>

namespace aside {

// See models/ports/personrecords.h for the contracts.

[[nodiscard]] Result<MergeReceipt> mergePersons(Database &db, PersonId person, PersonId into,
                                                const QString &by, Instant now);
[[nodiscard]] Result<MergeReceipt> separatePerson(Database &db, PersonId person, const QString &by,
                                                  Instant now);
/// Different or Reconsidered.
[[nodiscard]] Result<MergeReceipt> judgePersons(Database &db, const PersonDecided &decided);
/// What was decided about a person and those merged into it, in that order.
[[nodiscard]] Result<QList<PersonDecided>> decisionsAbout(Database &db, PersonId person);

} // namespace aside
