// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/leftparts.h"
#include "app/storage/storewrite.h"

namespace aside {

QFuture<Result<LeftPart>> SqliteStores::leftPart(AttachmentId id)
{
    return m_reader->run([id](Database &db) { return aside::leftPart(db, id); });
}

/// Sealing a large file takes a while: the writer is not the one to wait for it.
QFuture<Result<void>> SqliteStores::keepPart(AttachmentId id, std::shared_ptr<QFile> content)
{
    const qint64 size = content->size();
    return m_searcher
        ->run([this, content](Database &) -> Result<QByteArray> {
            const Result<QByteArray> sha256 = m_blobs.putFile(*content);
            const Result<void> synced
                = sha256 ? m_blobs.sync() : Result<void>(std::unexpected(sha256.error()));
            return synced ? sha256 : std::unexpected(synced.error());
        })
        .then([this, id, size, content](const Result<QByteArray> &sha256) {
            if (!sha256) {
                return answer(Result<ConversationId>(std::unexpected(sha256.error())));
            }
            return write(
                [this, id, size, content, sha256 = *sha256](Database &db) {
                    // Whoever had the same file may have been erased meanwhile, and the file with them.
                    const Result<QByteArray> kept
                        = m_blobs.contains(sha256) ? sha256 : m_blobs.putFile(*content);
                    return kept.and_then(
                        [&](const QByteArray &) { return keepLeftPart(db, id, sha256, size); });
                },
                [](const Result<ConversationId> &home) { return only(*home); });
        })
        .unwrap()
        .then([](const Result<ConversationId> &home) { return home.transform([](ConversationId) { }); });
}

} // namespace aside
