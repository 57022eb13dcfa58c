// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/shots/screens.h"

namespace aside {

[[nodiscard]] QList<Screen> outboxScreens();

} // namespace aside
