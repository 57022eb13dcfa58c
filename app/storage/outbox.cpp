// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/outbox.h"

#include "app/storage/checks.h"
#include "app/storage/conversations.h"
#include "app/storage/draftfiles.h"
#include "app/storage/drafts.h"
#include "models/core/uuid.h"
#include "models/outbox/outboxmachine.h"

#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectItem = R"sql(
    SELECT o.id, o.conversation_id, c.channel, c.audience, o.state, coalesce(p.name, ''), coalesce(h.shown, ''),
           c.subject, o.text, o.idempotency_key, coalesce(o.seen_message_id, 0), o.created_at, o.hold_until
    FROM outbox o JOIN conversation c ON c.id = o.conversation_id
    LEFT JOIN handle h ON h.id = c.handle_id LEFT JOIN person p ON p.id = h.person_id
    WHERE o.id = ?1
)sql";
constexpr std::string_view selectItems = R"sql(
    SELECT o.id, o.conversation_id, c.channel, c.audience, o.state, coalesce(p.name, ''), coalesce(h.shown, ''),
           c.subject, o.text, o.idempotency_key, coalesce(o.seen_message_id, 0), o.created_at, o.hold_until
    FROM outbox o JOIN conversation c ON c.id = o.conversation_id
    LEFT JOIN handle h ON h.id = c.handle_id LEFT JOIN person p ON p.id = h.person_id
    WHERE o.state <> 6 ORDER BY o.id DESC
)sql";
constexpr std::string_view selectDue
    = "SELECT id FROM outbox WHERE state = 0 AND hold_until <= ?1 ORDER BY id";
constexpr std::string_view newestMessage
    = "SELECT id FROM message WHERE conversation_id = ?1 ORDER BY sent_at DESC, id DESC LIMIT 1";
constexpr std::string_view insertItem = R"sql(
    INSERT INTO outbox (conversation_id, state, text, idempotency_key, seen_message_id, created_at, hold_until)
    VALUES (?1, 0, ?2, ?3, ?4, ?5, ?6)
)sql";
constexpr std::string_view updateState = "UPDATE outbox SET state = ?2 WHERE id = ?1";
constexpr std::string_view insertEvent
    = "INSERT INTO outbox_event (outbox_id, at, state) VALUES (?1, ?2, ?3)";

OutboxItem readItem(const Statement &row)
{
    const QString name = row.text(5);
    return {.id = OutboxId{row.integer(0)},
            .conversation = ConversationId{row.integer(1)},
            .channel = static_cast<Channel>(row.integer(2)),
            .audience = static_cast<Audience>(row.integer(3)),
            .state = static_cast<OutboxState>(row.integer(4)),
            .person = name.isEmpty() ? row.text(6) : name,
            .subject = row.text(7),
            .text = row.text(8),
            .idempotencyKey = row.text(9),
            .seen = MessageId{row.integer(10)},
            .createdAt = fromMillis(row.integer(11)),
            .holdUntil = fromMillis(row.integer(12))};
}

Result<OutboxItem> withFiles(Database &db, OutboxItem item)
{
    return attachmentsOf(db, item.id).transform([&](QList<DraftAttachment> files) {
        item.attachments = std::move(files);
        return item;
    });
}

Result<OutboxItem> loadItem(Database &db, OutboxId id)
{
    Result<OutboxItem> item = db.prepare(selectItem).and_then([&](Statement select) -> Result<OutboxItem> {
        const Result<bool> row = select.bind(1, id.value).step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return fail(Errc::NotFound, QStringLiteral("no outbox item %1").arg(id.value));
        }
        return readItem(select);
    });
    return item ? withFiles(db, std::move(*item)) : item;
}

Result<qint64> firstInteger(Database &db, std::string_view sql, qint64 argument)
{
    return db.prepare(sql).and_then([&](Statement select) {
        return select.bind(1, argument).step().transform([&](bool row) {
            return row ? select.integer(0) : 0;
        });
    });
}

/// Moves an item on and writes its history, inside the caller's transaction.
Result<void> advance(Database &db, const OutboxItem &item, OutboxEvent event, Instant now)
{
    const std::optional<OutboxState> next = nextOutboxState(item.state, event);
    if (!next) {
        return fail(Errc::Conflict, QStringLiteral("outbox item %1 is past that").arg(item.id.value));
    }
    return db.prepare(updateState)
        .and_then([&](Statement update) {
            return update.bind(1, item.id.value).bind(2, std::to_underlying(*next)).run();
        })
        .and_then([&] { return db.prepare(insertEvent); })
        .and_then([&](Statement insert) {
            return insert.bind(1, item.id.value)
                .bind(2, toMillis(now))
                .bind(3, std::to_underlying(*next))
                .run();
        });
}

