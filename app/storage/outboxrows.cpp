// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/outboxrows.h"

#include "app/storage/draftfiles.h"
#include "app/storage/halves.h"
#include "app/storage/ingest/threading.h"
#include "app/storage/promisedates.h"
#include "app/storage/rows.h"
#include "app/storage/serverchanges.h"
#include "models/outbox/wireid.h"

#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectItem = R"sql(
    SELECT o.id, o.conversation_id, c.channel, c.audience, o.state, coalesce(p.name, ''), coalesce(h.shown, ''),
           c.subject, o.text, o.idempotency_key, coalesce(o.seen_message_id, 0), o.created_at, o.hold_until,
           o.hold_reason, coalesce(o.account_id, 0), o.wire_id, o.attempts, o.attempt_at, o.next_attempt_at,
           o.remote_id, o.fault, o.server_code, o.server_words, o.last_byte, o.evidence, o.evidence_words, o.looks,
           o.looked_at, o.addressing, coalesce(o.after_outbox_id, 0)
    FROM outbox o JOIN conversation c ON c.id = o.conversation_id
    LEFT JOIN handle h ON h.id = c.handle_id LEFT JOIN person p ON p.id = h.person_id
    WHERE o.id = ?1
)sql";
constexpr std::string_view selectShown = "SELECT id FROM outbox WHERE state <> 6 ORDER BY id DESC";
constexpr std::string_view selectArrivals = R"sql(
    SELECT m.id, m.sent_at, m.author, substr(b.text, 1, 500)
    FROM message m JOIN message_body b ON b.message_id = m.id
    WHERE m.conversation_id = ?1 AND m.direction = 0 AND m.id > ?2 ORDER BY m.id LIMIT 20
)sql";
constexpr std::string_view selectPage = R"sql(
    SELECT page FROM message WHERE conversation_id = ?1 AND direction = 0 AND page <> ''
    ORDER BY sent_at DESC, id DESC LIMIT 1
)sql";
constexpr std::string_view selectMoved = R"sql(
    SELECT 1 FROM message WHERE conversation_id = ?1 AND direction = 0 AND id > ?2 LIMIT 1
)sql";
constexpr std::string_view selectVersion
    = "SELECT coalesce(max(id), 0) FROM message WHERE conversation_id = ?1";
constexpr std::string_view updatePosition = "UPDATE outbox SET state = ?2, hold_reason = ?3 WHERE id = ?1";
constexpr std::string_view insertEvent = R"sql(
    INSERT INTO outbox_event (outbox_id, at, state, event, hold_reason, words) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
)sql";
constexpr std::string_view selectHistory
    = "SELECT at, state, event, hold_reason, words FROM outbox_event WHERE outbox_id = ?1 ORDER BY rowid";
constexpr std::string_view selectFreeze = "SELECT since FROM outbox_freeze";
// The conversation's own account, else the only one of its channel: of two nobody knows which.
constexpr std::string_view selectAccount = R"sql(
    SELECT a.id, a.channel, a.address, o.idempotency_key, o.wire_id, c.id, c.message_count
    FROM outbox o JOIN conversation c ON c.id = o.conversation_id
    JOIN account a ON a.id = coalesce(c.account_id, (
        SELECT CASE count(*) WHEN 1 THEN min(b.id) END FROM account b WHERE b.channel = c.channel))
    WHERE o.id = ?1 AND o.account_id IS NULL AND a.channel = c.channel
)sql";
constexpr std::string_view updateAccount = "UPDATE outbox SET account_id = ?2, wire_id = ?3 WHERE id = ?1";
constexpr std::string_view insertPlace = "INSERT OR IGNORE INTO thread_node (key, parent, message_id, "
                                         "conversation_id) VALUES (?1, NULL, NULL, ?2)";

