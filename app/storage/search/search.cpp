// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/database.h"
#include "app/storage/search/filtervalues.h"
#include "app/storage/search/matchexpression.h"
#include "app/storage/search/searchindex.h"
#include "app/storage/search/snippet.h"

#include <QSet>

#include <algorithm>
#include <string>
#include <vector>

namespace aside {

namespace {

/// Ids follow arrival, which is nearly the order of time: the newest matches are looked at, then put in
/// order.
constexpr qint64 window = 1'000;
constexpr qint64 widestWindow = 64'000;
/// Up to here it is cheaper to look through the conversations a filter leaves than through all messages.
constexpr qint64 fewConversations = 2'000;
constexpr qint64 fewConversationsWithWords
    = 200; ///< each message of theirs is looked up in the index of words

struct Found {
    MessageId message;
    ConversationId conversation;
    qint64 sentAt = 0;
};

// One question with several ways to begin: from the words, from all messages, from a stretch of time, from
// what has attachments, or from the few conversations that have a draft, something unread, a rare state or a
// tag. Values are always bound; what is joined here are constants. ?1 words, ?2 excluded words, ?3-?9 masks,
// ?10-?12 times, ?13 limit, ?14 tags, ?15 excluded tags.

constexpr std::string_view fromWords = R"sql(
    SELECT m.id, m.conversation_id, m.sent_at
    FROM message_fts AS f CROSS JOIN message AS m ON m.id = f.rowid
    WHERE f.message_fts MATCH ?1
)sql";

constexpr std::string_view fromMessages = R"sql(
    SELECT m.id, m.conversation_id, m.sent_at FROM message AS m WHERE TRUE
)sql";

constexpr std::string_view fromDrafts = R"sql(
    SELECT m.id, m.conversation_id, m.sent_at
    FROM (SELECT DISTINCT conversation_id AS id FROM draft WHERE is_written) AS few
    CROSS JOIN message AS m ON m.conversation_id = few.id
    WHERE (?1 IS NULL OR EXISTS (SELECT 1 FROM message_fts WHERE message_fts MATCH ?1 AND rowid = m.id))
)sql";

constexpr std::string_view fromUnread = R"sql(
    SELECT m.id, m.conversation_id, m.sent_at
    FROM (SELECT id FROM conversation WHERE unread_count > 0) AS few
    CROSS JOIN message AS m ON m.conversation_id = few.id
    WHERE (?1 IS NULL OR EXISTS (SELECT 1 FROM message_fts WHERE message_fts MATCH ?1 AND rowid = m.id))
)sql";

constexpr std::string_view fromTagged = R"sql(
    SELECT m.id, m.conversation_id, m.sent_at
    FROM (SELECT conversation_id AS id FROM conversation_tag WHERE folded = ?14 ->> 0) AS few
    CROSS JOIN message AS m ON m.conversation_id = few.id
    WHERE (?1 IS NULL OR EXISTS (SELECT 1 FROM message_fts WHERE message_fts MATCH ?1 AND rowid = m.id))
)sql";

constexpr std::string_view fromStates = R"sql(
    SELECT m.id, m.conversation_id, m.sent_at
    FROM (SELECT id FROM conversation WHERE (?4 >> audience) & 1 AND (?5 >> state) & 1) AS few
    CROSS JOIN message AS m ON m.conversation_id = few.id
    WHERE (?1 IS NULL OR EXISTS (SELECT 1 FROM message_fts WHERE message_fts MATCH ?1 AND rowid = m.id))
)sql";

constexpr std::string_view fromDates = R"sql(
    SELECT m.id, m.conversation_id, m.sent_at FROM message AS m INDEXED BY message_by_time
    WHERE (?1 IS NULL OR EXISTS (SELECT 1 FROM message_fts WHERE message_fts MATCH ?1 AND rowid = m.id))
)sql";

constexpr std::string_view fromAttachments = R"sql(
    SELECT m.id, m.conversation_id, m.sent_at FROM message AS m INDEXED BY message_with_attachment
    WHERE m.attachment_count > 0
)sql";

