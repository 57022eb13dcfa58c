// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/blobs.h"
#include "app/storage/database.h"
#include "models/core/id.h"
#include "models/domain/incoming.h"

namespace aside {

/// The files of a message that came. Inside the caller's transaction; their bytes are to be synced before it
/// is committed.
[[nodiscard]] Result<void> storeAttachments(Database &db, const BlobStore &blobs,
                                            const QList<IncomingAttachment> &attachments, MessageId id);

/// Whether the bytes of any of them come with it.
[[nodiscard]] bool bringBytes(const QList<IncomingAttachment> &attachments);

} // namespace aside
