// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/ingest/attachments.h"

namespace aside {

namespace {

constexpr std::string_view insertAttachment = R"sql(
    INSERT INTO attachment (message_id, name, mime_type, content_id, sha256, size) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
)sql";

} // namespace

Result<void> storeAttachments(Database &db, const BlobStore &blobs,
                              const QList<IncomingAttachment> &attachments, MessageId id)
{
    for (const IncomingAttachment &attachment : attachments) {
        const Result<QByteArray> sha256 = blobs.put(attachment.data);
        if (!sha256) {
            return std::unexpected(sha256.error());
        }
        const Result<void> inserted = db.prepare(insertAttachment).and_then([&](Statement insert) {
            return insert.bind(1, id.value)
                .bind(2, attachment.name)
                .bind(3, attachment.mimeType)
                .bind(4, attachment.contentId)
                .bind(5, *sha256)
                .bind(6, static_cast<qint64>(attachment.data.size()))
                .run();
        });
        if (!inserted) {
            return inserted;
        }
    }
    return {};
}

} // namespace aside