// A mask of -1 lets everything pass and its row is not even read.
constexpr std::string_view conditions = R"sql(
    AND m.sent_at >= ?10 AND m.sent_at < ?11
    AND (?6 >> m.direction) & 1
    AND (?7 >> m.is_read) & 1
    AND (?8 >> (m.attachment_count > 0)) & 1
    AND (?3 & ?4 & ?5 = -1 OR EXISTS (
        SELECT 1 FROM conversation AS c
        WHERE c.id = m.conversation_id
          AND (?3 >> c.channel) & 1 AND (?4 >> c.audience) & 1 AND (?5 >> c.state) & 1))
    AND (?9 = -1 OR (?9 >> EXISTS (
        SELECT 1 FROM draft AS d WHERE d.conversation_id = m.conversation_id AND d.is_written)) & 1)
    AND (?12 IS NULL OR NOT EXISTS (
        SELECT 1 FROM json_each(?12) AS hole
        WHERE m.sent_at >= hole.value ->> 0 AND m.sent_at < hole.value ->> 1))
    AND (?14 IS NULL OR NOT EXISTS (
        SELECT 1 FROM json_each(?14) AS tag WHERE NOT EXISTS (
            SELECT 1 FROM conversation_tag AS t
            WHERE t.folded = tag.value AND t.conversation_id = m.conversation_id)))
    AND (?15 IS NULL OR NOT EXISTS (
        SELECT 1 FROM json_each(?15) AS tag CROSS JOIN conversation_tag AS t
            ON t.folded = tag.value AND t.conversation_id = m.conversation_id))
    AND (?2 IS NULL OR NOT EXISTS (
        SELECT 1 FROM message_fts WHERE message_fts MATCH ?2 AND rowid = m.id))
)sql";

constexpr std::string_view newestFirst = "ORDER BY m.id DESC LIMIT ?13";
constexpr std::string_view latestFirst = "ORDER BY m.sent_at DESC, m.id DESC LIMIT ?13";
constexpr std::string_view newestWordsFirst = "ORDER BY f.rowid DESC LIMIT ?13";

constexpr std::string_view countDrafts = R"sql(
    SELECT count(*) FROM (SELECT DISTINCT conversation_id FROM draft WHERE is_written LIMIT ?1)
)sql";

constexpr std::string_view countUnread = R"sql(
    SELECT count(*) FROM (SELECT 1 FROM conversation WHERE unread_count > 0 LIMIT ?1)
)sql";

constexpr std::string_view countTagged = R"sql(
    SELECT count(*) FROM (SELECT 1 FROM conversation_tag WHERE folded = ?2 ->> 0 LIMIT ?1)
)sql";

constexpr std::string_view countStates = R"sql(
    SELECT count(*) FROM (
        SELECT 1 FROM conversation WHERE (?2 >> audience) & 1 AND (?3 >> state) & 1 LIMIT ?1)
)sql";

constexpr std::string_view selectBody = R"sql(
    SELECT text FROM message_body WHERE message_id = ?1
)sql";

constexpr std::string_view countDates = R"sql(
    SELECT count(*) FROM (SELECT 1 FROM message WHERE sent_at >= ?2 AND sent_at < ?3 LIMIT ?1)
)sql";

std::string joined(std::string_view begin, std::string_view order)
{
    std::string sql(begin);
    return sql.append(conditions).append(order);
}

/// Whether the statement counts no more than `most`; it stops counting there.
bool areFew(Result<Statement> count, qint64 most)
{
    if (!count) {
        return false;
    }
    const auto row = count->bind(1, most + 1).step();
    return row && *row && count->integer(0) <= most;
}

bool areFewStates(Database &db, const FilterValues &filters, qint64 most)
{
    auto count = db.prepare(countStates);
    if (count) {
        count->bind(2, filters.audiences).bind(3, filters.states);
    }
    return areFew(std::move(count), most);
}

bool areFewTagged(Database &db, const FilterValues &filters, qint64 most)
{
    auto count = db.prepare(countTagged);
    if (count) {
        count->bind(2, QString::fromUtf8(filters.tags));
    }
    return areFew(std::move(count), most);
}

/// Whether to begin from the index of times: always where nothing else narrows it, else where few were sent
/// then.
bool startsFromDates(Database &db, const MatchExpression &match, const FilterValues &filters)
{
    if (filters.sent == DateRange{}) {
        return false;
    }
    if (match.wanted.isEmpty()) {
        return true;
    }
    auto count = db.prepare(countDates);
    if (count) {
        count->bind(2, toMillis(filters.sent.from)).bind(3, toMillis(filters.sent.until));
    }
    return areFew(std::move(count), fewConversations);
}

/// The statement that reads least for this question.
std::string_view statementFor(Database &db, const MatchExpression &match, const FilterValues &filters)
{
    static const auto words = joined(fromWords, newestWordsFirst);
    static const auto messages = joined(fromMessages, newestFirst);
    static const auto drafts = joined(fromDrafts, newestFirst);
    static const auto unread = joined(fromUnread, newestFirst);
    static const auto tagged = joined(fromTagged, newestFirst);
    static const auto states = joined(fromStates, newestFirst);
    static const auto dates = joined(fromDates, latestFirst);
    static const auto attachments = joined(fromAttachments, newestFirst);

    const auto most = match.wanted.isEmpty() ? fewConversations : fewConversationsWithWords;
    if (filters.wantsTag() && areFewTagged(db, filters, most)) {
        return tagged;
    }
    if (filters.wantsDraft() && areFew(db.prepare(countDrafts), most)) {
        return drafts;
    }
    if (filters.wantsUnread() && areFew(db.prepare(countUnread), most)) {
        return unread;
    }
    if ((filters.audiences & filters.states) != FilterValues::all && areFewStates(db, filters, most)) {
        return states;
    }
    if (startsFromDates(db, match, filters)) {
        return dates;
    }
    if (match.wanted.isEmpty() && filters.wantsAttachment()) {
        return attachments;
    }
    return match.wanted.isEmpty() ? messages : words;
}

