// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/checkprofile.h"
#include "models/core/error.h"

#include <toml++/toml.hpp>

namespace aside {

/// The profile of the check in the tables [company], [operator], [accounts.CHANNEL], [team], [check] and
/// [levels]. What is missing is as delivered; rules that do not exist are listed, in the order of their ids;
/// Errc::BadSettings names the line of the first value that makes no sense.
[[nodiscard]] Result<CheckProfile> checkProfileFrom(const toml::table &file);

/// Sets these values and leaves all others.
void putCheckProfile(toml::table &file, const CheckProfile &profile);

} // namespace aside
