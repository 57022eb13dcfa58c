// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/triage/marks.h"

#include "app/storage/rows.h"

namespace aside {

namespace {

constexpr std::string_view selectUnread
    = "SELECT id FROM message WHERE conversation_id = ?1 AND direction = 0 AND is_read = 0";
constexpr std::string_view countUnread = "SELECT unread_count FROM conversation WHERE id = ?1";
constexpr std::string_view readMessages
    = "UPDATE message SET is_read = 1 WHERE conversation_id = ?1 AND is_read = 0";
constexpr std::string_view readConversation = "UPDATE conversation SET unread_count = 0 WHERE id = ?1";
constexpr std::string_view selectLast = R"sql(
    SELECT id FROM message WHERE conversation_id = ?1 AND direction = 0 ORDER BY sent_at DESC, id DESC LIMIT 1
)sql";
constexpr std::string_view markMessage
    = "UPDATE message SET is_read = ?2 WHERE id = ?1 AND direction = 0 AND is_read <> ?2";
constexpr std::string_view addUnread = R"sql(
    UPDATE conversation SET unread_count = unread_count + ?2
    WHERE id = (SELECT conversation_id FROM message WHERE id = ?1)
)sql";
constexpr std::string_view selectHome = "SELECT conversation_id FROM message WHERE id = ?1";

Result<QList<MessageId>> messagesOf(Database &db, std::string_view sql, ConversationId id)
{
    return db.prepare(sql).and_then([&](Statement select) {
        select.bind(1, id.value);
        return allRows(std::move(select), [](const Statement &row) { return MessageId{row.integer(0)}; });
    });
}

Result<qint64> numberFor(Database &db, std::string_view sql, qint64 id)
{
    return db.prepare(sql).and_then([&](Statement select) {
        return select.bind(1, id).step().transform([&](bool row) { return row ? select.integer(0) : 0; });
    });
}

Result<void> run(Database &db, std::string_view sql, ConversationId id)
{
    return db.prepare(sql).and_then([&](Statement change) { return change.bind(1, id.value).run(); });
}

/// Whether it changed anything.
Result<bool> setMark(Database &db, MessageId message, ReadMark mark)
{
    const Result<void> marked = db.prepare(markMessage).and_then([&](Statement update) {
        return update.bind(1, message.value).bind(2, mark == ReadMark::Read ? 1 : 0).run();
    });
    if (!marked) {
        return std::unexpected(marked.error());
    }
    if (db.changes() == 0) {
        return false;
    }
    return db.prepare(addUnread)
        .and_then([&](Statement update) {
            return update.bind(1, message.value).bind(2, mark == ReadMark::Read ? -1 : 1).run();
        })
        .transform([] { return true; });
}

} // namespace

Result<void> markRead(Database &db, ConversationId id, TriageReceipt &receipt)
{
    const Result<qint64> unread = numberFor(db, countUnread, id.value);
    if (!unread || *unread == 0) {
        return unread.transform([](qint64) { });
    }
    const Result<QList<MessageId>> messages = messagesOf(db, selectUnread, id);
    if (!messages) {
        return std::unexpected(messages.error());
    }
    receipt.changes.append({.conversation = id, .messages = *messages});
    return run(db, readMessages, id).and_then([&] { return run(db, readConversation, id); });
}

Result<void> markUnread(Database &db, ConversationId id, TriageReceipt &receipt)
{
    const Result<qint64> unread = numberFor(db, countUnread, id.value);
    if (!unread || *unread > 0) {
        return unread.transform([](qint64) { });
    }
    const Result<QList<MessageId>> last = messagesOf(db, selectLast, id);
    if (!last || last->isEmpty()) {
        return last.transform([](const QList<MessageId> &) { });
    }
    return setMark(db, last->constFirst(), ReadMark::Unread).transform([&](bool changed) {
        if (changed) {
            receipt.changes.append({.conversation = id, .messages = *last});
        }
    });
}

Result<ConversationId> markMessage(Database &db, MessageId id, ReadMark mark)
{
    return setMark(db, id, mark).and_then([&](bool changed) -> Result<ConversationId> {
        if (!changed) {
            return ConversationId{};
        }
        return numberFor(db, selectHome, id.value).transform([](qint64 home) {
            return ConversationId{home};
        });
    });
}

Result<void> revertMarks(Database &db, const Triage &triage, const TriageChange &change,
                         QList<ConversationId> &reverted)
{
    const ReadMark before = triage.kind == Triage::Kind::MarkRead ? ReadMark::Unread : ReadMark::Read;
    for (const MessageId message : change.messages) {
        const Result<bool> changed = setMark(db, message, before);
        if (!changed) {
            return std::unexpected(changed.error());
        }
        // A message may have moved to another conversation since.
        const Result<qint64> home = *changed ? numberFor(db, selectHome, message.value) : 0;
        if (!home) {
            return std::unexpected(home.error());
        }
        const ConversationId id{*home};
        if (id.isValid() && (reverted.isEmpty() || reverted.constLast() != id)) {
            reverted.append(id);
        }
    }
    return {};
}

} // namespace aside
