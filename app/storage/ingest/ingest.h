// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/blobs.h"
#include "app/storage/database.h"
#include "app/storage/ingest/handles.h"
#include "models/domain/conversation.h"
#include "models/domain/incoming.h"

namespace aside {

/// What applying a batch did, and what the window has to look at again.
struct Applied {
    ApplyReport report;
    ChangeSet changes;

    bool operator==(const Applied &) const = default;
};

/// The one way in: applies a batch in one transaction (messages, threads, people, search index, cursor). All
/// or nothing. Lives on the storage thread, with the connection that writes.
class Ingest
{
public:
    Ingest(Database &db, const BlobStore &blobs);

    [[nodiscard]] Result<Applied> apply(const IncomingBatch &batch, Instant now);

private:
    Database &m_db;
    const BlobStore &m_blobs;
    Handles m_handles;
};

} // namespace aside
