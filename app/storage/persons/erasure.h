// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/domain/personmerge.h"

namespace aside {

class BlobStore;

/// See PersonRecords::erasePerson().
[[nodiscard]] Result<ErasedPerson> erasePerson(Database &db, PersonId id, Instant now);
/// The same with the files that nobody else has. They go after the commit: what is referred to is never
/// missing, and a crash in between leaves files that the doctor finds.
[[nodiscard]] Result<ErasedPerson> erasePerson(Database &db, const BlobStore &blobs, PersonId id,
                                               Instant now);

} // namespace aside