SendRecord readRecord(const Statement &row)
{
    const LookTrace trace = LookTrace::parse(row.text(25));
    return {.attempts = static_cast<int>(row.integer(16)),
            .attemptAt = fromMillis(row.integer(17)),
            .nextAttemptAt = fromMillis(row.integer(18)),
            .remoteId = row.text(19),
            .fault = errcFromName(row.text(20)),
            .serverCode = row.text(21),
            .serverWords = row.text(22),
            .lastByte = static_cast<LastByte>(row.integer(23)),
            .evidence = static_cast<Evidence>(row.integer(24)),
            .look = trace.look,
            .evidenceWords = trace.words,
            .looks = static_cast<int>(row.integer(26)),
            .lookedAt = fromMillis(row.integer(27))};
}

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
            .holdUntil = fromMillis(row.integer(12)),
            .hasAccount = row.integer(14) != 0,
            .holdReason = static_cast<HoldReason>(row.integer(13)),
            .account = AccountId{row.integer(14)},
            .wireId = row.text(15),
            .record = readRecord(row),
            .addressing = Addressing::parse(row.text(28)),
            .after = OutboxId{row.integer(29)}};
}

Result<QList<OutboxArrival>> arrivalsOf(Database &db, const OutboxItem &item)
{
    return db.prepare(selectArrivals).and_then([&](Statement select) {
        select.bind(1, item.conversation.value).bind(2, item.seen.value);
        return allRows(std::move(select), [](const Statement &row) {
            return OutboxArrival{.id = MessageId{row.integer(0)},
                                 .at = fromMillis(row.integer(1)),
                                 .author = row.text(2),
                                 .text = row.text(3)};
        });
    });
}

/// Where the newest message of the customer's that has a page stands.
Result<QString> pageOf(Database &db, const OutboxItem &item)
{
    return db.prepare(selectPage).and_then([&](Statement select) {
        return select.bind(1, item.conversation.value).step().transform([&](bool row) {
            return row ? select.text(0) : QString();
        });
    });
}

Result<void> loadCopy(Database &db, OutboxItem &item)
{
    if (item.state != OutboxState::Sent && item.state != OutboxState::Refused) {
        return {};
    }
    return sentCopy(db, item.id).transform([&](const SentCopy &copy) { item.record.copy = copy; });
}

Result<OutboxItem> completed(Database &db, OutboxItem item)
{
    Result<QList<DraftAttachment>> files = attachmentsOf(db, item.id);
    if (!files) {
        return std::unexpected(files.error());
    }
    item.attachments = std::move(*files);
    if (const Result<void> copy = loadCopy(db, item); !copy) {
        return std::unexpected(copy.error());
    }
    if (positionOf(item) == OutboxPosition{.state = OutboxState::Held, .reason = HoldReason::ThreadMoved}) {
        Result<QList<OutboxArrival>> arrivals = arrivalsOf(db, item);
        if (!arrivals) {
            return std::unexpected(arrivals.error());
        }
        item.arrivals = std::move(*arrivals);
    }
    if (waitsForHand(item)) {
        Result<QString> page = pageOf(db, item);
        if (!page) {
            return std::unexpected(page.error());
        }
        item.page = std::move(*page);
    }
    return item;
}

/// What begins a talk answers nothing: its copy, and what the person answers to it, are known by its id.
Result<void> reservePlace(Database &db, const NodeKey &key, ConversationId id)
{
    return db.prepare(insertPlace).and_then([&](Statement insert) {
        return insert.bind(1, key).bind(2, id.value).run();
    });
}

Result<QList<OutboxId>> idsOf(Statement select)
{
    return allRows(std::move(select), [](const Statement &row) { return OutboxId{row.integer(0)}; });
}

OutboxStep readStep(const Statement &row)
{
    return {.at = fromMillis(row.integer(0)),
            .event = row.isNull(2) ? std::nullopt : std::optional(static_cast<OutboxEvent>(row.integer(2))),
            .reached = {.state = static_cast<OutboxState>(row.integer(1)),
                        .reason = static_cast<HoldReason>(row.integer(3))},
            .words = row.text(4)};
}

} // namespace

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
    return item ? completed(db, std::move(*item)) : item;
}

Result<QList<OutboxItem>> outboxItems(Database &db)
{
    const Result<QList<OutboxId>> ids = outboxIds(db, selectShown);
    if (!ids) {
        return std::unexpected(ids.error());
    }
    QList<OutboxItem> items;
    for (const OutboxId id : *ids) {
        Result<OutboxItem> item = loadItem(db, id);
        if (!item) {
            return std::unexpected(item.error());
        }
        items.append(std::move(*item));
    }
    return items;
}

