// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/ingest/conversationcache.h"

#include "app/storage/checks.h"
#include "app/storage/drafts.h"
#include "app/storage/ingest/texts.h"
#include "app/storage/waiting.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

// SQLite would give the id of the newest conversation again once that was merged away, and then the alias
// would answer for a stranger.
constexpr std::string_view insertConversation = R"sql(
    INSERT INTO conversation (id, channel, audience, state, first_at, last_at, last_direction, message_count,
                              unread_count, attachment_count, subject, preview)
    VALUES (1 + max(coalesce((SELECT max(id) FROM conversation), 0),
                    coalesce((SELECT max(old_id) FROM conversation_alias), 0)),
            ?1, ?2, 0, ?3, ?3, 0, 0, 0, 0, '', '')
)sql";

constexpr std::string_view selectSummary = R"sql(
    SELECT state, handle_id, first_at, last_at, last_direction, message_count, unread_count, attachment_count,
           subject, preview, snoozed_until, answered_at, waiting_since, heard_at
    FROM conversation WHERE id = ?1
)sql";

constexpr std::string_view updateSummary = R"sql(
    UPDATE conversation SET state = ?2, handle_id = ?3, first_at = ?4, last_at = ?5, last_direction = ?6,
           message_count = ?7, unread_count = ?8, attachment_count = ?9, subject = ?10, preview = ?11,
           snoozed_until = ?12, answered_at = ?13, waiting_since = ?14, heard_at = ?15,
           target_by = CASE waiting_since WHEN ?14 THEN target_by ELSE reply_target(?14) END,
           window_by = reply_window(channel, audience, ?14, ?15),
           mood_at = CASE waiting_since WHEN ?14 THEN mood_at ELSE 0 END,
           reach = coalesce((SELECT h.reach FROM handle h WHERE h.id = ?3), 0),
           is_blocked = coalesce((SELECT h.is_blocked FROM handle h WHERE h.id = ?3), 0)
    WHERE id = ?1
)sql";

constexpr std::string_view recomputeCounts = R"sql(
    SELECT count(*), coalesce(sum(direction = 0 AND is_read = 0), 0), coalesce(sum(attachment_count), 0),
           coalesce(min(sent_at), 0), coalesce(max(sent_at), 0),
           coalesce(max(CASE direction WHEN 1 THEN max(sent_at, 1) END), 0),
           coalesce(max(CASE direction WHEN 0 THEN max(sent_at, 1) END), 0)
    FROM message WHERE conversation_id = ?1
)sql";

constexpr std::string_view lastMessage = R"sql(
    SELECT m.direction, b.text, (SELECT f.subject FROM message f WHERE f.conversation_id = ?1 ORDER BY f.sent_at, f.id
                                 LIMIT 1)
    FROM message m JOIN message_body b ON b.message_id = m.id
    WHERE m.conversation_id = ?1 ORDER BY m.deleted_at <> 0, m.sent_at DESC, m.id DESC LIMIT 1
)sql";

constexpr std::string_view moveMessages
    = "UPDATE message SET conversation_id = ?2 WHERE conversation_id = ?1";
constexpr std::string_view moveOutbox = "UPDATE outbox SET conversation_id = ?2 WHERE conversation_id = ?1";
constexpr std::string_view passAccount = R"sql(
    UPDATE conversation SET account_id = coalesce(account_id, (SELECT account_id FROM conversation WHERE id = ?1))
    WHERE id = ?2
)sql";
constexpr std::string_view moveAliases
    = "UPDATE conversation_alias SET conversation_id = ?2 WHERE conversation_id = ?1";
constexpr std::string_view moveNodes
    = "UPDATE thread_node SET conversation_id = ?2 WHERE conversation_id = ?1";
constexpr std::string_view movePromises
    = "UPDATE promise SET conversation_id = ?2 WHERE conversation_id = ?1";
constexpr std::string_view moveMoves
    = "UPDATE private_move SET conversation_id = ?2 WHERE conversation_id = ?1";
constexpr std::string_view movePrivateHalves
    = "UPDATE private_move SET private_conversation_id = ?2 WHERE private_conversation_id = ?1";
constexpr std::string_view moveRejections
    = "UPDATE OR IGNORE rejected_arrival SET conversation_id = ?2 WHERE conversation_id = ?1";
constexpr std::string_view dropRejections
    = "DELETE FROM rejected_arrival WHERE conversation_id = ?1 AND ?2 <> ?1";
constexpr std::string_view copyTags = R"sql(
    INSERT OR IGNORE INTO conversation_tag (folded, conversation_id, shown, is_open)
    SELECT folded, ?2, shown, (SELECT shelf = 0 FROM conversation WHERE id = ?2)
    FROM conversation_tag WHERE conversation_id = ?1
)sql";
constexpr std::string_view dropTags = "DELETE FROM conversation_tag WHERE conversation_id = ?1 AND ?2 <> ?1";
constexpr std::string_view insertAlias
    = "INSERT INTO conversation_alias (old_id, conversation_id) VALUES (?1, ?2)";
