// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/persons/erasure.h"

#include "app/storage/blobs.h"
#include "app/storage/people.h"
#include "app/storage/persons/groups.h"
#include "app/storage/rows.h"
#include "models/core/logging.h"
#include "models/domain/consent.h"
#include "models/domain/outboxitem.h"
#include "models/privacy/privatetalk.h"

#include <utility>

namespace aside {

namespace {

// What is theirs, looked up once. Temporary tables belong to the connection alone.
constexpr std::string_view makeLists = R"sql(
    CREATE TEMP TABLE IF NOT EXISTS erased_handle (id INTEGER PRIMARY KEY) STRICT;
    CREATE TEMP TABLE IF NOT EXISTS erased_person (id INTEGER PRIMARY KEY) STRICT;
    CREATE TEMP TABLE IF NOT EXISTS erased_talk (id INTEGER PRIMARY KEY) STRICT;
    CREATE TEMP TABLE IF NOT EXISTS erased_message (id INTEGER PRIMARY KEY) STRICT;
    DELETE FROM erased_handle;
    DELETE FROM erased_person;
    DELETE FROM erased_talk;
    DELETE FROM erased_message;
    CREATE TEMP TABLE IF NOT EXISTS erased_blob (sha256 BLOB PRIMARY KEY) STRICT;
    DELETE FROM erased_blob;
)sql";
constexpr std::string_view listPersons = R"sql(
    INSERT INTO erased_person
    WITH RECURSIVE part (id) AS (
        VALUES (?1) UNION SELECT p.id FROM part JOIN person p ON p.merged_into = part.id)
    SELECT id FROM part
)sql";
constexpr std::string_view listHandles
    = "INSERT INTO erased_handle SELECT id FROM handle WHERE person_id = ?1";
constexpr std::string_view listTheRest = R"sql(
    INSERT INTO erased_talk SELECT c.id FROM erased_handle h JOIN conversation c ON c.handle_id = h.id;
    INSERT INTO erased_message SELECT m.id FROM erased_talk t JOIN message m ON m.conversation_id = t.id;
    INSERT OR IGNORE INTO erased_message SELECT m.id FROM message m WHERE m.handle_id IN (SELECT id FROM erased_handle);
    INSERT OR IGNORE INTO erased_blob SELECT a.sha256 FROM attachment a
        WHERE length(a.sha256) > 0 AND a.message_id IN (SELECT id FROM erased_message);
    INSERT OR IGNORE INTO erased_blob SELECT f.sha256 FROM draft_attachment f
        WHERE f.draft_id IN (SELECT d.id FROM draft d WHERE d.conversation_id IN (SELECT id FROM erased_talk))
            OR f.outbox_id IN (SELECT o.id FROM outbox o WHERE o.conversation_id IN (SELECT id FROM erased_talk));
)sql";
constexpr std::string_view selectUnreferred = R"sql(
    SELECT sha256 FROM erased_blob
    EXCEPT SELECT sha256 FROM attachment
    EXCEPT SELECT sha256 FROM draft_attachment
)sql";
constexpr std::string_view selectOnTheirWay = R"sql(
    SELECT o.id FROM erased_talk t JOIN outbox o ON o.conversation_id = t.id WHERE o.state NOT IN (?1, ?2) ORDER BY o.id
)sql";
// Row by row in the order that references allow.
constexpr std::string_view eraseMessages = R"sql(
    DELETE FROM message_fts WHERE rowid IN (SELECT id FROM erased_message);
    DELETE FROM message_version WHERE message_id IN (SELECT id FROM erased_message);
    UPDATE message_body SET text = '', html = NULL WHERE message_id IN (SELECT id FROM erased_message);
    DELETE FROM server_part WHERE attachment_id IN (
        SELECT a.id FROM attachment a WHERE a.message_id IN (SELECT id FROM erased_message));
    DELETE FROM attachment WHERE message_id IN (SELECT id FROM erased_message);
    DELETE FROM message_recipient WHERE message_id IN (SELECT id FROM erased_message);
    UPDATE message SET subject = '', author = '', page = '', attachment_count = 0 WHERE id IN (SELECT id FROM erased_message);
)sql";
constexpr std::string_view eraseTalks = R"sql(
    UPDATE conversation SET subject = '', preview = '', attachment_count = 0, reach = 0, mood_words = ''
        WHERE id IN (SELECT id FROM erased_talk);
    DELETE FROM conversation_tag WHERE conversation_id IN (SELECT id FROM erased_talk);
    DELETE FROM reply_reason WHERE conversation_id IN (SELECT id FROM erased_talk);
    DELETE FROM reply_rule_off WHERE conversation_id IN (SELECT id FROM erased_talk);
    UPDATE template_use SET rendered = '' WHERE conversation_id IN (SELECT id FROM erased_talk);
    DELETE FROM draft_attachment WHERE draft_id IN (
        SELECT d.id FROM draft d WHERE d.conversation_id IN (SELECT id FROM erased_talk));
    DELETE FROM draft_version WHERE draft_id IN (
        SELECT d.id FROM draft d WHERE d.conversation_id IN (SELECT id FROM erased_talk));
    DELETE FROM draft WHERE conversation_id IN (SELECT id FROM erased_talk);
    DELETE FROM draft_attachment WHERE outbox_id IN (
        SELECT o.id FROM outbox o WHERE o.conversation_id IN (SELECT id FROM erased_talk));
    UPDATE outbox_event SET words = '' WHERE outbox_id IN (
        SELECT o.id FROM outbox o WHERE o.conversation_id IN (SELECT id FROM erased_talk));
    UPDATE outbox SET text = '', addressing = '', server_words = '', evidence_words = '',
                      remote_id = CASE WHEN remote_id LIKE 'http%' THEN '' ELSE remote_id END
        WHERE conversation_id IN (SELECT id FROM erased_talk);
    UPDATE promise SET words = '' WHERE conversation_id IN (SELECT id FROM erased_talk);
)sql";
// A talk that was waited for does not come any more; a link that somebody follows later leads nowhere.
constexpr std::string_view eraseMoves = R"sql(
    UPDATE private_move SET private_handle = '', private_text = '', payload = '',
        ended_at = CASE state WHEN ?2 THEN ended_at ELSE ?1 END, state = CASE state WHEN ?2 THEN state ELSE ?3 END
    WHERE conversation_id IN (SELECT id FROM erased_talk) OR private_conversation_id IN (SELECT id FROM erased_talk)
)sql";
constexpr std::string_view lastLine = "SELECT coalesce(max(id), 0) FROM consent_entry";
constexpr std::string_view keepRefusals = R"sql(
    INSERT INTO consent_entry (person_id, consent_to, state, channel, handle, said_at, until, evidence_message_id,
                               words, recorded_by, recorded_at)
    SELECT person_id, consent_to, state, channel, '', said_at, 0, NULL, '', recorded_by, recorded_at
    FROM consent_entry WHERE person_id IN (SELECT id FROM erased_person) AND state IN (?1, ?2) AND id <= ?3 ORDER BY id
)sql";
constexpr std::string_view dropEntries
    = "DELETE FROM consent_entry WHERE person_id IN (SELECT id FROM erased_person) AND id <= ?1";