Result<OutboxId> insertHeld(Database &db, ConversationId id, const QString &text,
                            std::chrono::milliseconds undoWindow, Instant now)
{
    const Result<qint64> seen = firstInteger(db, newestMessage, id.value);
    if (!seen) {
        return std::unexpected(seen.error());
    }
    const Result<void> inserted = db.prepare(insertItem).and_then([&](Statement insert) {
        insert.bind(1, id.value).bind(2, text);
        insert.bind(3, uuidV7(now));
        return insert.bind(4, *seen).bind(5, toMillis(now)).bind(6, toMillis(now + undoWindow)).run();
    });
    if (!inserted) {
        return std::unexpected(inserted.error());
    }
    const OutboxId item{db.lastInsertId()};
    return db.prepare(insertEvent)
        .and_then([&](Statement insert) {
            return insert.bind(1, item.value).bind(2, toMillis(now)).bind(3, 0).run();
        })
        .transform([&] { return item; });
}

/// The withdrawn text goes before a newer draft, so that neither is lost.
Result<void> giveBack(Database &db, const OutboxItem &item, Instant now)
{
    return ensureDraft(db, item.conversation, DraftKind::Reply, now)
        .and_then([&](const Draft &draft) {
            return writeDraft(db, item.conversation, DraftKind::Reply, joined(item.text, draft.text), now);
        })
        .and_then([&](const Draft &draft) { return moveAttachments(db, item.id, draft.id); })
        .and_then([&] { return returnChecks(db, item.id, item.conversation); });
}

} // namespace

Result<OutboxItem> holdReply(Database &db, ConversationId asked, const QString &text,
                             std::chrono::milliseconds undoWindow, Instant now)
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
    const Result<OutboxId> item = insertHeld(db, *id, text, undoWindow, now);
    if (!item) {
        return std::unexpected(item.error());
    }
    return writeDraft(db, *id, DraftKind::Reply, QString(), now)
        .and_then([&](const Draft &) { return moveAttachments(db, draft->id, *item); })
        .and_then([&] { return sendChecks(db, *id, *item, text); })
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return loadItem(db, *item); });
}

Result<OutboxItem> withdrawReply(Database &db, OutboxId id, Instant now)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const Result<OutboxItem> item = loadItem(db, id);
    if (!item) {
        return item;
    }
    return advance(db, *item, OutboxEvent::Withdraw, now)
        .and_then([&] { return giveBack(db, *item, now); })
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return loadItem(db, id); });
}

Result<OutboxItem> releaseReply(Database &db, OutboxId id, Instant now)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const Result<OutboxItem> item = loadItem(db, id);
    if (!item) {
        return item;
    }
    return advance(db, *item, OutboxEvent::HoldEnded, now)
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return loadItem(db, id); });
}

Result<QList<OutboxItem>> queueDueReplies(Database &db, Instant now)
{
    QList<OutboxId> due;
    {
        Result<Statement> select = db.prepare(selectDue);
        if (!select) {
            return std::unexpected(select.error());
        }
        select->bind(1, toMillis(now));
        Result<bool> row = select->step();
        for (; row && *row; row = select->step()) {
            due.append(OutboxId{select->integer(0)});
        }
        if (!row) {
            return std::unexpected(row.error());
        }
    }
    QList<OutboxItem> moved;
    if (due.isEmpty()) {
        return moved;
    }
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    for (const OutboxId id : std::as_const(due)) {
        const Result<OutboxItem> item
            = loadItem(db, id).and_then([&](const OutboxItem &held) -> Result<OutboxItem> {
                  return advance(db, held, OutboxEvent::HoldEnded, now).and_then([&] {
                      return loadItem(db, id);
                  });
              });
        if (!item) {
            return std::unexpected(item.error());
        }
        moved.append(*item);
    }
    return transaction->commit().transform([&] { return moved; });
}

Result<QList<OutboxItem>> outboxItems(Database &db)
{
    Result<Statement> select = db.prepare(selectItems);
    if (!select) {
        return std::unexpected(select.error());
    }
    QList<OutboxItem> items;
    while (true) {
        const Result<bool> row = select->step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return items;
        }
        Result<OutboxItem> item = withFiles(db, readItem(*select));
        if (!item) {
            return std::unexpected(item.error());
        }
        items.append(std::move(*item));
    }
}

} // namespace aside
