// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/id.h"
#include "models/domain/recipient.h"

#include <QList>

namespace aside {

/// Remembers whom a message names, where nothing is remembered yet. Inside the caller's transaction.
[[nodiscard]] Result<void> storeRecipients(Database &db, MessageId id, const QList<Recipient> &recipients);
/// In the order they were read.
[[nodiscard]] Result<QList<Recipient>> recipientsOf(Database &db, MessageId id);

} // namespace aside