constexpr std::string_view countRefusals
    = "SELECT count(*) FROM consent_entry WHERE person_id IN (SELECT id FROM erased_person)";
constexpr std::string_view countMessages = "SELECT count(*) FROM erased_message";
constexpr std::string_view erasePersons = R"sql(
    DELETE FROM resolution WHERE move_id IN (
        SELECT id FROM private_move WHERE conversation_id IN (SELECT id FROM erased_talk)
            OR private_conversation_id IN (SELECT id FROM erased_talk));
    DELETE FROM person_note WHERE person_id IN (SELECT id FROM erased_person);
    DELETE FROM person_preference WHERE person_id IN (SELECT id FROM erased_person);
    UPDATE handle SET address = 'erased:' || id, shown = '', reach = 0, loads_images = 0
        WHERE id IN (SELECT id FROM erased_handle);
)sql";
constexpr std::string_view markPersons
    = "UPDATE person SET name = '', erased_at = ?1 WHERE id IN (SELECT id FROM erased_person)";
// What was there is written over, in the tables and in the search index.
constexpr std::string_view beThorough = "PRAGMA secure_delete = ON";
constexpr std::string_view beQuick = "PRAGMA secure_delete = OFF";
constexpr std::string_view tidyIndex = "INSERT INTO message_fts (message_fts) VALUES ('optimize')";

Result<void> run(Database &db, std::string_view sql, const QList<qint64> &values)
{
    return db.prepare(sql).and_then([&](Statement statement) {
        for (qsizetype i = 0; i < values.size(); ++i) {
            statement.bind(static_cast<int>(i) + 1, values.at(i));
        }
        return statement.run();
    });
}

Result<qint64> number(Database &db, std::string_view sql)
{
    return db.prepare(sql).and_then([](Statement select) {
        return select.step().transform([&](bool row) { return row ? select.integer(0) : 0; });
    });
}

