// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/maintenance.h"

#include <QList>
#include <QString>

namespace aside {

/// The checks of `doctor` that look at the profile's folder: settings, key, templates, permissions. With
/// repair, the rights of what only the owner may read are put right and a missing templates folder is made.
[[nodiscard]] QList<CheckResult> examineDirectory(const QString &directory, Repair repair);

} // namespace aside
