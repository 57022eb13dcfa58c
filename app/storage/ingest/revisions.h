// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "app/storage/ingest/threading.h"
#include "models/core/clock.h"
#include "models/core/id.h"
#include "models/domain/incoming.h"

#include <QByteArray>

#include <optional>

namespace aside {

// What becomes of a message after it came. Inside the caller's transaction.

/// What an edit changed.
struct Revision {
    bool isNews = false; ///< it was not known
    bool hasNewWords = false;
    QList<IncomingAttachment> added{}; ///< files that were not there
};

/// Takes an edit of a message that is here; one that is older than what is known changes nothing. The words
/// before are kept, the message counts as unread where its author has new ones for us, and one that was
/// deleted is back.
[[nodiscard]] Result<Revision> reviseMessage(Database &db, const IncomingMessage &message, MessageId id,
                                             const QByteArray &digest);
/// Marks it as deleted; true where it was there until now.
[[nodiscard]] Result<bool> markDeleted(Database &db, MessageId id, Instant at);
/// Remembers that it is gone before it came.
[[nodiscard]] Result<void> keepTombstone(Database &db, const NodeKey &key, Instant at);
/// When a message was deleted that comes now; none: it was not. Asked once.
[[nodiscard]] Result<std::optional<Instant>> takeTombstone(Database &db, const NodeKey &key);

} // namespace aside
