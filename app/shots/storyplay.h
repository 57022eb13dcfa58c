// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

namespace aside {

class Profile;

/// Adds to a profile what the demo has not: talks on their way from public to private, at every step of it,
/// and people of whom more is known than the place where they wrote. For pictures alone.
[[nodiscard]] Result<void> tellStories(Profile &profile);

} // namespace aside
