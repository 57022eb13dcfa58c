// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/foldertrouble.h"

#include <QString>

namespace aside {

/// What is not here of a folder, and what becomes of it: whole, translated sentences. `folder` is its name,
/// fit for where it is to be shown. Needs no widget.
[[nodiscard]] QString folderTroubleText(const FolderTrouble &trouble, const QString &folder);

} // namespace aside
