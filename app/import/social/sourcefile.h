// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QString>

namespace aside {

/// Answers whether the path is a regular, readable file with something in it, without opening it: a pipe or a
/// device would hang. Errors: NotFound, NotAFile, NoPermission, Empty.
[[nodiscard]] Result<void> checkRegularFile(const QString &path);

/// Canonical path, size and modification time: the name of a file in the state it is in now.
[[nodiscard]] QString sourceKey(const QString &path);

} // namespace aside
