// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/shots/screens.h"

namespace aside {

/// The windows about accounts.
[[nodiscard]] QList<Screen> accountScreens();

} // namespace aside