void bindWords(Statement &statement, int index, const QString &words)
{
    if (words.isEmpty()) {
        statement.bindNull(index);
    } else {
        statement.bind(index, words);
    }
}

void bindAll(Statement &statement, const MatchExpression &match, const FilterValues &filters)
{
    bindWords(statement, 1, match.wanted);
    bindWords(statement, 2, match.excluded);
    statement.bind(3, filters.channels)
        .bind(4, filters.audiences)
        .bind(5, filters.states)
        .bind(6, filters.directions)
        .bind(7, filters.reads)
        .bind(8, filters.attachments)
        .bind(9, filters.drafts)
        .bind(10, toMillis(filters.sent.from))
        .bind(11, toMillis(filters.sent.until));
    bindWords(statement, 12, QString::fromUtf8(filters.notSent));
    bindWords(statement, 14, QString::fromUtf8(filters.tags));
    bindWords(statement, 15, QString::fromUtf8(filters.notTags));
}

Result<std::vector<Found>> collect(Statement &statement)
{
    std::vector<Found> found;
    for (;;) {
        const auto row = statement.step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return found;
        }
        found.push_back({.message = {statement.integer(0)},
                         .conversation = {statement.integer(1)},
                         .sentAt = statement.integer(2)});
    }
}

/// The newest matches, latest sent first; at most `most`, -1 for all.
Result<std::vector<Found>> newestMatches(Database &db, const SearchQuery &query, qint64 most)
{
    const auto match = matchExpression(query);
    const auto filters = filterValues(query.filters);
    const bool saysNothing = match.wanted.isEmpty() && match.excluded.isEmpty() && query.filters.isEmpty();
    if (saysNothing) {
        return {};
    }
    auto statement = db.prepare(statementFor(db, match, filters));
    if (!statement) {
        return std::unexpected(statement.error());
    }
    bindAll(*statement, match, filters);
    statement->bind(13, most);
    return collect(*statement).transform([](std::vector<Found> found) {
        std::ranges::stable_sort(found, std::ranges::greater(), &Found::sentAt);
        return found;
    });
}

QList<ConversationId> distinctConversations(const std::vector<Found> &found, int limit)
{
    QList<ConversationId> conversations;
    QSet<ConversationId> seen;
    for (const auto &hit : found) {
        if (limit > 0 && conversations.size() >= limit) {
            break;
        }
        if (!seen.contains(hit.conversation)) {
            seen.insert(hit.conversation);
            conversations.append(hit.conversation);
        }
    }
    return conversations;
}

Result<QString> bodyOf(Database &db, MessageId id)
{
    return db.prepare(selectBody).and_then([&](Statement select) {
        return select.bind(1, id.value).step().transform([&](bool isThere) {
            return isThere ? select.text(0) : QString();
        });
    });
}

} // namespace

Result<QList<SearchHit>> search(Database &db, const SearchQuery &query, int limit)
{
    const auto found = newestMatches(db, query, limit > 0 ? std::max(window, qint64{limit}) : -1);
    if (!found) {
        return std::unexpected(found.error());
    }
    QList<SearchHit> hits;
    SnippetCutter cutter(query);
    for (const auto &match : *found) {
        if (limit > 0 && hits.size() >= limit) {
            break;
        }
        const auto body = bodyOf(db, match.message);
        if (!body) {
            return std::unexpected(body.error());
        }
        hits.append(
            {.conversation = match.conversation, .message = match.message, .snippet = cutter.cut(*body)});
    }
    return hits;
}

Result<QList<ConversationId>> searchConversations(Database &db, const SearchQuery &query, int limit)
{
    // A few long conversations may fill the window; then it is made wider.
    for (auto most = limit > 0 ? std::max(window, qint64{limit}) : -1;; most *= 4) {
        const auto found = newestMatches(db, query, most);
        if (!found) {
            return std::unexpected(found.error());
        }
        auto conversations = distinctConversations(*found, limit);
        const bool isAll = most < 0 || std::cmp_less(found->size(), most) || most >= widestWindow;
        if (isAll || conversations.size() >= limit) {
            return conversations;
        }
    }
}

} // namespace aside