constexpr std::string_view deleteConversation = "DELETE FROM conversation WHERE id = ?1";

/// The state of two that become one: that of the one which wants more of us.
void absorbState(ConversationSummary &into, const ConversationSummary &from)
{
    using enum ConversationState;
    if (into.state == Open || from.state == Open) {
        into.state = Open;
        into.snoozedUntil = {};
    } else if (into.state == Closed) {
        into.state = from.state;
        into.snoozedUntil = from.snoozedUntil;
    } else if (from.state == Snoozed && toMillis(from.snoozedUntil) != 0) { // 0 is the latest: until a reply
        const bool isForever = toMillis(into.snoozedUntil) == 0;
        into.snoozedUntil = isForever ? from.snoozedUntil : std::min(into.snoozedUntil, from.snoozedUntil);
    }
}

/// What the merged conversation shows: the older start, the newer end, the sums.
void absorb(ConversationSummary &into, const ConversationSummary &from)
{
    if (from.messages == 0) {
        return;
    }
    if (into.messages == 0 || from.firstAt < into.firstAt) {
        into.firstAt = from.firstAt;
        into.subject = from.subject;
        into.handle = from.handle != 0 ? from.handle : into.handle;
    }
    if (into.messages == 0 || from.lastAt >= into.lastAt) {
        into.lastAt = from.lastAt;
        into.lastDirection = from.lastDirection;
        into.preview = from.preview;
    }
    into.handle = into.handle != 0 ? into.handle : from.handle;
    into.messages += from.messages;
    into.unread += from.unread;
    into.attachments += from.attachments;
    absorbState(into, from);
    into.answeredAt = std::max(into.answeredAt, from.answeredAt);
    into.heardAt = std::max(into.heardAt, from.heardAt);
}

} // namespace

ConversationCache::ConversationCache(Database &db)
    : m_db(db)
{
}

Result<ConversationId> ConversationCache::create(Channel channel, Audience audience, Instant at)
{
    return m_db.prepare(insertConversation)
        .and_then([&](Statement insert) {
            return insert.bind(1, std::to_underlying(channel))
                .bind(2, std::to_underlying(audience))
                .bind(3, toMillis(at))
                .run();
        })
        .transform([&] {
            const ConversationId id{m_db.lastInsertId()};
            m_summaries.insert(id, {.firstAt = at, .lastAt = at, .subject = {}, .preview = {}});
            m_touched.insert(id);
            m_created.insert(id);
            return id;
        });
}

Result<ConversationSummary *> ConversationCache::load(ConversationId id)
{
    if (const auto known = m_summaries.find(id); known != m_summaries.end()) {
        return &known.value();
    }
    Result<Statement> select = m_db.prepare(selectSummary);
    if (!select) {
        return std::unexpected(select.error());
    }
    const Result<bool> row = select->bind(1, id.value).step();
    if (!row) {
        return std::unexpected(row.error());
    }
    if (!*row) {
        return fail(Errc::DatabaseCorrupt, QStringLiteral("a thread names conversation %1").arg(id.value));
    }
    const auto inserted = m_summaries.insert(id,
                                             {.state = static_cast<ConversationState>(select->integer(0)),
                                              .handle = select->integer(1),
                                              .firstAt = fromMillis(select->integer(2)),
                                              .lastAt = fromMillis(select->integer(3)),
                                              .lastDirection = static_cast<Direction>(select->integer(4)),
                                              .messages = select->integer(5),
                                              .unread = select->integer(6),
                                              .attachments = select->integer(7),
                                              .subject = select->text(8),
                                              .preview = select->text(9),
                                              .snoozedUntil = fromMillis(select->integer(10)),
                                              .answeredAt = fromMillis(select->integer(11)),
                                              .waitingSince = fromMillis(select->integer(12)),
                                              .heardAt = fromMillis(select->integer(13))});
    return &inserted.value();
}

Result<void> ConversationCache::add(ConversationId id, const MessageSummary &message)
{
    const Result<ConversationSummary *> loaded = load(id);
    if (!loaded) {
        return std::unexpected(loaded.error());
    }
    ConversationSummary &summary = **loaded;
    const bool incoming = message.direction == Direction::Incoming;
    const bool unread = incoming && !message.isRead;
    absorb(summary,
           {.state = incoming && !message.isRead ? ConversationState::Open : summary.state,
            .handle = message.customer,
            .firstAt = message.sentAt,
            .lastAt = message.sentAt,
            .lastDirection = message.direction,
            .messages = 1,
            .unread = unread ? 1 : 0,
            .attachments = message.attachments,
            .subject = message.subject,
            .preview = message.preview,
            .snoozedUntil = summary.snoozedUntil,
            .heardAt = incoming ? countedTime(message.sentAt) : Instant{}});
    m_touched.insert(id);
    return noteWaiting(id, summary, message);
}

