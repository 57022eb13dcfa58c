// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"

#include <QByteArray>
#include <QString>

namespace aside {

/// The cursor stored for a source; empty where there is none.
[[nodiscard]] Result<QByteArray> importCursor(Database &db, const QString &source);

/// Where the source goes on the next time; an empty cursor: from its beginning. Runs in the caller's
/// transaction.
[[nodiscard]] Result<void> keepImportCursor(Database &db, const QString &source, const QByteArray &cursor,
                                            Instant now);

} // namespace aside
