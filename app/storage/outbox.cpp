// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/outbox.h"

#include "app/storage/checks.h"
#include "app/storage/conversations.h"
#include "app/storage/draftfiles.h"
#include "app/storage/drafts.h"
#include "app/storage/halves.h"
#include "app/storage/ingest/sentreply.h"
#include "app/storage/itemchange.h"
#include "models/core/uuid.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr std::string_view insertItem = R"sql(
    INSERT INTO outbox (conversation_id, state, text, idempotency_key, seen_message_id, created_at, hold_until,
                        hold_reason, addressing, after_outbox_id)
    VALUES (?1, 0, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
)sql";
constexpr std::string_view clearAddressing
    = "UPDATE draft SET addressing = '' WHERE conversation_id = ?1 AND kind = 0";
constexpr std::string_view updateNext = "UPDATE outbox SET next_attempt_at = 0 WHERE id = ?1";
constexpr std::string_view updateSeen
    = "UPDATE outbox SET seen_message_id = max(coalesce(seen_message_id, 0), ?2) WHERE id = ?1";
constexpr std::string_view updateHold = "UPDATE outbox SET hold_until = ?2 WHERE id = ?1";

Result<void> runWith(Database &db, std::string_view sql, OutboxId id)
{
    return db.prepare(sql).and_then([&](Statement update) { return update.bind(1, id.value).run(); });
}

Result<void> runWith(Database &db, std::string_view sql, OutboxId id, qint64 value)
{
    return db.prepare(sql).and_then(
        [&](Statement update) { return update.bind(1, id.value).bind(2, value).run(); });
}

/// The withdrawn text goes before a newer draft, so that neither is lost.
Result<void> giveBack(Database &db, const OutboxItem &item, Instant now)
{
    return ensureDraft(db, item.conversation, DraftKind::Reply, now)
        .and_then([&](const Draft &draft) {
            return writeDraft(db, item.conversation, DraftKind::Reply, joined(item.text, draft.text), now);
        })
        .and_then([&](const Draft &draft) -> Result<Draft> {
            return draft.addressing.isPlain() ? writeAddressing(db, item.conversation, item.addressing, now)
                                              : draft;
        })
        .and_then([&](const Draft &draft) { return moveAttachments(db, item.id, draft.id); })
        .and_then([&] { return returnChecks(db, item.id, item.conversation); });
}

} // namespace

Result<OutboxId> writeHeld(Database &db, const HeldReply &reply, Instant now)
{
    const SendTerms &terms = reply.terms;
    const Result<MessageId> newest = threadVersion(db, reply.conversation);
    if (!newest) {
        return std::unexpected(newest.error());
    }
    const Instant undone = now
        + std::clamp<std::chrono::milliseconds>(terms.undoWindow, std::chrono::milliseconds(0),
                                                longestUndoWindow);
    const bool isScheduled = terms.sendAt && *terms.sendAt > undone;
    const OutboxPosition begins{.state = OutboxState::Held,
                                .reason = isScheduled ? HoldReason::Schedule : HoldReason::UndoWindow};
    const Result<void> inserted = db.prepare(insertItem).and_then([&](Statement insert) {
        insert.bind(1, reply.conversation.value).bind(2, reply.text).bind(3, uuidV7(now));
        insert.bind(4, terms.seen.isValid() ? std::min(terms.seen, *newest).value : newest->value);
        insert.bind(5, toMillis(now)).bind(6, toMillis(isScheduled ? *terms.sendAt : undone));
        insert.bind(7, std::to_underlying(begins.reason)).bind(8, terms.addressing.toText());
        if (reply.after.isValid()) {
            insert.bind(9, reply.after.value);
        } else {
            insert.bindNull(9);
        }
        return insert.run();
    });
    if (!inserted) {
        return std::unexpected(inserted.error());
    }
    const OutboxId item{db.lastInsertId()};
    return writeStep(db, item, {.at = now, .reached = begins})
        .and_then([&] { return assignAccount(db, item); })
        .transform([&] { return item; });
}

