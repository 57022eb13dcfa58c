// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/refusal.h"

#include <QString>

namespace aside {

/// Why a message was refused, and what can be done now.
[[nodiscard]] QString refusalText(Refusal refusal);

} // namespace aside
