// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QString>

namespace aside {

/// Gives a profile without a folder of templates the set that comes with Aside, whole or not at all. A folder
/// that is there, even an empty one, is left alone.
[[nodiscard]] Result<void> addStarterTemplates(const QString &folder);

} // namespace aside
