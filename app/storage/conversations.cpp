// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/conversations.h"

#include "app/storage/ingest/texts.h"
#include "models/privacy/closing.h"

#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectRow = R"sql(
    SELECT c.id, c.channel, c.audience, c.state, c.subject, coalesce(p.name, ''), coalesce(h.shown, ''), c.preview,
           c.last_direction, c.last_at, c.message_count, c.unread_count, c.attachment_count > 0,
           EXISTS (SELECT 1 FROM draft d WHERE d.conversation_id = c.id AND d.is_written),
           EXISTS (SELECT 1 FROM outbox o WHERE o.conversation_id = c.id AND o.state NOT IN (3, 6)),
           (SELECT group_concat(shown, char(10)) FROM (
               SELECT t.shown FROM conversation_tag t WHERE t.conversation_id = c.id ORDER BY t.folded)),
           c.is_blocked, c.snoozed_until, c.waiting_since, c.reach,
           (SELECT min(q.due_at) FROM promise q WHERE q.conversation_id = c.id AND q.kept_at = 0),
           coalesce(c.account_id, 0), c.target_by, c.window_by,
           CASE c.waiting_since WHEN 0 THEN 0 ELSE c.mood END, c.mood_words,
           (SELECT r.recorded_at FROM private_move v JOIN resolution r ON r.move_id = v.id
            WHERE v.id = (SELECT max(n.id) FROM private_move n WHERE n.conversation_id = c.id AND n.state <> 3
                          AND n.way NOT IN (0, 1, 7))
                AND v.way <> 9 AND v.state IN (2, 4)
            ORDER BY r.id DESC LIMIT 1)
    FROM conversation c LEFT JOIN handle h ON h.id = c.handle_id LEFT JOIN person p ON p.id = h.person_id
    WHERE c.id = ?1
)sql";
// The numbers of closingStory(): what was moved last, unless it is the end in public already.
static_assert(std::to_underlying(MoveWay::StayPublic) == 1 && std::to_underlying(MoveWay::AskForCall) == 7
              && std::to_underlying(MoveWay::ClosePublic) == 9);
static_assert(std::to_underlying(MoveState::Joined) == 2 && std::to_underlying(MoveState::TakenBack) == 3
              && std::to_underlying(MoveState::Answered) == 4);
constexpr std::string_view selectTalk = R"sql(
    SELECT substr(b.text, 1, 8000), m.direction FROM message m JOIN message_body b ON b.message_id = m.id
    WHERE m.conversation_id = ?1 AND m.direction <> 2 ORDER BY m.sent_at DESC, m.id DESC LIMIT 1
)sql";
constexpr std::string_view selectCurrent = R"sql(
    SELECT id FROM conversation WHERE id = ?1
    UNION ALL SELECT conversation_id FROM conversation_alias WHERE old_id = ?1
)sql";

ConversationRow readRow(const Statement &row)
{
    const QString name = row.text(5);
    return {.id = ConversationId{row.integer(0)},
            .channel = static_cast<Channel>(row.integer(1)),
            .audience = static_cast<Audience>(row.integer(2)),
            .state = static_cast<ConversationState>(row.integer(3)),
            .subject = row.text(4),
            .person = name.isEmpty() ? row.text(6) : name,
            .handle = row.text(6),
            .preview = row.text(7),
            .lastDirection = static_cast<Direction>(row.integer(8)),
            .lastAt = fromMillis(row.integer(9)),
            .messages = static_cast<int>(row.integer(10)),
            .unread = static_cast<int>(row.integer(11)),
            .hasAttachments = row.integer(12) != 0,
            .hasDraft = row.integer(13) != 0,
            .hasOutbox = row.integer(14) != 0,
            .tags = row.text(15).split(u'\n', Qt::SkipEmptyParts),
            .isBlocked = row.integer(16) != 0,
            .snoozedUntil = fromMillis(row.integer(17)),
            .waitingSince = fromMillis(row.integer(18)),
            .reach = row.integer(19),
            .promisedAt = fromMillis(row.integer(20)),
            .mood = static_cast<Mood>(row.integer(24)),
            .moodWords = row.integer(24) != 0 ? row.text(25).split(u'\n', Qt::SkipEmptyParts) : QStringList(),
            .targetBy = fromMillis(row.integer(22)),
            .windowBy = fromMillis(row.integer(23)),
            .publicLineBy = row.isNull(26) ? Instant{} : fromMillis(row.integer(26)) + closingLineWithin,
            .account = AccountId{row.integer(21)}};
}

/// A note is no part of the talk: what was said last is told beside it.
Result<void> lookBehindNotes(Database &db, ConversationRow &row)
{
    if (row.lastDirection != Direction::Note) {
        return {};
    }
    row.lastNote = row.preview;
    return db.prepare(selectTalk).and_then([&](Statement select) {
        return select.bind(1, row.id.value).step().transform([&](bool isThere) {
            if (isThere) {
                row.preview = previewOf(select.text(0));
                row.lastDirection = static_cast<Direction>(select.integer(1));
            }
        });
    });
}

} // namespace

Result<ConversationId> currentConversation(Database &db, ConversationId id)
{
    return db.prepare(selectCurrent).and_then([&](Statement select) -> Result<ConversationId> {
        const Result<bool> row = select.bind(1, id.value).step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return fail(Errc::NotFound, QStringLiteral("no conversation %1").arg(id.value));
        }
        return ConversationId{select.integer(0)};
    });
}

Result<QList<ConversationRow>> conversationRows(Database &db, const QList<ConversationId> &ids)
{
    Result<Statement> select = db.prepare(selectRow);
    if (!select) {
        return std::unexpected(select.error());
    }
    QList<ConversationRow> rows;
    rows.reserve(ids.size());
    for (const ConversationId id : ids) {
        const Result<bool> row = select->bind(1, id.value).step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (*row) {
            rows.append(readRow(*select));
            if (const Result<void> looked = lookBehindNotes(db, rows.last()); !looked) {
                return std::unexpected(looked.error());
            }
        }
        select->reset();
    }
    return rows;
}

} // namespace aside