Result<QList<OutboxStep>> outboxHistory(Database &db, OutboxId id)
{
    return loadItem(db, id)
        .and_then([&](const OutboxItem &) { return db.prepare(selectHistory); })
        .and_then([&](Statement select) {
            select.bind(1, id.value);
            return allRows(std::move(select), readStep);
        });
}

Result<OutboxFreeze> outboxFreeze(Database &db)
{
    return db.prepare(selectFreeze).and_then([](Statement select) {
        return select.step().transform([&](bool row) {
            return row ? OutboxFreeze{.since = fromMillis(select.integer(0))} : OutboxFreeze{};
        });
    });
}

Result<void> advance(Database &db, const OutboxItem &item, OutboxEvent event, Instant now,
                     const QString &words)
{
    const std::optional<OutboxPosition> next = nextOutboxPosition(positionOf(item), event);
    if (!next) {
        return fail(Errc::Conflict, QStringLiteral("outbox item %1: not after that").arg(item.id.value));
    }
    return db.prepare(updatePosition)
        .and_then([&](Statement update) {
            return update.bind(1, item.id.value)
                .bind(2, std::to_underlying(next->state))
                .bind(3, std::to_underlying(next->reason))
                .run();
        })
        .and_then([&] {
            return writeStep(db, item.id, {.at = now, .event = event, .reached = *next, .words = words});
        })
        .and_then([&]() -> Result<void> {
            const bool answers = next->state == OutboxState::Sent && item.state != OutboxState::Sent
                && !item.addressing.forwarded.isValid();
            return answers ? wantAnswered(db, item.conversation, item.seen) : Result<void>();
        })
        .and_then([&] {
            return next->state == item.state ? Result<void>() : followItem(db, item.id, next->state, now);
        })
        .and_then([&] {
            const bool wasSent = item.state == OutboxState::Sent;
            const bool changes = wasSent != (next->state == OutboxState::Sent);
            return changes ? followReply(db, item.id, next->state, now) : Result<void>();
        });
}

Result<void> writeStep(Database &db, OutboxId id, const OutboxStep &step)
{
    return db.prepare(insertEvent).and_then([&](Statement insert) {
        insert.bind(1, id.value).bind(2, toMillis(step.at)).bind(3, std::to_underlying(step.reached.state));
        if (step.event) {
            insert.bind(4, std::to_underlying(*step.event));
        } else {
            insert.bindNull(4);
        }
        return insert.bind(5, std::to_underlying(step.reached.reason)).bind(6, step.words).run();
    });
}

Result<MessageId> threadVersion(Database &db, ConversationId id)
{
    return db.prepare(selectVersion).and_then([&](Statement select) {
        return select.bind(1, id.value).step().transform([&](bool) { return MessageId{select.integer(0)}; });
    });
}

Result<bool> hasThreadMoved(Database &db, const OutboxItem &item)
{
    return db.prepare(selectMoved).and_then([&](Statement select) {
        return select.bind(1, item.conversation.value).bind(2, item.seen.value).step();
    });
}

Result<void> assignAccount(Database &db, OutboxId id)
{
    return db.prepare(selectAccount).and_then([&](Statement select) -> Result<void> {
        const Result<bool> row = select.bind(1, id.value).step();
        if (!row || !*row) {
            return row.transform([](bool) { });
        }
        const auto channel = static_cast<Channel>(select.integer(1));
        const QString known = select.text(4);
        const QString wireId = known.isEmpty() ? wireIdFor(channel, select.text(3), select.text(2)) : known;
        const ConversationId home{select.integer(5)};
        const bool isFirst = select.integer(6) == 0;
        const Result<void> assigned = db.prepare(updateAccount).and_then([&](Statement update) {
            return update.bind(1, id.value).bind(2, select.integer(0)).bind(3, wireId).run();
        });
        return assigned && isFirst ? reservePlace(db, nodeKey(channel, wireId), home) : assigned;
    });
}

Result<QList<OutboxId>> outboxIds(Database &db, std::string_view sql)
{
    return db.prepare(sql).and_then(idsOf);
}

Result<QList<OutboxId>> outboxIds(Database &db, std::string_view sql, Instant now)
{
    return db.prepare(sql).and_then([&](Statement select) {
        select.bind(1, toMillis(now));
        return idsOf(std::move(select));
    });
}

} // namespace aside
