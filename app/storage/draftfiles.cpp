// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/draftfiles.h"

#include "app/storage/conversations.h"
#include "app/storage/drafts.h"
#include "app/storage/rows.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

#include <initializer_list>

namespace aside {

namespace {

constexpr std::string_view selectOfDraft
    = "SELECT id, name, mime_type, sha256, size, alt FROM draft_attachment WHERE draft_id = ?1 ORDER BY id";
constexpr std::string_view selectOfItem
    = "SELECT id, name, mime_type, sha256, size, alt FROM draft_attachment WHERE outbox_id = ?1 ORDER BY id";
constexpr std::string_view selectOwner = R"sql(
    SELECT coalesce(d.conversation_id, 0), coalesce(d.kind, 0)
    FROM draft_attachment a LEFT JOIN draft d ON d.id = a.draft_id WHERE a.id = ?1
)sql";
constexpr std::string_view insertFile = R"sql(
    INSERT INTO draft_attachment (draft_id, name, mime_type, sha256, size, alt) VALUES (?1, ?2, ?3, ?4, ?5, '')
)sql";
constexpr std::string_view deleteFile = "DELETE FROM draft_attachment WHERE id = ?1";
constexpr std::string_view updateAlt = "UPDATE draft_attachment SET alt = ?2 WHERE id = ?1";
constexpr std::string_view moveToOther = "UPDATE draft_attachment SET draft_id = ?2 WHERE draft_id = ?1";
constexpr std::string_view moveToItem
    = "UPDATE draft_attachment SET draft_id = NULL, outbox_id = ?2 WHERE draft_id = ?1";
constexpr std::string_view moveToDraft
    = "UPDATE draft_attachment SET draft_id = ?2, outbox_id = NULL WHERE outbox_id = ?1";
constexpr std::string_view copyToMessage = R"sql(
    INSERT INTO attachment (message_id, name, mime_type, content_id, sha256, size, alt)
    SELECT ?2, name, mime_type, '', sha256, size, alt FROM draft_attachment WHERE draft_id = ?1 ORDER BY id
)sql";
constexpr std::string_view countInMessage = R"sql(
    UPDATE message SET attachment_count = (SELECT count(*) FROM draft_attachment WHERE draft_id = ?1) WHERE id = ?2
)sql";
constexpr std::string_view deleteOfDraft = "DELETE FROM draft_attachment WHERE draft_id = ?1 AND ?2 > 0";
constexpr std::string_view copyToDraft = R"sql(
    INSERT INTO draft_attachment (draft_id, name, mime_type, sha256, size, alt)
    SELECT ?2, name, mime_type, sha256, size, alt FROM attachment WHERE message_id = ?1 ORDER BY id
)sql";
constexpr std::string_view sumOfMessage
    = "SELECT coalesce(sum(size), 0) FROM attachment WHERE message_id = ?1";
constexpr std::string_view countAtServer
    = "SELECT count(*) FROM attachment WHERE message_id = ?1 AND length(sha256) = 0";
constexpr std::string_view deleteOfMessage = "DELETE FROM attachment WHERE message_id = ?1 AND ?2 > 0";

Result<QList<DraftAttachment>> filesOf(Database &db, std::string_view sql, qint64 owner)
{
    return db.prepare(sql).and_then([&](Statement select) {
        select.bind(1, owner);
        return allRows(std::move(select), [](const Statement &row) {
            return DraftAttachment{.id = DraftAttachmentId{row.integer(0)},
                                   .name = row.text(1),
                                   .mimeType = row.text(2),
                                   .sha256 = row.blob(3),
                                   .size = row.integer(4),
                                   .alt = row.text(5)};
        });
    });
}

Result<void> move(Database &db, std::initializer_list<std::string_view> steps, qint64 from, qint64 to)
{
    if (from <= 0) {
        return {};
    }
    for (const std::string_view sql : steps) {
        const Result<void> moved = db.prepare(sql).and_then(
            [&](Statement update) { return update.bind(1, from).bind(2, to).run(); });
        if (!moved) {
            return moved;
        }
    }
    return {};
}

Result<NewAttachment> readFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return fail(Errc::NotFound, QStringLiteral("no file to attach"));
    }
    if (!info.isFile()) { // opening a pipe would wait for ever
        return fail(Errc::NotAFile, QStringLiteral("only files can be attached"));
    }
    if (info.size() > mostAttached) {
        return fail(Errc::TooLarge, QStringLiteral("a file of %1 bytes").arg(info.size()));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Errc::NoPermission, QStringLiteral("the file cannot be read"));
    }
    // It may grow while it is read.
    const QByteArray data = file.read(mostAttached + 1);
    if (file.error() != QFileDevice::NoError) {
        return fail(Errc::Io, QStringLiteral("the file cannot be read to its end"));
    }
    const QString mimeType = QMimeDatabase().mimeTypeForFileNameAndData(info.fileName(), data).name();
    return NewAttachment{.name = info.fileName(), .mimeType = mimeType, .data = data};
}

