// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/shots/screens.h"

namespace aside {

/// Dates that sent replies gave, and what becomes of them.
[[nodiscard]] QList<Screen> promiseScreens();

} // namespace aside
