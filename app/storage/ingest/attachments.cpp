// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/ingest/attachments.h"

#include "app/storage/leftparts.h"

#include <algorithm>

namespace aside {

namespace {

constexpr std::string_view insertAttachment = R"sql(
    INSERT INTO attachment (message_id, name, mime_type, content_id, sha256, size) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
)sql";

Result<void> storeOne(Database &db, const BlobStore &blobs, const IncomingAttachment &attachment,
                      MessageId id)
{
    const bool isLeft = attachment.part.has_value();
    const Result<QByteArray> sha256
        = isLeft ? Result<QByteArray>(QByteArray("")) : blobs.put(attachment.data);
    if (!sha256) {
        return std::unexpected(sha256.error());
    }
    const qint64 size = isLeft ? decodedSize(*attachment.part) : attachment.data.size();
    const Result<void> inserted = db.prepare(insertAttachment).and_then([&](Statement insert) {
        return insert.bind(1, id.value)
            .bind(2, attachment.name)
            .bind(3, attachment.mimeType)
            .bind(4, attachment.contentId)
            .bind(5, *sha256)
            .bind(6, size)
            .run();
    });
    if (!inserted || !isLeft) {
        return inserted;
    }
    return storeLeftPart(db, AttachmentId{db.lastInsertId()}, *attachment.part);
}

} // namespace

Result<void> storeAttachments(Database &db, const BlobStore &blobs,
                              const QList<IncomingAttachment> &attachments, MessageId id)
{
    for (const IncomingAttachment &attachment : attachments) {
        if (const Result<void> stored = storeOne(db, blobs, attachment, id); !stored) {
            return stored;
        }
    }
    return {};
}

bool bringBytes(const QList<IncomingAttachment> &attachments)
{
    return std::ranges::any_of(attachments, [](const IncomingAttachment &one) { return !one.part; });
}

} // namespace aside