/// The draft a file lies with.
Result<DraftKey> ownerOf(Database &db, DraftAttachmentId id)
{
    return db.prepare(selectOwner).and_then([&](Statement select) -> Result<DraftKey> {
        const Result<bool> row = select.bind(1, id.value).step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return fail(Errc::NotFound, QStringLiteral("no attachment %1").arg(id.value));
        }
        if (select.integer(0) == 0) {
            return fail(Errc::Conflict, QStringLiteral("attachment %1 is on its way").arg(id.value));
        }
        return DraftKey{.conversation = ConversationId{select.integer(0)},
                        .kind = static_cast<DraftKind>(select.integer(1))};
    });
}

/// Runs one write on a file that still lies with its draft, in a transaction of its own.
template <typename Write>
Result<Draft> change(Database &db, DraftAttachmentId id, Write write)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    return ownerOf(db, id).and_then([&](const DraftKey &owner) {
        return write().and_then([&] { return transaction->commit(); }).and_then([&] {
            return loadDraft(db, owner.conversation, owner.kind);
        });
    });
}

} // namespace

Result<Draft> attachFile(Database &db, const BlobStore &blobs, const DraftKey &to, const QString &path,
                         Instant now)
{
    return readFile(path).and_then(
        [&](const NewAttachment &file) { return attachData(db, blobs, to, file, now); });
}

Result<Draft> attachData(Database &db, const BlobStore &blobs, const DraftKey &to, const NewAttachment &data,
                         Instant now)
{
    const Result<Draft> before = loadDraft(db, to.conversation, to.kind);
    if (!before) {
        return before;
    }
    if (totalSize(before->attachments) + data.data.size() > mostAttached) {
        return fail(Errc::TooLarge, QStringLiteral("the draft would carry too much"));
    }
    // The bytes first: a row never speaks of a file that is not there.
    const Result<QByteArray> sha256 = blobs.put(data.data);
    const Result<void> synced = sha256 ? blobs.sync() : Result<void>(std::unexpected(sha256.error()));
    if (!synced) {
        return std::unexpected(synced.error());
    }
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    return currentConversation(db, to.conversation)
        .and_then([&](ConversationId current) { return ensureDraft(db, current, to.kind, now); })
        .and_then([&](const Draft &draft) {
            return db.prepare(insertFile).and_then([&](Statement insert) {
                insert.bind(1, draft.id.value).bind(2, data.name).bind(3, data.mimeType);
                return insert.bind(4, *sha256).bind(5, qint64{data.data.size()}).run();
            });
        })
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return loadDraft(db, to.conversation, to.kind); });
}

Result<Draft> detachFile(Database &db, DraftAttachmentId id)
{
    return change(db, id, [&] {
        return db.prepare(deleteFile).and_then([&](Statement remove) {
            return remove.bind(1, id.value).run();
        });
    });
}

Result<Draft> describeFile(Database &db, DraftAttachmentId id, const QString &alt)
{
    return change(db, id, [&] {
        return db.prepare(updateAlt).and_then(
            [&](Statement update) { return update.bind(1, id.value).bind(2, alt).run(); });
    });
}

Result<QList<DraftAttachment>> attachmentsOf(Database &db, DraftId id)
{
    return filesOf(db, selectOfDraft, id.value);
}

Result<QList<DraftAttachment>> attachmentsOf(Database &db, OutboxId id)
{
    return filesOf(db, selectOfItem, id.value);
}

Result<void> moveAttachments(Database &db, DraftId from, DraftId to)
{
    return move(db, {moveToOther}, from.value, to.value);
}

Result<void> moveAttachments(Database &db, DraftId from, OutboxId to)
{
    return move(db, {moveToItem}, from.value, to.value);
}

Result<void> moveAttachments(Database &db, OutboxId from, DraftId to)
{
    return move(db, {moveToDraft}, from.value, to.value);
}

Result<void> moveAttachments(Database &db, DraftId from, MessageId to)
{
    return move(db, {copyToMessage, countInMessage, deleteOfDraft}, from.value, to.value);
}

Result<void> moveAttachments(Database &db, MessageId from, DraftId to)
{
    return move(db, {copyToDraft, deleteOfMessage}, from.value, to.value);
}

Result<void> copyAttachments(Database &db, MessageId from, const Draft &to)
{
    const auto number = [&](std::string_view sql) {
        return db.prepare(sql).and_then([&](Statement select) {
            return select.bind(1, from.value).step().transform([&](bool) { return select.integer(0); });
        });
    };
    const Result<qint64> size = number(sumOfMessage);
    const Result<qint64> left = number(countAtServer);
    if (!size || !left) {
        return std::unexpected(!size ? size.error() : left.error());
    }
    if (*left > 0) {
        return fail(Errc::AtServer, QStringLiteral("not all of its files are here"));
    }
    if (totalSize(to.attachments) + *size > mostAttached) {
        return fail(Errc::TooLarge, QStringLiteral("the draft would carry too much"));
    }
    return move(db, {copyToDraft}, from.value, to.id.value);
}

} // namespace aside
