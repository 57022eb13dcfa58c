// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/shots/screens.h"

namespace aside {

/// Moving a public talk to private, each way it can take.
[[nodiscard]] QList<Screen> privateScreens();

} // namespace aside