/// The message is stored already.
Result<void> ConversationCache::noteWaiting(ConversationId id, ConversationSummary &summary,
                                            const MessageSummary &message)
{
    const Instant at = countedTime(message.sentAt);
    const bool isAfterUs = at > summary.answeredAt;
    if (message.direction == Direction::Incoming && isAfterUs && summary.state != ConversationState::Closed) {
        const bool isFirst = toMillis(summary.waitingSince) == 0 || at < summary.waitingSince;
        summary.waitingSince = isFirst ? at : summary.waitingSince;
    } else if (message.direction == Direction::Outgoing && isAfterUs) {
        summary.answeredAt = at;
        if (toMillis(summary.waitingSince) != 0 && summary.waitingSince <= at) {
            return recomputeWaiting(id, summary);
        }
    }
    return {};
}

Result<void> ConversationCache::recomputeWaiting(ConversationId id, ConversationSummary &summary)
{
    if (summary.state == ConversationState::Closed) {
        summary.waitingSince = {};
        return {};
    }
    return firstUnanswered(m_db, id, summary.answeredAt).transform([&](Instant first) {
        summary.waitingSince = first;
    });
}

Result<void> ConversationCache::merge(ConversationId from, ConversationId into)
{
    const Result<ConversationSummary *> source = load(from);
    if (!source) {
        return std::unexpected(source.error());
    }
    const ConversationSummary taken = **source;
    const Result<ConversationSummary *> target = load(into);
    if (!target) {
        return std::unexpected(target.error());
    }
    absorb(**target, taken);
    for (const std::string_view sql :
         {moveMessages, moveOutbox, passAccount, movePromises, moveMoves, movePrivateHalves, moveRejections,
          dropRejections, copyTags, dropTags, moveAliases, moveNodes, insertAlias}) {
        const Result<void> moved = m_db.prepare(sql).and_then(
            [&](Statement update) { return update.bind(1, from.value).bind(2, into.value).run(); });
        if (!moved) {
            return moved;
        }
    }
    const Result<void> gone
        = recomputeWaiting(into, **target)
              .and_then([&] { return mergeDrafts(m_db, from, into); })
              .and_then([&] { return mergeChecks(m_db, from, into); })
              .and_then([&] { return m_db.prepare(deleteConversation); })
              .and_then([&](Statement remove) { return remove.bind(1, from.value).run(); });
    m_summaries.remove(from);
    m_created.remove(from);
    m_touched.insert(from);
    m_touched.insert(into);
    return gone;
}

Result<qint64> ConversationCache::recompute(ConversationId id)
{
    const Result<ConversationSummary *> loaded = load(id);
    if (!loaded) {
        return std::unexpected(loaded.error());
    }
    ConversationSummary &summary = **loaded;
    m_touched.insert(id);
    Result<Statement> counts = m_db.prepare(recomputeCounts);
    Result<Statement> last = m_db.prepare(lastMessage);
    if (!counts || !last) {
        return std::unexpected(!counts ? counts.error() : last.error());
    }
    const Result<bool> counted = counts->bind(1, id.value).step();
    const Result<bool> found = last->bind(1, id.value).step();
    if (!counted || !found) {
        return std::unexpected(!counted ? counted.error() : found.error());
    }
    summary.messages = counts->integer(0);
    summary.unread = counts->integer(1);
    summary.attachments = counts->integer(2);
    summary.firstAt = fromMillis(counts->integer(3));
    summary.lastAt = fromMillis(counts->integer(4));
    if (*found) {
        summary.lastDirection = static_cast<Direction>(last->integer(0));
        summary.preview = previewOf(last->text(1));
        summary.subject = conversationSubject(last->text(2));
    }
    summary.answeredAt = fromMillis(counts->integer(5));
    summary.heardAt = fromMillis(counts->integer(6));
    return recomputeWaiting(id, summary).transform([&] { return summary.messages; });
}

Result<void> ConversationCache::flush()
{
    Result<Statement> update = m_db.prepare(updateSummary);
    if (!update) {
        return std::unexpected(update.error());
    }
    for (const ConversationId id : std::as_const(m_touched)) {
        const auto summary = m_summaries.constFind(id);
        if (summary == m_summaries.constEnd()) {
            continue; // merged away
        }
        update->bind(1, id.value).bind(2, std::to_underlying(summary->state));
        if (summary->handle != 0) {
            update->bind(3, summary->handle);
        } else {
            update->bindNull(3);
        }
        update->bind(4, toMillis(summary->firstAt)).bind(5, toMillis(summary->lastAt));
        update->bind(6, std::to_underlying(summary->lastDirection)).bind(7, summary->messages);
        update->bind(8, summary->unread).bind(9, summary->attachments);
        update->bind(10, summary->subject)
            .bind(11, summary->preview)
            .bind(12, toMillis(summary->snoozedUntil));
        update->bind(13, toMillis(summary->answeredAt)).bind(14, toMillis(summary->waitingSince));
        update->bind(15, toMillis(summary->heardAt));
        if (const Result<void> done = update->run(); !done) {
            return done;
        }
    }
    return {};
}

} // namespace aside
