// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/blobs.h"
#include "app/storage/database.h"
#include "models/ports/maintenance.h"

#include <QList>

namespace aside {

/// The checks that need the database. Nothing is deleted: what is repaired is rebuilt from what is there,
/// files nobody refers to go to blobs/lost+found.
[[nodiscard]] QList<CheckResult> examineDatabase(Database &db, const BlobStore &blobs, Repair repair);

} // namespace aside
