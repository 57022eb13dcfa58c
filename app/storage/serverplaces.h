// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/id.h"
#include "models/domain/serverplace.h"

namespace aside {

/// Where messages lie on their servers. Inside the caller's transaction.
[[nodiscard]] Result<void> storePlace(Database &db, AccountId account, MessageId id,
                                      const ServerPlace &place);

[[nodiscard]] qint64 toBits(const ServerFlags &flags);
[[nodiscard]] ServerFlags flagsFromBits(qint64 bits);

} // namespace aside
