// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/ingest/revisions.h"

#include "app/storage/ingest/texts.h"
#include "app/storage/rows.h"

#include <algorithm>

namespace aside {

namespace {

constexpr std::string_view selectKnown = R"sql(
    SELECT m.edited_at, m.deleted_at, b.text, b.html FROM message m JOIN message_body b ON b.message_id = m.id
    WHERE m.id = ?1
)sql";
constexpr std::string_view keepVersion = R"sql(
    INSERT OR IGNORE INTO message_version (message_id, replaced_at, text, html)
    SELECT message_id, ?2, text, html FROM message_body WHERE message_id = ?1
)sql";
constexpr std::string_view updateBody = "UPDATE message_body SET text = ?2, html = ?3 WHERE message_id = ?1";
constexpr std::string_view updateWords = R"sql(
    UPDATE message SET edited_at = ?2, digest = ?3, subject = ?4,
           is_read = CASE WHEN direction = 0 THEN ?5 ELSE is_read END
    WHERE id = ?1
)sql";
constexpr std::string_view bringBack = "UPDATE message SET deleted_at = 0 WHERE id = ?1";
constexpr std::string_view selectNames = "SELECT name FROM attachment WHERE message_id = ?1";
constexpr std::string_view countFiles = R"sql(
    UPDATE message SET attachment_count = attachment_count + ?2 WHERE id = ?1
)sql";
constexpr std::string_view updateDeleted
    = "UPDATE message SET deleted_at = ?2 WHERE id = ?1 AND deleted_at = 0";
constexpr std::string_view insertTombstone = R"sql(
    INSERT INTO message_tombstone (key, deleted_at) VALUES (?1, ?2)
    ON CONFLICT (key) DO UPDATE SET deleted_at = max(deleted_at, excluded.deleted_at)
)sql";
constexpr std::string_view deleteTombstone
    = "DELETE FROM message_tombstone WHERE key = ?1 RETURNING deleted_at";

struct Known {
    Instant editedAt{};
    Instant deletedAt{};
    QString text;
    QByteArray html; ///< as it is stored

    [[nodiscard]] bool isDeleted() const { return toMillis(deletedAt) != 0; }
};

Result<Known> knownOf(Database &db, MessageId id)
{
    return db.prepare(selectKnown).and_then([&](Statement select) {
        return select.bind(1, id.value).step().transform([&](bool row) {
            return row ? Known{.editedAt = fromMillis(select.integer(0)),
                               .deletedAt = fromMillis(select.integer(1)),
                               .text = select.text(2),
                               .html = select.blob(3)}
                       : Known();
        });
    });
}

Result<void> writeWords(Database &db, const IncomingMessage &message, MessageId id, const QByteArray &digest)
{
    return db.prepare(keepVersion)
        .and_then(
            [&](Statement keep) { return keep.bind(1, id.value).bind(2, toMillis(*message.editedAt)).run(); })
        .and_then([&] { return db.prepare(updateBody); })
        .and_then([&](Statement update) {
            update.bind(1, id.value).bind(2, message.text);
            const QByteArray html = storedHtml(message.html);
            return (html.isEmpty() ? update.bindNull(3) : update.bind(3, html)).run();
        })
        .and_then([&] { return db.prepare(updateWords); })
        .and_then([&](Statement update) {
            update.bind(1, id.value).bind(2, toMillis(*message.editedAt)).bind(3, digest);
            return update.bind(4, message.subject).bind(5, message.isRead ? 1 : 0).run();
        });
}

/// Files are told by their names: what a message has stays with it.
Result<QList<IncomingAttachment>> newFiles(Database &db, const IncomingMessage &message, MessageId id)
{
    if (message.attachments.isEmpty()) {
        return QList<IncomingAttachment>();
    }
    const Result<QStringList> names = db.prepare(selectNames).and_then([&](Statement select) {
        select.bind(1, id.value);
        return allRows(std::move(select), [](const Statement &row) { return row.text(0); });
    });
    if (!names) {
        return std::unexpected(names.error());
    }
    QList<IncomingAttachment> added;
    std::ranges::copy_if(message.attachments, std::back_inserter(added),
                         [&](const IncomingAttachment &one) { return !names->contains(one.name); });
    return db.prepare(countFiles)
        .and_then([&](Statement update) {
            return update.bind(1, id.value).bind(2, static_cast<qint64>(added.size())).run();
        })
        .transform([&] { return added; });
}

} // namespace

Result<Revision> reviseMessage(Database &db, const IncomingMessage &message, MessageId id,
                               const QByteArray &digest)
{
    const Result<Known> known = knownOf(db, id);
    if (!known) {
        return std::unexpected(known.error());
    }
    const Instant at = *message.editedAt;
    const bool isBack = known->isDeleted() && at >= known->deletedAt;
    if (!isBack && (known->isDeleted() || at <= known->editedAt)) {
        return Revision();
    }
    Revision revision{.isNews = true,
                      .hasNewWords = message.text != known->text || storedHtml(message.html) != known->html};
    Result<void> done;
    if (revision.hasNewWords) {
        done = writeWords(db, message, id, digest);
    }
    if (isBack) {
        done = done.and_then([&] { return db.prepare(bringBack); }).and_then([&](Statement update) {
            return update.bind(1, id.value).run();
        });
    }
    return done.and_then([&] { return newFiles(db, message, id); })
        .transform([&](const QList<IncomingAttachment> &added) {
            revision.added = added;
            return revision;
        });
}

Result<bool> markDeleted(Database &db, MessageId id, Instant at)
{
    return db.prepare(updateDeleted)
        .and_then([&](Statement update) { return update.bind(1, id.value).bind(2, toMillis(at)).run(); })
        .transform([&] { return db.changes() > 0; });
}

Result<void> keepTombstone(Database &db, const NodeKey &key, Instant at)
{
    return db.prepare(insertTombstone).and_then([&](Statement insert) {
        return insert.bind(1, key).bind(2, toMillis(at)).run();
    });
}

Result<std::optional<Instant>> takeTombstone(Database &db, const NodeKey &key)
{
    return db.prepare(deleteTombstone).and_then([&](Statement take) -> Result<std::optional<Instant>> {
        const Result<bool> row = take.bind(1, key).step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return std::optional<Instant>();
        }
        const Instant at = fromMillis(take.integer(0));
        return take.run().transform([&] { return std::optional<Instant>(at); });
    });
}

} // namespace aside
