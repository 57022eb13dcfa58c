// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/preferences.h"

#include <toml++/toml.hpp>

namespace aside {

/// The preferences in the tables [looks], [sending], [keyboard] and [notifications] of settings.toml. What is
/// missing has its default; Errc::BadSettings names the first value that makes no sense.
[[nodiscard]] Result<Preferences> preferencesFrom(const toml::table &file);

/// Sets these values and leaves all others.
void putPreferences(toml::table &file, const Preferences &preferences);

} // namespace aside
