// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

namespace aside {

class Profile;

/// Fills an empty profile with the demo; see app/demo/demo.h.
[[nodiscard]] Result<void> fillDemo(Profile &profile);

} // namespace aside
