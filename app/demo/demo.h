// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/domain/incoming.h"

namespace aside {

/// The hand-written conversations of resources/demo as one batch, their times counted back from `now`. No
/// real people, no real brands.
[[nodiscard]] Result<IncomingBatch> demoBatch(Instant now);

} // namespace aside
