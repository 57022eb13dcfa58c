// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/blobs.h"
#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/domain/draft.h"

#include <QList>

namespace aside {

// Files that lie with drafts. The first four are each one synced transaction: see models/ports/draftstore.h.

[[nodiscard]] Result<Draft> attachFile(Database &db, const BlobStore &blobs, const DraftKey &to,
                                       const QString &path, Instant now);
[[nodiscard]] Result<Draft> attachData(Database &db, const BlobStore &blobs, const DraftKey &to,
                                       const NewAttachment &data, Instant now);
[[nodiscard]] Result<Draft> detachFile(Database &db, DraftAttachmentId id);
[[nodiscard]] Result<Draft> describeFile(Database &db, DraftAttachmentId id, const QString &alt);

/// In the order they were attached.
[[nodiscard]] Result<QList<DraftAttachment>> attachmentsOf(Database &db, DraftId id);
[[nodiscard]] Result<QList<DraftAttachment>> attachmentsOf(Database &db, OutboxId id);

// Each moves all files from one place to the other, inside the caller's transaction. An id that is not valid
// has none.

[[nodiscard]] Result<void> moveAttachments(Database &db, DraftId from, DraftId to);
[[nodiscard]] Result<void> moveAttachments(Database &db, DraftId from, OutboxId to);
[[nodiscard]] Result<void> moveAttachments(Database &db, OutboxId from, DraftId to);
[[nodiscard]] Result<void> moveAttachments(Database &db, DraftId from, MessageId to);
[[nodiscard]] Result<void> moveAttachments(Database &db, MessageId from, DraftId to);
/// The message keeps its files. Errc::TooLarge where the draft would carry more than mostAttached.
[[nodiscard]] Result<void> copyAttachments(Database &db, MessageId from, const Draft &to);

} // namespace aside
