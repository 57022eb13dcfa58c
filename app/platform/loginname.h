// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace aside {

/// Who sits at this machine, as the system calls them; empty where it does not say.
[[nodiscard]] QString loginName();

} // namespace aside
