// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/leftparts.h"

#include "app/storage/rows.h"
#include "app/storage/serverplaces.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr std::string_view insertPart
    = "INSERT INTO server_part (attachment_id, section, encoding, size) VALUES (?1, ?2, ?3, ?4)";
constexpr std::string_view selectPart = R"sql(
    SELECT p.section, p.encoding, p.size, m.id, m.remote_id, length(a.sha256)
    FROM server_part p JOIN attachment a ON a.id = p.attachment_id JOIN message m ON m.id = a.message_id
    WHERE p.attachment_id = ?1
)sql";
// Of one account: whoever brings it asks one server.
constexpr std::string_view selectPlaces = R"sql(
    SELECT account_id, folder, uid_validity, uid, flags FROM server_place
    WHERE message_id = ?1 AND account_id = (SELECT min(account_id) FROM server_place WHERE message_id = ?1)
    ORDER BY folder, uid_validity DESC, uid
)sql";
constexpr std::string_view selectLike = R"sql(
    SELECT m.attachment_count, substr(b.text, 1, ?4), count(p.attachment_id),
           coalesce(sum(p.attachment_id IS NOT NULL AND a.mime_type LIKE 'text/%'), 0)
    FROM message m JOIN message_body b ON b.message_id = m.id
    LEFT JOIN attachment a ON a.message_id = m.id LEFT JOIN server_part p ON p.attachment_id = a.id
    WHERE m.id = ?1 AND m.sent_at = ?2 AND m.subject = ?3 GROUP BY m.id
)sql";
constexpr std::string_view updateAttachment
    = "UPDATE attachment SET sha256 = ?2, size = ?3 WHERE id = ?1 AND length(sha256) = 0";
constexpr std::string_view selectHome = R"sql(
    SELECT m.conversation_id FROM attachment a JOIN message m ON m.id = a.message_id WHERE a.id = ?1
)sql";

Result<void> readPlaces(Database &db, qint64 message, LeftPart &left)
{
    return db.prepare(selectPlaces).and_then([&](Statement select) {
        select.bind(1, message);
        return forEachRow(select, [&](const Statement &row) {
            left.account = AccountId{row.integer(0)};
            left.places.append({.folder = row.text(1),
                                .uidValidity = static_cast<quint32>(row.integer(2)),
                                .uid = static_cast<quint32>(row.integer(3)),
                                .flags = flagsFromBits(row.integer(4))});
        });
    });
}

/// How a letter came: the rest of a text that was cut is a file of it, which it is not where it came whole.
struct Shape {
    qint64 files = 0;
    qint64 left = 0; ///< of them, at the server
    qint64 leftTexts = 0; ///< of those
    QString beginning{}; ///< of its text
};

constexpr qsizetype longestBeginning = 4'000; ///< in letters; each text that was cut is longer

Shape shapeOf(const IncomingMessage &message)
{
    Shape shape{.files = message.attachments.size(),
                .beginning = message.text.first(std::min(longestBeginning, message.text.size()))};
    for (const IncomingAttachment &one : message.attachments) {
        shape.left += one.part ? 1 : 0;
        shape.leftTexts += one.part && one.mimeType.startsWith(QLatin1StringView("text/")) ? 1 : 0;
    }
    return shape;
}

/// As far as both go: what follows the beginning may have been cut.
bool beginAlike(const Shape &one, const Shape &other)
{
    const QString first = one.beginning.simplified();
    const QString second = other.beginning.simplified();
    const qsizetype both = std::min(first.size(), second.size());
    return QStringView(first).first(both) == QStringView(second).first(both);
}

bool areSame(const Shape &one, const Shape &other)
{
    if (one.left + other.left == 0) {
        return false;
    }
    const Shape &larger = one.files > other.files ? one : other;
    const qint64 more = larger.files - std::min(one.files, other.files);
    return more == 0 || (more <= larger.leftTexts && beginAlike(one, other));
}

} // namespace

Result<void> storeLeftPart(Database &db, AttachmentId id, const ServerPart &part)
{
    return db.prepare(insertPart).and_then([&](Statement insert) {
        insert.bind(1, id.value).bind(2, part.section);
        return insert.bind(3, std::to_underlying(part.encoding)).bind(4, part.size).run();
    });
}

Result<bool> isSameInParts(Database &db, MessageId id, const IncomingMessage &message)
{
    return db.prepare(selectLike).and_then([&](Statement select) {
        select.bind(1, id.value).bind(2, toMillis(message.sentAt)).bind(3, message.subject);
        return select.bind(4, qint64{longestBeginning}).step().transform([&](bool row) {
            return row
                && areSame({.files = select.integer(0),
                            .left = select.integer(2),
                            .leftTexts = select.integer(3),
                            .beginning = select.text(1)},
                           shapeOf(message));
        });
    });
}

Result<LeftPart> leftPart(Database &db, AttachmentId id)
{
    Result<Statement> select = db.prepare(selectPart);
    if (!select) {
        return std::unexpected(select.error());
    }
    const Result<bool> row = select->bind(1, id.value).step();
    if (!row) {
        return std::unexpected(row.error());
    }
    if (!*row) {
        return fail(Errc::NotFound, QStringLiteral("nothing of attachment %1 was left").arg(id.value));
    }
    if (select->integer(5) > 0) {
        return fail(Errc::Conflict, QStringLiteral("attachment %1 is here").arg(id.value));
    }
    LeftPart left{.attachment = id,
                  .account = {},
                  .messageId = select->text(4),
                  .part = {.section = select->text(0),
                           .encoding = static_cast<PartEncoding>(select->integer(1)),
                           .size = select->integer(2)}};
    if (const Result<void> read = readPlaces(db, select->integer(3), left); !read) {
        return std::unexpected(read.error());
    }
    if (left.places.isEmpty()) {
        return fail(Errc::NotFound, QStringLiteral("its message lies nowhere any more"));
    }
    return left;
}

Result<ConversationId> keepLeftPart(Database &db, AttachmentId id, const QByteArray &sha256, qint64 size)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const Result<void> updated = db.prepare(updateAttachment).and_then([&](Statement update) {
        return update.bind(1, id.value).bind(2, sha256).bind(3, size).run();
    });
    if (!updated) {
        return std::unexpected(updated.error());
    }
    const Result<ConversationId> home
        = db.prepare(selectHome).and_then([&](Statement select) -> Result<ConversationId> {
              const Result<bool> row = select.bind(1, id.value).step();
              if (!row) {
                  return std::unexpected(row.error());
              }
              return *row ? Result<ConversationId>(ConversationId{select.integer(0)})
                          : fail(Errc::NotFound, QStringLiteral("no attachment %1").arg(id.value));
          });
    if (!home) {
        return home;
    }
    return transaction->commit().transform([&] { return *home; });
}

} // namespace aside
