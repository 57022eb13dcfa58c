// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/profile.h"
#include "models/core/secret.h"

namespace aside {

// What comes before a profile is opened, on the main thread.

/// Makes the folder where there is none and it may be made.
[[nodiscard]] Result<void> prepareProfileDirectory(const ProfileOptions &options);
/// The key of the profile; a new one only where there is no database yet.
[[nodiscard]] Result<Secret> profileKey(const ProfileOptions &options);

} // namespace aside
