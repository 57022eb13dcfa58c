// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/domain/personmerge.h"

namespace aside {

/// See PersonRecords::erasePerson().
[[nodiscard]] Result<ErasedPerson> erasePerson(Database &db, PersonId id, Instant now);

} // namespace aside
