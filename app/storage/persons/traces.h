// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/persons/mergesuggestions.h"

namespace aside {

/// See PersonRecords::suggestions().
[[nodiscard]] Result<QList<MergeSuggestion>> suggestionsFor(Database &db, PersonId id);

} // namespace aside
