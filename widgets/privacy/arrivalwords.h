// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/privacy/arrival.h"

#include <QString>

namespace aside {

/// Who it may be, why, and what a yes does: whole sentences. Foreign names in them are set apart.
[[nodiscard]] QString arrivalWords(const ArrivalProposal &proposal);
/// One line of a list: who, when they were asked, and about what.
[[nodiscard]] QString expectedWords(const ArrivalProposal &proposal, Instant now);
/// Said once an operator has confirmed it.
[[nodiscard]] QString arrivedWords(const ArrivalProposal &proposal);

} // namespace aside