Result<void> takeBack(Database &db, const OutboxItem &item, Instant now)
{
    return advance(db, item, OutboxEvent::Withdraw, now).and_then([&] { return giveBack(db, item, now); });
}

Result<OutboxItem> holdReply(Database &db, ConversationId asked, const QString &text, const SendTerms &terms,
                             Instant now)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const Result<ConversationId> id = currentConversation(db, asked);
    if (!id) {
        return std::unexpected(id.error());
    }
    const Result<Draft> draft = loadDraft(db, *id, DraftKind::Reply);
    if (!draft) {
        return std::unexpected(draft.error());
    }
    if (text.trimmed().isEmpty() && draft->attachments.isEmpty()) {
        return fail(Errc::Empty, QStringLiteral("nothing to send"));
    }
    SendTerms complete = terms;
    complete.addressing = terms.addressing.isPlain() ? draft->addressing : terms.addressing;
    const Result<OutboxId> item
        = writeHeld(db, {.conversation = *id, .text = text, .terms = complete, .after = {}}, now);
    if (!item) {
        return std::unexpected(item.error());
    }
    return writeDraft(db, *id, DraftKind::Reply, QString(), now)
        .and_then([&](const Draft &) { return moveAttachments(db, draft->id, *item); })
        .and_then([&] { return db.prepare(clearAddressing); })
        .and_then([&](Statement clear) { return clear.bind(1, id->value).run(); })
        .and_then([&] { return sendChecks(db, *id, *item, text); })
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return loadItem(db, *item); });
}

Result<OutboxItem> withdrawReply(Database &db, OutboxId id, Instant now)
{
    return changeItem(db, id, [&](const OutboxItem &item) { return takeBack(db, item, now); });
}

Result<OutboxItem> releaseReply(Database &db, OutboxId id, Instant now)
{
    return changeItem(db, id, [&](const OutboxItem &item) -> Result<void> {
        if (item.state == OutboxState::Held && item.holdReason == HoldReason::ThreadMoved) {
            return fail(Errc::Conflict, QStringLiteral("the thread of item %1 moved on").arg(id.value));
        }
        const bool goesAlone = item.state == OutboxState::Held && item.holdReason == HoldReason::OtherHalf;
        return advance(db, item, OutboxEvent::Released, now)
            .and_then([&] { return runWith(db, updateNext, id); })
            .and_then([&] { return goesAlone ? sendAlone(db, id) : Result<void>(); });
    });
}

Result<OutboxItem> sendReplyAnyway(Database &db, OutboxId id, MessageId seen, Instant now)
{
    return changeItem(db, id, [&](const OutboxItem &item) -> Result<void> {
        if (item.state != OutboxState::Held || item.holdReason != HoldReason::ThreadMoved) {
            return fail(Errc::Conflict, QStringLiteral("item %1 is not held for that").arg(id.value));
        }
        return threadVersion(db, item.conversation)
            .and_then(
                [&](MessageId newest) { return runWith(db, updateSeen, id, std::min(seen, newest).value); })
            .and_then([&] { return runWith(db, updateNext, id); })
            .and_then([&] { return advance(db, item, OutboxEvent::Released, now); });
    });
}

Result<OutboxItem> scheduleReply(Database &db, OutboxId id, Instant at, Instant now)
{
    if (at <= now) {
        return fail(Errc::InvalidInput, QStringLiteral("a time that is past"));
    }
    return changeItem(db, id, [&](const OutboxItem &item) {
        return advance(db, item, OutboxEvent::Scheduled, now).and_then([&] {
            return runWith(db, updateHold, id, toMillis(at));
        });
    });
}

Result<OutboxItem> settleReply(Database &db, OutboxId id, Settlement settlement, Instant now)
{
    return changeItem(db, id, [&](const OutboxItem &item) {
        const bool isSent = settlement == Settlement::Sent;
        return advance(db, item, isSent ? OutboxEvent::DecidedSent : OutboxEvent::DecidedUnsent, now)
            .and_then([&] { return keepSentReply(db, id, now); });
    });
}

} // namespace aside