Result<void> list(Database &db, PersonId shown)
{
    return db.execute(makeLists)
        .and_then([&] { return run(db, listPersons, {shown.value}); })
        .and_then([&] { return run(db, listHandles, {shown.value}); })
        .and_then([&] { return db.execute(listTheRest); });
}

Result<QList<OutboxId>> onTheirWay(Database &db)
{
    return db.prepare(selectOnTheirWay).and_then([](Statement select) {
        select.bind(1, std::to_underlying(OutboxState::Sent));
        select.bind(2, std::to_underlying(OutboxState::Withdrawn));
        return allRows(std::move(select), [](const Statement &row) { return OutboxId{row.integer(0)}; });
    });
}

/// The ledger is only added to: what stays is written anew without what tells who it was.
Result<void> thinLedger(Database &db)
{
    const Result<qint64> last = number(db, lastLine);
    if (!last) {
        return std::unexpected(last.error());
    }
    return run(db, keepRefusals,
               {std::to_underlying(ConsentState::Refused), std::to_underlying(ConsentState::Revoked), *last})
        .and_then([&] { return run(db, dropEntries, {*last}); });
}

Result<void> erase(Database &db, Instant now)
{
    return db.execute(eraseMessages)
        .and_then([&] { return db.execute(eraseTalks); })
        .and_then([&] {
            return run(db, eraseMoves,
                       {toMillis(now), std::to_underlying(MoveState::Joined),
                        std::to_underlying(MoveState::TakenBack)});
        })
        .and_then([&] { return thinLedger(db); })
        .and_then([&] { return db.execute(erasePersons); })
        .and_then([&] { return run(db, markPersons, {toMillis(now)}); })
        .and_then([&] { return db.execute(tidyIndex); });
}

/// Within a transaction of the caller's.
Result<ErasedPerson> eraseListed(Database &db, PersonId shown, Instant now)
{
    ErasedPerson erased;
    const Result<QList<ConversationId>> talks = conversationsOf(db, shown);
    const Result<QList<OutboxId>> waiting = onTheirWay(db);
    const Result<qint64> messages = number(db, countMessages);
    if (!talks || !waiting || !messages) {
        return std::unexpected(!talks ? talks.error() : !waiting ? waiting.error() : messages.error());
    }
    erased.onTheirWay = *waiting;
    if (!erased.isDone()) {
        return erased;
    }
    erased.conversations = *talks;
    erased.messages = *messages;
    return erase(db, now).and_then([&] { return number(db, countRefusals); }).transform([&](qint64 refusals) {
        erased.refusals = refusals;
        return erased;
    });
}

/// The person is erased already: a file that cannot be deleted is the doctor's, and no failure of the
/// erasure.
void dropFiles(Database &db, const BlobStore &blobs)
{
    const Result<QList<QByteArray>> files = db.prepare(selectUnreferred).and_then([](Statement select) {
        return allRows(std::move(select), [](const Statement &row) { return row.blob(0); });
    });
    qsizetype left = files ? 0 : 1;
    for (const QByteArray &sha256 : files.value_or(QList<QByteArray>())) {
        left += blobs.remove(sha256) ? 0 : 1;
    }
    if (left > 0) {
        qCWarning(logStorage) << "files of an erased person were not deleted:" << left;
    }
}

} // namespace

Result<ErasedPerson> erasePerson(Database &db, PersonId id, Instant now)
{
    const Result<PersonId> shown = currentPerson(db, id);
    if (!shown) {
        return std::unexpected(shown.error());
    }
    if (const Result<void> thorough = db.execute(beThorough); !thorough) {
        return std::unexpected(thorough.error());
    }
    Result<ErasedPerson> erased = [&]() -> Result<ErasedPerson> {
        Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
        if (!transaction) {
            return std::unexpected(transaction.error());
        }
        return list(db, *shown)
            .and_then([&] { return eraseListed(db, *shown, now); })
            .and_then([&](const ErasedPerson &done) {
                return transaction->commit().transform([&] { return done; });
            });
    }();
    const Result<void> quick = db.execute(beQuick);
    return quick ? erased : std::unexpected(quick.error());
}

Result<ErasedPerson> erasePerson(Database &db, const BlobStore &blobs, PersonId id, Instant now)
{
    const Result<ErasedPerson> erased = erasePerson(db, id, now);
    if (erased && erased->isDone()) {
        dropFiles(db, blobs);
    }
    return erased;
}

} // namespace aside
